"""Anybody made up can be signed in as with one click; nobody else can."""

import pytest
from django.urls import reverse

from ownway.demo.personas import WHAT


@pytest.fixture
def made_up(amina, dev):
    """Dev is of the demo, and Amina's account is not."""
    dev.is_demo = True
    dev.save()
    return dev


def test_the_page_has_a_button_for_each(anonymous, made_up):
    page = anonymous.get(reverse("demo:personas"))
    assert f"Sign in as Dev Sharma, {WHAT['Dev Sharma']}" in page.content.decode()
    assert "Amina Okafor," not in page.content.decode()


def test_one_click_signs_in(anonymous, made_up):
    answer = anonymous.post(reverse("demo:sign_in_as", args=[made_up.pk]))
    assert answer.status_code == 302
    assert int(anonymous.session["_auth_user_id"]) == made_up.pk


def test_a_link_does_not(anonymous, made_up):
    assert anonymous.get(reverse("demo:sign_in_as", args=[made_up.pk])).status_code == 405
    assert "_auth_user_id" not in anonymous.session


def test_nobody_real_is_signed_in(anonymous, made_up, harriet):
    assert anonymous.post(reverse("demo:sign_in_as", args=[harriet.pk])).status_code == 404
    assert "_auth_user_id" not in anonymous.session


def test_before_it_is_loaded_the_page_says_so(anonymous):
    assert "not loaded yet" in anonymous.get(reverse("demo:personas")).content.decode()
