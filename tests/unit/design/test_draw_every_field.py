"""Every kind of field draws itself as valid HTML, with its errors linked, and loses nothing that was typed."""

import pytest
from django import forms as django_forms
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.unit.design.html import all_of, by_id, ids, of_class, read, text
from tests.unit.design.sample import GOOD, EveryField, draw

from ownway.ground.design import components, forms

EVERY_NAME = [name for name in EveryField.base_fields if name != "step"]


def drawn(form):
    return read(draw("{{ error_summary(form) }}{{ form }}", form=form))


def described_by(tree, element_id):
    """Ids that describe the input, or the fieldset around a group."""
    element = by_id(tree, element_id)
    own = element.get("aria-describedby") or ""
    around = [one for one in tree.iter("fieldset") if element in list(one.iter())]
    return own.split() + [one for group in around for one in (group.get("aria-describedby") or "").split()]


def test_a_good_form_is_read_whole():
    form = EveryField(GOOD, {"statement": SimpleUploadedFile("may.csv", b"Date,Amount")})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["pay"] == 31_500
    assert form.cleaned_data["time"] == 1_260
    assert form.cleaned_data["start_on"].isoformat() == "2026-09-07"
    assert form.cleaned_data["days"] == ["weekday", "sunday"]


def test_an_empty_form_is_valid_html_with_no_id_twice():
    tree = drawn(EveryField())
    assert len(ids(tree)) == len(set(ids(tree)))


@pytest.mark.parametrize("name", EVERY_NAME)
def test_it_has_a_label_or_a_legend(name):
    tree = drawn(EveryField())
    field = EveryField.base_fields[name]
    labels = [text(one) for one in (*tree.iter("label"), *tree.iter("legend"))]
    assert field.label + ("" if field.required else " (optional)") in labels


@pytest.mark.parametrize("name", [name for name in EVERY_NAME if EveryField.base_fields[name].required])
def test_a_missing_answer_links_from_the_summary_to_its_field(name):
    tree = drawn(EveryField({}))
    target = f"id_{name}_day" if name == "start_on" else f"id_{name}"
    links = [text(link) for link in all_of(of_class(tree, "govuk-error-summary")[0], "a", href=f"#{target}")]
    assert len(links) == 1
    assert text(by_id(tree, f"id_{name}-error")) == f"Error: {links[0]}"
    assert f"id_{name}-error" in described_by(tree, target)


@pytest.mark.parametrize("name", ["name", "pay", "time", "start_on"])
def test_a_hint_describes_its_field(name):
    target = f"id_{name}_day" if name == "start_on" else f"id_{name}"
    assert f"id_{name}-hint" in described_by(drawn(EveryField()), target)


def test_a_hint_beside_a_choice_describes_that_choice():
    tree = drawn(EveryField())
    hint = by_id(tree, all_of(tree, "input", value="isf")[0].get("aria-describedby"))
    assert text(hint) == "Called an ISF"


@pytest.mark.parametrize("name", ["name", "email", "people", "pay", "time"])
def test_a_wrong_answer_is_kept_as_it_was_typed(name):
    typed = """<b onclick="x">"quoted" & 'odd' 1,5</b>"""
    tree = drawn(EveryField({**GOOD, name: typed}))
    assert by_id(tree, f"id_{name}").get("value") == typed


def test_a_wrong_date_keeps_its_three_boxes_and_marks_those_to_put_right():
    tree = drawn(EveryField({**GOOD, "start_on_day": "30", "start_on_month": "2"}))
    boxes = [by_id(tree, f"id_start_on_{part}") for part in ("day", "month", "year")]
    assert [box.get("value") for box in boxes] == ["30", "2", "2026"]
    assert ["govuk-input--error" in box.get("class") for box in boxes] == [True, True, False]


def test_the_summary_goes_to_the_first_box_that_is_wrong():
    tree = drawn(EveryField({**GOOD, "start_on_year": "26"}))
    assert len(all_of(tree, "a", href="#id_start_on_year")) == 1


@pytest.mark.parametrize(
    "story", ["one\ntwo", "\nfirst line empty", "  spaces  ", "</textarea><script>alert(1)</script>"]
)
def test_long_text_keeps_its_lines_and_stays_text(story):
    tree = drawn(EveryField({**GOOD, "story": story}))
    assert by_id(tree, "id_story").text == story
    assert not list(tree.iter("script"))


def test_choices_made_stay_made():
    tree = drawn(EveryField({**GOOD, "name": ""}))
    chosen = [one.get("value") for one in tree.iter("input") if one.get("checked") is not None]
    assert chosen == ["isf", "weekday", "sunday", "on"]
    assert [one.get("value") for one in tree.iter("option") if one.get("selected") is not None] == ["weekday"]


def test_a_password_is_never_sent_back():
    assert by_id(drawn(EveryField({**GOOD, "name": ""})), "id_password").get("value") is None


def test_the_browser_is_given_no_limits_of_its_own():
    tree = drawn(EveryField())
    limits = {"maxlength", "minlength", "min", "max", "step", "required"}
    assert not [one.get("id") for one in tree.iter("input") if limits & set(one.attrib)]


def test_a_hidden_field_is_kept():
    assert by_id(drawn(EveryField(GOOD)), "id_step").get("value") == "2"


def test_money_shows_its_sign_and_its_pence():
    tree = drawn(EveryField(initial={"pay": 123_450, "time": 210}))
    assert by_id(tree, "id_pay").get("value") == "1,234.50"
    assert by_id(tree, "id_time").get("value") == "3 hours 30 minutes"
    assert text(of_class(tree, "govuk-input__prefix")[0]) == "£"


def test_the_money_shown_is_read_back_as_it_was():
    form = EveryField(initial={"pay": 123_450})
    shown = by_id(drawn(form), "id_pay").get("value")
    assert form.fields["pay"].clean(shown) == 123_450


def test_a_librarys_own_form_is_drawn_too():
    class SignIn(django_forms.Form):
        login = django_forms.EmailField()
        password = django_forms.CharField(widget=django_forms.PasswordInput)
        remember = django_forms.BooleanField(required=False)

    tree = drawn(SignIn({}))
    assert text(by_id(tree, "id_login-error")) == "Error: This field is required."


def test_a_widget_with_no_component_is_an_error_and_not_an_empty_space():
    class Odd(forms.Form):
        thing = django_forms.Field(widget=django_forms.MultiWidget([django_forms.TextInput()]))

    with pytest.raises(TypeError, match="no component for MultiWidget"):
        components.field_component(Odd()["thing"])
