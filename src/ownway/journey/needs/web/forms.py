"""What a social worker writes with the person."""

from datetime import date
from typing import Any

from ownway.ground.design import forms
from ownway.journey.needs.facts import AREAS


class WriteWhatMatters(forms.Form):
    """What matters, in the person's own words."""

    words = forms.CharField(
        label="What matters to me",
        help_text="Write it as the person says it. Use “I”.",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write what matters to the person"},
    )
    said_on = forms.DateField(label="When did they say this?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said_on"].latest = today  # type: ignore[attr-defined]  # a DateField of ours


class AddOutcome(forms.Form):
    """One thing the person wants."""

    words = forms.CharField(
        label="What do they want?",
        help_text="In their own words. For example, “I want to swim again”.",
        max_length=300,
        error_messages={"required": "Write what the person wants"},
    )
    area = forms.ChoiceField(
        label="Which part of daily life is this about?",
        choices=AREAS,
        widget=forms.Radios(),
        error_messages={"required": "Choose the part of daily life that this is about"},
    )
