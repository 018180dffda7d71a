"""What a worker types to find somebody, and what workers and people write of a person."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from ownway.ground.design import forms
from ownway.ground.people.facts import ADDRESS_LINES, ClientGroup, ContactDetails, Details, LetterFormat, PersonFacts

LONGEST_EMAIL = 254
FEWEST_DIGITS = 6
CONTACT = ("email", "phone", "letter_format", "contact_notes")
ORDER: Sequence[str] = ("reference", "name", "known_as", "born_on", "client_group", "address", *CONTACT)


class FindPeople(forms.Form):
    """Words of a name, or a reference."""

    mark_optional = False

    words = forms.CharField(label="Name or reference", required=False, max_length=120, widget=forms.TextInput(width=20))
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())

    def asked(self) -> tuple[str, int]:
        """The words and the page asked for; what cannot be read is left out."""
        self.is_valid()
        return self.cleaned_data.get("words") or "", self.cleaned_data.get("page") or 1


class Asking(forms.Form):
    """A form that keeps back the boxes named in `boxes` until a refusal asks whether to go on all the same."""

    boxes: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unticked = [name for name in self.boxes if not self.data.get(self.add_prefix(name))]
        self.kept_back = {name: self.fields.pop(name) for name in unticked}

    def ask(self, box: str, sentence: str) -> None:
        """Show that box, and beside it why it is asked."""
        self.fields[box] = self.kept_back.pop(box)
        self.add_error(box, sentence)

    def has_ticked(self, box: str) -> bool:
        """Whether it was shown and ticked."""
        return bool(self.cleaned_data.get(box))


class Stamped(forms.Form):
    """A form that knows how the record read when its page was opened."""

    stamp = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput())

    def renew_stamp(self, stamp: str) -> None:
        """Let what was typed be saved over what somebody else wrote, now that who types knows of it."""
        typed: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict can be copied and then changed
        typed["stamp"] = stamp
        self.data = typed


class ContactForm(forms.Form):
    """How to reach somebody."""

    phone = forms.CharField(label="Phone", required=False, max_length=40, widget=forms.TextInput(width=20))
    email = forms.EmailField(label="Email", required=False, max_length=LONGEST_EMAIL)
    letter_format = forms.ChoiceField(label="Print of letters", choices=LetterFormat.choices, widget=forms.Radios())
    contact_notes = forms.CharField(
        label="How to be in touch",
        help_text="In their own words. For example, “Please ring after ten, or send a text.”",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, is_own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A browser offers what its owner is reached by, which is wrong where they write about somebody else.
        self.fields["phone"].widget.attrs["autocomplete"] = "tel" if is_own else "off"
        self.fields["email"].widget.attrs["autocomplete"] = "email" if is_own else "off"

    def clean_phone(self) -> str:
        """A phone number has digits; words beside them are welcome."""
        phone = " ".join(str(self.cleaned_data["phone"]).split())
        if phone and len(re.findall(r"\d", phone)) < FEWEST_DIGITS:
            raise forms.ValidationError("Enter a phone number, like 01632 960 044")
        return phone


class ChangeContact(Stamped, ContactForm):
    """What a person, or who acts for them, puts right themselves."""

    def contact(self) -> ContactDetails:
        """What was typed."""
        return ContactDetails(**{name: self.cleaned_data[name] for name in CONTACT})


class DetailsForm(Asking, ContactForm):
    """All that a worker writes of a person."""

    boxes = ("is_somebody_else",)

    reference = forms.CharField(
        label="Reference",
        help_text="The number by which your council knows this person. For example, P04711.",
        max_length=20,
        widget=forms.TextInput(width=10),
    )
    name = forms.CharField(label="Full name", max_length=120)
    known_as = forms.CharField(
        label="What do they like to be called?",
        help_text="Leave this empty to use their first name.",
        max_length=60,
        required=False,
        widget=forms.TextInput(width=20),
    )
    born_on = forms.DateField(label="Date of birth", help_text="For example, 27 3 1979")
    client_group = forms.ChoiceField(label="Group", choices=ClientGroup.choices, widget=forms.Radios())
    address = forms.CharField(
        label="Address",
        help_text="A line for each part, with the postcode last. Letters go here.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    is_somebody_else = forms.BooleanField(label="This is somebody else", required=False)

    field_order = ORDER

    def clean(self) -> dict[str, Any]:
        """One space between words; the first name when they have no other wish."""
        said = super().clean() or self.cleaned_data
        for name in ("reference", "name", "known_as"):
            if name in said:
                said[name] = " ".join(said[name].split())
        if said.get("name") and not said.get("known_as"):
            said["known_as"] = said["name"].split()[0][:60]
        return said

    def clean_address(self) -> str:
        """As many lines as an envelope shows."""
        lines = [line.strip() for line in str(self.cleaned_data["address"]).splitlines()]
        kept = [line for line in lines if line]
        if len(kept) > ADDRESS_LINES:
            raise forms.ValidationError(f"An address has at most {ADDRESS_LINES} lines. This one has {len(kept)}")
        return "\n".join(kept)

    def details(self) -> Details:
        """What was typed."""
        names = Details.__dataclass_fields__
        return Details(**{name: self.cleaned_data[name] for name in names})


class AddPerson(DetailsForm):
    """Somebody new."""


class ChangeDetails(Stamped, DetailsForm):
    """What to put right of somebody, and why."""

    why = forms.CharField(
        label="Why does this change?",
        help_text="For example, “She has moved.” They can read this.",
        max_length=300,
        error_messages={"required": "Write why this changes"},
    )

    field_order = (*ORDER, "why")


def initial_of(person: PersonFacts) -> dict[str, Any]:
    """How the record reads now, for the boxes of a page that puts it right."""
    return {name: getattr(person, name) for name in (*Details.__dataclass_fields__, "stamp")}
