"""The account as a whole: every line for the checks, or sums made by the database for the page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import BigIntegerField, BooleanField, Count, Max, Q, QuerySet, Sum, Value

from ownway.ground.access.models import Council
from ownway.journey.accounts import agreed as around
from ownway.journey.accounts.agreed import Agreed, get_agreed
from ownway.journey.accounts.facts import AccountFacts, AccountPage, OtherSpend
from ownway.journey.accounts.models import BalanceTold, Line, LineMatch, Statement
from ownway.rules.account import (
    Account,
    AccountLine,
    balance,
    committed,
    next_payment_on,
    put_by,
    safe_to_spend,
    spend_by_heading,
)
from ownway.rules.checks.contribution import contribution_missing
from ownway.rules.checks.statement_gaps import statement_gaps
from ownway.rules.days import Days, add_months

NOT_SPENT = (LineMatch.PAYMENT, LineMatch.CONTRIBUTION)


@dataclass(frozen=True, slots=True)
class Said:
    """What files and people said was in the account: the newest such balance, and what the first file opened with."""

    spans: tuple[Days, ...]
    on: date | None
    pence: int
    opened_with_pence: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one kind, heading and direction, in sums of pence: in all, in the days looked at, after the balance."""

    match: str
    heading_key: str
    is_in: bool
    pence: int
    in_days_pence: int
    after_pence: int
    lines: int
    last_on: date

    @property
    def is_spend(self) -> bool:
        """Whether it counts as spent, money back taken off; money in that nobody knows yet is no money back."""
        return self.match not in NOT_SPENT and not (self.is_in and self.match == LineMatch.NOT_KNOWN)


def get_account(*, council: Council, person_id: int, today: date) -> AccountFacts:
    """The whole account for rules/checks, with every line. Nine queries, however many lines there are."""
    agreed = get_agreed(council=council, person_id=person_id, today=today)
    said = _said(council, person_id)
    columns = ("pk", "on", "pence", "words", "match", "heading_id", "payee_id")
    rows = _lines(council, person_id).order_by("on", "place", "pk").values_list(*columns)
    lines = tuple(
        AccountLine(str(pk), on, pence, words, match, _heading_key(match, heading), str(payee or ""))
        for pk, on, pence, words, match, heading, payee in rows
    )
    after = sum(line.pence for line in lines if said.on is not None and line.on > said.on)
    last_on = lines[-1].on if lines else None
    return _facts(agreed, said, lines, after_pence=after, last_on=last_on)


def get_account_page(*, council: Council, person_id: int, today: date) -> AccountPage:
    """What stands at the top of the account page, as it was on the last day that is known. Nine queries, in sums."""
    agreed = get_agreed(council=council, person_id=person_id, today=today)
    said = _said(council, person_id)
    days = _spend_days(agreed, said, today)
    groups = _groups(council, person_id, days, said.on)
    last_on = max((group.last_on for group in groups), default=None)
    after = sum(group.after_pence for group in groups)
    facts = _facts(agreed, said, tuple(_as_lines(groups, days)), after_pence=after, last_on=last_on)
    then = _as_it_stood(facts, agreed)
    spent = -sum(group.in_days_pence for group in groups if group.is_spend)
    return AccountPage(
        facts=facts,
        balance=balance(then),
        committed=committed(then),
        put_by=put_by(then),
        safe=safe_to_spend(then),
        next_payment_on=next_payment_on(then),
        spend_days=days,
        spend=tuple(spend_by_heading(then, days)) if days else (),
        other_spend=tuple(_other_spend(groups, {each.key for each in then.headings})),
        spent_pence=spent,
        contribution_due=bool(facts.account.contributions_due),
        contribution_missing=next(iter(contribution_missing(facts.account)), None),
        gaps=next(iter(statement_gaps(facts.account)), None),
        lines=sum(group.lines for group in groups),
        not_known=sum(group.lines for group in groups if group.match == LineMatch.NOT_KNOWN),
    )


def _facts(
    agreed: Agreed, said: Said, lines: tuple[AccountLine, ...], *, after_pence: int, last_on: date | None
) -> AccountFacts:
    in_all = sum(line.pence for line in lines)
    opening = said.pence + after_pence - in_all if said.on is not None else 0
    until = agreed.today + around.LOOK_AHEAD
    due = around.payments_due(agreed, after_on=agreed.today)
    now = agreed.now
    account = Account(
        today=agreed.today,
        opening_pence=opening,
        lines=lines,
        statements=said.spans,
        headings=around.plan_headings(agreed),
        commitments=around.commitments(
            agreed, after_on=agreed.today, until_on=min((each.on for each in due), default=until)
        ),
        payments_due=due,
        contributions_due=around.contributions_due(agreed),
        payment_weekly_pence=now.payment_weekly_pence if now else 0,
        contribution_weekly_pence=now.contribution_weekly_pence if now and now.is_net else 0,
        put_by_pence=around.put_by_pence(agreed),
        running_since_on=agreed.running_since_on,
        employs_pa=agreed.employs_pa,
    )
    known = [day for day in (said.on, last_on, *(days.to_on for days in said.spans)) if day is not None]
    return AccountFacts(
        account=account,
        balance_on=min(max(known), agreed.today) if known else None,
        balance_known=said.on is not None,
        unseen_pence=opening - said.opened_with_pence if said.on and said.opened_with_pence is not None else 0,
    )


def _as_it_stood(facts: AccountFacts, agreed: Agreed) -> Account:
    """The account on the last day that is known, with the bills and the payment that come after that day."""
    on = facts.balance_on or agreed.today
    due = around.payments_due(agreed, after_on=on)
    until = min((each.on for each in due), default=on + around.LOOK_AHEAD)
    bills = around.commitments(agreed, after_on=on, until_on=until)
    return replace(facts.account, today=on, payments_due=due, commitments=bills)


def _said(council: Council, person_id: int) -> Said:
    """One query over both: each statement, and each balance that somebody told, as days, pence and when it was said."""
    files = Statement.objects.filter(person__council=council, person_id=person_id, taken_back_at__isnull=True)
    told = BalanceTold.objects.filter(person__council=council, person_id=person_id)
    rows = files.values_list(
        "from_on",
        "to_on",
        "opening_pence",
        "closing_pence",
        "read_at",
        "pk",
        Value(value=True, output_field=BooleanField()),
    ).union(
        told.values_list("on", "on", Value(None, BigIntegerField()), "pence", "told_at", "pk", Value(value=False)),
        all=True,
    )
    statements = sorted((row for row in rows if row[-1]), key=lambda row: (row[0], row[5]))
    newest = max(((row[1], row[4], row[3]) for row in rows if row[3] is not None), default=None)
    return Said(
        spans=tuple(Days(row[0], row[1]) for row in statements),
        on=newest[0] if newest else None,
        pence=newest[2] if newest else 0,
        opened_with_pence=statements[0][2] if statements else None,
    )


def _spend_days(agreed: Agreed, said: Said, today: date) -> Days | None:
    """From the first day of the plan, or a year back when that is later, to the last day that a statement covers."""
    if not said.spans:
        return None
    to_on = min(max(days.to_on for days in said.spans), today)
    a_year = add_months(to_on, -12) + timedelta(days=1)
    from_on = max(agreed.plan.starts_on, a_year) if agreed.plan else a_year
    return Days(from_on, to_on) if from_on <= to_on else None


def _groups(council: Council, person_id: int, days: Days | None, said_on: date | None) -> list[Group]:
    in_days = Q(on__gte=days.from_on, on__lte=days.to_on) if days else Q(pk__isnull=True)
    after = Q(on__gt=said_on) if said_on else Q(pk__isnull=True)
    rows = (
        _lines(council, person_id)
        .annotate(is_in=Q(pence__gt=0))
        .values("match", "heading_id", "is_in")
        .annotate(
            pence_sum=Sum("pence"),
            in_days=Sum("pence", filter=in_days, default=0),
            after=Sum("pence", filter=after, default=0),
            lines=Count("pk"),
            last_on=Max("on"),
        )
        .order_by("match", "heading_id", "is_in")
    )
    return [
        Group(
            match=row["match"],
            heading_key=_heading_key(row["match"], row["heading_id"]),
            is_in=row["is_in"],
            pence=int(row["pence_sum"]),
            in_days_pence=int(row["in_days"]),
            after_pence=int(row["after"]),
            lines=row["lines"],
            last_on=row["last_on"],
        )
        for row in rows
    ]


def _as_lines(groups: Iterable[Group], days: Days | None) -> Iterable[AccountLine]:
    """Each group as two lines, in the days looked at and before them: the rules add them up as if they were all."""
    for number, group in enumerate(groups):
        inside = days.from_on if days else group.last_on
        for part, on, pence in (
            ("in", inside, group.in_days_pence),
            ("out", inside - timedelta(days=1), group.pence - group.in_days_pence),
        ):
            yield AccountLine(f"{number}{part}", on, pence, "", group.match, group.heading_key)


def _other_spend(groups: Iterable[Group], headings: set[str]) -> Iterable[OtherSpend]:
    """What went out in the days looked at and stands under no heading of the plan of now."""
    sums: dict[str, int] = {}
    for group in groups:
        if not group.is_spend or group.heading_key in headings or not group.in_days_pence:
            continue
        words = "An earlier plan" if group.heading_key else LineMatch(group.match).label
        sums[words] = sums.get(words, 0) - group.in_days_pence
    return (OtherSpend(words, pence) for words, pence in sums.items())


def _heading_key(match: str, heading_id: int | None) -> str:
    if heading_id is not None:
        return str(heading_id)
    return around.EMPLOYER_KEY if match == LineMatch.TAX else ""


def _lines(council: Council, person_id: int) -> QuerySet[Line]:
    return Line.objects.filter(person__council=council, person_id=person_id)
