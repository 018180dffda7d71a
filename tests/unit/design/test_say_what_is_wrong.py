"""Each thing that can be wrong is said in plain words made from the field's own label."""

import pytest
from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.unit.design.html import all_of, of_class, read
from tests.unit.design.sample import GOOD, EveryField, draw

from ownway.ground.design import forms
from ownway.ground.design.messages import use_plain_messages
from ownway.ground.design.parsing import without_unseen
from ownway.ground.design.pieces import problems_of


def told(field, answer):
    return list(EveryField({**GOOD, field: answer}).errors.get(field, []))


def test_a_missing_answer_is_asked_for_by_name():
    errors = {name: sentences[0] for name, sentences in EveryField({}).errors.items() if name != "step"}
    assert errors == {
        "name": "Enter your name",
        "story": "Answer the question “What matters to you?”",
        "email": "Enter email address",
        "password": "Enter password",
        "people": "Enter number of people",
        "pay": "Enter weekly pay",
        "time": "Enter hours a week",
        "start_on": "Enter start date",
        "kind": "Choose an answer for “Kind of day”",
        "route": "Choose an answer for “Route”",
        "days": "Choose an answer for “Days”",
        "agree": "Tick the box to say “I agree”",
        "statement": "Choose a file for “Bank statement”",
    }


def test_too_much_is_counted():
    assert told("name", "x" * 41) == ["Your name must be 40 characters or fewer. You have written 41"]
    assert told("story", "x" * 201) == ["This answer must be 200 characters or fewer. You have written 201"]


def test_numbers_are_whole_and_within_their_limits():
    assert told("people", "two") == ["Number of people must be a whole number, like 12"]
    assert told("people", "0") == ["Number of people must be 1 or more"]
    assert told("people", "6") == ["Number of people must be 5 or less"]


def test_a_choice_that_is_not_there_and_a_wrong_address_are_told():
    assert told("kind", "holiday") == ["Choose one of the answers in the list"]
    assert told("email", "amina at home") == ["Enter an email address like name@example.com"]


@pytest.mark.parametrize("unseen", ["\x00", "\x0b", "\x1b", "\x7f", "\x9f", "\ufffe"])
def test_what_nobody_can_see_is_left_out(unseen):
    form = EveryField(GOOD | {"name": f"Ami{unseen}na"})
    assert "name" not in form.errors
    assert form.cleaned_data["name"] == "Amina"
    assert unseen not in str(form)


def test_line_breaks_and_tabs_are_left_as_they_are():
    assert without_unseen("one\r\n\ttwo") == "one\r\n\ttwo"


def test_a_character_that_a_librarys_field_cannot_save_is_told():
    field = django_forms.CharField()
    use_plain_messages(field, label="Name")
    with pytest.raises(ValidationError, match="Part of this cannot be saved"):
        field.clean("Ami\x00na")


def test_an_empty_file_is_told():
    form = EveryField(GOOD, {"statement": SimpleUploadedFile("may.csv", b"")})
    assert list(form.errors["statement"]) == ["This file is empty. Choose another"]


def test_a_rooms_own_sentence_stands():
    class Offer(forms.Form):
        choice = forms.CharField(label="Your answer", error_messages={"required": "Say yes, or ask us a question"})

    assert list(Offer({}).errors["choice"]) == ["Say yes, or ask us a question"]


def test_a_label_with_a_per_cent_sign_is_only_words():
    class Share(forms.Form):
        share = forms.CharField(label="50% share", max_length=2)

    assert list(Share({"share": "abc"}).errors["share"]) == [
        "50% share must be 2 characters or fewer. You have written 3"
    ]
    assert list(Share({}).errors["share"]) == ["Enter 50% share"]


def test_what_is_wrong_with_the_whole_form_comes_first_without_a_link():
    form = EveryField({**GOOD, "name": ""})
    form.add_error(None, "This offer was changed a minute ago")
    assert problems_of(form)[:2] == [("This offer was changed a minute ago", ""), ("Enter your name", "#id_name")]


def test_two_things_wrong_with_one_answer_are_both_told():
    form = EveryField({**GOOD, "name": ""})
    form.add_error("name", "Use the name on the card")
    assert problems_of(form)[:2] == [("Enter your name", "#id_name"), ("Use the name on the card", "#id_name")]
    assert len(list(of_class(read(draw("{{ form }}", form=form)), "govuk-error-message")[0].iter("br"))) == 1


def test_a_search_does_not_call_its_fields_optional():
    class Search(forms.Form):
        mark_optional = False
        words = forms.CharField(required=False)

    assert "(optional)" not in draw("{{ form }}", form=Search())


def test_a_form_can_carry_its_own_summary():
    tree = read(EveryField({**GOOD, "name": ""}).as_page())
    assert len(all_of(of_class(tree, "govuk-error-summary")[0], "a", href="#id_name")) == 1
