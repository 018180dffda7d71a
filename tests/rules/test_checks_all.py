"""All checks together: quiet when all is well, and never a word that accuses."""

import re
from dataclasses import replace

import pytest
from tests.rules.quiet_account import QUIET, amina

from ownway.rules import account as accounts
from ownway.rules.account import Account, AccountLine
from ownway.rules.checks import CHECKS, SEVERITIES, run_all
from ownway.rules.days import Days

ACCUSING = re.compile(
    r"\b(audit|unauthori[sz]ed|misus\w*|fraud\w*|fail\w*|breach\w*|must|demand\w*|suspicious|offen\w+|penalt\w+)\b",
    re.IGNORECASE,
)
LOUD = replace(
    amina(without=accounts.CONTRIBUTION, opening_pence=1000000),
    lines=(
        *(line for line in QUIET.lines if line.matched_kind == accounts.WAGES),
        AccountLine("cash", QUIET.today, -5000, "CASHPOINT", accounts.CASH),
        AccountLine("what", QUIET.today, -5000, "J SMITH"),
    ),
    statements=(Days(QUIET.statements[0].from_on, QUIET.statements[0].to_on.replace(day=1, month=2)),),
    opening_pence=5000000,
)
EMPTY = Account(today=QUIET.today, opening_pence=0, lines=())


def test_nothing_is_found_when_all_is_well():
    assert run_all(QUIET) == []


def test_an_account_that_has_not_started_is_left_in_peace():
    assert run_all(EMPTY) == []


def test_each_check_finds_at_most_one_thing_and_says_which_check_it_is():
    found = run_all(LOUD)
    names = [finding.check for finding in found]
    assert len(names) == len(set(names))
    assert set(names) == {check.__name__ for check in CHECKS} - {"running_low"}


def test_what_needs_a_conversation_comes_first():
    places = [SEVERITIES.index(finding.severity) for finding in run_all(LOUD)]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == 3


def test_no_finding_accuses_or_leaves_a_blank():
    for finding in [*run_all(LOUD), *run_all(amina(opening_pence=-10000000))]:
        for words in (finding.sentence, finding.what_to_do):
            assert not ACCUSING.search(words), words
            assert "{" not in words
            assert words.endswith((".", "?"))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_first_line_of_each_check_is_a_sentence_for_the_person(check):
    first = check.__doc__.splitlines()[0]
    assert first.endswith(".")
    assert not ACCUSING.search(first)
    assert len(check.__name__) <= 40, "it is stored with the finding"


def test_looking_twice_finds_the_same():
    assert run_all(LOUD) == run_all(LOUD)
