"""The offer of tests/rules/cohorts.py written a second time, by itself: in Decimal pounds, without the rulebook.

It shares nothing with the product but the national figures, which it is given. Where the two differ, one is wrong.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

PENNY = Decimal("0.01")


@dataclass(frozen=True)
class Law:
    """The figures of the day, in pounds a year, a week or once; rates as fractions."""

    secondary_threshold_week: Decimal
    employer_rate: Decimal
    employment_allowance: Decimal
    pension_trigger: Decimal
    pension_lower: Decimal
    pension_upper: Decimal
    pension_rate: Decimal
    holiday_weeks: Decimal
    lower_limit: Decimal
    upper_limit: Decimal
    tariff_step: Decimal
    tariff_worth: Decimal
    guarantee: Decimal


def law_of(figures):
    """The figures as this page needs them."""

    def pounds(*ids):
        return sum(Decimal(figures.step(one).value) for one in ids) / 100

    return Law(
        secondary_threshold_week=pounds("ni.secondary_threshold_week"),
        employer_rate=pounds("ni.employer_rate") / 100,
        employment_allowance=pounds("ni.employment_allowance"),
        pension_trigger=pounds("pension.ae_trigger"),
        pension_lower=pounds("pension.qualifying_lower"),
        pension_upper=pounds("pension.qualifying_upper"),
        pension_rate=pounds("pension.min_employer") / 100,
        holiday_weeks=pounds("holiday.weeks"),
        lower_limit=pounds("capital.lower_limit"),
        upper_limit=pounds("capital.upper_limit"),
        tariff_step=pounds("capital.tariff_step"),
        tariff_worth=pounds("capital.tariff_worth"),
        guarantee=pounds("mig.single_25_to_pca", "mig.disability_premium_single"),
    )


def nearest(amount):
    """To the nearest penny, half a penny going up."""
    return amount.quantize(PENNY, ROUND_HALF_UP)


def offer(inputs, law):
    """What the plan costs a week, what the person pays and what the council pays, in whole pence."""
    weekly = cost(inputs.plan.lines, law)
    pays = contribution(inputs.finances, weekly, law)
    return tuple(int(amount * 100) for amount in (weekly, pays, weekly - pays))


def cost(lines, law):
    """Pay with what an employer pays on top, agency, activity, insurance, and 5% of it all."""
    weekdays, weekends, agency, swimming, insurance, _ = lines
    pay = hours(weekdays) + hours(weekends)
    off = nearest(pay * law.holiday_weeks / (52 - law.holiday_weeks))
    rest = pay + off + national_insurance(pay, law) + pension(pay, law) + hours(agency)
    rest += nearest(pounds(swimming) * 12 / 52) + nearest(pounds(insurance) / 52)
    return rest + nearest(rest * 5 / 100)


def hours(line):
    return nearest(Decimal(line.minutes_weekly * line.hourly_pence) / 6_000)  # divided last: a third has no end


def national_insurance(pay, law):
    """Thirteen times four weeks' pay above the threshold, less the allowance, shared over 52 weeks."""
    once = nearest(max(pay * 4 - law.secondary_threshold_week * 4, Decimal(0)) * law.employer_rate)
    due = once * 13
    return nearest((due - min(due, law.employment_allowance)) / 52)


def pension(pay, law):
    yearly = pay * 52
    if yearly < law.pension_trigger:
        return Decimal(0)
    qualifying = max(min(yearly, law.pension_upper) - law.pension_lower, Decimal(0))
    return nearest(nearest(qualifying * law.pension_rate) / 52)


def contribution(finances, weekly, law):
    """Nine tenths of what is left above the guarantee and costs; under £2 nothing, never above £600 or the cost."""
    esa, daily_living, _, occupational = finances.income
    income = pounds(esa) + pounds(daily_living) + nearest(pounds(occupational) * 12 / 52)
    savings, shares = finances.capital
    capital = pounds(savings) + (pounds(shares) / shares.owners).quantize(PENNY, ROUND_DOWN)
    if capital > law.upper_limit:
        return weekly
    steps = (max(capital - law.lower_limit, Decimal(0)) / law.tariff_step).to_integral_value(ROUND_CEILING)
    (rent,) = finances.housing
    washing, heating = finances.disability_costs
    kept = pounds(rent) + pounds(washing) + nearest(pounds(heating) / 52) + law.guarantee
    left = max(income + steps * law.tariff_worth - kept, Decimal(0))
    taken = min((left * 9 / 10).quantize(PENNY, ROUND_DOWN), Decimal(600))
    return min(taken, weekly) if taken >= 2 else Decimal(0)


def pounds(one):
    return Decimal(one.amount_pence) / 100
