"""Each line is found to be one thing, from what is agreed, who is known and the words; else it is not known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.journey.accounts.matching import (
    BankLine,
    Known,
    KnownAssistant,
    KnownHeading,
    KnownPayee,
    KnownPayment,
    Match,
    match_lines,
)
from ownway.journey.accounts.tidying import tidy_name
from ownway.rules.account import MATCHED_KINDS

PAY_DAY = date(2026, 8, 3)
SWIM, HOME = 1, 2
KNOWN = Known(
    payments=(KnownPayment(run_line_id=7, pay_on=PAY_DAY, pence=70_732),),
    contributions_pence=frozenset({8_000}),
    payees=(KnownPayee(id=5, matches="SHEAFDALE LEISURE", kind="heading", heading_id=SWIM),),
    headings=(
        KnownHeading(SWIM, ("Swimming, 3 hours a week",), frozenset({"activity"})),
        KnownHeading(HOME, ("Getting up my way", "Bluebell Care"), frozenset({"agency_hours", "insurance"})),
    ),
    assistants=(KnownAssistant("CARYS BEVAN", HOME),),
)


def line(words, pence, *, on=PAY_DAY, kind=""):
    return BankLine(on=on, pence=pence, words=words, type=kind, like=tidy_name(words))


def found(words, pence, **more):
    return match_lines([line(words, pence, **more)], known=KNOWN)[0]


@pytest.mark.parametrize(
    ("words", "pence", "match"),
    [
        ("SHEAFDALE COUNCIL", 70_732, Match("payment", run_line_id=7)),
        ("A OKAFOR STO", 8_000, Match("contribution")),
        ("CARD 0408 SHEAFDALE LIESURE", -650, Match("heading", SWIM, 5)),
        ("FPO CARYS BEVAN AUG WAGES", -62_400, Match("wages", HOME)),
        ("WAGES WEEK 31", -20_000, Match("wages")),
        ("HMRC PAYE CUMBERNAULD", -1_000, Match("tax")),
        ("ACME PAYROLL LTD", -1_500, Match("payroll")),
        ("CARE INSURANCE DD", -10_400, Match("insurance", HOME)),
        ("CASH WITHDRAWAL HIGH ST", -2_000, Match("cash")),
        ("BLUEBELL CARE INV 22", -9_000, Match("heading", HOME)),
        ("INTERNAL TRANSFER", -500, Match("transfer")),
        ("SOME SHOP", -325, Match()),
        ("SOMEBODY", 123, Match()),
        ("CASHMERE SHOP", -325, Match()),
        ("", -325, Match()),
    ],
)
def test_what_a_line_was(words, pence, match):
    assert found(words, pence) == match


@pytest.mark.parametrize(("days", "kind"), [(-3, "not_known"), (-2, "payment"), (5, "payment"), (6, "not_known")])
def test_a_payment_comes_near_its_day(days, kind):
    assert found("COUNCIL", 70_732, on=PAY_DAY + timedelta(days=days)).kind == kind


def test_a_payment_is_the_line_nearest_to_its_day():
    late, on_the_day = line("COUNCIL", 70_732, on=PAY_DAY + timedelta(days=2)), line("COUNCIL", 70_732)
    assert [each.run_line_id for each in match_lines([late, on_the_day], known=KNOWN)] == [None, 7]


def test_what_somebody_said_of_a_name_wins_over_the_words():
    payee = KnownPayee(id=6, matches=tidy_name("HMRC PAYE"), kind="transfer", heading_id=None)
    assert match_lines([line("HMRC PAYE 123", -100)], known=Known(payees=(payee,)))[0] == Match("transfer", None, 6)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("FPO CARYS BEVAN 01SEP26 REF 7731", "CARYS BEVAN"),
        ("Card Payment to Tesco Stores 3297 ON 01 SEP", "TESCO STORES"),
        ("Café Zoë’s", "CAFE ZOES"),
        ("12345", "12345"),
        ("", ""),
    ],
)
def test_a_name_is_tidied(words, name):
    assert tidy_name(words) == name


words = st.sampled_from(
    ["COUNCIL", "CARYS BEVAN", "HMRC", "SHOP", "ATM", "SHEAFDALE LEISURE", "A OKAFOR", "\x00", "=1"]
)
lines = st.builds(
    line,
    words,
    st.sampled_from([70_732, 8_000, -650, -1, 1]),
    on=st.dates(PAY_DAY - timedelta(days=9), PAY_DAY + timedelta(days=9)),
)


@given(st.lists(lines, max_size=30))
def test_every_line_is_one_thing_and_a_payment_is_one_line(several):
    matches = match_lines(several, known=KNOWN)
    assert len(matches) == len(several)
    assert {each.kind for each in matches} <= set(MATCHED_KINDS)
    assert sum(each.run_line_id is not None for each in matches) <= 1
    assert all((each.heading_id is not None) or each.kind != "heading" for each in matches)
