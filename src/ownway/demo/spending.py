"""A year of a made-up person's bank account, written as a bank writes it: the CSV that Lloyds gives out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.demo.agreements import Agreed
from ownway.demo.payments import SORT_CODE, Paid
from ownway.formats.statements.csv_out import write_csv
from ownway.journey.agreements.models import PaidHow
from ownway.journey.plans.models import Every, Line, LineKind

COLUMNS = (
    "Transaction Date",
    "Transaction Type",
    "Sort Code",
    "Account Number",
    "Transaction Description",
    "Debit Amount",
    "Credit Amount",
    "Balance",
)
OPENING_PENCE = 21_750
WEEKS = 4
SPENT_PERCENT = 94
IN_WEEKS = {Every.WEEK: 1, Every.FOUR_WEEKS: 4, Every.YEAR: 52}
SHOPS = {
    LineKind.ACTIVITY: "HILLFOOT LEISURE CENTRE",
    LineKind.TRANSPORT: "WEIR TAXIS",
    LineKind.AGENCY_HOURS: "GOOD MORNING HOMECARE",
    LineKind.MONEY_HELP: "SUMS RIGHT PAYROLL",
    LineKind.SHORT_BREAK: "BAYSIDE HOLIDAY LODGES",
    LineKind.CHILDCARE: "PLAYBARN AFTER SCHOOL",
    LineKind.SUPPORTED_LIVING: "OWN DOOR SUPPORT",
}
NOT_SAID = ("TESCO STORES 3312", "CARD PAYMENT 0042", "MARKET STALL SHEAFDALE")


@dataclass(frozen=True, slots=True)
class Moved:
    """Money in (positive) or out (negative) on a day, as the bank says it."""

    on: date
    type: str
    words: str
    pence: int


def statement_of(one: Paid, *, pay_days: tuple[date, ...], today: date) -> bytes:
    """The file, newest first, up to and with yesterday."""
    moved = sorted(
        (each for each in movements(one, pay_days) if each.on < today), key=lambda each: (each.on, -each.pence)
    )
    balance, rows = OPENING_PENCE, []
    for each in moved:
        balance += each.pence
        rows.append(row_of(each, one.account.account_number, balance))
    return write_csv([COLUMNS, *reversed(rows)]).encode()


def row_of(each: Moved, account: str, balance: int) -> tuple[str, ...]:
    """A line of the file; this bank writes an apostrophe before the sort code."""
    sort_code = f"'{SORT_CODE[:2]}-{SORT_CODE[2:4]}-{SORT_CODE[4:]}"
    out, came = (pounds(-each.pence), "") if each.pence < 0 else ("", pounds(each.pence))
    return (f"{each.on:%d/%m/%Y}", each.type, sort_code, account, each.words, out, came, pounds(balance))


def movements(one: Paid, pay_days: tuple[date, ...]) -> Iterator[Moved]:
    """Four weeks at a time: the payment, the contribution, wages and bills; insurance once, tax every three times."""
    offer = one.agreed.offer
    for number, pay_on in enumerate(pay_days[one.first_run :]):
        yield Moved(pay_on, "BGC", "SHEAFDALE COUNCIL DIRECT PAYMENT", one.schedule.amount_pence)
        if offer.paid_how == PaidHow.NET and offer.contribution_weekly_pence:
            mine = f"{one.agreed.user.name.upper()} MY CONTRIBUTION"
            yield Moved(pay_on + timedelta(days=1), "SO", mine, offer.contribution_weekly_pence * WEEKS)
        yield from bills(one.agreed, pay_on, number)


def bills(agreed: Agreed, pay_on: date, number: int) -> Iterator[Moved]:
    """What the lines of the plan cost in these four weeks, a little less than planned."""
    planned, chance = agreed.assessed.planned, agreed.assessed.planned.somebody.chance
    wages = sum(pay_pence(line) for line in planned.lines if line.assistant_id)
    if wages:
        paid = wages * WEEKS * SPENT_PERCENT // 100
        name = planned.assistants[0].name.upper()
        yield Moved(pay_on + timedelta(days=25), "FPO", f"{name} WAGES", -paid)
        if number % 3 == 2:
            yield Moved(pay_on + timedelta(days=20), "DD", "HMRC PAYE NIC", -(paid * 3 * 4 // 100))
    for line in planned.lines:
        if line.kind == LineKind.INSURANCE and number == 0:
            yield Moved(pay_on + timedelta(days=4), "DD", "SAFE HANDS EMPLOYERS INSURANCE", -(line.amount_pence or 0))
        elif line.kind in SHOPS:
            yield from bought(line.kind, four_weeks_pence(line), pay_on)
    if chance.random() < 0.4:
        yield Moved(pay_on + timedelta(days=9), "DEB", chance.choice(NOT_SAID), -chance.randrange(450, 4_200))


def bought(kind: str, pence: int, pay_on: date) -> Iterator[Moved]:
    """A bill a week for what happens every week, else one."""
    weekly = kind in (LineKind.ACTIVITY, LineKind.TRANSPORT)
    times = WEEKS if weekly else 1
    for week in range(times):
        yield Moved(pay_on + timedelta(days=3 + 7 * week), "DEB", SHOPS[LineKind(kind)], -(pence // times))


def four_weeks_pence(line: Line) -> int:
    """What is spent on a line of the plan in four weeks."""
    if line.minutes_weekly is not None:
        whole = pay_pence(line) * WEEKS
    else:
        whole = (line.amount_pence or 0) * WEEKS // IN_WEEKS[Every(line.every)]
    return max(WEEKS, whole * SPENT_PERCENT // 100)


def pay_pence(line: Line) -> int:
    """A week's hours at their rate."""
    return (line.minutes_weekly or 0) * (line.hourly_pence or 0) // 60


def pounds(pence: int) -> str:
    """1234 as 12.34."""
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02}"
