"""The offer in plain Python whole numbers, one row after another, without any working."""


def prepare(inputs, threads):
    """The loop over these people."""
    columns, law = inputs.columns, inputs.law

    def answers():
        found = ([], [], [])
        for row in zip(*(values.tolist() for values in columns.values()), strict=True):
            person = dict(zip(columns, row, strict=True))
            weekly = cost(person, law)
            pays = contribution(person, weekly, law)
            for values, answer in zip(found, (weekly, pays, weekly - pays), strict=True):
                values.append(answer)
        return found

    return answers


def half_up(value, by):
    """The nearest whole number, a half going up."""
    return (value + by // 2) // by


def cost(person, law):
    """What the plan costs a week, in pence."""
    pay = half_up(person["weekday_minutes"] * person["weekday_rate"], 60)
    pay += half_up(person["weekend_minutes"] * person["weekend_rate"], 60)
    rest = pay + half_up(pay * law.holiday_weeks, 5_200 - law.holiday_weeks)
    due = 13 * half_up(max(4 * pay - 4 * law.ni_threshold_week, 0) * law.ni_rate, 10_000)
    rest += half_up(due - min(due, law.ni_allowance), 52)
    if 52 * pay >= law.pension_trigger:
        counted = max(min(52 * pay, law.pension_upper) - law.pension_lower, 0)
        rest += half_up(half_up(counted * law.pension_rate, 10_000), 52)
    rest += half_up(person["agency_minutes"] * person["agency_rate"], 60)
    rest += half_up(person["swimming_monthly"] * 12, 52) + half_up(person["insurance_yearly"], 52)
    return rest + half_up(rest * law.contingency_rate, 10_000)


def contribution(person, weekly, law):
    """What the person pays a week, in pence."""
    capital = person["savings"] + person["shares"] // person["owners"]
    if capital > law.capital_upper:
        return weekly
    tariff = -(-max(capital - law.capital_lower, 0) // law.tariff_step) * law.tariff_worth
    income = person["esa"] + person["daily_living"] + half_up(person["occupational_monthly"] * 12, 52) + tariff
    kept = person["rent"] + person["washing"] + half_up(person["heating_yearly"], 52) + law.guarantee
    taken = min(max(income - kept, 0) * law.percent_taken // 10_000, law.most_weekly)
    return min(taken, weekly) if taken >= law.least_weekly else 0
