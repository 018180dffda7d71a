"""Why a payment came back, in plain words, and with care where somebody may have died."""

import json

import pytest
from tests.formats.payments.made_up import STANDARDS, WITHOUT_STANDARDS

from ownway.formats.payments.echoes import Echo, Outcome, Step, reason_for
from ownway.formats.payments.echoes import reasons as table
from ownway.ground.design import plain

CODES = STANDARDS / "external_codes_2Q2026_v3.json"
ALL = [reason for group in (table._ISO, *table._BACS.values()) for reason in group.values()]


def echo(code, said=""):
    return Echo(place=1, outcome=Outcome.RETURNED, code=code, said=said)


@pytest.mark.parametrize(
    ("kind", "code", "words", "step"),
    [
        ("pain.002", "AC04", "The account is closed.", Step.CHECK_ACCOUNT),
        ("camt.054", "AC01", "The account number cannot be right.", Step.CHECK_ACCOUNT),
        ("camt.054", "AM04", "There was not enough money in the council’s account.", Step.OUR_FILE),
        ("camt.054", "ac04", "The account is closed.", Step.CHECK_ACCOUNT),
        ("ARUCS", "B", "The account is closed.", Step.CHECK_ACCOUNT),
        ("ARUCS", "5", "The bank has no account with this number.", Step.CHECK_ACCOUNT),
        ("AWACS", "3", "The payment arrived, but the account has another number now.", Step.NEW_ACCOUNT),
        ("ADDACS", "1", "The person cancelled the direct debit.", Step.ASK_BANK),
    ],
)
def test_a_reason_is_said_with_what_to_do_next(kind, code, words, step):
    reason = reason_for(kind, echo(code))
    assert (reason.words, reason.step) == (words, step)
    assert reason.next_words


@pytest.mark.parametrize(("kind", "code"), [("camt.054", "MD07"), ("ARUCS", "2"), ("ADDACS", "2")])
def test_a_death_is_a_belief_of_the_bank_and_nobody_writes_about_it(kind, code):
    reason = reason_for(kind, echo(code))
    assert reason.words.startswith("The bank believes")
    assert reason.step is Step.GENTLY
    assert "Banks can be wrong" in reason.next_words
    assert reason.for_person == ""  # it is not for a page to tell


def test_words_count_where_a_report_gives_a_number_of_its_own():
    assert reason_for("ARUCS", echo("1031", "BENEFICIARY DECEASED")).step is Step.GENTLY
    assert reason_for("ARUCS", echo("1029", "Account Closed")).words == "The account is closed."


def test_a_code_without_words_of_ours_is_named():
    reason = reason_for("camt.054", echo("ZZ99"))
    assert "ZZ99" in reason.words
    assert reason.step is Step.ASK_BANK


def test_no_code_at_all_is_said_too():
    assert reason_for("camt.054", echo("")).words == "The bank does not say why."


@pytest.mark.skipif(not CODES.exists(), reason=WITHOUT_STANDARDS)
def test_every_published_code_is_said_and_ours_are_all_published():
    published = json.loads(CODES.read_text())["definitions"]
    codes = {*published["ExternalReturnReason1Code"]["enum"], *published["ExternalStatusReason1Code"]["enum"]}
    assert all(reason_for("camt.054", echo(code)).words for code in codes)
    assert set(table._ISO) - codes == set()
    assert len(set(table._ISO)) >= 90


@pytest.mark.parametrize("reason", ALL, ids=lambda reason: reason.words)
def test_it_is_plain_and_never_harsh(reason):
    said = f"{reason.words} {reason.next_words} {reason.for_person}"
    assert plain.harsh_words(said) == []
