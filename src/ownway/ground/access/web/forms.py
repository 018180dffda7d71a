"""What people type to sign in, in plain words. The checks are django-allauth's."""

from collections.abc import Mapping
from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from django import forms
from django.http import HttpRequest

from ownway.ground.design.messages import use_plain_messages

PASSWORD_HINT = "Use 12 letters or more. Three words that only you would put together work well."  # noqa: S105 - a hint


def speak_plainly(form: forms.Form, labels: Mapping[str, str], hints: Mapping[str, str] | None = None) -> None:
    """Give a library's form our labels, hints and messages."""
    form.label_suffix = ""
    form.use_required_attribute = False
    for name, field in form.fields.items():
        field.label = labels.get(name, field.label)
        field.help_text = (hints or {}).get(name, "")
        field.widget.attrs.pop("placeholder", None)
        use_plain_messages(field, label=str(field.label))


class SignIn(account.LoginForm):
    """Email address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, {"login": "Your email address", "password": "Your password"})
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SayPasswordAgain(account.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, {"password": "Your password"})


class AskForNewPassword(account.ResetPasswordForm):
    """Where to send a link for choosing a new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, {"email": "Your email address"})

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send the link; to an address nobody has here, a mail that says so. The page tells nobody which."""
        email: str = self.cleaned_data["email"]
        if self.users:
            return str(super().save(request, **kwargs))
        get_adapter().send_mail("account/email/unknown_account", email, {})
        return email


class ChooseNewPassword(account.ResetPasswordKeyForm):
    """A new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"password1": "Your new password", "password2": "Your new password again"}
        speak_plainly(self, labels, {"password1": PASSWORD_HINT})
