"""Widgets that carry what the design system needs: a £ sign, a width, hints beside choices, three boxes for a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.utils.datastructures import MultiValueDict


class TextInput(forms.TextInput):
    """A line of text, with words fixed before or after it and a width in characters (2, 3, 4, 5, 10, 20 or 30)."""

    def __init__(
        self, attrs: dict[str, Any] | None = None, *, prefix: str = "", suffix: str = "", width: int | None = None
    ) -> None:
        super().__init__(attrs)
        self.prefix = prefix
        self.suffix = suffix
        if width:
            self.attrs["class"] = f"{self.attrs.get('class', '')} govuk-input--width-{width}".strip()


class Radios(forms.RadioSelect):
    """One choice of a few, each with an optional hint: `Radios(hints={"isf": "Someone else holds the money"})`."""

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
        *,
        hints: Mapping[str, str] | None = None,
        inline: bool = False,
    ) -> None:
        super().__init__(attrs, choices)
        self.hints = dict(hints or {})
        self.inline = inline


class Checkboxes(forms.CheckboxSelectMultiple):
    """Any of a few choices, each with an optional hint."""

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Any = (), *, hints: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(attrs, choices)
        self.hints = dict(hints or {})


class DateParts(NamedTuple):
    """A day as it was typed, right or wrong."""

    day: str = ""
    month: str = ""
    year: str = ""


class DateInput(forms.Widget):
    """Three boxes, day, month and year: `start_on_day`, `start_on_month`, `start_on_year`."""

    def format_value(self, value: Any) -> DateParts:
        if isinstance(value, DateParts):
            return value
        if isinstance(value, date):
            return DateParts(str(value.day), str(value.month), str(value.year))
        return DateParts()

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> DateParts:
        return DateParts(*(str(data.get(f"{name}_{part}") or "").strip() for part in DateParts._fields))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part in DateParts._fields)
