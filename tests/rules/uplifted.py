"""The people of the uplift tests: plans whose rates rise, and the uplifts that raise them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ownway.rules.employing import SLEEP_IN, Assistant
from ownway.rules.frequencies import MONTH, ONCE, YEAR
from ownway.rules.plans import ACTIVITY, AGENCY_HOURS, CONTINGENCY, INSURANCE, PA_HOURS, START_UP, Plan, PlanLine
from ownway.rules.uplift import PersonsPlan
from ownway.rules.uplift_rates import PERCENTAGE, Uplift

APRIL = date(2026, 4, 6)
TODAY = date(2026, 3, 2)

CARYS = Assistant("carys", "Carys", age_years=34)
MIA = Assistant("mia", "Mia", age_years=19)

AMINA = PersonsPlan(
    "Amina",
    Plan(
        assistants=(CARYS, MIA),
        lines=(
            PlanLine(PA_HOURS, "Mornings", "Carys", minutes_weekly=600, hourly_pence=1_250, assistant="carys"),
            PlanLine(PA_HOURS, "Out and about", "Mia", minutes_weekly=240, hourly_pence=1_100, assistant="mia"),
            PlanLine(AGENCY_HOURS, "At night", "Bedtime", minutes_weekly=210, hourly_pence=2_523),
            PlanLine(ACTIVITY, "Exercise", "Swimming", amount_pence=1_200),
            PlanLine(INSURANCE, "Being insured", "Insurance", amount_pence=9_600, every=YEAR),
            PlanLine(START_UP, "Starting", "Advert", amount_pence=5_000, every=ONCE),
            PlanLine(CONTINGENCY, "In case", "Contingency", basis_points=500),
        ),
    ),
    providers=("", "", "Evening Star", "Leisure Trust"),
)
TOM = PersonsPlan(
    "Tom",
    Plan(
        lines=(
            PlanLine(AGENCY_HOURS, "Mornings", "Help to get up", minutes_weekly=420, hourly_pence=2_600),
            PlanLine(ACTIVITY, "Company", "Choir", amount_pence=2_000, every=MONTH),
        )
    ),
    providers=("Sunrise Care", "Leisure Trust"),
)
PEOPLE = (AMINA, TOM)


def an_uplift(**changes) -> Uplift:
    """3.5% for agencies from 6 April, unless something else is said."""
    said = {
        "key": "agencies 2026",
        "from_on": APRIL,
        "way": PERCENTAGE,
        "words": "The yearly rise",
        "kinds": (AGENCY_HOURS,),
        "basis_points": 350,
    }
    return Uplift(**{**said, **changes})


def some_line(kind: str) -> st.SearchStrategy[PlanLine]:
    pence = st.integers(1, 5_000)
    if kind == AGENCY_HOURS:
        hours = st.integers(0, 600)
        return st.builds(
            PlanLine, st.just(kind), st.just("A"), st.just("Hours"), minutes_weekly=hours, hourly_pence=pence
        )
    if kind == PA_HOURS:
        return st.builds(
            PlanLine,
            st.just(kind),
            st.just("B"),
            st.just("Carys"),
            minutes_weekly=st.integers(0, 600),
            hourly_pence=pence,
            day_kind=st.sampled_from(["weekday", "weekend", SLEEP_IN]),
            assistant=st.just("carys"),
        )
    every = st.sampled_from(["week", "2 weeks", "4 weeks", "month", "year"])
    return st.builds(PlanLine, st.just(kind), st.just("C"), st.just("Choir"), amount_pence=pence, every=every)


lines = st.lists(st.one_of(*(some_line(kind) for kind in (AGENCY_HOURS, PA_HOURS, ACTIVITY))), max_size=5)
plans = lines.map(lambda found: Plan(lines=tuple(found), assistants=(CARYS,)))
people = st.lists(plans, max_size=4).map(
    lambda found: tuple(
        PersonsPlan(f"person {place}", plan, ("Sunrise Care", "Evening Star")[: len(plan.lines)])
        for place, plan in enumerate(found)
    )
)
kinds = st.sampled_from([(), (AGENCY_HOURS,), (PA_HOURS, ACTIVITY)])
providers = st.sampled_from([(), ("Sunrise Care",), ("Evening Star", "")])
rises = st.one_of(
    st.integers(1, 3_000).map(lambda points: {"way": PERCENTAGE, "basis_points": points}),
    st.tuples(st.integers(1, 5_000), st.sampled_from(["hour", "week", "month"])).map(
        lambda told: {"way": "new rate", "basis_points": 0, "pence": told[0], "per": told[1]}
    ),
    st.integers(1, 900).map(lambda pence: {"way": "extra", "basis_points": 0, "pence": pence}),
    st.just({"way": "minimum wage", "basis_points": 0}),
)
uplifts = st.builds(lambda rise, which, whose: an_uplift(**rise, kinds=which, providers=whose), rises, kinds, providers)
