"""The figures that the tests of the rulebook compute with: the national ones, and those a made-up council confirmed."""

from datetime import date

from ownway.rules.parameters import Confirmed, Figures, load_national

DAY = date(2026, 6, 1)
SOURCE = "made up for a test"


def confirmed(figure_id: str, value: int) -> Confirmed:
    return Confirmed(figure_id, date(2026, 4, 6), value, SOURCE, by="Farah")


PENSION = [
    confirmed("pension.ae_trigger", 1_000_000),
    confirmed("pension.ae_lowest_age", 22),
    confirmed("pension.qualifying_lower", 624_000),
    confirmed("pension.qualifying_upper", 5_027_000),
    confirmed("pension.min_employer", 300),
]
GUARANTEE = [
    confirmed("mig.disability_premium_single", 5_155),
    confirmed("mig.enhanced_disability_premium_single", 2_515),
    confirmed("mig.disability_premium_couple", 3_670),
    confirmed("mig.enhanced_disability_premium_couple", 1_810),
    confirmed("mig.carer_premium", 5_525),
    confirmed("mig.per_child", 10_685),
    confirmed("mig.lone_parent", 12_040),
    confirmed("mig.couple_18_plus", 9_455),
    confirmed("mig.couple_pca", 18_435),
]


def national(day: date = DAY) -> Figures:
    """What is known without any council."""
    return load_national().on(day)


def of_our_council(day: date = DAY) -> Figures:
    """What a council knows that has confirmed everything (with figures made up for these tests)."""
    return load_national().with_confirmed([*PENSION, *GUARANTEE]).on(day)
