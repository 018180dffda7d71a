"""What a finance officer types to confirm a figure, in the figure's own unit."""

from typing import Any

from ownway.ground.design import forms
from ownway.rules import steps as units

MONEY = {value for value in units.UNITS if value.startswith("pence")}
HUNDREDTHS = {units.BASIS_POINTS, units.HUNDREDTHS_OF_A_DAY, units.HUNDREDTHS_OF_A_WEEK}
MOST_COUNT = 1_000_000


class HundredthsField(forms.MoneyField):
    """A number with up to two decimals ("12.07"), cleaned to hundredths: 1207."""

    def __init__(self, *, suffix: str, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal"}, suffix=suffix, width=10), **kwargs)


def value_field(*, unit: str, label: str) -> Any:
    """The field that reads a value of this unit."""
    if unit in MONEY:
        return forms.MoneyField(label=label, help_text=unit.replace("pence", "Pounds and pence", 1))
    if unit in HUNDREDTHS:
        suffix = "%" if unit == units.BASIS_POINTS else unit.removeprefix("hundredths of a ") + "s"
        return HundredthsField(label=label, suffix=suffix)
    if unit == units.YES_NO:
        return forms.TypedChoiceField(
            label=label, choices=[("1", "Yes"), ("0", "No")], coerce=int, widget=forms.Radios()
        )
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_COUNT, help_text=unit.capitalize())


class ConfirmFigure(forms.Form):
    """A figure's value from a day on, and where it was read."""

    from_on = forms.DateField(label="From which day does this hold?")
    source = forms.CharField(
        label="Where did you read it?",
        help_text="The law, circular or council decision, with its date or web address.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say where you read it, so that others can look it up"},
    )


def confirm_figure_form(*, unit: str, name: str) -> type[ConfirmFigure]:
    """The form for a figure of this unit, its value first."""
    value = value_field(unit=unit, label=name)
    return type("ConfirmOneFigure", (ConfirmFigure,), {"value": value, "field_order": ("value", "from_on", "source")})
