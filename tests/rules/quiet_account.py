"""Amina's account on a quiet day: a year of statements in which every check finds nothing."""

from dataclasses import replace
from datetime import date, timedelta

from ownway.rules import account as accounts
from ownway.rules.account import Account, AccountLine, Commitment, Due
from ownway.rules.days import Days

TODAY = date(2026, 6, 10)
START = date(2025, 6, 2)
PAY_DAYS = [START + timedelta(weeks=4 * number) for number in range(13)]  # 2 June 2025 to 4 May 2026
NEXT_PAYMENT = Due(date(2026, 6, 29), 80000)


def four_weeks(number: int, day: date) -> list[AccountLine]:
    """£800.00 from the council, £60.00 from Amina, £760.00 to Carys, and every twelve weeks £100.00 to HMRC."""
    paid = [
        AccountLine(f"pay-{number}", day, 80000, "SHEAFDALE COUNCIL", accounts.PAYMENT),
        AccountLine(f"own-{number}", day + timedelta(days=1), 6000, "A OKAFOR", accounts.CONTRIBUTION),
        AccountLine(
            f"carys-{number}", day + timedelta(days=4), -76000, "CARYS EVANS", accounts.WAGES, "help-at-home", "carys"
        ),
    ]
    tax = AccountLine(f"tax-{number}", day + timedelta(days=5), -10000, "HMRC", accounts.TAX)
    return [*paid, tax] if number % 3 == 0 else paid


LINES = (
    *(line for number, day in enumerate(PAY_DAYS) for line in four_weeks(number, day)),
    AccountLine("insurance", date(2026, 1, 12), -9900, "INSURANCE DIRECT", accounts.INSURANCE),
)

QUIET = Account(
    today=TODAY,
    opening_pence=0,
    lines=LINES,
    statements=(Days(START, date(2026, 5, 31)),),
    commitments=(Commitment("Carys's wages", 50000, date(2026, 6, 12), accounts.WAGES),),
    payments_due=(NEXT_PAYMENT,),
    contributions_due=tuple(Due(day, 6000) for day in PAY_DAYS),
    payment_weekly_pence=20000,
    contribution_weekly_pence=1500,
    running_since_on=START,
    employs_pa=True,
)


def amina(*, without: str = "", and_line: AccountLine | None = None, **changes) -> Account:
    """The quiet account with something changed: without the lines of a kind, or with one line more."""
    lines = tuple(line for line in QUIET.lines if line.matched_kind != without)
    return replace(QUIET, lines=lines + ((and_line,) if and_line else ()), **changes)


def only(findings):
    """The one finding there is."""
    (finding,) = findings
    return finding
