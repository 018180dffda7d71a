"""Several forms of one kind on a page: each in its own fieldset, all sent together."""

from tests.unit.design.html import all_of, by_id, ids, read, text
from tests.unit.design.sample import draw

from ownway.ground.design import forms
from ownway.ground.design.pieces import problems_of


class Line(forms.Form):
    what = forms.CharField(label="What it is for")
    pay = forms.MoneyField(label="Amount")


Lines = forms.formset_of(Line, item_name="Line", extra=2, can_delete=True, max_num=5, validate_max=True)


def sent(*rows, **more):
    data = {"form-TOTAL_FORMS": str(len(rows)), "form-INITIAL_FORMS": "0", **more}
    for number, (what, pay) in enumerate(rows):
        data |= {f"form-{number}-what": what, f"form-{number}-pay": pay}
    return Lines(data)


def test_each_form_has_a_fieldset_with_its_number():
    tree = read(draw("{{ formset }}", formset=Lines()))
    assert [text(legend) for legend in tree.iter("legend")] == ["Line 1", "Line 2"]
    assert len(ids(tree)) == len(set(ids(tree)))


def test_what_was_counted_is_sent_hidden():
    tree = read(draw("{{ formset }}", formset=Lines()))
    assert by_id(tree, "id_form-TOTAL_FORMS").get("value") == "2"


def test_a_line_can_be_taken_away():
    tree = read(draw("{{ formset }}", formset=Lines()))
    assert text(all_of(tree, "label", for_="id_form-0-DELETE")[0]) == "Remove this line"


def test_it_reads_every_line():
    formset = sent(("Swimming", "12"), ("Bus", "4.50"))
    assert formset.is_valid(), formset.errors
    assert [line["pay"] for line in formset.cleaned_data] == [1_200, 450]


def test_what_is_wrong_is_linked_to_the_line_it_is_in():
    formset = sent(("Swimming", "12"), ("", "4,50"))
    assert problems_of(formset) == [
        ("Enter what it is for", "#id_form-1-what"),
        ("Use a full stop before the pence, like 12.50", "#id_form-1-pay"),
    ]


def test_nothing_typed_is_lost():
    tree = read(draw("{{ error_summary(formset) }}{{ formset }}", formset=sent(("Swimming", "12,5"), ("Bus", "4"))))
    assert by_id(tree, "id_form-0-pay").get("value") == "12,5"
    assert by_id(tree, "id_form-1-what").get("value") == "Bus"


def test_what_is_wrong_with_them_all_comes_first():
    formset = sent(*[("Bus", "4")] * 6)
    assert problems_of(formset) == [("This list can hold 5 at most. Take some away, and add them later", "")]


def test_a_formset_not_yet_sent_has_nothing_wrong():
    assert problems_of(Lines()) == []


def test_a_whole_formset_is_drawn_with_its_button():
    tree = read(draw('{{ page_form(form, button="Save all") }}', form=Lines()))
    assert [text(button) for button in tree.iter("button")] == ["Save all"]
