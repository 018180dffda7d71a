"""Fields for words, money, hours and days: typed as people write them, cleaned to text, pence, minutes and dates."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ownway.ground.design import parsing, widgets
from ownway.ground.design.words import day, hours, lower_first, pounds, short_pounds, subject

MOST_PENCE = 999_999_999  # under ten million pounds: fits the database's integer
WEEK_MINUTES = 168 * 60
EARLIEST = date(1900, 1, 1)
LATEST = date(2099, 12, 31)


class CharField(forms.CharField):
    """Words, cleaned of what nobody can see: text copied from a PDF often brings control characters along."""

    def to_python(self, value: Any) -> str | None:
        return super().to_python(parsing.without_unseen(value) if isinstance(value, str) else value)


class MoneyField(forms.Field):
    """Pounds as people type them ("£1,234.50"), cleaned to whole pence (int), or None when left empty."""

    def __init__(
        self,
        *,
        min_pence: int = 0,
        max_pence: int = MOST_PENCE,
        allow_negative: bool = False,
        width: int = 10,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", widgets.TextInput({"inputmode": "decimal"}, prefix="£", width=width))
        super().__init__(**kwargs)
        self.min_pence = -max_pence if allow_negative else min_pence
        self.max_pence = max_pence

    def to_python(self, value: Any) -> int | None:
        return _read(value, parsing.parse_pounds)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        label = _label(self)
        if value is not None and value < self.min_pence:
            raise ValidationError(f"{label} must be {short_pounds(self.min_pence)} or more")
        if value is not None and value > self.max_pence:
            raise ValidationError(f"{label} must be {short_pounds(self.max_pence)} or less")

    def prepare_value(self, value: Any) -> Any:
        return pounds(value).replace("£", "").replace("−", "-") if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _has_changed(self, initial, data)


class HoursField(forms.Field):
    """Hours and minutes as people type them ("3 hours 30 minutes", "3:30", "3.5"), cleaned to whole minutes.

    At most a week unless `max_minutes` says otherwise; None when left empty.
    """

    def __init__(self, *, min_minutes: int = 0, max_minutes: int = WEEK_MINUTES, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.TextInput(width=20))
        kwargs.setdefault("help_text", "For example, 3 hours 30 minutes, 3:30 or 3.5")
        super().__init__(**kwargs)
        self.min_minutes = min_minutes
        self.max_minutes = max_minutes

    def to_python(self, value: Any) -> int | None:
        return _read(value, parsing.parse_hours)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        label = _label(self)
        if value is not None and value < self.min_minutes:
            raise ValidationError(f"{label} must be {hours(self.min_minutes)} or more")
        if value is not None and value > self.max_minutes:
            reason = ". A week has 168 hours" if self.max_minutes == WEEK_MINUTES else ""
            raise ValidationError(f"{label} must be {hours(self.max_minutes)} or less{reason}")

    def prepare_value(self, value: Any) -> Any:
        return hours(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _has_changed(self, initial, data)


class DateField(forms.Field):
    """A day typed in three boxes, cleaned to a date between `earliest` and `latest`; None when left empty."""

    widget = widgets.DateInput

    def __init__(self, *, earliest: date = EARLIEST, latest: date = LATEST, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "For example, 27 3 2026")
        super().__init__(**kwargs)
        self.earliest = earliest
        self.latest = latest

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or value is None:
            return value
        if not any(value):
            return None
        try:
            return parsing.parse_day(*value)
        except parsing.DayProblem as problem:
            sentence = _about(self, str(problem)).replace("%", "%%")
            raise ValidationError(sentence, params={"parts": problem.parts}) from None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        label = _label(self)
        if value is not None and value < self.earliest:
            raise ValidationError(f"{label} must be {day(self.earliest)} or later")
        if value is not None and value > self.latest:
            raise ValidationError(f"{label} must be {day(self.latest)} or earlier")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _has_changed(self, initial, data)


def _read(value: Any, parse: Any) -> int | None:
    if isinstance(value, int):
        return value
    if value is None or not str(value).strip():
        return None
    try:
        return int(parse(str(value)))
    except ValueError as problem:
        raise ValidationError(str(problem)) from None


def _has_changed(field: forms.Field, initial: Any, data: Any) -> bool:
    try:
        return bool(field.to_python(data) != initial)
    except ValidationError:
        return True


def _label(field: forms.Field) -> str:
    return subject(str(field.label or ""))


def _about(field: forms.Field, sentence: str) -> str:
    label = str(field.label or "")
    return f"{label}: {lower_first(sentence)}" if label and not label.endswith("?") else sentence
