"""The offer as lazy expressions of polars, on the threads that POLARS_MAX_THREADS allows."""

import polars as pl


def prepare(inputs, threads):
    """The query over these people's table; the table itself is made before the clock starts."""
    table = pl.DataFrame(inputs.columns)
    if pl.thread_pool_size() != threads:
        raise SystemExit(f"polars runs on {pl.thread_pool_size()} threads, not on {threads}: set POLARS_MAX_THREADS.")

    def answers():
        found = offers(table.lazy(), inputs.law).collect()
        return tuple(found[name].to_numpy() for name in found.columns)

    return answers


def half_up(value, by):
    """The nearest whole number, a half going up."""
    return (value + by // 2) // by


def offers(table, law):
    """The three answers. Each stage reads what the one before has named."""
    pay = half_up(pl.col("weekday_minutes") * pl.col("weekday_rate"), 60) + half_up(
        pl.col("weekend_minutes") * pl.col("weekend_rate"), 60
    )
    capital = pl.col("savings") + pl.col("shares") // pl.col("owners")
    return (
        table.with_columns(pay=pay, capital=capital)
        .with_columns(due=due(law), rest=rest(law), taken=taken(law))
        .with_columns(rest=pl.col("rest") + half_up((pl.col("due") - law.ni_allowance).clip(lower_bound=0), 52))
        .with_columns(weekly=pl.col("rest") + half_up(pl.col("rest") * law.contingency_rate, 10_000))
        .with_columns(contribution=contribution(law))
        .select("weekly", "contribution", net_payment=pl.col("weekly") - pl.col("contribution"))
    )


def due(law):
    """Employer's National Insurance in a year, before the allowance."""
    above = (pl.col("pay") * 4 - law.ni_threshold_week * 4).clip(lower_bound=0)
    return 13 * half_up(above * law.ni_rate, 10_000)


def rest(law):
    """The week's cost but for National Insurance and contingency."""
    pay, yearly = pl.col("pay"), pl.col("pay") * 52
    counted = (yearly.clip(upper_bound=law.pension_upper) - law.pension_lower).clip(lower_bound=0)
    pension = half_up(half_up(counted * law.pension_rate, 10_000), 52)
    return (
        pay
        + half_up(pay * law.holiday_weeks, 5_200 - law.holiday_weeks)
        + pl.when(yearly >= law.pension_trigger).then(pension).otherwise(0)
        + half_up(pl.col("agency_minutes") * pl.col("agency_rate"), 60)
        + half_up(pl.col("swimming_monthly") * 12, 52)
        + half_up(pl.col("insurance_yearly"), 52)
    )


def taken(law):
    """The most that the person can be asked for, up to the limit on savings."""
    above = (pl.col("capital") - law.capital_lower).clip(lower_bound=0)
    tariff = (above + law.tariff_step - 1) // law.tariff_step * law.tariff_worth
    income = pl.col("esa") + pl.col("daily_living") + half_up(pl.col("occupational_monthly") * 12, 52) + tariff
    kept = pl.col("rent") + pl.col("washing") + half_up(pl.col("heating_yearly"), 52) + law.guarantee
    part = (income - kept).clip(lower_bound=0) * law.percent_taken // 10_000
    return part.clip(upper_bound=law.most_weekly)


def contribution(law):
    """Everything above the limit on savings; nothing where it is too little to ask for."""
    pays = pl.min_horizontal("taken", "weekly")
    return (
        pl.when(pl.col("capital") > law.capital_upper)
        .then(pl.col("weekly"))
        .when(pl.col("taken") >= law.least_weekly)
        .then(pays)
        .otherwise(0)
    )
