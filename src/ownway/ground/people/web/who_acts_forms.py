"""What a worker writes of who stands to a person, and what anybody may ask about paying them."""

from datetime import date
from typing import Any

from ownway.ground.design import forms
from ownway.ground.people.facts import NewRelationship, Relation
from ownway.ground.people.web.forms import LONGEST_EMAIL, Asking
from ownway.rules.relatives import RELATIONSHIPS

HINTS: dict[str, str] = {
    Relation.SELF: "So that they can sign in themselves.",
    Relation.REPRESENTATIVE: "Sees everything the person sees, and does it for them.",
    Relation.PA: "Is paid by the person for support. Sees nothing of the record.",
    Relation.ADVISER: "Stands by the person. Sees the record, and changes nothing.",
}
NOW, ON_A_DAY = "now", "on a day"
YES_NO = (("yes", "Yes"), ("no", "No"))


class AddRelationship(Asking):
    """Who, how, and since when."""

    mark_optional = False
    boxes = ("is_theirs", "knows_both")

    relation = forms.ChoiceField(
        label="How do they stand to the person?", choices=Relation.choices, widget=forms.Radios(hints=HINTS)
    )
    name = forms.CharField(
        label="Full name", help_text="Leave this empty for the person themself.", max_length=120, required=False
    )
    email = forms.EmailField(
        label="Email",
        help_text="They sign in with it. If it is new to us, we send a link with which they choose a password.",
        max_length=LONGEST_EMAIL,
    )
    from_on = forms.DateField(label="Since when?", help_text="The first day. For example, 27 3 2026")
    is_theirs = forms.BooleanField(label="Yes, this is who I mean", required=False)
    knows_both = forms.BooleanField(label="I know that they are both", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_on"].latest = today  # type: ignore[attr-defined]  # a DateField of ours
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Everybody but the person themself is named."""
        said = super().clean() or self.cleaned_data
        said["name"] = " ".join(str(said.get("name") or "").split())
        if not said["name"] and said.get("relation") not in (None, Relation.SELF) and "name" not in self.errors:
            self.add_error("name", "Enter their full name")
        return said

    def new_relationship(self) -> NewRelationship:
        """What was typed."""
        said = self.cleaned_data
        relation = Relation(said["relation"])
        return NewRelationship(
            relation=relation,
            name="" if relation == Relation.SELF else said["name"],
            email=said["email"],
            from_on=said["from_on"],
            is_theirs=self.has_ticked("is_theirs"),
            knows_both=self.has_ticked("knows_both"),
        )


class EndRelationship(forms.Form):
    """When it ends, and why."""

    mark_optional = False

    when = forms.ChoiceField(
        label="When does this end?",
        choices=[(NOW, "Now"), (ON_A_DAY, "After a last day")],
        widget=forms.Radios(hints={NOW: "From this moment they see nothing more. Yesterday counts as the last day."}),
    )
    until_on = forms.DateField(label="The last day, if not now", required=False)
    why = forms.CharField(
        label="Why does this end?",
        help_text="The person, and those who act for them, can read this.",
        max_length=300,
        error_messages={"required": "Write why this ends"},
    )

    def clean(self) -> dict[str, Any]:
        """A last day is asked for only when it does not end now."""
        said = super().clean() or self.cleaned_data
        if said.get("when") == ON_A_DAY and said.get("until_on") is None and "until_on" not in self.errors:
            self.add_error("until_on", "Enter the last day")
        return said

    def last_day(self) -> date | None:
        """The last day; None when it ends now."""
        return self.cleaned_data["until_on"] if self.cleaned_data["when"] == ON_A_DAY else None


class AskAboutPaying(forms.Form):
    """How somebody is related to the person, and whether they live together."""

    mark_optional = False

    relationship = forms.ChoiceField(
        label="Who are they to the person?",
        choices=[(kind, kind.capitalize()) for kind in RELATIONSHIPS],
        widget=forms.Radios(),
    )
    same_household = forms.ChoiceField(
        label="Do they live in the same home?", choices=YES_NO, widget=forms.Radios(inline=True)
    )
