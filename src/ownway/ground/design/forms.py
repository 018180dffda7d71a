"""Forms that render themselves in the design system, with errors in plain words and nothing typed lost.

`{{ page_form(form, button="Save") }}` draws a whole form; `{{ form }}` its fields; `{{ form.reason.as_field_group() }}`
one of them. The page's own list of what to put right comes from `form` and `formset` in the page's context.
"""

from typing import Any, ClassVar

from django import forms
from django.forms import (
    BooleanField,
    ChoiceField,
    EmailField,
    FileField,
    HiddenInput,
    IntegerField,
    MultipleChoiceField,
    PasswordInput,
    RegexField,
    Select,
    Textarea,
    TypedChoiceField,
    UUIDField,
    ValidationError,
)
from django.forms.formsets import BaseFormSet, formset_factory
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.forms.utils import pretty_name
from django.template import TemplateDoesNotExist
from django.utils.safestring import SafeString

from ownway.ground.design.constraints import add_constraint_error
from ownway.ground.design.fields import CharField, DateField, HoursField, MoneyField
from ownway.ground.design.messages import use_plain_messages
from ownway.ground.design.pieces import error_summary
from ownway.ground.design.widgets import Checkboxes, DateInput, Radios, TextInput

__all__ = [
    "BooleanField",
    "CharField",
    "Checkboxes",
    "ChoiceField",
    "DateField",
    "DateInput",
    "DesignRenderer",
    "EmailField",
    "FileField",
    "Form",
    "FormSet",
    "HiddenInput",
    "HoursField",
    "IntegerField",
    "MoneyField",
    "MultipleChoiceField",
    "PasswordInput",
    "Radios",
    "RegexField",
    "Select",
    "TextInput",
    "Textarea",
    "TypedChoiceField",
    "UUIDField",
    "ValidationError",
    "add_constraint_error",
    "formset_of",
]


BUILT_IN = DjangoTemplates()


class DesignRenderer(TemplatesSetting):
    """Draws any Django form, ours or a library's, with the design system's fields (FORM_RENDERER)."""

    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/field.html"
    formset_template_name = "design/forms/formset.html"

    def get_template(self, template_name: str) -> Any:
        """Ours; for the rest of what a library's form may ask for, Django's own."""
        try:
            return super().get_template(template_name)
        except TemplateDoesNotExist:
            return BUILT_IN.get_template(template_name)


class Form(forms.Form):
    """A form in the design system. `mark_optional = False` leaves "(optional)" off the labels, as in a search."""

    use_required_attribute = False
    mark_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if field.label is None:
                field.label = pretty_name(name)
            use_plain_messages(field, label=str(field.label))

    def get_context(self) -> dict[str, Any]:
        return {"form": self}

    def as_page(self) -> SafeString:
        """What to put right, then all the fields: for a page that does not show the list itself."""
        return error_summary(self) + self.render()


class FormSet(BaseFormSet):  # type: ignore[type-arg]  # Django leaves it without a subscript at run time
    """Several forms of one kind on a page, each in a fieldset named by `item_name` and its number."""

    item_name = "Line"
    default_error_messages: ClassVar = {
        **BaseFormSet.default_error_messages,
        "missing_management_form": "Part of this page did not reach us. Load the page again and send it once more",
        "too_many_forms": "This list can hold %(num)d at most. Take some away, and add them later",
        "too_few_forms": "Add at least %(num)d to this list",
    }
    use_required_attribute = False

    def get_context(self) -> dict[str, Any]:
        return {"formset": self}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for name, words in (("DELETE", f"Remove this {self.item_name.lower()}"), ("ORDER", "Place in the list")):
            if name in form.fields:
                form.fields[name].label = words

    def as_page(self) -> SafeString:
        """What to put right, then all the forms."""
        return error_summary(self) + self.render()


def formset_of(form: type[Form], *, item_name: str, **options: Any) -> type[FormSet]:
    """A formset class over `form`; options as Django's `formset_factory` (extra, max_num, can_delete…)."""
    made: Any = formset_factory(form, formset=FormSet, **options)
    made.item_name = item_name
    return made  # type: ignore[no-any-return]  # formset_factory is typed as BaseFormSet
