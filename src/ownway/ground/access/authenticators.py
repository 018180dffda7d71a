"""How second factors are kept, encrypted with the secret key, and spoken of in plain words."""

import base64
import hashlib
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


class AuthenticatorAdapter(DefaultMFAAdapter):
    """What an app and its recovery codes are made from is never readable in the database alone."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "You cannot remove this, because you need it to sign in",
        "cannot_generate_recovery_codes": "Set up an app or a passkey first",
        "incorrect_code": "That did not work. Wait for a new code and try again",
    }

    def encrypt(self, text: str) -> str:
        """The text, to be read with the secret key only."""
        return box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text as it was. Raises InvalidToken when it was encrypted with a secret key that is gone."""
        return box().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """A first name for a new passkey, which its owner can change."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return "My passkey" if number == 1 else f"My passkey {number}"


def box() -> MultiFernet:
    """What encrypts: with SECRET_KEY, and for reading also with the keys it had before."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(key_from(str(secret))) for secret in secrets])


def key_from(secret: str) -> bytes:
    """A key for this use alone."""
    return base64.urlsafe_b64encode(hashlib.sha256(f"ownway second factor:{secret}".encode()).digest())
