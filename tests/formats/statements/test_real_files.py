"""The collection of real and published statement files beside the repository, each with its expected outcome.

Expected figures come from the collection's EXPECTED.json. Where the reading here stands alone against it, the reason
stands in a comment.
"""

import json
from pathlib import Path

import pytest

from ownway.formats.statements import read_statement
from ownway.formats.statements.report import describe

REPO = Path(__file__).resolve().parents[3]
FILES = REPO.parent / "shared" / "standards" / "02-bank-statements"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the shared collection of statement files is not here")

CSV_WHOLE = [
    *(f"countinghouse/{bank}.csv" for bank in ("barclays", "hsbc", "lloyds", "monzo", "nationwide", "natwest")),
    "countinghouse/starling.csv",
    "countinghouse/santander.txt",
    "nationwide-transaction-parser/test-midata.csv",
    "nationwide-transaction-parser/test-statement.csv",
    "bank2ynab/20180226_12345678.csv",
    "bank2ynab/MonzoDataExport_February2018_2018-02-26_174335.csv",
    *(f"convertmystatements/uk/{bank}.csv" for bank in ("barclays", "hsbc-uk", "lloyds", "natwest", "santander-uk")),
]
OFX_WHOLE = [
    "countinghouse/statement.ofx",
    "bankfile/chase/blank-line-before-header-none-after.qfx",
    "bankfile/etrade/charset-none-with-encoding-usascii.ofx",
    "bankfile/lcl/check-without-payee.ofx",
    "bankfile/onpoint-community-credit-union/self-closing-memo-tag.ofx",
    "bankfile/template/ofx-1.0.2.ofx",
    "bankfile/unnamed-bank/amount-comma-decimal.ofx",
    "bankfile/unnamed-bank/blank-line-before-header.ofx",
    "bankfile/unnamed-bank/character-outside-latin1.ofx",
    "bankfile/unnamed-bank/charset-8859-1-without-iso-prefix.qfx",
    "bankfile/unnamed-bank/chknum-instead-of-checknum.ofx",
    "bankfile/unnamed-bank/mixed-case-trntype.ofx",
    "bankfile/unnamed-bank/tags-outside-spec.ofx",
    "bankfile/unnamed-bank/xml-declaration-ofx-2.ofx",
    "ofxparse/anzcc.ofx",
    "ofxparse/bank_medium.ofx",
    "ofxparse/checking.ofx",
    "ofxparse/suncorp.ofx",
]
REFUSED = {
    "nationwide-transaction-parser/bad-midata-1.csv": (4, "6 fields where 5 are expected"),
    "nationwide-transaction-parser/bad-midata-2.csv": (4, "4 fields where 5 are expected"),
    "nationwide-transaction-parser/bad-statement-1.csv": (6, "7 fields where 6 are expected"),
    "nationwide-transaction-parser/bad-statement-2.csv": (6, "5 fields where 6 are expected"),
    "convertmystatements/edge/date_format_mismatch.csv": (0, "can be read in two ways"),
    "ofxparse/bank_small.ofx": (0, "no bank statement"),
    "ofxparse/signon_success.ofx": (0, "no bank statement"),
    "ofxparse/error_message.ofx": (0, "answered with an error"),
    "ofxparse/multiple_accounts.ofx": (0, "2 accounts (9100, 9200)"),
    # ofxparse reads four lines to a ten thousandth of a dollar; it is an investment account, which holds no bank money.
    "ofxparse/fidelity-savings.ofx": (0, "investments"),
    # Damaged headers that both oracles refuse. The rows of the first are of two accounts; the others hold transfers only.
    "csv2ofx/converted/default.ofx": (0, "2 accounts"),
    "csv2ofx/converted/default_w_splits.ofx": (0, "no bank statement"),
    "csv2ofx/converted/mint.ofx": (0, "no bank statement"),
    # Layouts of other countries, or not statements at all.
    "bank2ynab/test_headers.csv": (1, "do not know this layout"),
    "csv2ofx/schwab-checking.csv": (1, "do not know this layout"),
    "csv2ofx/xero.csv": (1, "do not know this layout"),
}
# EXPECTED counts the "Opening balance" rows of no money as transactions. They are not: the same collection says so of
# Starling's ("a reader should report 3 real transactions"), and its index of Barclays ("7 (+1 opening row)").
OPENING_ROW_COUNTED = ("convertmystatements/uk/", "countinghouse/starling.csv")


@pytest.fixture(scope="module")
def expected():
    return json.loads((FILES / "EXPECTED.json").read_text(encoding="utf-8"))["files"]


def read(path, **options):
    return read_statement((FILES / path).read_bytes(), name=Path(path).name, **options)


@pytest.mark.parametrize("path", CSV_WHOLE)
def test_a_banks_csv_is_read_to_the_penny(path, expected):
    told, wanted = describe(read(path)), expected[path]
    assert told["outcome"] == "whole"
    one_more = 1 if path.startswith(OPENING_ROW_COUNTED) else 0
    assert told["transaction_count"] == wanted["transaction_count"] - one_more
    assert float_free(told["sum"]) == float_free(wanted["sum"])
    assert told["opening_balance"] == wanted.get("opening_balance")
    assert told["closing_balance"] == wanted.get("closing_balance")
    assert told["reconciles"] == wanted.get("reconciles")
    assert told["running_balance_breaks_at_row"] == wanted.get("running_balance_breaks_at_row", [])
    if wanted["transaction_count"] > 1:  # EXPECTED gives an order to a single row too, which has none
        assert told["row_order"] == wanted.get("row_order", told["row_order"])


@pytest.mark.parametrize("path", OFX_WHOLE)
def test_an_ofx_file_is_read_as_the_oracles_that_can_read_it_do(path, expected):
    statement = read(path, currency=None)
    told = describe(statement)
    assert told["outcome"] == "whole"
    oracles = [oracle for name in ("ofxparse_0_21", "ofxtools") for oracle in expected[path].get(name, [])]
    assert oracles, "at least one oracle reads each of these"
    for oracle in oracles:
        assert told["account"] == oracle["account_id"]
        assert told["currency"] == oracle["currency"].upper()
        assert told["transaction_count"] == oracle["transaction_count"]
        assert told["sum"] == oracle["sum"]
        assert told["closing_balance"] == (oracle["ledger_balance"] or told["closing_balance"])
        if "fitids" in oracle:
            assert [line.bank_id for line in statement.lines] == oracle["fitids"]


@pytest.mark.parametrize("path", REFUSED)
def test_a_bad_file_is_refused_with_its_line_and_reason_and_nothing_taken(path):
    place, words = REFUSED[path]
    statement = read(path, currency=None)
    assert statement.outcome == "refused"
    assert statement.lines == ()
    assert [problem.place for problem in statement.problems] == [place]
    assert words in statement.problems[0].reason


def test_the_line_that_is_wrong_is_kept_as_written(expected):
    path = "nationwide-transaction-parser/bad-midata-1.csv"
    wanted = ",".join(f'"{cell}"' for cell in expected[path]["bad_row"])
    assert read(path).problems[0].text == wanted


def test_a_statement_in_dollars_is_refused_where_pounds_are_wanted():
    statement = read("bankfile/template/ofx-1.0.2.ofx")
    assert statement.outcome == "refused"
    assert statement.problems[0].reason == "This statement is in USD. We can only take GBP."


def test_a_number_used_twice_is_set_aside_and_said():
    """EXPECTED: "flag, do not double count". The running balance says that both happened, so a person decides."""
    statement = read("convertmystatements/edge/duplicate_transactions.csv")
    assert (statement.outcome, len(statement.lines), statement.sum_pence) == ("in part", 1, -12000)
    assert [(problem.place, problem.stops) for problem in statement.problems] == [(3, False)]
    assert statement.reconciles is False


def test_what_is_spent_on_a_card_is_money_out():
    """EXPECTED has +20.59 and says "positive = spend"; two programs that read this layout call the last column debit."""
    statement = read("bank2ynab/statement_1.csv")
    assert (statement.bank, statement.outcome, statement.sum_pence) == ("Barclaycard", "whole", -2059)


def test_a_bank_with_accounts_in_euros_and_in_pounds_leaves_the_currency_open(expected):
    told = describe(read("bank2ynab/test_BOI_TransactionExport.csv"))
    wanted = expected["bank2ynab/test_BOI_TransactionExport.csv"]
    assert (told["bank"], told["currency"], told["transaction_count"], told["sum"]) == (
        wanted["bank"],
        "",
        wanted["transaction_count"],
        wanted["sum"],
    )


def test_a_byte_order_mark_is_no_part_of_the_first_heading():
    assert describe(read("convertmystatements/edge/utf8_bom.csv"))["sum"] == "-420.00"


def test_a_long_memo_survives():
    line = read("convertmystatements/edge/long_memo.csv").lines[0]
    assert len(line.reference) > 255
    assert line.reference.endswith("audit readiness.")


def test_an_empty_balance_column_leaves_adding_up_untold():
    statement = read("convertmystatements/edge/missing_balance.csv")
    assert (statement.outcome, statement.sum_pence, statement.reconciles) == ("whole", 45000, None)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("bankfile/unnamed-bank/character-outside-latin1.ofx", "ANON UPRAVA č ANON MEMO"),
        ("bankfile/unnamed-bank/xml-declaration-ofx-2.ofx", "ANON ÉNERGIE ANON MEMO"),
        ("bankfile/onpoint-community-credit-union/self-closing-memo-tag.ofx", "ANON MERCHANT"),
        ("bankfile/lcl/check-without-payee.ofx", ""),
        ("ofxparse/suncorp.ofx", "EFTPOS WDL HANDYWAY ALDI STORE EFTPOS WDL HANDYWAY ALDI STORE GEELONG WEST VICAU"),
    ],
)
def test_words_come_out_whole(path, words):
    assert read(path, currency=None).lines[0].words == words


def test_a_vendors_balance_tag_is_not_taken_for_money():
    line = read("bankfile/unnamed-bank/tags-outside-spec.ofx", currency=None).lines[0]
    assert (line.pence, line.balance_pence) == (-1000, None)


def float_free(text):
    """ "-10" and "-10.00" as the same whole pence."""
    pounds, _, pence = text.partition(".")
    sign = -1 if pounds.startswith("-") else 1
    return sign * (abs(int(pounds)) * 100 + int((pence or "0").ljust(2, "0")))
