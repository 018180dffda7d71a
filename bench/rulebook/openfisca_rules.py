"""The offer's rules as OpenFisca formulas: a variable for each line that the working names, as a country package has.

They are written once for whole pence and for pounds. `money` knows how each of the two rounds: `over` divides to the
nearest penny, `rate` takes a part to the nearest penny, `rate_down` and `share_down` down to the penny, `pay` is time at
an hourly rate, `steps_up` so much for each step or part of one.
"""

from openfisca_core.model_api import max_, min_, where


def formulas(money):
    """All of them."""
    return [*pay(money), *on_top(money), *pension(money), *cost(money), *means(money), *charge(money)]


def pay(money):
    """What the assistant is paid."""

    def pay_weekdays(person, period):
        return money.pay(person("weekday_minutes", period), person("weekday_rate", period))

    def pay_weekends(person, period):
        return money.pay(person("weekend_minutes", period), person("weekend_rate", period))

    def pay_weekly(person, period):
        return person("pay_weekdays", period) + person("pay_weekends", period)

    def pay_each_period(person, period):
        return person("pay_weekly", period) * 4

    def pay_yearly(person, period):
        return person("pay_weekly", period) * 52

    return pay_weekdays, pay_weekends, pay_weekly, pay_each_period, pay_yearly


def on_top(money):
    """Holiday and National Insurance."""

    def holiday(person, period, parameters):
        weeks = parameters(period).holiday_weeks
        return money.over(person("pay_weekly", period) * weeks, money.weeks(52) - weeks)

    def pay_above_threshold(person, period, parameters):
        return max_(person("pay_each_period", period) - parameters(period).ni_threshold_week * 4, 0)

    def insurance_each_period(person, period, parameters):
        return money.rate(person("pay_above_threshold", period), parameters(period).ni_rate)

    def insurance_due(person, period):
        return person("insurance_each_period", period) * 13

    def allowance_used(person, period, parameters):
        return min_(person("insurance_due", period), parameters(period).ni_allowance)

    def national_insurance(person, period):
        return money.over(person("insurance_due", period) - person("allowance_used", period), 52)

    return holiday, pay_above_threshold, insurance_each_period, insurance_due, allowance_used, national_insurance


def pension(money):
    """The employer's pension payment."""

    def qualifying_pay(person, period, parameters):
        law = parameters(period)
        return max_(min_(person("pay_yearly", period), law.pension_upper) - law.pension_lower, 0)

    def pension_yearly(person, period, parameters):
        return money.rate(person("qualifying_pay", period), parameters(period).pension_rate)

    def pension_weekly(person, period, parameters):
        enrolled = person("pay_yearly", period) >= parameters(period).pension_trigger
        return where(enrolled, money.over(person("pension_yearly", period), 52), 0)

    return qualifying_pay, pension_yearly, pension_weekly


def cost(money):
    """What the plan costs a week."""

    def agency(person, period):
        return money.pay(person("agency_minutes", period), person("agency_rate", period))

    def swimming(person, period):
        return money.over(person("swimming_monthly", period) * 12, 52)

    def insurance(person, period):
        return money.over(person("insurance_yearly", period), 52)

    def being_an_employer(person, period):
        return person("holiday", period) + person("national_insurance", period) + person("pension_weekly", period)

    def before_contingency(person, period):
        bought = person("agency", period) + person("swimming", period) + person("insurance", period)
        return person("pay_weekly", period) + person("being_an_employer", period) + bought

    def contingency(person, period, parameters):
        return money.rate(person("before_contingency", period), parameters(period).contingency_rate)

    def weekly(person, period):
        return person("before_contingency", period) + person("contingency", period)

    return agency, swimming, insurance, being_an_employer, before_contingency, contingency, weekly


def means(money):
    """Income, savings and what is kept."""

    def occupational(person, period):
        return money.over(person("occupational_monthly", period) * 12, 52)

    def all_income(person, period):
        benefits = person("esa", period) + person("daily_living", period) + person("mobility", period)
        return benefits + person("occupational", period)

    def counted_income(person, period):
        return person("all_income", period) - person("mobility", period)

    def share_of_shares(person, period):
        return money.share_down(person("shares", period), person("owners", period))

    def capital(person, period):
        return person("savings", period) + person("share_of_shares", period)

    def capital_above_lower(person, period, parameters):
        return max_(person("capital", period) - parameters(period).capital_lower, 0)

    def tariff_income(person, period, parameters):
        law = parameters(period)
        return money.steps_up(person("capital_above_lower", period), law.tariff_step) * law.tariff_worth

    def heating(person, period):
        return money.over(person("heating_yearly", period), 52)

    def disability_costs(person, period):
        return person("washing", period) + person("heating", period)

    named = (occupational, all_income, counted_income, share_of_shares, capital, capital_above_lower)
    return *named, tariff_income, heating, disability_costs


def charge(money):
    """What the person pays, and the council."""

    def income_with_tariff(person, period):
        return person("counted_income", period) + person("tariff_income", period)

    def kept(person, period, parameters):
        return person("rent", period) + person("disability_costs", period) + parameters(period).guarantee

    def left_to_pay_from(person, period):
        return max_(person("income_with_tariff", period) - person("kept", period), 0)

    def part_taken(person, period, parameters):
        return money.rate_down(person("left_to_pay_from", period), parameters(period).percent_taken)

    def most_to_pay(person, period, parameters):
        capped = min_(person("part_taken", period), parameters(period).most_weekly)
        return where(capped >= parameters(period).least_weekly, capped, 0)

    def pays_no_more_than_it_costs(person, period):
        return min_(person("most_to_pay", period), person("weekly", period))

    def contribution(person, period, parameters):
        above = person("capital", period) > parameters(period).capital_upper
        return where(above, person("weekly", period), person("pays_no_more_than_it_costs", period))

    def net_payment(person, period):
        return person("weekly", period) - person("contribution", period)

    named = (income_with_tariff, kept, left_to_pay_from, part_taken, most_to_pay)
    return *named, pays_no_more_than_it_costs, contribution, net_payment
