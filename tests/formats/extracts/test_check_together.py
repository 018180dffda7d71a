"""Beside an extract of people, rows about somebody who would not be there are told."""

from tests.formats.extracts import made_up
from tests.formats.extracts.made_up import read

from ownway.formats.extracts import check_together
from ownway.formats.extracts.found import MOST_KEPT
from ownway.formats.extracts.together import Stray

NOT_THERE = "This person is in no extract of people."
SET_ASIDE = "This person’s own row was set aside."


def found_in(**changes):
    """What was found in the four extracts, each with a text put for another where that is said."""
    return [
        read(text.replace(*changes.get(name, ("", ""))), extract_map)[1]
        for name, (text, extract_map) in made_up.ALL.items()
    ]


def test_everybody_is_there_in_capitals_or_not():
    together = check_together(found_in())
    assert (together.reason, together.count, together.strays) == ("", 0, [])


def test_rows_about_somebody_who_is_not_there():
    together = check_together(found_in(people=("P1002", "P2002")))
    assert together.count == 4
    assert together.strays == [
        Stray("services", "extract.csv", 3, "P1002", NOT_THERE),
        Stray("services", "extract.csv", 4, "P1002", NOT_THERE),
        Stray("plans", "extract.csv", 3, "P1002", NOT_THERE),
        Stray("payments", "extract.csv", 4, "P1002", NOT_THERE),
    ]


def test_rows_about_somebody_whose_own_row_was_set_aside():
    together = check_together(found_in(people=("29/02/1932", "30/02/1932")))
    assert [(stray.kind, stray.place, stray.reason) for stray in together.strays] == [
        ("services", 3, SET_ASIDE),
        ("services", 4, SET_ASIDE),
        ("plans", 3, SET_ASIDE),
        ("payments", 4, SET_ASIDE),
    ]


def test_a_person_twice_was_taken_once():
    leila, again = "P1003", "P1002"
    extracts = found_in(people=(leila, again))
    assert extracts[0].problems[0].reason == "This reference stands on line 3 already."
    assert check_together(extracts).count == 0


def test_rows_that_were_set_aside_themselves_are_not_told_again():
    people, services, *_ = found_in(people=("P1002", "P2002"), services=("01 Jul 2026", "31 Jun 2026"))
    assert [stray.place for stray in check_together([people, services]).strays] == [3]


def test_people_in_several_extracts():
    _, services, plans, payments = found_in()
    heading, amina, leila, brian = made_up.PEOPLE.splitlines()
    people = [
        read(f"{heading}\n{rows}\n", made_up.PEOPLE_MAP)[1] for rows in (f"{leila}\n{brian}", f"{amina}\n{leila}")
    ]
    assert check_together([*people, services, plans, payments]).count == 0
    assert check_together([people[0], services, plans, payments]).count == 4


def test_without_people_it_cannot_be_said():
    people, *others = found_in(people=("DOB", "Born"))
    refused = "Whether each person is there was not looked at: an extract of people was refused."
    assert check_together([people, *others]).reason == refused
    assert check_together(others).reason == refused.replace("was refused", "is missing")


def test_a_refused_extract_of_others_is_not_looked_at():
    assert check_together(found_in(people=("P1002", "P2002"), services=("Start", "Begin"))).count == 2


def test_many_are_counted_and_the_first_are_kept():
    rows = "".join(f"P9,E{number},Care,,,1/9/2026,,\n" for number in range(MOST_KEPT + 5))
    heading = made_up.SERVICES.splitlines()[0]
    services = read(f"{heading}\n{rows}", made_up.SERVICES_MAP)[1]
    together = check_together([found_in()[0], services, services])
    assert (together.count, len(together.strays)) == (2 * (MOST_KEPT + 5), MOST_KEPT)
