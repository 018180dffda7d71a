"""The reference: the offer of tests/rules/decimal_offer.py, in Decimal pounds, one row after another."""

from types import SimpleNamespace

from tests.rules.decimal_offer import law_of, offer

from bench.rulebook.people import FIGURES

LAW = law_of(FIGURES)


def prepare(inputs, threads):
    """The loop over these people, who are set before it as it reads them."""
    people = list(rows_of(inputs.columns))

    def answers():
        return tuple(zip(*(offer(person, LAW) for person in people), strict=True))

    return answers


def rows_of(columns):
    """Each person in the shape of the rule's inputs, with nothing in it that the reference does not read."""
    for row in zip(*(values.tolist() for values in columns.values()), strict=True):
        yield _person(**dict(zip(columns, row, strict=True)))


def _person(**told):
    plan = SimpleNamespace(
        lines=(
            _time(told["weekday_minutes"], told["weekday_rate"]),
            _time(told["weekend_minutes"], told["weekend_rate"]),
            _time(told["agency_minutes"], told["agency_rate"]),
            _money(told["swimming_monthly"]),
            _money(told["insurance_yearly"]),
            None,
        )
    )
    finances = SimpleNamespace(
        income=[_money(told[name]) for name in ("esa", "daily_living", "mobility", "occupational_monthly")],
        capital=(_money(told["savings"]), _money(told["shares"], owners=told["owners"])),
        housing=(_money(told["rent"]),),
        disability_costs=(_money(told["washing"]), _money(told["heating_yearly"])),
    )
    return SimpleNamespace(plan=plan, finances=finances)


def _time(minutes, rate):
    return SimpleNamespace(minutes_weekly=minutes, hourly_pence=rate)


def _money(pence, **more):
    return SimpleNamespace(amount_pence=pence, **more)
