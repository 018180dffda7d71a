"""`ownway council add`: a real council with its first administrator."""

import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from tests.factories.councils import make_user

from ownway.config.command import overview
from ownway.ground.access.models import Council, Membership, User
from ownway.ground.audit.models import Event

LINK = re.compile(r"(https?://\S+?)(/sign-in/new-password/\S+-\S+/)")
CHOSEN = "seven quiet otters swim"
DETAILS = {
    "name": "Weirton Council",
    "slug": "weirton",
    "team": "Direct Payments Team",
    "address": "Town Hall, 1 High Street, Weirton, ZZ2 2AA",
    "phone": "01632 960 200",
    "email": "payments@weirton.example",
    "bank-name": "WEIRTON COUNCIL",
    "sort-code": "20-00-00",
    "account": "5577 9911",
    "service-user-number": "654321",
    "administrator": "Lou Hart",
    "administrator-email": "lou.hart@weirton.example",
}


@pytest.fixture
def add(today, db, django_capture_on_commit_callbacks):
    """Run the command; words given change the options, and what it printed comes back."""

    def run(*flags, **changes):
        options = DETAILS | {name.replace("_", "-"): value for name, value in changes.items()}
        words = [f"--{name}={value}" for name, value in options.items() if value is not None]
        out = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("council", "add", *words, *flags, stdout=out)
        return out.getvalue()

    return run


def test_it_makes_the_council_as_letters_and_payment_files_need_it(add):
    assert "Weirton Council is ready. Lou Hart is its administrator." in add()
    council = Council.objects.get(slug="weirton")
    assert council.address == "Town Hall\n1 High Street\nWeirton\nZZ2 2AA"
    assert (council.bank_sort_code, council.bank_account) == ("200000", "55779911")
    assert (council.team_name, council.service_user_number) == ("Direct Payments Team", "654321")


def test_the_link_makes_the_first_administrator_able_to_begin(add, anonymous, today):
    site, link = LINK.search(add()).groups()
    assert site == "http://127.0.0.1:8000"
    page = anonymous.get(link, follow=True)
    anonymous.post(page.request["PATH_INFO"], {"password1": CHOSEN, "password2": CHOSEN})
    anonymous.post("/sign-in/", {"login": "lou.hart@weirton.example", "password": CHOSEN})
    assert anonymous.get("/team/")["Location"] == "/second-factor/needed/"
    assert Membership.objects.get(user__name="Lou Hart").from_on == today


def test_it_is_written_down(add):
    add()
    assert list(Event.objects.order_by("pk").values_list("what", flat=True)) == [
        "add_council",
        "open_account",
        "give_role",
    ]


def test_the_link_begins_where_people_open_ownway(add, settings):
    assert LINK.search(add(site="https://dp.weirton.example/"))[1] == "https://dp.weirton.example"
    settings.CSRF_TRUSTED_ORIGINS = ["https://pay.weirton.example"]
    assert LINK.search(add(slug="other", administrator_email="x@weirton.example"))[1] == "https://pay.weirton.example"


def test_in_production_it_is_the_first_of_the_hosts_or_has_to_be_said(add, settings):
    settings.PRODUCTION, settings.ALLOWED_HOSTS = True, ["dp.weirton.example"]
    assert LINK.search(add())[1] == "https://dp.weirton.example"
    settings.ALLOWED_HOSTS = [""]
    with pytest.raises(CommandError, match="--site: Enter where people open Ownway"):
        add(slug="other", administrator_email="x@weirton.example")


def test_the_link_can_be_mailed_and_is_not_printed_then(add):
    said = add("--send")
    assert "A link to choose a password is on its way to lou.hart@weirton.example." in said
    assert LINK.search(said) is None
    assert LINK.search(mail.outbox[0].body)
    assert mail.outbox[0].to == ["lou.hart@weirton.example"]


@pytest.mark.django_db(transaction=True)
def test_when_the_mail_server_is_away_the_link_is_printed(settings, today, capsys):
    settings.EMAIL_BACKEND = "tests.integration.access.test_open_account.NoServer"
    call_command("council", "add", "--send", *[f"--{name}={value}" for name, value in DETAILS.items()])
    said = capsys.readouterr().out
    assert "did not go" in said
    assert LINK.search(said)


def test_with_nothing_said_it_asks_for_everything_at_once(db):
    with pytest.raises(CommandError) as refusal:
        call_command("council", "add")
    said = str(refusal.value)
    assert said.startswith("Put these right first. Nothing was changed.")
    assert [line.split(":")[0].strip() for line in said.splitlines()[1:]] == [f"--{name}" for name in DETAILS]
    assert "--sort-code: Enter the sort code." in said


@pytest.mark.parametrize(
    ("option", "typed", "said"),
    [
        ("slug", "Weirton Council", "A short name has only small letters, numbers and hyphens, like sheafdale."),
        ("email", "payments", "Enter an email address like name@example.com."),
        ("sort-code", "20-00", "A sort code has 6 digits, like 12-34-56. This one has 4."),
        ("sort-code", "twenty", "A sort code has only numbers, like 12-34-56."),
        ("account", "123", "An account number has 6 to 10 digits. This one has 3."),
        ("account", "1234567890", "Enter the account number with 8 digits, as the bank writes it in payment files."),
        ("service-user-number", "12345", "A service user number has 6 digits."),
        ("administrator-email", "", "Enter the administrator’s email address."),
        ("name", "x" * 121, "The council’s name must be 120 characters or fewer. You have written 121."),
        ("site", "ownway", "Write where people open Ownway like https://ownway.example.gov.uk."),
    ],
)
def test_a_wrong_option_is_named_and_nothing_is_made(add, option, typed, said):
    with pytest.raises(CommandError) as refusal:
        add(**{option: typed})
    assert f"  --{option}: {said}" in str(refusal.value).splitlines()
    assert not Council.objects.exists()


def test_all_that_is_wrong_is_said_at_once(add):
    with pytest.raises(CommandError) as refusal:
        add(sort_code="1", account="2", slug="", administrator_email="lou")
    wrong = {line.split(":")[0].strip() for line in str(refusal.value).splitlines()[1:]}
    assert wrong == {"--sort-code", "--account", "--slug", "--administrator-email"}


def test_a_second_time_it_refuses_kindly_and_changes_nothing(add):
    add()
    with pytest.raises(CommandError, match="--slug: There is a council with this short name already"):
        add(name="Another", administrator_email="another@weirton.example")
    assert Council.objects.get().name == "Weirton Council"
    assert User.objects.count() == 1


def test_an_administrator_whose_address_is_taken_leaves_no_council_behind(add, council):
    make_user(council=council, name="Lou Hart", email="LOU.hart@weirton.example")
    with pytest.raises(CommandError, match="--administrator-email: We cannot use this email address"):
        add()
    assert not Council.objects.filter(slug="weirton").exists()


def test_the_command_is_listed_with_ours():
    assert "ownway council" in overview()
