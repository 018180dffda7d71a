"""A promise the database keeps is told as a sentence by the right field; anything else is a bug and goes up."""

import pytest
from django.db import IntegrityError, connection, transaction

from ownway.ground.design import forms
from ownway.ground.design.constraints import SENTENCES, constraint_sentence, say_for_constraints

SENTENCE = ("hours", "There are only 168 hours in a week")


class Plan(forms.Form):
    hours = forms.IntegerField()


@pytest.fixture
def sentences():
    before = dict(SENTENCES)
    say_for_constraints({"plan_hours_in_a_week": SENTENCE, "plan_whole": (None, "This plan was changed a minute ago")})
    yield
    SENTENCES.clear()
    SENTENCES.update(before)


def refused(hours):
    """What PostgreSQL says to so many hours, in a table of its own."""
    with connection.cursor() as cursor:
        cursor.execute("""CREATE TEMPORARY TABLE plan (hours int NOT NULL CONSTRAINT plan_hours_in_a_week CHECK (hours <= 168)
                          CONSTRAINT plan_whole CHECK (hours <> 13) CONSTRAINT plan_unspoken CHECK (hours <> 7)) ON COMMIT DROP""")
        with pytest.raises(IntegrityError) as raised, transaction.atomic():
            cursor.execute("INSERT INTO plan VALUES (%s)", [hours])
    return raised.value


@pytest.mark.django_db
def test_it_is_told_by_its_field(sentences):
    form = Plan({"hours": "400"})
    forms.add_constraint_error(form, refused(400))
    assert form.errors == {"hours": [SENTENCE[1]]}


@pytest.mark.django_db
def test_a_promise_about_the_whole_is_told_of_the_whole_form(sentences):
    form = Plan({"hours": "13"})
    forms.add_constraint_error(form, refused(13))
    assert form.non_field_errors() == ["This plan was changed a minute ago"]


@pytest.mark.django_db
def test_a_promise_about_a_field_this_form_lacks_is_told_of_the_whole_form(sentences):
    form = forms.Form({})
    forms.add_constraint_error(form, refused(400))
    assert form.non_field_errors() == [SENTENCE[1]]


@pytest.mark.django_db
def test_what_nobody_spoke_for_goes_up(sentences):
    error = refused(7)
    assert constraint_sentence(error) is None
    with pytest.raises(IntegrityError):
        forms.add_constraint_error(Plan({"hours": "7"}), error)


@pytest.mark.django_db
def test_a_missing_value_has_no_name_and_goes_up(sentences):
    assert constraint_sentence(refused(None)) is None


def test_two_rooms_cannot_say_different_things_of_one_promise(sentences):
    say_for_constraints({"plan_hours_in_a_week": SENTENCE})
    with pytest.raises(ValueError, match="already has another sentence"):
        say_for_constraints({"plan_hours_in_a_week": ("hours", "Too many")})
