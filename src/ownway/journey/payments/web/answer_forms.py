"""What people give and decide about the bank's answers."""

from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from ownway.ground.design import forms
from ownway.journey.payments.web.forms import WHY

A_MEGABYTE = 1024 * 1024
NONE_OF_THESE = "none"


class TakeAnswer(forms.Form):
    """A file from the bank."""

    file = forms.FileField(
        label="File from the bank",
        help_text="A pain.002 or camt.054 file, or an ARUCS, AWACS or ADDACS report from Bacs as XML.",
        error_messages={"required": "Choose the file from the bank"},
    )

    def __init__(self, *args: Any, max_bytes: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_bytes = max_bytes

    def clean_file(self) -> "UploadedFile[bytes]":
        """The file, when it is not too large."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if file.size is not None and file.size > self.max_bytes:
            raise forms.ValidationError(f"This file is larger than {self.max_bytes // A_MEGABYTE} MB")
        return file

    def asked(self) -> dict[str, Any]:
        """The name and the bytes."""
        file = self.cleaned_data["file"]
        return {"name": file.name.replace("\x00", ""), "data": file.read()}


class NamePayment(forms.Form):
    """Which payment the bank means."""

    line_id = forms.ChoiceField(
        label="Which payment does the bank mean?",
        widget=forms.Radios(),
        error_messages={"required": "Choose a payment, or “None of these”"},
    )
    why = forms.CharField(label="How do you know?", max_length=500, error_messages=WHY)

    def __init__(self, *args: Any, candidates: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(number), words) for number, words in candidates]
        self.fields["line_id"].choices = [*choices, (NONE_OF_THESE, "None of these")]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """The answers as the operation takes them."""
        chosen = self.cleaned_data["line_id"]
        return {"line_id": None if chosen == NONE_OF_THESE else int(chosen), "why": self.cleaned_data["why"]}


class SettleItem(forms.Form):
    """What is done about it."""

    ended = forms.ChoiceField(
        label="What do we do?", widget=forms.Radios(), error_messages={"required": "Choose what we do"}
    )
    checked = forms.BooleanField(label="I checked the bank account with the person", required=False)
    why = forms.CharField(label="Why?", max_length=500, error_messages=WHY)

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], asks_account: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ended"].choices = list(choices)  # type: ignore[attr-defined]  # a ChoiceField
        if not asks_account:
            del self.fields["checked"]

    def asked(self) -> dict[str, Any]:
        """The answers as the operation takes them."""
        return {"checked": False} | self.cleaned_data
