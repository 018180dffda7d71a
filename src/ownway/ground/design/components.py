"""Turns a Django form field into its GOV.UK component: which macro, with which words and ids."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import jinja2
from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget, Input
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ownway.ground.design import widgets
from ownway.ground.design.parsing import without_unseen

MACROS = "govuk_frontend_jinja/"
Params = dict[str, Any]
# Left out on purpose: a browser's own limits cut what people paste, or refuse it in the browser's words.
UNSENT_ATTRIBUTES = {"class", "maxlength", "minlength", "min", "max", "step", "required", "id", "rows", "cols"}
STOCK_ROWS = "10"  # what Django gives every text area


@cache
def macro_environment() -> jinja2.Environment:
    """The lenient environment in which the GOV.UK macros run, compiled once."""
    loader = jinja2.PrefixLoader({MACROS.rstrip("/"): jinja2.PackageLoader("govuk_frontend_jinja")})
    return jinja2.Environment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.ChainableUndefined,
        auto_reload=False,
        cache_size=-1,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def draw(component: str, params: Params) -> SafeString:
    """Draw a component by its folder name: `draw("date-input", {...})`."""
    return SafeString(_macro(component)(params))  # the macro escapes every value it is given


@cache
def _macro(component: str) -> Any:
    name = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    return getattr(macro_environment().get_template(f"{MACROS}components/{component}/macro.html").module, name)


def field_html(bound: BoundField) -> SafeString:
    """A field with its label, hint and errors. A room's own or any other Django form's field will do."""
    component, params = field_component(bound)
    return draw(component, params)


def hidden_html(bound: BoundField) -> SafeString:
    """A hidden field: one input for each value."""
    value = bound.value()
    values = value if isinstance(value, list | tuple) else [value]
    shown = [("" if v is None else without_unseen(str(v))) for v in values]
    if len(shown) == 1:
        return format_html(
            '<input type="hidden" name="{}" value="{}" id="{}">', bound.html_name, shown[0], base_id(bound)
        )
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', ((bound.html_name, v) for v in shown))


def field_component(bound: BoundField) -> tuple[str, Params]:
    """The component's folder name and the parameters of its macro. Raises TypeError for an unknown widget."""
    widget = bound.field.widget
    for kind, build in BUILDERS.items():
        if isinstance(widget, kind):
            return build(bound, widget)
    raise TypeError(f"{bound.name}: the design system has no component for {type(widget).__name__}")


def base_id(bound: BoundField) -> str:
    """The id of the field's first input, to which the error summary links."""
    return str(bound.field.widget.attrs.get("id") or bound.auto_id or bound.html_name)


def error_id(bound: BoundField) -> str:
    """The id of the input to put right: of a date, the first part that is wrong."""
    if isinstance(bound.field.widget, widgets.DateInput):
        return f"{base_id(bound)}_{faulty_parts(bound)[0]}"
    return base_id(bound)


def faulty_parts(bound: BoundField) -> list[str]:
    """Which boxes of a date are wrong; all of them unless the error says."""
    named: set[str] = set()
    for error in bound.errors.as_data():
        named.update(_parts_of(error))
    return [part for part in widgets.DateParts._fields if part in named or not named]


def label_text(bound: BoundField) -> str:
    """The label, saying so when the answer is optional."""
    label = conditional_escape(bound.label)
    optional = not bound.field.required and getattr(bound.form, "mark_optional", True)
    if not optional or isinstance(bound.field.widget, forms.CheckboxInput) or "(optional)" in label:
        return label
    return format_html("{} (optional)", label)


def _parts_of(error: ValidationError) -> tuple[str, ...]:
    params: Any = error.params
    return tuple(params.get("parts", ())) if isinstance(params, Mapping) else ()


def _common(bound: BoundField) -> Params:
    widget = bound.field.widget
    params: Params = {
        "id": base_id(bound),
        "name": bound.html_name,
        "label": {"text": label_text(bound), "classes": "govuk-label--s"},
        "classes": widget.attrs.get("class", ""),
        "attributes": {
            name: {"value": value, "optional": True}
            for name, value in widget.attrs.items()
            if name not in UNSENT_ATTRIBUTES and value is not None
        },
        "disabled": bound.field.disabled,
    }
    return params | _hint_and_error(bound)


def _hint_and_error(bound: BoundField) -> Params:
    params: Params = {}
    if bound.help_text:
        params["hint"] = {"html": conditional_escape(bound.help_text)}
    if bound.errors:
        params["errorMessage"] = {"html": format_html_join(mark_safe("<br>"), "{}", ((e,) for e in bound.errors))}
    return params


def _grouped(bound: BoundField) -> Params:
    params: Params = {
        "idPrefix": base_id(bound),
        "id": base_id(bound),
        "name": bound.html_name,
        "fieldset": {"legend": {"text": label_text(bound), "classes": "govuk-fieldset__legend--s"}},
    }
    return params | _hint_and_error(bound)


def _shown(bound: BoundField) -> str:
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else without_unseen(str(value))


def _input(bound: BoundField, widget: Input) -> tuple[str, Params]:
    params = _common(bound) | {"value": _shown(bound), "type": widget.input_type}
    if isinstance(widget, forms.NumberInput):
        whole = isinstance(bound.field, forms.IntegerField)
        params |= {"type": "text", "inputmode": "numeric" if whole else "decimal"}
        params["classes"] = params["classes"] or "govuk-input--width-5"
    if isinstance(widget, forms.EmailInput):
        params |= {"autocomplete": widget.attrs.get("autocomplete", "email"), "spellcheck": False}
        params["attributes"].pop("autocomplete", None)
    for affix in ("prefix", "suffix"):
        if words := getattr(widget, affix, ""):
            params[affix] = {"text": words}
    return "input", params


def _password(bound: BoundField, widget: forms.PasswordInput) -> tuple[str, Params]:
    params = _common(bound)
    params["autocomplete"] = widget.attrs.get("autocomplete", "current-password")
    params["attributes"].pop("autocomplete", None)
    return "password-input", params


def _textarea(bound: BoundField, widget: forms.Textarea) -> tuple[str, Params]:
    value = _shown(bound)
    # A browser drops the first line break after the tag, so one is given for it to drop.
    kept = "\n" + value if value.startswith(("\n", "\r")) else value
    rows = widget.attrs.get("rows", STOCK_ROWS)
    params = _common(bound) | {"value": kept, "rows": 5 if rows == STOCK_ROWS else rows}
    limit = getattr(bound.field, "max_length", None)
    if limit:
        return "character-count", params | {"maxlength": limit, "threshold": 75}
    return "textarea", params


def _file(bound: BoundField, widget: forms.FileInput) -> tuple[str, Params]:
    return "file-upload", _common(bound) | {"multiple": widget.allow_multiple_selected}


def _select(bound: BoundField, widget: forms.Select) -> tuple[str, Params]:
    items = [
        {"value": str(option["value"]), "text": option["label"], "selected": bool(option["selected"])}
        for option in _options(bound)
    ]
    return "select", _common(bound) | {"items": items}


def _radios(bound: BoundField, widget: ChoiceWidget) -> tuple[str, Params]:
    params = _grouped(bound) | {"items": _choices(bound)}
    if getattr(widget, "inline", False):
        params["classes"] = "govuk-radios--inline"
    return "radios", params


def _checkboxes(bound: BoundField, _: ChoiceWidget) -> tuple[str, Params]:
    return "checkboxes", _grouped(bound) | {"items": _choices(bound)}


def _checkbox(bound: BoundField, widget: forms.CheckboxInput) -> tuple[str, Params]:
    value = bound.value()
    item = {
        "value": "on" if isinstance(value, bool) or not value else without_unseen(str(value)),
        "text": label_text(bound),
        "checked": widget.check_test(value),
        "disabled": bound.field.disabled,
    }
    params: Params = {"idPrefix": base_id(bound), "name": bound.html_name, "items": [item]}
    return "checkboxes", params | _hint_and_error(bound)


def _date(bound: BoundField, widget: widgets.DateInput) -> tuple[str, Params]:
    typed = widget.format_value(bound.value())
    wrong = faulty_parts(bound) if bound.errors else []
    birthday = widget.attrs.get("autocomplete") == "bday"
    items = []
    for part, value in typed._asdict().items():
        width = 4 if part == "year" else 2
        faulty = " govuk-input--error" if part in wrong else ""
        items.append(
            {
                "id": f"{base_id(bound)}_{part}",
                "name": f"{bound.html_name}_{part}",
                "label": part.capitalize(),
                "value": without_unseen(value),
                "classes": f"govuk-input--width-{width}{faulty}",
                "autocomplete": f"bday-{part}" if birthday else None,
            }
        )
    return "date-input", _grouped(bound) | {"items": items}


def _choices(bound: BoundField) -> list[Params]:
    hints: Mapping[str, str] = getattr(bound.field.widget, "hints", {})
    return [
        {
            "value": str(option["value"]),
            "text": option["label"],
            "checked": bool(option["selected"]),
            "disabled": bound.field.disabled,
            "hint": {"text": hints.get(str(option["value"]), "")},
        }
        for option in _options(bound)
        if str(option["value"]) != ""
    ]


def _options(bound: BoundField) -> Iterator[Params]:
    widget: Any = bound.field.widget
    for _, options, _ in widget.optgroups(bound.html_name, widget.format_value(bound.value()), {}):
        yield from options


# The first that fits is taken, so a kind stands before the kinds it is made from.
BUILDERS: dict[type[forms.Widget], Callable[[BoundField, Any], tuple[str, Params]]] = {
    widgets.DateInput: _date,
    forms.CheckboxSelectMultiple: _checkboxes,
    forms.SelectMultiple: _checkboxes,
    forms.RadioSelect: _radios,
    forms.Select: _select,
    forms.CheckboxInput: _checkbox,
    forms.Textarea: _textarea,
    forms.FileInput: _file,
    forms.PasswordInput: _password,
    Input: _input,
}
