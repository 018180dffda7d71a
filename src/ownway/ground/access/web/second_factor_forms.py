"""What people type, or let their device say, for a second factor, in plain words. The checks are django-allauth's."""

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn

from ownway.ground.access.web.forms import speak_plainly

CODE = {"code": "Your code"}
CODE_HINT = {"code": "Open the app on your phone and type the six numbers it shows. A recovery code works too."}


class GiveCode(base.AuthenticateForm):
    """A code from the app, or a recovery code, while signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, CODE, CODE_HINT)


class GiveCodeAgain(base.ReauthenticateForm):
    """A code once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, CODE, CODE_HINT)


class SetUpApp(totp.ActivateTOTPForm):
    """The first code of a new app, which shows that it works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, CODE, {"code": "Type the six numbers that the app shows now."})


class AddPasskey(webauthn.AddWebAuthnForm):
    """A passkey to add: what to call it, and whether it stands for the password too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"passwordless": True} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        labels = {
            "name": "What do you want to call it?",
            "passwordless": "Let me sign in with this passkey alone, without my password",
        }
        speak_plainly(self, labels)
        self.fields["credential"].error_messages["required"] = "Your device did not give us a passkey. Try again"


class NamePasskey(webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, {"name": "What do you want to call it?"})


class SignInWithPasskey(webauthn.LoginWebAuthnForm):
    """What the device says of its passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = "Your device did not give us a passkey. Try again, or use your email address and password."
        self.fields["credential"].error_messages["required"] = words
