"""A QIF file is read record by record, and what QIF does not say is told and not guessed."""

from datetime import date

import pytest

from ownway.formats.statements import read_statement

# The September of samples.py: -412.50 + 640.00 - 8.20 - 8.20 - 6.99 = 204.11
AMINA = """!Type:Bank
D04/09/2026
T-412.50
PCARYS PRICE
MWAGES AUG
^
D07/09/2026
T640.00
PRIVERTON COUNCIL
MDP 4471
N1002
^
D07/09/2026
T-8.20
PCITY CABS
^
D07/09/2026
T-8.20
PCITY CABS
^
D30/09/2026
T-6.99
PGOOD COVER POL88
^
"""


def read(text, **options):
    return read_statement(text.encode(), name="x", **options)


def record(rows, *, heading="!Type:Bank"):
    """A file of one record, and a second one that shows that the day comes first."""
    return read(f"{heading}\n{rows}\n^\nD31/01/2026\nT1.00\nPEND\n^\n")


def test_it_reads_the_month():
    statement = read(AMINA)
    assert (statement.outcome, statement.kind, statement.sum_pence) == ("whole", "QIF", 20411)
    assert [(line.on, line.pence) for line in statement.lines] == [
        (date(2026, 9, 4), -41250),
        (date(2026, 9, 7), 64000),
        (date(2026, 9, 7), -820),
        (date(2026, 9, 7), -820),
        (date(2026, 9, 30), -699),
    ]


def test_every_line_keeps_its_place_in_the_file():
    assert [line.place for line in read(AMINA).lines] == [2, 7, 13, 17, 21]


def test_a_line_keeps_its_words_payee_and_number():
    line = read(AMINA).lines[1]
    assert (line.words, line.payee, line.reference) == ("RIVERTON COUNCIL DP 4471", "RIVERTON COUNCIL", "1002")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_gives_the_same(end):
    assert read(AMINA.replace("\n", end)).lines == read(AMINA).lines


def test_a_file_without_a_last_line_end_is_whole():
    assert read(AMINA.rstrip("\n")).lines == read(AMINA).lines


def test_it_says_what_qif_leaves_out():
    assert read(AMINA).notes[-1].words == "QIF does not say which currency it is in, nor the balance at the end."
    assert (read(AMINA).currency, read(AMINA).reconciles) == ("", None)


@pytest.mark.parametrize(
    ("written", "pence"),
    [("2,000.00", 200000), ("-1,234.56", -123456), ("+5.5", 550), ("100", 10000), ("£3.20", 320), (" 7.00 ", 700)],
)
def test_amounts(written, pence):
    assert record(f"D02/01/2026\nT{written}").lines[0].pence == pence


@pytest.mark.parametrize("written", ["12,34", "1.234", "ten", "", "1.00-", "1e3"])
def test_an_amount_that_is_not_plain_refuses_the_file(written):
    statement = record(f"D02/01/2026\nT{written}\nPCARYS")
    assert (statement.outcome, statement.problems[0].place, statement.lines) == ("refused", 2, ())


def test_an_amount_may_be_written_once_more_for_newer_programs():
    assert record("D02/01/2026\nU-10.00\nT-10.0").lines[0].pence == -1000
    assert record("D02/01/2026\nU-10.00").lines[0].pence == -1000


def test_two_amounts_that_differ_refuse_the_file():
    assert "two amounts" in record("D02/01/2026\nU-10.00\nT-11.00").problems[0].reason


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("T1.00\nPCARYS", "no date"),
        ("D\nT1.00", "no date"),
        ("D02/01/2026\nPCARYS", "no amount"),
        ("D30/02/2026\nT1.00", "not a day in the calendar"),
        ("Dsoon\nT1.00", "is not a date"),
        ("D02/01/2026\nT1.00\nD03/01/2026\nT2.00", "run together"),
        ("D02/01/2026\nT1.00\nPA\nD03/01/2026", "run together"),
        ("D02/01/2026\nT1.00\n!Type:Cash", "may be missing"),
    ],
)
def test_a_record_that_cannot_be_read_refuses_the_file(rows, reason):
    statement = record(rows)
    assert (statement.outcome, statement.problems[0].place) == ("refused", 2)
    assert reason in statement.problems[0].reason
    assert statement.problems[0].text == rows


def test_a_file_that_stops_in_a_record_is_refused():
    statement = read(AMINA.removesuffix("^\n"))
    assert (statement.outcome, statement.problems[0].place) == ("refused", 21)
    assert "cut short" in statement.problems[0].reason


def test_a_record_above_any_heading_is_refused():
    statement = read("# a remark\nD13/01/2026\nT1.00\n^\n!Type:Bank\nD14/01/2026\nT1.00\n^\n")
    assert (statement.outcome, statement.problems[0].place) == ("refused", 2)


def test_remarks_and_blank_lines_are_passed_over():
    statement = read("# a remark\n\n!Type:Bank \n\nD14/01/2026\n\nT1.00\n^ \n\n\nD15/01/2026\nT2.00\n^\n\n")
    assert (statement.outcome, [line.place for line in statement.lines]) == ("whole", [5, 11])


@pytest.mark.parametrize("kind", ["Bank", "Cash", "CCard", "Oth A", "Oth L", "bank", "CCARD"])
def test_accounts_of_money_are_read(kind):
    assert record("D02/01/2026\nT1.00", heading=f"!Type:{kind}").outcome == "whole"


def test_what_is_split_must_add_up():
    rows = "D02/01/2026\nT-10.00\nPSHOP\nSFood\nEbread\n$-4.00\nSHome\n$-{rest}"
    assert record(rows.format(rest="6.00")).outcome == "whole"
    statement = record(rows.format(rest="5.99"))
    assert (statement.outcome, statement.lines[0].pence) == ("in part", -1000)
    assert "come to -9.99, and the line is -10.00" in statement.problems[0].reason


def test_a_day_inside_what_is_split_is_not_the_day_of_the_line():
    assert record("D02/01/2026\nT-10.00\nSFood\nD01/01/2026\n$-10.00").lines[0].on == date(2026, 1, 2)


def test_a_part_that_cannot_be_read_is_told():
    assert "part of this line cannot be read" in record("D02/01/2026\nT-1.00\nSFood\n$-x").problems[0].reason


def test_the_balance_that_an_account_opens_with_is_no_line():
    statement = record("D01/01/2026\nT1,000.00\nCX\nPOpening Balance\nL[Current account]")
    assert (statement.opening_pence, len(statement.lines)) == (100000, 1)
    assert (statement.notes[1].place, statement.notes[1].words) == (2, "The balance at the start.")


def test_a_payee_called_opening_balance_later_on_is_a_line():
    text = AMINA.replace("GOOD COVER POL88", "Opening Balance")
    assert (read(text).opening_pence, len(read(text).lines)) == (None, 5)


def test_the_account_is_the_one_named_above_its_lines():
    statement = read("!Account\nNMy current account\nTBank\n^\n" + AMINA)
    assert (statement.account, statement.outcome, statement.lines[0].place) == ("My current account", "whole", 6)


def test_a_list_of_accounts_names_none():
    listed = "!Option:AutoSwitch\n!Account\nNSavings\nTBank\n^\nNCurrent\nTBank\n^\n!Clear:AutoSwitch\n"
    statement = read(f"{listed}!Account\nNCurrent\nTBank\n^\n{AMINA}")
    assert (statement.account, len(statement.lines), len(statement.parts)) == ("Current", 5, 1)


def test_two_accounts_are_refused_and_told():
    statement = read(f"!Account\nNCurrent\n^\n{AMINA}!Account\nNSavings\n^\n{AMINA}")
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert "2 accounts (Current, Savings)" in statement.problems[0].reason
    assert [(part.account, part.line_count, part.sum_pence) for part in statement.parts] == [
        ("Current", 5, 20411),
        ("Savings", 5, 20411),
    ]


def test_two_kinds_of_account_without_a_name_are_two_accounts():
    statement = read(AMINA + AMINA.replace("Bank", "CCard"))
    assert "2 accounts (Bank, CCard)" in statement.problems[0].reason


def test_an_account_in_two_pieces_is_one():
    statement = read(AMINA + AMINA.replace("/09/", "/10/"))
    assert (statement.outcome, len(statement.lines), statement.sum_pence) == ("whole", 10, 40822)


def test_an_account_of_investments_is_refused():
    statement = read("!Type:Invst\nD14/01/2026\nNBuy\nYAPPLE\nT100.00\n^\n")
    assert "account of investments" in statement.problems[0].reason


def test_investments_beside_a_bank_account_are_left_out_and_told():
    statement = read(f"{AMINA}!Type:Invst\nD14/01/2026\nNBuy\nYAPPLE\nT100.00\n^\n")
    assert (statement.outcome, len(statement.lines)) == ("in part", 5)
    assert [(problem.place, "1 record of investments" in problem.reason) for problem in statement.problems] == [
        (26, True)
    ]


def test_lists_of_categories_are_passed_over():
    lists = "!Type:Cat\nNFood\nDWhat we eat\nE\n^\n!Type:Memorized\nKP\nT5.00\nPSHOP\n^\n"
    statement = read(lists + AMINA)
    assert (statement.outcome, len(statement.lines)) == ("whole", 5)


def test_a_part_of_the_file_nobody_knows_is_told():
    statement = read(f"{AMINA}!Type:Wishes\nD14/01/2026\nT5.00\n^\n")
    assert (statement.outcome, len(statement.lines)) == ("in part", 5)
    assert (statement.problems[0].place, "!Type:Wishes" in statement.problems[0].reason) == (25, True)


def test_no_account_at_all_is_refused():
    assert "no account of a bank" in read("!Type:Cat\nNFood\n^\n").problems[0].reason


def test_a_month_without_a_payment_is_whole():
    statement = read("!Type:Bank\n")
    assert (statement.outcome, statement.lines) == ("whole", ())


def test_more_accounts_than_anybody_has_are_refused():
    text = "".join(f"!Account\nN{n}\n^\n!Type:Bank\nD14/01/2026\nT1.00\n^\n" for n in range(1_001))
    assert "more than 1,000 accounts" in read(text).problems[0].reason
