"""What a worker writes of a death."""

from datetime import date
from typing import Any

from ownway.ground.design import forms


class RecordDeath(forms.Form):
    """The day somebody died."""

    died_on = forms.DateField(label="On which day did they die?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["died_on"].latest = today  # type: ignore[attr-defined]  # a DateField of ours


class TakeBackDeath(forms.Form):
    """Why it was a mistake."""

    why = forms.CharField(
        label="How did the mistake come about?",
        help_text="The person, and those who act for them, can read this.",
        max_length=300,
        error_messages={"required": "Write how the mistake came about"},
    )
