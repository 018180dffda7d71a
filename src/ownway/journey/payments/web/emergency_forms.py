"""What people say about the list of a run that is keyed by hand."""

from typing import Any

from ownway.ground.design import forms
from ownway.journey.payments.web.forms import WriteWhy

_USED, _PUT_ASIDE = "used", "put_aside"


class MakeEmergencyList(WriteWhy):
    """Why the list is needed, and that the bank does not pay from the files."""

    not_paid = forms.BooleanField(
        label="The bank has not paid from the files of this run, and nobody will send them",
        error_messages={"required": "Ask the bank first. If it pays the files too, people are paid twice"},
    )


class EndEmergencyList(forms.Form):
    """What became of the list."""

    became = forms.ChoiceField(
        label="What became of the list?",
        widget=forms.Radios(),
        choices=[
            (_USED, "People were paid from it"),
            (_PUT_ASIDE, "Nobody was paid from it. The paper and the copies are destroyed"),
        ],
        error_messages={"required": "Choose what became of the list"},
    )

    def asked(self) -> dict[str, Any]:
        """The answer as the operation takes it."""
        return {"was_used": self.cleaned_data["became"] == _USED}
