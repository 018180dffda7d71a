"""Every page about signing in is valid, passes axe and fits a phone."""

import pytest
from tests.factories.councils import PASSWORD

FOR_ANYBODY = ["/sign-in/", "/sign-in/closed/", "/sign-in/new-password/", "/sign-in/new-password/sent/"]
AFTER_A_PASSWORD = [
    "/second-factor/",
    "/second-factor/needed/",
    "/second-factor/app/",
    "/second-factor/passkeys/",
    "/second-factor/passkeys/add/",
    "/sign-in/again/",
    "/sign-out/",
]
WITH_AN_APP = [
    "/second-factor/",
    "/second-factor/app/remove/",
    "/second-factor/recovery-codes/new/",
    "/sign-in/again/code/",
]


@pytest.mark.parametrize("on_phone", [False, True], ids=["desk", "phone"])
def test_before_anybody_is_signed_in(walk, on_phone, db):
    walker = walk(None, on_phone=on_phone)
    for address in [*FOR_ANYBODY, "/sign-in/new-password/1-none/", "/sign-in/new-password/saved/"]:
        walker.goes_to(address)
    assert walker.complaints == []


@pytest.mark.parametrize("on_phone", [False, True], ids=["desk", "phone"])
def test_somebody_who_is_signed_in(walk, brian, dev, on_phone):
    for who, addresses in ((brian, AFTER_A_PASSWORD), (dev, WITH_AN_APP)):
        walker = walk(who, on_phone=on_phone)
        walker.goes_to("/sign-in/again/?next=/second-factor/").types("Your password", PASSWORD).presses("Continue")
        for address in addresses:
            walker.goes_to(address)
        assert walker.complaints == []


def test_a_mistake_is_linked_to_its_field(walk, brian):
    walker = walk(None, without_script=True).goes_to("/sign-in/")
    walker.presses("Sign in")
    walker.follows("Enter your email address")
    assert walker.page.url.endswith("#id_login")
