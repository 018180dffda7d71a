"""Ownway's own rule `offer.whole`: in columns, as a compiled loop, and for one person at a time with all the working."""

import random

from bench.rulebook.inputs import ANSWERS
from bench.rulebook.people import FIGURES, asked_of
from ownway.rules.cohort import Cohort, with_columns
from ownway.rules.registry import RULES
from ownway.rules.steps import walk

OFFER = RULES["offer.whole"]


def in_columns(inputs, threads):
    """numpy, in blocks: what the cohort's own checks cost is in it, and the trace. Its columns were looked at before."""
    cohort = cohort_of(inputs)
    return lambda: tuple(cohort.answers(*ANSWERS, threads=threads).values())


def compiled(inputs, threads):
    """The traced loop; that it is compiled once is not in it."""
    loop = cohort_of(inputs).compiled(*ANSWERS)
    return lambda: tuple(loop(threads=threads).values())


def one_by_one(inputs, threads):
    """Every answer of the rule with its working, for each person by themselves."""
    people = [one_person(inputs, place) for place in range(len(inputs))]

    def answers():
        found = ([], [], [])
        for person in people:
            worked = OFFER.work(person, FIGURES)
            for name, values in zip(ANSWERS, found, strict=True):
                values.append(worked[name].value)
        return found

    return answers


def explained(inputs, threads):
    """The same working of one person after another, each lifted out of the cohort by a call of its own, in no order."""
    cohort = cohort_of(inputs)
    places = random.Random(len(inputs)).sample(range(len(inputs)), len(inputs))

    def answers():
        found = [[0] * len(inputs) for _ in ANSWERS]
        for place in places:
            worked = cohort.explain(place)
            for name, values in zip(ANSWERS, found, strict=True):
                values[place] = worked[name].value
        return found

    return answers


def cohort_of(inputs):
    return Cohort(OFFER, asked_of(inputs.columns), len(inputs), FIGURES)


def one_person(inputs, place):
    return with_columns(asked_of(inputs.columns), lambda one: int(one[place]))


def lines_of_working(inputs):
    """How many different lines the working of one person has: of the three answers, and of all that the rule answers."""
    worked = OFFER.work(one_person(inputs, 0), FIGURES)
    return tuple(len({id(line) for name in names for line in walk(worked[name])}) for names in (ANSWERS, worked))
