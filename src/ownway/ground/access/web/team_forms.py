"""What an administrator types about who works here."""

from ownway.ground.access.facts import WHAT_ROLES_DO
from ownway.ground.design import forms

ROLES = [(role.value, role.label) for role in WHAT_ROLES_DO]
HINTS = {role.value: words for role, words in WHAT_ROLES_DO.items()}


class FindWorkers(forms.Form):
    """Words of a name or an email address."""

    mark_optional = False

    words = forms.CharField(
        label="Name or email address", required=False, max_length=120, widget=forms.TextInput(width=20)
    )
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())

    def asked(self) -> tuple[str, int]:
        """The words and the page asked for; what cannot be read is left out."""
        self.is_valid()
        return self.cleaned_data.get("words") or "", self.cleaned_data.get("page") or 1


class ChangeWorker(forms.Form):
    """How somebody is called, and where they get their email."""

    name = forms.CharField(label="Name", max_length=120)
    email = forms.EmailField(
        label="Email address",
        help_text="Their own work address. They sign in with it, and we send the link to it.",
        max_length=254,
    )


class AddWorker(ChangeWorker):
    """Somebody new, and what they will do."""

    roles = forms.MultipleChoiceField(
        label="What will they do?",
        help_text="Choose all that they need, and no more.",
        choices=ROLES,
        widget=forms.Checkboxes(hints=HINTS),
    )


class ChangeRoles(forms.Form):
    """The roles that somebody has from now on."""

    mark_optional = False

    roles = forms.MultipleChoiceField(
        label="What do they do?", choices=ROLES, required=False, widget=forms.Checkboxes(hints=HINTS)
    )
