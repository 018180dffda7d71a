"""A passkey, added on one day and enough to sign in with on the next: by Chromium's own virtual authenticator."""

import pytest
from allauth.mfa.models import Authenticator
from tests.factories.councils import PASSWORD

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(walk):
    """A browser in which nobody is signed in, on a device that can keep passkeys."""
    page = walk(None).page
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    made = device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.refuse_passkeys = lambda: device.send(
        "WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": False}
    )
    return page


def sign_in(page, user):
    page.goto("/sign-in/")
    page.get_by_label("Your email address").fill(user.email)
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def add_passkey(page):
    page.goto("/second-factor/passkeys/add/")
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()


def test_dev_adds_a_passkey_and_signs_in_with_it_alone(page, dev):
    problems = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    sign_in(page, dev)
    page.goto("/people/")
    page.get_by_role("heading", name="Set up a second way to sign in").wait_for()
    add_passkey(page)
    page.get_by_role("button", name="Sign out").click()

    page.goto("/sign-in/?next=/people/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="People", exact=True).wait_for()
    assert problems == []  # and the content security policy refused nothing


def test_after_the_password_a_passkey_is_the_second_factor(page, dev):
    sign_in(page, dev)
    add_passkey(page)
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, dev)
    page.get_by_role("heading", name="Show that it is you").wait_for()
    page.get_by_role("button", name="Use my passkey").click()
    page.get_by_role("link", name="People").first.wait_for()


def test_a_passkey_can_be_renamed_and_removed(page, brian):
    sign_in(page, brian)
    add_passkey(page)
    page.goto("/second-factor/passkeys/")
    page.get_by_role("link", name="Rename My passkey").click()
    page.get_by_label("What do you want to call it?").fill("Kitchen tablet")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Remove Kitchen tablet").click()
    page.get_by_role("button", name="Remove this passkey").click()
    page.get_by_text("You have none yet.").wait_for()
    assert not Authenticator.objects.filter(user=brian, type="webauthn").exists()


def test_when_the_device_refuses_the_page_says_what_to_do(page, dev):
    sign_in(page, dev)
    add_passkey(page)
    page.get_by_role("button", name="Sign out").click()
    page.refuse_passkeys()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("Your device did not give us a passkey. Try again, or use another way.").wait_for()
