"""A person's own page: what to do now, whose turn it is, the next payment, and where everything is."""

from datetime import UTC, date, datetime

import html5lib
import pytest
import time_machine
from django.utils import timezone
from tests.factories.accounts import add_file, make_line, make_waiting
from tests.factories.agreements import make_agreement, make_decision
from tests.factories.bank_files import ofx
from tests.factories.offers import agree, ask, make_offer, make_ready, say_yes
from tests.factories.payments import make_bank_account, make_payee, make_written_run
from tests.factories.persons import make_person, relate, user_of
from tests.reading import page_of, text_of

from ownway.front.home.queries import get_own_page
from ownway.front.home.queries.own import find_next_payment
from ownway.ground.design import plain
from ownway.ground.design.words import pounds
from ownway.ground.people.facts import person_facts
from ownway.ground.people.models import Relation
from ownway.journey.accounts.queries import get_account_page
from ownway.journey.checkups.models import CheckUp, Proposal
from ownway.journey.payments.models import Pause

TODAY = date(2026, 9, 1)
NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def own(person, today=TODAY):
    return get_own_page(council=person.council, person=person_facts(person), today=today)


def to_do(person):
    return [place.words for place in own(person).yours]


def links(answer):
    return [link.get("href") for link in page_of(answer).find(".//main").iter("a")]


@pytest.fixture
def offered(amina, dev, today):
    """Amina has an offer to read."""
    make_ready(amina, dev)
    return make_offer(amina, dev)


@pytest.fixture
def check_up(amina, dev, harriet, today):
    """A check-up with Amina that is not finished."""
    agreement = make_agreement(person=amina, by=dev)
    return CheckUp.objects.create(
        agreement=agreement, reasons=["It is a year."], from_on=TODAY, to_on=TODAY, opened_by=harriet, opened_at=NOW
    )


def test_before_an_offer_it_is_the_councils_turn(amina, today):
    assert own(amina).yours == ()
    assert own(amina).councils == ("The council makes an offer.",)


def test_an_offer_waits_to_be_read(amina, offered):
    page = own(amina)
    assert [(place.words, place.href) for place in page.yours] == [("Read the offer", f"/people/{amina.pk}/offer/")]
    assert page.councils == ()


def test_a_question_is_the_councils_turn(amina, offered):
    ask(amina, user_of(amina))
    assert own(amina).councils == ("The council answers your question.",)
    assert to_do(amina) == ["Read the offer"]


def test_after_a_yes_both_have_something_to_do(amina, offered):
    say_yes(amina, user_of(amina))
    page = own(amina)
    # Amina's plan pays Carys by the hour, so she becomes an employer
    assert [place.words for place in page.yours] == [
        "Tell us the bank account",
        "Get employers’ liability insurance",
        "Choose how to run the payroll",
    ]
    assert {place.href for place in page.yours} == {f"/people/{amina.pk}/set-up/"}
    assert page.councils == ("The council says yes too.",)


def test_what_is_done_is_no_longer_asked_for(amina, offered, dev):
    agree(amina, user_of(amina), dev)
    make_bank_account(person=amina, by=user_of(amina))
    page = own(amina)
    assert "Tell us the bank account" not in [place.words for place in page.yours]
    assert page.councils == ("The council makes the first payment.",)


def test_lines_and_files_wait_for_a_word(amina, dev):
    make_line(amina, dev)
    waiting = make_waiting(amina, dev)
    assert to_do(amina) == ["Help us read a bank file", "Tell us what some payments were for"]
    assert own(amina).yours[0].href == f"/people/{amina.pk}/account/statements/waiting/{waiting}/"


def test_an_open_check_up_is_shown(amina, check_up):
    assert own(amina).yours[0].href == f"/people/{amina.pk}/check-ups/{check_up.pk}/"
    check_up.status, check_up.ended_words, check_up.ended_at = "closed", "All is well.", NOW
    check_up.save()
    assert "See your check-up" not in to_do(amina)


def test_a_proposal_comes_with_its_day_and_the_right_to_say_no(amina, check_up, harriet):
    inputs = {"capital_pence": 0}
    Proposal.objects.create(
        checkup=check_up,
        decision=make_decision(person=amina, by=harriet, rule="charging.tariff_income", inputs=inputs),
        amount_pence=10_000,
        reasons="More than you need.",
        reply_by_on=date(2026, 10, 13),
        made_by=harriet,
        made_at=NOW,
    )
    place = own(amina).yours[0]
    assert place.words == "Answer our idea about unused money"
    assert place.why == "Please do so by 13 October 2026. You can say no."


def test_the_next_payment_adds_up_what_comes_on_that_day(amina, dev, today):
    make_payee(person=amina, by=dev, today=today, one_off_pence=5_000)
    # £200.00 a week, every 4 weeks, and £50.00 once, both from 7 September
    found = find_next_payment(council=amina.council, person_id=amina.pk, today=TODAY)
    assert (found.on, found.pence) == (date(2026, 9, 7), 85_000)
    later = find_next_payment(council=amina.council, person_id=amina.pk, today=date(2026, 9, 8))
    assert (later.on, later.pence) == (date(2026, 10, 5), 80_000)


def test_a_payment_of_today_is_the_next_one(amina, dev, today):
    make_payee(person=amina, by=dev, today=today)
    found = find_next_payment(council=amina.council, person_id=amina.pk, today=date(2026, 9, 7))
    assert found.on == date(2026, 9, 7)


def test_a_pause_is_left_out(amina, dev, today):
    schedule = make_payee(person=amina, by=dev, today=today)
    Pause.objects.create(
        schedule=schedule,
        from_on=date(2026, 9, 7),
        until_on=date(2026, 9, 20),
        why="In hospital",
        made_by=dev,
        made_at=NOW,
    )
    # 14 of 28 days are left of the first period: half of £800.00, on the first day after the pause
    found = find_next_payment(council=amina.council, person_id=amina.pk, today=TODAY)
    assert (found.on, found.pence) == (date(2026, 9, 21), 40_000)


def test_without_an_end_a_pause_leaves_nothing(amina, dev, today):
    schedule = make_payee(person=amina, by=dev, today=today)
    Pause.objects.create(schedule=schedule, from_on=date(2026, 9, 7), why="She asked", made_by=dev, made_at=NOW)
    assert own(amina).next_payment is None


def test_somebody_who_died_is_not_paid(amina, dev, today):
    make_payee(person=amina, by=dev, today=today)
    amina.died_on = TODAY
    amina.save()
    assert own(amina).next_payment is None


def test_amina_starts_on_her_own_page(as_, amina, dev, today):
    make_payee(person=amina, by=dev, today=today)
    answer = as_(amina).get("/start/")
    said = text_of(answer)
    assert "Hello, Amina" in said
    assert "£800.00 on 7 September 2026." in said
    assert f"/people/{amina.pk}/plan/" in links(answer)
    assert f"/people/{amina.pk}/looks/" in links(answer)


def test_her_newest_letter_is_a_click_away(as_, amina, offered):
    answer = as_(amina).get("/start/")
    assert f"/people/{amina.pk}/letters/{offered.letter_id}/" in links(answer)


def test_brian_starts_on_hers_too(as_, brian, amina, today):
    said = text_of(as_(brian).get("/start/"))
    assert "Amina’s money and support" in said
    assert "Hello, Amina" not in said


def test_with_two_people_he_chooses(as_, brian, amina, council, today):
    zoe = make_person(council=council, name="Zoe Hart")
    relate(person=zoe, user=brian, relation=Relation.REPRESENTATIVE)
    browser = as_(brian)
    answer = browser.get("/start/")
    assert links(answer) == [f"/people/{amina.pk}/start/", f"/people/{zoe.pk}/start/"]
    hers = browser.get(f"/people/{zoe.pk}/start/")
    assert "Zoe’s money and support" in text_of(hers)
    assert "/start/" in [link.get("href") for link in page_of(hers).findall(".//nav/a")]


def test_carys_sees_that_she_works_for_amina_and_no_more(as_, carys, amina, dev, today):
    make_payee(person=amina, by=dev, today=today)
    answer = as_(carys).get("/start/")
    assert "Amina Okafor: you work for Amina." in text_of(answer)
    assert "800.00" not in text_of(answer)
    assert links(answer) == []
    assert as_(carys).get(f"/people/{amina.pk}/start/").status_code == 403


def test_a_relation_that_is_over_or_not_begun_shows_nobody(as_, council, amina, brian, today):
    brian.relationships.update(until_on=date(2026, 8, 31))
    zoe = make_person(council=council, name="Zoe Hart")
    relate(person=zoe, user=brian, relation=Relation.REPRESENTATIVE, from_on=date(2026, 9, 2))
    said = text_of(as_(brian).get("/start/"))
    assert "There is nothing here for you yet." in said
    assert "Amina" not in said


def test_another_council_does_not_find_the_page(as_, esi, amina):
    assert as_(esi).get(f"/people/{amina.pk}/start/").status_code == 404


def test_every_place_it_names_opens(as_, amina, offered):
    browser = as_(amina)
    for address in links(browser.get("/start/")):
        assert browser.get(address).status_code == 200, address


def test_it_is_valid_and_plain(as_, amina, offered, dev):
    ask(amina, user_of(amina))
    make_line(amina, dev)
    page = as_(amina).get("/start/").content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    said = plain.without_tags(page.split("<main", 1)[1].split("</main>")[0])
    lines = [line.strip() for line in said.splitlines() if len(plain.WORD.findall(line)) > 4]
    assert plain.grade("\n".join(lines)) <= 4.5
    assert plain.harsh_words(said) == []


def test_it_asks_at_most_twenty_times(as_, amina, offered, dev, django_assert_max_num_queries):
    say_yes(amina, user_of(amina))
    for _ in range(3):
        make_line(amina, dev)
    browser = as_(amina)
    with django_assert_max_num_queries(20):
        browser.get("/start/")
    with django_assert_max_num_queries(20):
        browser.get(f"/people/{amina.pk}/start/")
    assert timezone.localdate() == TODAY


@pytest.fixture
def paid(amina, dev, today):
    """Amina's money came on 7 September. Her bank says: £200.00, then £6.50 out on 3 August, so £193.50."""
    make_written_run(person=amina, by=dev)
    make_line(amina, dev)
    with time_machine.travel(datetime(2026, 9, 8, 9, 0, tzinfo=UTC)):
        yield date(2026, 9, 8)


def test_once_payments_are_going_she_sees_what_is_safe_to_spend(as_, amina, paid, django_assert_max_num_queries):
    safe = own(amina, paid).safe
    account = get_account_page(council=amina.council, person_id=amina.pk, today=paid)
    assert (safe.on, safe.balance_pence, safe.pence) == (date(2026, 8, 3), 19_350, account.safe.value)
    browser = as_(amina)
    with django_assert_max_num_queries(20):
        said = text_of(browser.get("/start/"))
    assert f"{pounds(account.safe.value)} is safe to spend. On 3 August 2026, £193.50 was in the account." in said


def test_a_file_that_does_not_say_the_balance_leaves_the_account_a_step_away(as_, amina, dev, today):
    add_file(amina, dev, ofx((date(2026, 7, 1), "RAMPS LTD", -500, "A1")), name="no-balance.ofx")
    page = own(amina)
    assert (page.has_lines, page.safe) == (True, None)
    assert "See the account, and what is safe to spend" in text_of(as_(amina).get("/start/"))


def test_without_a_statement_nothing_is_said_of_the_account(as_, amina, today):
    assert "safe to spend" not in text_of(as_(amina).get("/start/"))
