"""When wages go on for more than a quarter and no tax is seen, the person is asked, and often nothing is due."""

from dataclasses import replace
from datetime import date

from tests.rules.quiet_account import QUIET, amina, only

from ownway.rules.account import TAX, WAGES, AccountLine
from ownway.rules.checks import tax_not_seen

# Statements end on 31 May 2026; 110 days before it is 10 February 2026.


def test_tax_paid_every_quarter_is_quiet():
    assert tax_not_seen(QUIET) == []


def test_wages_without_tax_are_asked_about():
    finding = only(tax_not_seen(amina(without=TAX)))
    assert finding.sentence == ("Wages were paid from this account, and we have not seen tax paid to HMRC for them.")
    assert finding.severity == "please look"
    assert finding.what_to_do.startswith("Often no tax is due, or the payroll service pays it.")
    # Wages after 10 February: 13 February, 13 March, 10 April, 8 May.
    assert finding.lines == ("carys-9", "carys-10", "carys-11", "carys-12")


def test_tax_paid_too_long_ago_is_not_for_these_wages():
    def paid_on(day):
        return amina(without=TAX, and_line=AccountLine("hmrc", day, -10000, "HMRC", TAX))

    assert len(tax_not_seen(paid_on(date(2026, 2, 10)))) == 1
    assert tax_not_seen(paid_on(date(2026, 2, 11))) == []


def test_tax_given_back_is_not_tax_paid():
    assert len(tax_not_seen(amina(without=TAX, and_line=AccountLine("hmrc", date(2026, 5, 1), 100, "HMRC", TAX)))) == 1


def test_a_pa_who_started_this_quarter_is_too_early_to_ask_about():
    lines = tuple(line for line in QUIET.lines if line.matched_kind != TAX and line.on > date(2026, 2, 10))
    assert tax_not_seen(replace(QUIET, lines=lines)) == []


def test_a_pa_who_left_before_this_quarter_is_not_asked_about():
    lines = tuple(
        line for line in amina(without=TAX).lines if line.matched_kind != WAGES or line.on <= date(2026, 2, 10)
    )
    assert tax_not_seen(replace(QUIET, lines=lines)) == []


def test_only_an_employer_is_asked_and_only_about_days_with_statements():
    assert tax_not_seen(amina(without=TAX, employs_pa=False)) == []
    assert tax_not_seen(amina(without=TAX, statements=())) == []
