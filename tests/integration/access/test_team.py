"""The team's pages: who works here, adding somebody, and what an administrator does for one worker."""

import re

import pytest
from django.core import mail
from tests.factories.councils import give_role, make_user, make_worker
from tests.house.test_every_page import counted_queries
from tests.reading import text_of

from ownway.ground.access.facts import WHAT_ROLES_DO
from ownway.ground.access.models import Membership, Role, User
from ownway.ground.access.queries import count_not_signed_in, list_team

SAM = {"name": "Sam Reed", "email": "sam.reed@sheafdale.example", "roles": ["social_worker", "finance_officer"]}
CHOSEN = "seven quiet otters swim"
LINK = re.compile(r"http://testserver(/sign-in/new-password/\S+-\S+/)")


@pytest.fixture
def at_jo(as_, jo):
    """Jo's browser."""
    return as_(jo)


@pytest.fixture
def posting(at_jo, django_capture_on_commit_callbacks):
    """Send something as Jo, and go where it leads."""

    def post(address, **answers):
        with django_capture_on_commit_callbacks(execute=True):
            return at_jo.post(address, answers, follow=True)

    return post


def test_only_an_administrator_opens_it(everybody):
    opened = {name for name, browser in everybody.items() if browser.get("/team/").status_code == 200}
    assert opened == {"jo"}


def test_nobody_else_can_do_anything_there(everybody, harriet):
    before = list(User.objects.order_by("pk").values()), list(Membership.objects.values())
    for name in everybody.keys() - {"jo"}:
        everybody[name].post("/team/add/", SAM)
        everybody[name].post(f"/team/{harriet.pk}/roles/", {"roles": ["administrator"]})
        everybody[name].post(f"/team/{harriet.pk}/change/", {"name": "Mallory", "email": "mallory@x.example"})
        everybody[name].post(f"/team/{harriet.pk}/send-link/")
        everybody[name].post(f"/team/{harriet.pk}/close/")
    assert (list(User.objects.order_by("pk").values()), list(Membership.objects.values())) == before
    assert mail.outbox == []


def test_the_link_to_it_stands_at_the_top_for_an_administrator_alone(everybody):
    linked = {name for name, browser in everybody.items() if b'href="/team/"' in browser.get("/start/").content}
    assert linked == {"jo"}


def test_it_lists_who_works_here_and_nobody_else(at_jo, dev, brian, esi):
    said = text_of(at_jo.get("/team/"))
    assert "Dev Sharma Social worker Has not signed in yet" in said
    assert "Jo Marsh Administrator Second factor set up" in said
    assert "Brian" not in said  # he has an account, and does not work here
    assert "Esi" not in said


def test_it_finds_somebody_by_name_or_address(at_jo, dev, harriet):
    assert "1 person found for “sharma”" in text_of(at_jo.get("/team/?words=sharma"))
    assert "Harriet Lowe" in text_of(at_jo.get("/team/?words=harriet.lowe@"))
    assert "0 people found" in text_of(at_jo.get("/team/?words=nobody"))


def test_it_turns_pages(at_jo, council):
    for number in range(30):
        make_worker(council=council, name=f"Worker {number:02}", role=Role.COMMISSIONER)
    assert "Page 1 of 2" in text_of(at_jo.get("/team/"))
    assert "Worker 29" in text_of(at_jo.get("/team/?page=2"))


def test_its_queries_do_not_grow_with_the_team(at_jo, council, dev):
    with counted_queries() as few:
        at_jo.get("/team/")
    for number in range(20):
        give_role(
            user=make_worker(council=council, name=f"Worker {number}", role=Role.COMMISSIONER), role="administrator"
        )
    with counted_queries() as many:
        at_jo.get("/team/")
    assert len(many) == len(few)


def test_each_role_says_what_it_may_do(at_jo):
    assert WHAT_ROLES_DO.keys() == set(Role)
    said = text_of(at_jo.get("/team/add/"))
    assert all(words in said for words in WHAT_ROLES_DO.values())


def test_somebody_new_chooses_a_password_and_then_is_asked_for_a_second_factor(posting, anonymous, council, today):
    said = text_of(posting("/team/add/", **SAM))
    assert "Sam Reed has an account now. We sent a link to sam.reed@sheafdale.example." in said
    assert "Sam Reed Social worker Finance officer Has not signed in yet" in said
    assert count_not_signed_in(council=council, today=today) == 1
    page = anonymous.get(LINK.search(mail.outbox[0].body)[1], follow=True)
    anonymous.post(page.request["PATH_INFO"], {"password1": CHOSEN, "password2": CHOSEN})
    anonymous.post("/sign-in/", {"login": SAM["email"], "password": CHOSEN})
    assert anonymous.get("/people/")["Location"] == "/second-factor/needed/"
    assert count_not_signed_in(council=council, today=today) == 0


def test_the_start_page_says_who_has_not_signed_in(at_jo, posting):
    assert "has not signed in yet" not in text_of(at_jo.get("/start/"))
    posting("/team/add/", **SAM)
    assert "1 person in the team has not signed in yet" in text_of(at_jo.get("/start/"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Enter name"),
        ({"name": "x" * 121}, "Name must be 120 characters or fewer. You have written 121"),
        ({"email": "sam at home"}, "Enter an email address like name@example.com"),
        ({"email": ""}, "Enter email address"),
        ({"roles": []}, "Answer the question “What will they do?”"),
        ({"roles": ["queen"]}, "Choose one of the answers in the list"),
        ({"email": "JO.MARSH@sheafdale.example"}, "We cannot use this email address"),
        ({"email": "esi.mensah@millbeck.example"}, "We cannot use this email address"),
    ],
)
def test_a_wrong_answer_is_said_by_its_field_and_nothing_is_lost_or_half_done(posting, esi, wrong, said):
    accounts = User.objects.count()
    answer = posting("/team/add/", **(SAM | wrong))
    assert said in text_of(answer)
    for typed in {"Sam Reed", "sam.reed@sheafdale.example"} - {SAM[field] for field in wrong if field != "roles"}:
        assert f'value="{typed}"' in answer.content.decode()
    assert User.objects.count() == accounts
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_when_the_email_does_not_go_the_account_is_there_and_the_page_says_so(at_jo, settings):
    settings.EMAIL_BACKEND = "tests.integration.access.test_open_account.NoServer"
    said = text_of(at_jo.post("/team/add/", SAM, follow=True))
    assert "we could not send the email with the link just now. Wait a few minutes, then send the link again." in said
    assert "Sam Reed Social worker Finance officer" in said


def test_a_worker_page_says_how_they_sign_in_and_what_happened(posting, at_jo):
    posting("/team/add/", **SAM)
    said = text_of(at_jo.get(f"/team/{User.objects.get(email=SAM['email']).pk}/"))
    assert "Password Not chosen yet" in said
    assert "Second factor Not set up" in said
    assert "Last signed in Not yet" in said
    assert "Sent Sam Reed a link to choose a password. 1 September 2026" in said


@pytest.mark.parametrize("door", ["", "change/", "roles/", "close/"])
def test_another_councils_worker_is_not_found_and_neither_is_who_does_not_work_here(at_jo, esi, brian, door):
    assert at_jo.get(f"/team/{esi.pk}/{door}").status_code == 404
    assert at_jo.get(f"/team/{brian.pk}/{door}").status_code == 404


@pytest.mark.parametrize("door", ["change/", "roles/", "close/", "open/", "send-link/"])
def test_nothing_can_be_done_to_another_councils_worker(at_jo, esi, door):
    assert at_jo.post(f"/team/{esi.pk}/{door}", {"name": "X", "email": "x@x.example"}).status_code == 404
    esi.refresh_from_db()
    assert (esi.name, esi.is_active) == ("Esi Mensah", True)


def test_the_roles_they_have_are_ticked(at_jo, dev):
    page = at_jo.get(f"/team/{dev.pk}/roles/").content.decode()
    ticked = re.findall(r'value="(\w+)"[^>]*checked', page)
    assert ticked == ["social_worker"]


def test_roles_are_changed(posting, dev):
    said = text_of(posting(f"/team/{dev.pk}/roles/", roles=["finance_officer"]))
    assert "The roles of Dev Sharma are saved." in said
    assert "Roles Social worker (until 1 September 2026), Finance officer" in said


def test_all_roles_can_be_taken_away(posting, dev, council, today):
    posting(f"/team/{dev.pk}/roles/")
    assert not Membership.objects.filter(user=dev, until_on__isnull=True).exists()
    assert "the last day is 1 September 2026" in text_of(posting(f"/team/{dev.pk}/roles/", roles=["queen"]))


def test_jo_cannot_take_her_own_role_away_and_reads_why(posting, jo):
    said = text_of(posting(f"/team/{jo.pk}/roles/", roles=["commissioner"]))
    assert "You cannot stop being an administrator yourself" in said
    assert Membership.objects.get(user=jo).role == Role.ADMINISTRATOR


def test_a_name_and_an_address_are_put_right_and_old_links_stop_working(posting, anonymous):
    posting("/team/add/", **(SAM | {"email": "sam.red@sheafdale.example"}))
    sam = User.objects.get(name="Sam Reed")
    old = LINK.search(mail.outbox[0].body)[1]
    said = text_of(posting(f"/team/{sam.pk}/change/", name="Sam Reed-Okoro", email=SAM["email"]))
    assert "Sam Reed-Okoro" in said
    assert "Email address sam.reed@sheafdale.example" in said
    assert "Changed Sam Reed to Sam Reed-Okoro, sam.reed@sheafdale.example." in said
    assert "This link does not work any more" in text_of(anonymous.get(old, follow=True))
    anonymous.post("/sign-in/new-password/", {"email": "sam.red@sheafdale.example"})
    assert "nobody uses Ownway with this email address" in mail.outbox[-1].body
    posting(f"/team/{sam.pk}/send-link/")
    assert mail.outbox[-1].to == ["sam.reed@sheafdale.example"]


def test_an_address_that_is_taken_is_refused_when_it_is_changed(posting, dev, jo):
    said = text_of(posting(f"/team/{dev.pk}/change/", name="Dev Sharma", email=jo.email.upper()))
    assert "We cannot use this email address" in said
    dev.refresh_from_db()
    assert dev.email == "dev.sharma@sheafdale.example"


def test_the_link_is_sent_again_on_asking(posting, dev):
    said = text_of(posting(f"/team/{dev.pk}/send-link/"))
    assert "We sent a link to dev.sharma@sheafdale.example." in said
    assert mail.outbox[0].to == [dev.email]


def test_an_account_is_closed_after_asking_once_more_and_opened_again(at_jo, posting, dev):
    assert "Do you want to close this account?" in text_of(at_jo.get(f"/team/{dev.pk}/close/"))
    said = text_of(posting(f"/team/{dev.pk}/close/"))
    assert "The account of Dev Sharma is closed." in said
    assert "Account closed" in text_of(at_jo.get("/team/"))
    assert "This account is closed. Open it first." in text_of(posting(f"/team/{dev.pk}/send-link/"))
    assert "Dev Sharma can sign in again." in text_of(posting(f"/team/{dev.pk}/open/"))
    assert "This account is open already." in text_of(posting(f"/team/{dev.pk}/open/"))


def test_jo_is_not_offered_to_close_her_own_account(at_jo, posting, jo):
    assert "Close the account" not in text_of(at_jo.get(f"/team/{jo.pk}/"))
    assert "You cannot close your own account." in text_of(posting(f"/team/{jo.pk}/close/"))


def test_who_lost_their_roles_stays_in_the_list(council, today, dev):
    give_role(
        user=make_user(council=council, name="Lee Past"),
        role=Role.COMMISSIONER,
        until_on=today.replace(year=2025, month=12),
    )
    workers = {worker.name: worker for worker in list_team(council=council, today=today).workers}
    assert workers["Lee Past"].roles == ()
    assert [held.words for held in workers["Dev Sharma"].roles] == ["Social worker"]
