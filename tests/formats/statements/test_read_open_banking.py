"""Answers of the Open Banking UK API come in as lines: exact money, the day as written, and what is left out said."""

import io
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.statements import open_banking_samples as api

from ownway.formats.statements import read_statement
from ownway.formats.statements.open_banking import looks_like_open_banking
from ownway.formats.statements.source import Source

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def only(*transactions, **asked):
    return api.read(api.answer(*transactions, **asked))


def test_a_month_is_read_to_the_penny_through_the_door():
    statement = read_statement(json.dumps(api.september()).encode(), name="statement.txt")
    assert (statement.kind, statement.layout, statement.outcome) == ("Open Banking", "Open Banking 4", "whole")
    assert (statement.account, statement.currency) == ("80200110203345", "GBP")
    assert [(line.on, line.pence, line.bank_id) for line in statement.lines] == [
        (date(2026, 9, 4), -41250, "T1"),
        (date(2026, 9, 7), 64000, "T2"),
        (date(2026, 9, 30), -699, "T3"),
    ]
    # by hand: 1000.00 - 412.50 + 640.00 - 6.99 = 1220.51
    assert (statement.opening_pence, statement.sum_pence, statement.closing_pence) == (100000, 22051, 122051)
    assert statement.reconciles is True


def test_version_3_has_other_words_for_the_same():
    old = api.september(Status="Booked")
    old["Data"]["Balance"][0]["Type"], old["Data"]["Balance"][1]["Type"] = "OpeningBooked", "ClosingBooked"
    lines, reading = api.read(old)
    assert ([line.pence for line in lines], reading.layout) == ([-41250, 64000, -699], "Open Banking 3.1")
    assert (reading.parts[0].opening_pence, reading.parts[0].closing_pence) == (100000, 122051)


def test_the_words_are_the_shop_and_what_the_bank_tells():
    (line,), _ = only(
        api.transaction(
            MerchantDetails={"MerchantName": "City  Cabs", "MerchantCategoryCode": "4121"},
            TransactionInformation="Trip home",
            TransactionReference="Ref 7",
            BankTransactionCode={"Code": "ICDT", "SubCode": "DMCT"},
        )
    )
    assert (line.words, line.payee, line.reference) == ("City Cabs Trip home", "City Cabs", "Ref 7")
    assert (line.type, line.bank_id, line.place) == ("ICDT-DMCT", "T1", 1)


def test_the_other_side_is_the_name_beside_its_account():
    both = {"CreditorAccount": {"Name": "Carys Price"}, "DebtorAccount": {"Name": "Riverton Council"}}
    (out,), _ = only(api.transaction(side="Debit", **both))
    (came,), _ = only(api.transaction(side="Credit", **both))
    assert (out.payee, came.payee) == ("Carys Price", "Riverton Council")
    (last,), _ = only(api.transaction(UltimateCreditor={"Name": "Brian"}))
    assert last.payee == "Brian"


def test_words_that_are_missing_are_taken_from_the_address_or_the_reference():
    bare = api.transaction(TransactionInformation=None, ProprietaryBankTransactionCode={"Code": "Transfer"})
    assert [(line.words, line.type) for line in only(bare)[0]] == [("", "Transfer")]
    assert only({**bare, "AddressLine": "High Street"})[0][0].words == "High Street"
    assert only({**bare, "TransactionReference": "R1"})[0][0].words == "R1"


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("PDNG", "are still pending; they will come in a later statement."),
        ("Pending", "are still pending; they will come in a later statement."),
        ("FUTR", "are still to come; they will come in a later statement."),
        ("RJCT", "were rejected, so no money moved."),
        ("Rejected", "were rejected, so no money moved."),
        ("INFO", "only tell of something and move no money."),
    ],
)
def test_what_is_not_booked_is_a_note_and_no_line(status, told):
    lines, reading = only(api.transaction("1.00", Status=status), api.transaction("2.00"))
    assert [(line.pence, line.place) for line in lines] == [(-200, 2)]
    assert (api.notes(reading), reading.problems) == ([f"1 transactions {told}"], [])


@pytest.mark.parametrize("moment", ["2026-09-07T23:59:59+05:00", "2026-09-07T00:00:00Z", "2026-09-07"])
def test_the_day_is_the_one_written_and_no_zone_moves_it(moment):
    assert only(api.transaction(BookingDateTime=moment))[0][0].on == date(2026, 9, 7)


@pytest.mark.parametrize(("amount", "pence"), [("8.20", 820), ("8.2", 820), ("8", 800), ("8.20000", 820), ("0.00", 0)])
def test_a_sum_is_exact(amount, pence):
    assert only(api.transaction(amount, "Credit"))[0][0].pence == pence


@pytest.mark.parametrize(
    "change",
    [
        {"Amount": {"Amount": "-8.20", "Currency": "GBP"}},
        {"Amount": {"Amount": "8.205", "Currency": "GBP"}},
        {"Amount": {"Amount": "8,20", "Currency": "GBP"}},
        {"Amount": {"Amount": "", "Currency": "GBP"}},
        {"Amount": {"Amount": None, "Currency": "GBP"}},
        {"Amount": {"Amount": True, "Currency": "GBP"}},
        {"Amount": "8.20"},
        {"Amount": None},
        {"Amount": {"Amount": "8.20"}},
        {"Amount": {"Amount": "8", "Currency": "JPY"}},
        {"CreditDebitIndicator": None},
        {"CreditDebitIndicator": "CREDIT"},
        {"Status": None},
        {"Status": "Done"},
        {"Status": ["BOOK"]},
        {"BookingDateTime": None},
        {"BookingDateTime": "2026-02-30T00:00:00Z"},
        {"BookingDateTime": "07/09/2026"},
        {"AccountId": None},
        {"TransactionInformation": "half \ud800"},
        {"TransactionInformation": "zero \0"},
        {"TransactionInformation": "x" * 100_001},
        {"Balance": {"Type": "ITBD", "CreditDebitIndicator": "Credit", "Amount": {"Amount": "1", "Currency": "EUR"}}},
    ],
)
def test_a_transaction_that_is_not_sure_refuses_the_file_with_its_place(change):
    lines, reading = only(api.transaction("1.00"), api.transaction(**change))
    assert ([line.pence for line in lines], reading.is_refused) == ([-100], True)
    assert [problem.place for problem in reading.problems] == [2]


def test_money_of_another_currency_than_the_accounts_is_refused():
    other = api.transaction(Amount={"Amount": "8.20", "Currency": "EUR"})
    _, reading = only(api.transaction(), other)
    assert api.reasons(reading) == [(2, "This entry is in EUR, and the account is in GBP.")]


def test_sums_written_as_numbers_are_read_figure_by_figure_and_said():
    text = json.dumps(api.answer(api.transaction("F1"), api.transaction("F2")))
    # a float would make 12345678901.10 of the first, one penny more, and lose the second nought of the other
    (first, second), reading = api.read(text.replace('"F1"', "12345678901.09").replace('"F2"', "5.10"))
    assert (first.pence, second.pence) == (-1234567890109, -510)
    words = "2 sums are written as numbers instead of text. They were read figure by figure, so they are exact."
    assert (api.notes(reading), reading.problems) == ([words], [])


@pytest.mark.parametrize("number", ["1e2", "-5.10", "5.105", "12E-1", "NaN", "Infinity", "9" * 5000])
def test_a_number_that_is_no_plain_sum_is_refused(number):
    _, reading = api.read(json.dumps(api.answer(api.transaction("F1"))).replace('"F1"', number))
    assert reading.is_refused


def test_a_running_balance_is_kept_when_it_is_a_booked_one():
    def after(kind):
        said = {"Type": kind, "CreditDebitIndicator": "Debit", "Amount": {"Amount": "3.00", "Currency": "GBP"}}
        return only(api.transaction(Balance=said))[0][0].balance_pence

    kinds = ("ITBD", "InterimBooked", "CLBD", "InterimAvailable", "ITAV")
    assert [after(kind) for kind in kinds] == [-300, -300, -300, None, None]


def test_a_balance_of_another_time_than_the_payments_is_said_and_not_used():
    """An API tells the balances of today beside payments of months: those prove nothing about their sum."""
    early = [api.balance("OPBD", "5.00", on="2026-09-08"), api.balance("CLBD", "6.00", on="2026-09-06")]
    _, reading = only(api.transaction(), balances=early)
    assert (reading.parts[0].opening_pence, reading.parts[0].closing_pence) == (None, None)
    assert len(api.notes(reading)) == 2
    _, reading = only(api.transaction(), balances=[api.balance("PRCD", "5.00", on="2026-09-07")])
    assert reading.parts[0].opening_pence is None  # it is that of the evening, after the payment
    _, reading = only(api.transaction(), balances=[api.balance("PRCD", "5.00", on="2026-09-06")])
    assert reading.parts[0].opening_pence == 500


def test_a_balance_that_cannot_be_read_is_said_and_not_used():
    _, reading = only(api.transaction(), balances=[{**api.balance("CLBD", "x"), "AccountId": "22289"}])
    assert reading.parts[0].closing_pence is None
    assert "A balance (CLBD) was not used." in api.notes(reading)[0]
    _, reading = only(
        api.transaction(), balances=[api.balance("CLBD", "1.00", currency="EUR")], accounts=[api.account()]
    )
    assert "It is in EUR, and the account is in GBP." in api.notes(reading)[0]


def test_several_accounts_are_refused_and_still_described():
    said = api.answer(api.transaction("1.00"), api.transaction("2.00", AccountId="22290"))
    statement = read_statement(json.dumps(said).encode(), name="x")
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert [(part.account, part.line_count, part.sum_pence) for part in statement.parts] == [
        ("22289", 1, -100),
        ("22290", 1, -200),
    ]


def test_an_account_without_a_transaction_is_no_second_account():
    lines, reading = only(api.transaction(), accounts=[api.account(), api.account("22290", "11112222")])
    assert (len(lines), [part.id for part in reading.parts]) == (1, ["22289"])
    assert api.notes(reading) == ["1 other accounts are named, without a transaction."]


@pytest.mark.parametrize("links", [{"Next": "https://x/2"}, {"Prev": "https://x/1"}])
def test_one_page_of_several_says_that_payments_are_missing(links):
    _, reading = only(api.transaction(), links=links)
    told = "This file is one page of several. The other pages are needed to see every payment."
    assert (api.reasons(reading), reading.is_refused) == ([(0, told)], False)


def test_the_number_of_pages_tells_it_too():
    _, reading = only(api.transaction(), TotalPages=3)
    assert "This file is 1 of 3 pages." in api.reasons(reading)[0][1]


def test_all_pages_in_one_list_are_whole_wherever_the_balances_stand():
    first = api.answer(api.transaction("1.00"), links={"Next": "https://x/2"}, TotalPages=2)
    second = api.answer(api.transaction("2.00"), links={"Prev": "https://x/1"}, TotalPages=2)
    balances = {"Data": {"Balance": [api.balance("CLBD", "9.00")]}, "Links": api.LINKS}
    lines, reading = api.read([first, second, balances])
    assert ([line.pence for line in lines], reading.problems) == ([-100, -200], [])
    assert reading.parts[0].closing_pence == 900
    assert api.read([first, balances])[1].problems


def test_accounts_or_balances_alone_are_no_statement():
    for data in ({"Account": [api.account()]}, {"Balance": [api.balance("CLBD", "1.00")]}, {"Transaction": {}}):
        _, reading = api.read({"Data": data})
        assert api.reasons(reading) == [(0, "The file tells of accounts or balances, and holds no transactions.")]


def test_a_month_without_a_payment_is_whole():
    lines, reading = only(accounts=[api.account()])
    assert (lines, reading.problems, reading.parts[0].line_count) == ([], [], 0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"Data": {"Transaction": [', "not whole JSON"),
        ('{"Data": {"Transaction": []}} x', "not whole JSON"),
        ('{"Data": {"Transaction": [], "Transaction": []}}', "says “Transaction” twice"),
        ('{"Data": {"Transaction": ' + "[" * 200_000, "deeper than any bank"),
        ('{"Data": {"Transaction": ' + '{"a":' * 200_000, "deeper than any bank"),
        (b'{"Data": {"Transaction": ["\xff"]}}', "not in UTF-8"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(text, reason):
    _, reading = api.read(text)
    assert reason in reading.problems[0].reason


def test_a_file_that_does_not_fit_in_memory_is_refused():
    text = json.dumps(api.september()) + " " * 30_000_000
    assert "larger than 30 MB" in api.read(text)[1].problems[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_json_are_read(encoding):
    text = json.dumps(api.answer(api.transaction(TransactionInformation="Zoë £5")), ensure_ascii=False)
    assert api.read(text.encode(encoding))[0][0].words == "Zoë £5"


@pytest.mark.parametrize(
    "text", ['{"name": "x"}', '[{"amount": 1}]', 'Date,"Data": {"Account":', "<Data>", '{"Data": []}']
)
def test_other_files_do_not_look_like_it(text):
    assert not looks_like_open_banking(Source(io.BytesIO(text.encode()), name="open-banking.json"))


@SLOW
@given(
    st.lists(
        st.tuples(st.integers(0, 10**12), st.booleans(), st.dates(date(1990, 1, 1), date(2100, 12, 31))), max_size=20
    )
)
def test_any_month_comes_back_as_it_was_written(month):
    said = [
        api.transaction(
            f"{pence // 100}.{pence % 100:02d}", "Credit" if is_in else "Debit", BookingDateTime=f"{on}T00:00:00Z"
        )
        for pence, is_in, on in month
    ]
    lines, reading = only(*said)
    assert [(line.on, line.pence) for line in lines] == [(on, pence if is_in else -pence) for pence, is_in, on in month]
    assert reading.problems == []


WHOLE = json.dumps(api.september()).encode()
DAMAGE = st.sampled_from(
    [b"", b'"', b"{", b"}", b"[", b"]", b",", b"null", b"0", b"\\ud800", b"\xff", b"\\u0000", b"true"]
)


@SLOW
@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 20), DAMAGE), min_size=1, max_size=4))
def test_damage_never_raises_and_is_never_kept_where_a_database_could_not(changes):
    data = WHOLE
    for at, many, new in changes:
        data = data[:at] + new + data[at + many :]
    lines, reading = api.read(data)
    for words in (
        *(line.words for line in lines),
        *(p.text for p in reading.problems),
        *(p.account for p in reading.parts),
    ):
        words.encode()
        assert "\0" not in words


@SLOW
@given(st.integers(0, len(WHOLE) - 1))
def test_a_file_cut_anywhere_is_refused(until):
    assert api.read(WHOLE[:until])[1].is_refused


@SLOW
@given(st.recursive(st.none() | st.booleans() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["Data", "Transaction", "Balance", "Account", "AccountId", "Amount", "Links", "Meta", "TotalPages", "Status"]), inner, max_size=4), max_leaves=20))  # fmt: skip
def test_any_json_at_all_is_answered(said):
    lines, reading = api.read({"Data": said})
    assert reading.is_refused == any(problem.stops for problem in reading.problems)
    assert reading.is_refused or sum(part.line_count for part in reading.parts) == len(lines)
