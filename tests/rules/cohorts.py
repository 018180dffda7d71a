"""People made up for the tests of cohorts, and one of them."""

from ownway.rules.cohort import with_columns
from ownway.rules.made_up import AMINA, FINANCES, PLAN, POLICY, people_like_amina

__all__ = ["AMINA", "FINANCES", "PLAN", "POLICY", "one_of", "people_like_amina"]


def one_of(inputs, place):
    """The inputs of one of the people, in plain whole numbers."""
    return with_columns(inputs, lambda one: int(one[place]))
