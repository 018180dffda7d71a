"""Money that left for a payment, and money that came back, as the bank booked it."""

from datetime import date

import pytest
from tests.formats.payments.echoes.answers import AMINA, BRIAN, camt054, detail, entry
from tests.formats.payments.made_up import STANDARDS, WITHOUT_STANDARDS

from ownway.formats.payments.echoes import Outcome, read_echoes

SAMPLES = STANDARDS / "mock-bank" / "external"


def test_a_payment_that_came_back_says_why_and_when():
    file = read_echoes(camt054(entry(detail())))
    (echo,) = file.echoes
    assert (echo.outcome, echo.end_to_end_id, echo.code) == (Outcome.RETURNED, AMINA, "AC04")
    assert (echo.amount_pence, echo.on, echo.account) == (31240, date(2026, 12, 3), "66374958")
    assert echo.bank_id == "BANK-7"
    assert (file.kind, file.version, file.is_whole) == ("camt.054", "camt.054.001.08", True)


def test_money_out_is_a_payment_that_was_made():
    (echo,) = read_echoes(camt054(entry(detail(reason=""), way="DBIT"))).echoes
    assert (echo.outcome, echo.amount_pence) == (Outcome.SETTLED, 31240)


def test_money_in_that_is_no_return_is_left_out():
    file = read_echoes(camt054(entry(detail(reason=""))))
    assert (file.echoes, file.left_out, file.problems) == ((), 1, ())


@pytest.mark.parametrize(
    "more",
    [
        "<RvslInd>true</RvslInd>",
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>",
    ],
)
def test_a_return_is_known_also_where_the_bank_gives_no_reason(more):
    (echo,) = read_echoes(camt054(entry(detail(reason=""), more=more))).echoes
    assert (echo.outcome, echo.code) == (Outcome.RETURNED, "")


def test_an_entry_of_many_payments_is_taken_apart():
    # 312.40 + 0.05 = 312.45
    file = read_echoes(camt054(entry(detail(), detail(BRIAN, "0.05", "MD07", "88837491"), pounds="312.45")))
    assert [(echo.place, echo.end_to_end_id, echo.amount_pence, echo.code) for echo in file.echoes] == [
        (1, AMINA, 31240, "AC04"),
        (2, BRIAN, 5, "MD07"),
    ]


def test_payments_that_do_not_come_to_their_entry_are_set_aside():
    file = read_echoes(camt054(entry(detail(), detail(BRIAN, "0.05"), pounds="312.46")))
    (problem,) = file.problems
    assert (problem.where, problem.code, file.echoes) == ("entry 1", "AM10", ())
    assert "£312.46" in problem.message
    assert "£312.45" in problem.message


def test_an_entry_of_one_payment_without_an_amount_of_its_own_lends_it():
    bare = detail().replace("<Amt Ccy='GBP'>312.40</Amt>", "")
    assert [echo.amount_pence for echo in read_echoes(camt054(entry(bare))).echoes] == [31240]


def test_the_second_version_is_read_too():
    # There an entry's status is bare, and an amount stands in AmtDtls.
    old = detail().replace(
        "<Amt Ccy='GBP'>312.40</Amt>", "<AmtDtls><TxAmt><Amt Ccy='GBP'>312.40</Amt></TxAmt></AmtDtls>"
    )
    (echo,) = read_echoes(camt054(entry(old, status="BOOK"), version="02")).echoes
    assert (echo.outcome, echo.amount_pence) == (Outcome.RETURNED, 31240)


def test_what_is_not_booked_yet_decides_nothing():
    file = read_echoes(camt054(entry(detail(), status="<Cd>PDNG</Cd>")))
    assert (file.echoes, file.left_out) == ((), 1)
    assert file.problems[0].level == "warning"
    assert file.is_whole


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (entry(detail(currency="EUR"), currency="EUR"), "Amt"),
        (entry(detail(currency="EUR")), "Amt"),
        (entry(detail(pounds="312.405")), "Ntry"),
        (entry(detail(), on="2026-02-30"), "Ntry"),
        (entry(detail(), on=""), "BookgDt"),
    ],
)
def test_what_cannot_be_read_exactly_is_set_aside_and_said(bad, field):
    file = read_echoes(camt054(bad, entry(detail(BRIAN, "0.05"), pounds="0.05")))
    assert [(problem.where, problem.field) for problem in file.problems] == [("entry 1", field)]
    assert [echo.end_to_end_id for echo in file.echoes] == [BRIAN]
    assert file.is_taken
    assert not file.is_whole


@pytest.mark.skipif(not SAMPLES.exists(), reason=WITHOUT_STANDARDS)
def test_what_others_wrote_is_read():
    notification = read_echoes((SAMPLES / "camt.054.001.08-notification.xml").read_bytes())
    assert (notification.kind, notification.left_out) == ("camt.054", 1)  # €1,500.00 that came in
    assert [problem.code for problem in notification.problems] == ["AM03"]  # $42.50 that went out
