"""Income that counts towards charging, as pence a week, with what does not count shown beside it."""

from __future__ import annotations

from ownway.rules import frequencies
from ownway.rules.arithmetic import is_anybodys
from ownway.rules.finances import DISREGARDED, INCOME_KINDS, Finances, Income, LocalPolicy
from ownway.rules.steps import COUNT, PENCE_WEEKLY, YES_NO, Step
from ownway.rules.vocabulary import PENNY_DOWN, add_up, at_least, choose, given, shared, take_away


def total_income(finances: Finances, policy: LocalPolicy) -> Step:
    """All income, whether it counts or not, in pence a week."""
    return add_up("All income", *(_weekly(one, policy) for one in finances.income), unit=PENCE_WEEKLY)


def counted_income(finances: Finances, policy: LocalPolicy) -> Step:
    """The income that counts, in pence a week: earnings, mobility money and other disregards are left out.

    Source: SI 2014/2672 regs 14 and 15 and Sch 1.
    """
    less = [_disregard(one, finances, policy) for one in finances.income]
    disregarded = add_up("Income that does not count", *less, unit=PENCE_WEEKLY)
    return take_away("Income that counts", total_income(finances, policy), disregarded, law="SI 2014/2672 Sch 1")


def night_care_disregard(*, rate_paid: Step, lower_rate: Step, council_arranges_night_care: bool) -> Step:
    """The part of a disability benefit paid for needs at night, which a council may leave out when it arranges no night
    care. A council's own choice, not law.
    """
    nothing = given("Night care is arranged", 0, rate_paid.unit)
    return choose(
        "Left out for needs at night",
        given("The council arranges night care", int(council_arranges_night_care), YES_NO, source="the plan"),
        yes=nothing,
        no=at_least("Higher rate less lower rate", take_away("Higher less lower rate", rate_paid, lower_rate)),
    )


def _weekly(one: Income, policy: LocalPolicy) -> Step:
    amount = given(one.label, one.amount_pence, frequencies.UNIT_EVERY[one.every], source="told by the person")
    return frequencies.weekly(_own_share(one, amount), every=one.every, year=policy.year)


def _disregard(one: Income, finances: Finances, policy: LocalPolicy) -> Step:
    treatment, law = INCOME_KINDS[one.kind]
    pence = one.amount_pence if treatment == DISREGARDED else one.disregard_pence
    source = one.disregard_reason or ("told by the person" if law else "all of it counts")
    amount = given(f"{one.label}: does not count", pence, frequencies.UNIT_EVERY[one.every], source=source, law=law)
    if policy.leaves_out_nights and one.without_nights_pence is not None:
        nights = _for_nights(one, one.without_nights_pence, finances)
        amount = add_up(f"{one.label}: does not count, with the part for nights", amount, nights)
    return frequencies.weekly(_own_share(one, amount), every=one.every, year=policy.year)


def _own_share(one: Income, amount: Step) -> Step:
    """Income that people have together is taken to be shared equally: statutory guidance, Annex C para 5."""
    if not is_anybodys(one.owners - 1):
        return amount
    owners = given("People who share it", one.owners, COUNT, source="told by the person")
    return shared(f"Share of {amount.label}", amount, owners, rounding=PENNY_DOWN, law="Annex C para 5")


def _for_nights(one: Income, without_nights_pence: int, finances: Finances) -> Step:
    unit = frequencies.UNIT_EVERY[one.every]
    return night_care_disregard(
        rate_paid=given(one.label, one.amount_pence, unit, source="told by the person"),
        lower_rate=given(f"{one.label}, without needs at night", without_nights_pence, unit, source="benefit rates"),
        council_arranges_night_care=finances.night_care_arranged,
    )
