"""Where the money goes: read as people type it, checked by the banks' own method, and changed without a trace lost."""

import pytest

from ownway.config import places
from ownway.ground.audit.models import Event
from ownway.journey.payments.models import BankAccount

EXCERPT = places.ROOT.parent / "shared" / "standards" / "04-modulus-check" / "weights_excerpt_v8-50.csv"


@pytest.fixture
def with_table(settings):
    if not EXCERPT.exists():
        pytest.skip("the shared excerpt of the weight table is not here")
    settings.MODULUS_WEIGHTS = str(EXCERPT)


@pytest.fixture
def give(as_, amina):
    """`give(amina, sort_code=…)`: type an account into the page as that user."""

    def typed(who, **changes):
        told = {"holder_name": "Amina Okafor", "sort_code": "08-99-99", "account_number": "6637 4958", "bank": ""}
        return as_(who).post(f"/people/{amina.pk}/payments/bank-account/", told | changes)

    return typed


def test_a_number_that_passes_is_kept_as_checked(give, amina, with_table):
    assert give(amina).status_code == 302
    account = BankAccount.objects.get()
    assert (account.sort_code, account.account_number, account.check_result) == ("089999", "66374958", "valid")


def test_a_number_that_fails_is_refused_by_its_field_and_never_kept(give, amina, with_table):
    # Published: 089999 66374959 fails the modulus 10 check.
    answer = give(amina, account_number="66374959")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'href="#id_account_number"' in page
    assert 'value="66374959"' in page  # what was typed is still there
    assert not BankAccount.objects.exists()


def test_without_the_operator_s_table_it_says_that_it_cannot_tell(give, amina, settings):
    settings.MODULUS_WEIGHTS = ""
    assert give(amina).status_code == 302
    account = BankAccount.objects.get()
    assert account.check_result == "unknown"
    assert "cannot check" in account.check_words


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("sort_code", "12345", "6 digits"),
        ("account_number", "abc", "only numbers"),
        ("account_number", "1234567890", "bank"),
        ("holder_name", "", "Enter name on the account"),
        ("holder_name", "آمنة", "English letters"),
    ],
)
def test_what_cannot_be_read_is_said_by_its_field(give, amina, field, typed, said):
    page = give(amina, **{field: typed}).content.decode()
    assert said in page
    assert not BankAccount.objects.exists()


def test_a_new_account_ends_the_old_one_and_is_on_the_timeline(give, amina, brian, today):
    give(amina)
    give(brian, sort_code="107999", account_number="88837491")
    old, new = BankAccount.objects.order_by("pk")
    assert (old.ended_on, new.ended_on) == (today, None)
    assert Event.objects.filter(what="give_bank_account").last().words == "Changed the bank account: it ends in 7491."


def test_the_same_account_again_changes_nothing(give, amina):
    give(amina)
    give(amina)
    assert BankAccount.objects.count() == 1


@pytest.mark.parametrize(("name", "sees"), [("amina", True), ("brian", True), ("harriet", True), ("farah", True)])
def test_her_side_and_finance_see_the_whole_number(give, as_, amina, request, name, sees):
    give(amina)
    page = as_(request.getfixturevalue(name)).get(f"/people/{amina.pk}/payments/").content.decode()
    assert ("66374958" in page) is sees


@pytest.mark.parametrize("name", ["dev", "gwen"])
def test_others_see_the_last_four_digits(give, as_, amina, request, name):
    give(amina)
    page = as_(request.getfixturevalue(name)).get(f"/people/{amina.pk}/payments/").content.decode()
    assert "66374958" not in page
    assert "Ends in 4958" in page
    assert "08-99-99" not in page


@pytest.mark.parametrize(
    ("name", "status"), [("carys", 403), ("dev", 403), ("gwen", 403), ("farah", 403), ("esi", 404)]
)
def test_nobody_else_may_say_where_the_money_goes(give, request, name, status):
    assert give(request.getfixturevalue(name)).status_code == status
    assert not BankAccount.objects.exists()
