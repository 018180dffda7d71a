"""One form for each way of saying what a line costs: by the hour, an amount every so often, or a share."""

from collections.abc import Iterable
from typing import Any

from django.forms import Field

from ownway.ground.design import forms
from ownway.ground.design.parsing import parse_pounds
from ownway.ground.design.words import percent
from ownway.journey.plans.facts import AssistantFacts, DayKind, Every, LineFacts, LineKind
from ownway.journey.plans.operations import NewLine
from ownway.journey.plans.web.forms import Stamped

KIND_HINTS: dict[str, str] = {
    LineKind.PA_HOURS: "Somebody they employ",
    LineKind.AGENCY_HOURS: "Somebody an agency sends",
    LineKind.ACTIVITY: "Such as a class, a club or a day out",
    LineKind.SHORT_BREAK: "A rest for them, or for somebody who cares for them",
    LineKind.START_UP: "Paid once, such as an advert for an assistant",
    LineKind.PAYROLL: "Somebody who works out pay and tax for them",
    LineKind.CONTINGENCY: "Money kept ready for what nobody can foresee",
}

ALL_OF_IT = 10_000
WITH_VAT = "The price with VAT, if there is any"


class ChooseKind(forms.Form):
    """What a new line pays for."""

    kind = forms.ChoiceField(
        label="What will be paid for?",
        choices=LineKind.choices,
        widget=forms.Radios(hints=KIND_HINTS),
        error_messages={"required": "Choose what will be paid for"},
    )


class LineForm(Stamped):
    """What every kind of line has: its own words, and the way back to the plan."""

    def __init__(self, *args: Any, assistants: Iterable[AssistantFacts], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "assistant_id" in self.fields:
            asked: Any = self.fields["assistant_id"]
            asked.choices = [(one.id, one.name) for one in assistants]

    @staticmethod
    def start(line: LineFacts) -> dict[str, Any]:
        """The form filled in with what the plan says."""
        names = ("words", "assistant_id", "day_kind", "minutes_weekly", "minutes_awake_weekly", "hourly_pence")
        said = {name: getattr(line, name) for name in (*names, "amount_pence", "every", "stamp")}
        return said | {"share_bp": line.share_bp}

    def new_line(self, kind: LineKind) -> NewLine:
        """What was written."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "stamp"}
        return NewLine(kind=kind, **said)


class WritePaHours(LineForm):
    """Hours of an assistant."""

    assistant_id = forms.TypedChoiceField(
        label="Who will do this?",
        coerce=int,
        widget=forms.Radios(),
        error_messages={"required": "Choose who will do this"},
    )
    day_kind = forms.ChoiceField(
        label="When?",
        choices=DayKind.choices,
        widget=forms.Radios(),
        error_messages={"required": "Choose when this is"},
    )
    minutes_weekly = forms.HoursField(label="Hours a week", min_minutes=1)
    minutes_awake_weekly = forms.HoursField(
        label="For sleep-in nights: hours awake a week",
        help_text="How long they are usually up and working in the nights. The law counts only these for the"
        " minimum wage.",
        required=False,
    )
    hourly_pence = forms.MoneyField(label="Pay for an hour", min_pence=1, max_pence=99_999)
    words = forms.CharField(label="What will they help with?", max_length=200, required=False)

    def clean_minutes_awake_weekly(self) -> int | None:
        """Only a sleep-in has time awake."""
        minutes: int | None = self.cleaned_data["minutes_awake_weekly"]
        if minutes is not None and self.cleaned_data.get("day_kind") not in (None, DayKind.SLEEP_IN):
            raise forms.ValidationError("Leave this empty, or choose sleep-in night above")
        return minutes


class WriteAgencyHours(LineForm):
    """Hours of an agency."""

    words = forms.CharField(label="Which agency, or what kind of help?", max_length=200, required=False)
    minutes_weekly = forms.HoursField(label="Hours a week", min_minutes=1)
    hourly_pence = forms.MoneyField(label="Cost of an hour", help_text=WITH_VAT, min_pence=1, max_pence=99_999)


class WriteAmount(LineForm):
    """An amount every so often."""

    words = forms.CharField(
        label="What is it?", max_length=200, error_messages={"required": "Write what it is, such as “Swimming club”"}
    )
    amount_pence = forms.MoneyField(label="How much?", help_text=WITH_VAT, min_pence=1)
    every = forms.ChoiceField(
        label="How often?",
        choices=Every.choices,
        widget=forms.Radios(),
        error_messages={"required": "Choose how often"},
    )


class WriteStartUp(LineForm):
    """A cost of starting, paid once."""

    words = forms.CharField(
        label="What is it?", max_length=200, error_messages={"required": "Write what it is, such as “An advert”"}
    )
    amount_pence = forms.MoneyField(label="How much?", help_text=WITH_VAT, min_pence=1)

    def new_line(self, kind: LineKind) -> NewLine:
        """What was written: starting is paid once."""
        said = self.cleaned_data
        return NewLine(kind=kind, words=said["words"], amount_pence=said["amount_pence"], every=Every.ONCE)


class PercentField(Field):
    """A percentage as people type it ("5", "2.5" or "5%"), cleaned to basis points, or None when left empty."""

    widget = forms.TextInput({"inputmode": "decimal"}, suffix="%", width=5)

    def to_python(self, value: Any) -> int | None:
        if not str(value or "").strip():
            return None
        try:
            basis_points = parse_pounds(str(value).replace("%", ""))
        except ValueError:
            raise forms.ValidationError("Enter a percentage, like 5 or 2.5") from None
        if not 0 < basis_points <= ALL_OF_IT:
            raise forms.ValidationError("Enter a percentage that is more than 0 and no more than 100")
        return basis_points

    def prepare_value(self, value: Any) -> Any:
        return percent(value).removesuffix("%") if isinstance(value, int) else value


class WriteContingency(LineForm):
    """Money kept ready: a share of all the rest, or an amount a week."""

    share_bp = PercentField(label="Percentage of all the rest of the week", required=False)
    amount_pence = forms.MoneyField(label="Or an amount a week", required=False, min_pence=1)

    def clean(self) -> dict[str, Any]:
        """One of the two, and not both."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and (said["share_bp"] is None) == (said["amount_pence"] is None):
            self.add_error("share_bp", "Give a percentage or an amount, one of the two")
        return said

    def new_line(self, kind: LineKind) -> NewLine:
        """What was written; an amount is for each week."""
        share, amount = self.cleaned_data["share_bp"], self.cleaned_data["amount_pence"]
        return NewLine(kind=kind, share_bp=share, amount_pence=amount, every=Every.WEEK if amount else "")


FORMS: dict[str, type[LineForm]] = dict.fromkeys(LineKind.values, WriteAmount) | {
    LineKind.PA_HOURS: WritePaHours,
    LineKind.AGENCY_HOURS: WriteAgencyHours,
    LineKind.START_UP: WriteStartUp,
    LineKind.CONTINGENCY: WriteContingency,
}
