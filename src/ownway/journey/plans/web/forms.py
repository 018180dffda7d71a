"""What a social worker writes of a plan: its route, its days, its outcomes, and who is employed."""

from collections.abc import Iterable
from typing import Any

from ownway.ground.design import forms
from ownway.journey.needs.facts import OutcomeFacts
from ownway.journey.plans.facts import AssistantFacts, Every, HoursKind, Route
from ownway.journey.plans.operations import NewAssistant, NewHeading

ROUTE_HINTS: dict[str, str] = {
    Route.COUNCIL_ARRANGED: "The council finds the support and pays for it. There is the least to do, and the least"
    " choice of who comes.",
    Route.ISF: "A provider that they choose holds the money, and plans and arranges the support with them.",
    Route.DIRECT_PAYMENT: "The money is paid to them, or to somebody who acts for them. They choose the support and"
    " pay for it, and can employ a personal assistant.",
    Route.MIXTURE: "They hold a part of the money as a direct payment. The rest is held in another way.",
}
HOURS_HINTS: dict[str, str] = {
    HoursKind.FIXED: "They get 5.6 weeks of paid holiday a year.",
    HoursKind.IRREGULAR: "Most weeks are not alike. Holiday is 12.07% on top of pay: the law allows that only here.",
    HoursKind.PART_YEAR: "There are weeks without work and without pay. Holiday is 12.07% on top of pay.",
}
PAY_PERIODS = [choice for choice in Every.choices if choice[0] not in (Every.YEAR, Every.ONCE)]
YES_NO = (("yes", "Yes"), ("no", "No"))


class Stamped(forms.Form):
    """A form that knows how things read when its page was opened."""

    stamp = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput())

    def renew_stamp(self, stamp: str) -> None:
        """Let what was typed be saved over what somebody else wrote, now that the person knows of it."""
        typed: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict can be copied and then changed
        typed["stamp"] = stamp
        self.data = typed


class ChooseRoute(Stamped):
    """How the personal budget is held, and why."""

    route = forms.ChoiceField(
        label="How will the money be held?",
        choices=Route.choices,
        widget=forms.Radios(hints=ROUTE_HINTS),
        error_messages={"required": "Choose one of the four ways"},
    )
    route_reason = forms.CharField(
        label="Why is this right for them?",
        help_text="Write what they said. They will see this.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write why this is right for them"},
    )


class ChooseStart(Stamped):
    """The first day of a plan."""

    starts_on = forms.DateField(label="When does this plan start?")


class DescribeEmploying(Stamped):
    """What the Employment Allowance asks."""

    only_care = forms.TypedChoiceField(
        label="Will the assistants do only care and support?",
        help_text="Choose no if they also work as, for example, a gardener or a driver for others at home.",
        choices=YES_NO,
        coerce=lambda said: said == "yes",
        widget=forms.Radios(inline=True),
    )
    claims_allowance = forms.TypedChoiceField(
        label="Will the Employment Allowance be claimed?",
        help_text="It takes away National Insurance that an employer would pay. It can be used once in a tax year.",
        choices=YES_NO,
        coerce=lambda said: said == "yes",
        widget=forms.Radios(inline=True),
    )


class WriteHeading(Stamped):
    """What money is for."""

    words = forms.CharField(
        label="What is this part for?",
        help_text="Write what they will do, not what is bought. For example, “Exercise, 3 hours a week”.",
        max_length=200,
        error_messages={"required": "Write what this part is for"},
    )
    outcome_id = forms.TypedChoiceField(
        label="Which of the things they want does it help with?",
        coerce=int,
        widget=forms.Radios(),
        error_messages={"required": "Choose one of the things they want"},
    )

    def __init__(self, *args: Any, outcomes: Iterable[OutcomeFacts], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["outcome_id"]
        choices.choices = [(outcome.id, outcome.words) for outcome in outcomes]

    def new_heading(self) -> NewHeading:
        """What was written."""
        return NewHeading(words=self.cleaned_data["words"], outcome_id=self.cleaned_data["outcome_id"])


class WriteAssistant(Stamped):
    """Somebody to employ."""

    name = forms.CharField(label="Name", help_text="If nobody is found yet, write “Not found yet”.", max_length=120)
    born_on = forms.DateField(
        label="Date of birth",
        help_text="It sets the minimum wage. Without it we count them as 30 years old. For example, 27 3 1990",
        required=False,
    )
    over_state_pension_age = forms.BooleanField(label="They are over State Pension age", required=False)
    hours_kind = forms.ChoiceField(
        label="Which hours will they work?",
        choices=HoursKind.choices,
        widget=forms.Radios(hints=HOURS_HINTS),
        error_messages={"required": "Choose which hours they will work"},
    )
    pay_every = forms.ChoiceField(
        label="How often will they be paid?",
        choices=PAY_PERIODS,
        widget=forms.Radios(),
        error_messages={"required": "Choose how often they will be paid"},
    )
    asks_for_pension = forms.BooleanField(
        label="They want to join the pension, even if the law does not ask for it", required=False
    )

    @staticmethod
    def start(one: AssistantFacts) -> dict[str, Any]:
        """The form filled in with what the plan says."""
        names = ("name", "born_on", "over_state_pension_age", "hours_kind", "pay_every", "asks_for_pension", "stamp")
        return {name: getattr(one, name) for name in names}

    def new_assistant(self) -> NewAssistant:
        """What was written."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "stamp"}
        return NewAssistant(**said)


class Remove(forms.Form):
    """Nothing to fill in: a place for the reason when something cannot be taken out."""
