"""What a person gives and says about their account."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from ownway.ground.design import forms
from ownway.ground.design.words import MONTHS, day, short_day, short_pounds
from ownway.journey.accounts.days import TwoWays
from ownway.journey.accounts.reading import ANOTHER, SAME, Answers, DoubtFacts, Questions

DOUBT = "doubt_"
A_MEGABYTE = 1024 * 1024


def refuse_if_large(file: "UploadedFile[bytes]", *, max_bytes: int, what: str) -> "UploadedFile[bytes]":
    """The file, when it is not too large."""
    if file.size is not None and file.size > max_bytes:
        raise forms.ValidationError(f"This {what} is larger than {max_bytes // A_MEGABYTE} MB. {SMALLER[what]}")
    return file


SMALLER = {
    "file": "Please send fewer months at a time",
    "photo": "Take it again from further off, or send a smaller copy",
}


class AddStatement(forms.Form):
    """A bank statement as a file."""

    file = forms.FileField(
        label="Bank statement",
        help_text="A CSV, Excel, OFX, QIF or PDF file from your bank’s website or app. A photo will not work.",
        error_messages={"required": "Choose the file of your bank statement"},
    )

    def __init__(self, *args: Any, max_bytes: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_bytes = max_bytes

    def clean_file(self) -> "UploadedFile[bytes]":
        """The file, when it is not too large."""
        return refuse_if_large(self.cleaned_data["file"], max_bytes=self.max_bytes, what="file")


class AnswerStatement(forms.Form):
    """The answers to what a file left open."""

    def __init__(self, *args: Any, questions: Questions, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for doubt in questions.doubts:
            self.fields[f"{DOUBT}{doubt.key}"] = _doubt_field(doubt)
        if questions.needs_a_yes:
            self.fields["take"] = forms.BooleanField(
                label="Yes, add this file",
                error_messages={"required": "Tick the box to add the file, or choose “Leave this file out”"},
            )

    def answers(self) -> Answers:
        """What was answered."""
        doubts = {name.removeprefix(DOUBT): said for name, said in self.cleaned_data.items() if name.startswith(DOUBT)}
        return Answers(take=bool(self.cleaned_data.get("take")), doubts=doubts)


class ConfirmDays(forms.Form):
    """What comes first in the days of a file that does not tell."""

    def __init__(self, *args: Any, two_ways: TwoWays, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(way.order, day(way.on)) for way in two_ways.ways]
        hints = {way.order: f"The file then runs from {day(way.from_on)} to {day(way.to_on)}." for way in two_ways.ways}
        months = " or in ".join(MONTHS[way.on.month - 1] for way in two_ways.ways)
        self.fields["day_order"] = forms.ChoiceField(
            label=f"Is {two_ways.written} in {months}?",
            choices=choices,
            widget=forms.Radios(hints=hints),
            error_messages={"required": f"Say if {two_ways.written} is in {months}"},
        )


def _doubt_field(doubt: DoubtFacts) -> forms.ChoiceField:
    way = "in" if doubt.pence > 0 else "out"
    return forms.ChoiceField(
        label=f"{short_pounds(abs(doubt.pence))} {way} on {day(doubt.on)}: “{doubt.words}”",
        help_text=f"{doubt.why} It says “{doubt.other_words}”, {short_day(doubt.other_on)}.",
        choices=[(SAME, "It is the same payment. Do not add it again"), (ANOTHER, "It is another payment. Add it")],
        widget=forms.Radios(),
        error_messages={"required": f"Say if {short_pounds(abs(doubt.pence))} on {day(doubt.on)} is the same payment"},
    )


class TellBalance(forms.Form):
    """What the bank says was in the account."""

    on = forms.DateField(label="On which day?")
    pence = forms.MoneyField(
        label="How much was in the account at the end of that day?",
        help_text="Your bank’s app or paper statement says this. Put a minus before it if you were overdrawn.",
        allow_negative=True,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        """A day that has been."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError("Choose today or a day before today")
        return on


class MatchLine(forms.Form):
    """What a line was for."""

    choice = forms.ChoiceField(
        label="What was this for?",
        widget=forms.Select(),
        error_messages={
            "required": "Choose what this was for",
            "invalid_choice": "This is not in the plan any more. Please choose again",
        },
    )
    note = forms.CharField(label="Note", help_text="Anything that helps you remember.", max_length=300, required=False)

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = [("", "Choose"), *choices]  # type: ignore[attr-defined]  # a ChoiceField


class AddReceipt(forms.Form):
    """A photo of a receipt."""

    photo = forms.FileField(
        label="Photo of a receipt",
        help_text="A JPEG, PNG or WebP picture. We do not keep where or when it was taken.",
        error_messages={"required": "Choose a photo"},
    )

    def __init__(self, *args: Any, max_bytes: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_bytes = max_bytes

    def clean_photo(self) -> "UploadedFile[bytes]":
        """The photo, when it is not too large."""
        return refuse_if_large(self.cleaned_data["photo"], max_bytes=self.max_bytes, what="photo")


class FindLines(forms.Form):
    """Which lines to show."""

    mark_optional = False
    words = forms.CharField(label="Words or an amount", max_length=100, required=False)
    show = forms.ChoiceField(
        label="Show",
        choices=[("", "All lines"), ("not_known", "Only lines that are not known yet")],
        widget=forms.Select(),
        required=False,
    )
