"""The Bacs reports as XML. ARUCS and AWACS are written here in the form of their sisters: no real one is public."""

from datetime import date

import pytest
from tests.formats.payments.echoes.answers import advice, arucs, messaging, returned_item

from ownway.formats.payments.echoes import Outcome, read_echoes


def test_a_returned_credit_says_who_how_much_and_why():
    file = read_echoes(arucs(returned_item()))
    assert (file.kind, file.message_id, file.made_on, file.is_whole) == ("ARUCS", "42", date(2026, 12, 2), True)
    (echo,) = file.echoes
    assert (echo.outcome, echo.reference, echo.amount_pence) == (Outcome.RETURNED, "DIRECT PAYMENT", 31240)
    assert (echo.sort_code, echo.account, echo.name) == ("089999", "66374958", "AMINA HUSSAIN")
    assert (echo.code, echo.said, echo.on) == ("B", "ACCOUNT CLOSED", date(2026, 12, 2))


def test_the_council_s_own_account_is_not_taken_for_the_person_s():
    (echo,) = read_echoes(arucs(returned_item())).echoes
    assert echo.account != "55779911"


def test_an_item_by_another_name_is_an_item_all_the_same():
    odd = returned_item().replace("ReturnedCreditItem", "UnappliedItem").replace("BeneficiaryAccount", "PayeeAccount")
    (echo,) = read_echoes(arucs(odd)).echoes
    assert (echo.account, echo.amount_pence) == ("66374958", 31240)


@pytest.mark.parametrize(
    ("totals", "codes"),
    [
        ('<Totals numberOf="2" valueOf="312.45" currency="GBP"/>', []),  # 312.40 + 0.05
        ('<Totals numberOf="3" valueOf="312.45" currency="GBP"/>', ["AM18"]),
        ('<Totals numberOf="2" valueOf="312.46" currency="GBP"/>', ["AM10"]),
    ],
)
def test_the_totals_are_held_against_the_items(totals, codes):
    file = read_echoes(arucs(returned_item(), returned_item(pounds="0.05"), totals=totals))
    assert [problem.code for problem in file.problems] == codes


@pytest.mark.parametrize(
    "item", [returned_item(pounds=""), returned_item(pounds="1,00"), returned_item(currency="EUR")]
)
def test_an_item_without_an_amount_in_pounds_is_set_aside(item):
    file = read_echoes(arucs(item, returned_item(pounds="0.05")))
    assert [(problem.where, problem.field) for problem in file.problems] == [("payment 1", "valueOf")]
    assert [(echo.place, echo.amount_pence) for echo in file.echoes] == [(2, 5)]
    assert not file.is_whole


def test_an_account_that_changed_comes_with_the_new_one():
    file = read_echoes(messaging(advice(), report="AWACS"))
    (echo,) = file.echoes
    assert (file.kind, echo.outcome) == ("AWACS", Outcome.CHANGED_ACCOUNT)
    assert (echo.sort_code, echo.account) == ("089999", "66374958")
    assert (echo.new_sort_code, echo.new_account) == ("107999", "88837491")
    assert echo.amount_pence is None


def test_an_account_that_changed_in_the_other_form_is_read_too():
    item = returned_item(code="3", words="ACCOUNT TRANSFERRED").replace(
        "</ReturnedCreditItem>", '<NewAccount sortCode="10-79-99" number="88837491"/></ReturnedCreditItem>'
    )
    (echo,) = read_echoes(arucs(item, report="AWACS")).echoes
    assert (echo.account, echo.new_sort_code, echo.new_account) == ("66374958", "107999", "88837491")


def test_a_direct_debit_that_changed_is_no_payment_of_ours():
    file = read_echoes(messaging(advice(reason="1", new="")))
    (echo,) = file.echoes
    assert (file.kind, echo.outcome, echo.code) == ("ADDACS", Outcome.INSTRUCTION, "1")
    assert (echo.name, echo.on, echo.new_account) == ("AMINA HUSSAIN", date(2026, 12, 2), "")


def test_direct_debits_are_known_by_their_payer_where_no_report_is_named():
    assert read_echoes(messaging(advice(), report="")).kind == "ADDACS"


@pytest.mark.parametrize("report", ["ARUDD", "AUDDIS"])
def test_reports_about_direct_debits_that_were_collected_are_refused(report):
    file = read_echoes(arucs(returned_item(), report=report))
    assert not file.is_taken
    assert report in file.problems[0].message


def test_another_bacs_document_is_refused():
    file = read_echoes(
        b"<BACSDocument><Data><InputReport><Header reportType='INPUT'/></InputReport></Data></BACSDocument>"
    )
    assert "ARUCS, AWACS or ADDACS" in file.problems[0].message
