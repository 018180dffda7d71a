"""A worker's desk: what waits by role, counted, with links to lists that open."""

from datetime import UTC, date, datetime

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.agreements import make_agreement
from tests.factories.councils import give_role
from tests.factories.offers import answer, ask, make_offer, make_ready, say_yes, say_yes_for_council
from tests.factories.payments import make_answer_item, make_payee
from tests.factories.persons import make_person, relate, user_of
from tests.reading import page_of, text_of

from ownway.front.home.queries import QUEUES, list_desk, list_waiting
from ownway.ground.access.models import Role
from ownway.ground.access.queries import get_actor
from ownway.ground.figures.queries import list_figures
from ownway.ground.people.models import Person, Relation
from ownway.journey.agreements.models import ReviewHeld
from ownway.journey.agreements.queries import get_review_state
from ownway.journey.checkups.models import CheckUp
from ownway.journey.checkups.queries import list_due
from ownway.journey.payments.models import Run, RunLine

TODAY = date(2026, 9, 1)
NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def desk(user, today=TODAY):
    """The counts at a desk, by their words."""
    actor = get_actor(user=user, today=today)
    return {line.words: line.count for line in list_desk(council=user.council, actor=actor, today=today)}


def waiting(council, key, today=TODAY, page=1):
    return list_waiting(council=council, queue=QUEUES[key], today=today, page=page)


def links(page):
    return [link.get("href") for link in page_of(page).find(".//main").iter("a")]


def make_run(council, by, approver=None, **fields):
    given = {"number": 1, "pay_on": TODAY, "due_to_on": TODAY, "submit_by_on": TODAY, "proposed_at": NOW}
    return Run.objects.create(council=council, proposed_by=by, approved_by=approver, **(given | fields))


def pay(schedule, harriet, farah, on):
    """A payment that the bank has."""
    run = make_run(schedule.person.council, harriet, farah, status="confirmed", pay_on=on)
    RunLine.objects.create(
        run=run,
        schedule=schedule,
        person=schedule.person,
        bank_account=schedule.person.bank_accounts.get(),
        amount_pence=80_000,
        from_on=on,
        to_on=date.fromordinal(on.toordinal() + 27),
        end_to_end_id=f"TEST{schedule.pk}",
    )


@pytest.fixture
def offered(amina, dev, today):
    make_ready(amina, dev)
    return make_offer(amina, dev)


def test_dev_sees_who_has_no_offer_yet(amina, council, dev, esi, other_council):
    make_person(council=other_council, name="Far Away")
    make_person(council=council, name="Ray Cole", died_on=date(2026, 1, 5))
    assert desk(dev) == {"person with no offer yet": 1}
    assert [line.name for line in waiting(council, "starting").lines] == ["Amina Okafor"]


def test_a_question_waits_until_it_is_answered(amina, offered, dev, council):
    first = ask(amina, user_of(amina), words="Can Carys come on Sundays?")
    ask(amina, user_of(amina), words="And at night?")
    assert desk(dev) == {"questions to answer": 2}
    line = waiting(council, "questions").lines[0]
    assert (line.words, line.on) == ("Can Carys come on Sundays?", TODAY)
    assert line.href == f"/people/{amina.pk}/offer/1/questions/{first.pk}/answer/"
    answer(amina, first, dev)
    assert desk(dev) == {"question to answer": 1}


def test_an_offer_waits_between_the_two_yeses(amina, offered, dev, farah, council):
    assert waiting(council, "offers").count == 0
    say_yes(amina, user_of(amina))
    assert desk(dev) == desk(farah) == {"offer waits for the council’s yes": 1}
    assert waiting(council, "offers").lines[0].on == TODAY
    say_yes_for_council(amina, dev)
    assert waiting(council, "offers").count == 0


def test_payments_wait_to_be_set_up(amina, dev, harriet, council):
    agreement = make_agreement(person=amina, by=dev, starts_on=date(2026, 9, 7))
    assert desk(harriet)["agreement to set payments up for"] == 1
    assert waiting(council, "payments").lines[0].on == date(2026, 9, 7)
    agreement.ends_on = date(2026, 9, 8)
    agreement.save()
    assert waiting(council, "payments", today=date(2026, 9, 9)).count == 0


def test_they_wait_no_longer_once_they_are(amina, dev, council, today):
    make_payee(person=amina, by=dev, today=today)
    assert waiting(council, "payments").count == 0


def test_a_check_up_waits_until_it_is_finished(amina, dev, harriet, council):
    agreement = make_agreement(person=amina, by=dev)
    given = {"reasons": [], "from_on": TODAY, "to_on": TODAY, "opened_by": harriet, "opened_at": NOW}
    check_up = CheckUp.objects.create(agreement=agreement, **given)
    assert desk(harriet)["check-up that is not finished"] == 1
    line = waiting(council, "check-ups").lines[0]
    assert (line.words, line.href) == ("Being looked at", f"/people/{amina.pk}/check-ups/{check_up.pk}/")


def test_runs_wait_for_the_approver_and_then_to_be_confirmed(council, harriet, farah):
    run = make_run(council, harriet)
    assert desk(farah) == {"payment run to approve": 1}
    run.status, run.approved_by = "files_written", farah
    run.save()
    assert desk(farah) == {}
    assert desk(harriet)["payment run to confirm"] == 1


def test_figures_wait_to_be_confirmed(council, harriet):
    unusable = [one for one in list_figures(council=council, today=TODAY) if one.now is None or not one.now.usable]
    assert desk(harriet)["figures to confirm"] == len(unusable) > 0


def test_a_review_shows_four_weeks_before_its_last_day(amina, dev, harriet, farah, council, today):
    schedule = make_payee(person=amina, by=dev, today=today, first_on=date(2026, 9, 7))
    # six months after 7 September 2026 is 7 March 2027; four weeks before it is 7 February
    assert waiting(council, "reviews", today=date(2027, 3, 7)).count == 0, "nothing was paid yet"
    pay(schedule, harriet, farah, date(2026, 9, 7))
    assert waiting(council, "reviews", today=date(2027, 2, 6)).count == 0
    page = waiting(council, "reviews", today=date(2027, 2, 7))
    assert [line.on for line in page.lines] == [date(2027, 3, 7)]
    rule = get_review_state(council=council, person_id=amina.pk, today=TODAY, first_payment_on=date(2026, 9, 7))
    assert rule.due.due_on == page.lines[0].on


def test_the_next_review_is_a_year_after_the_last(amina, dev, harriet, farah, council, today):
    schedule = make_payee(person=amina, by=dev, today=today, first_on=date(2026, 9, 7))
    pay(schedule, harriet, farah, date(2026, 9, 7))
    ReviewHeld.objects.create(agreement=schedule.agreement, held_on=date(2027, 3, 1), by=dev, at=NOW)
    assert waiting(council, "reviews", today=date(2027, 12, 1)).count == 0
    assert [line.on for line in waiting(council, "reviews", today=date(2028, 2, 10)).lines] == [date(2028, 3, 1)]


def test_two_roles_see_what_waits_for_both_once(amina, offered, dev):
    give_role(user=dev, role=Role.FINANCE_APPROVER)
    say_yes(amina, user_of(amina))
    actor = get_actor(user=dev, today=TODAY)
    words = [line.words for line in list_desk(council=dev.council, actor=actor, today=TODAY)]
    assert words == ["offer waits for the council’s yes"]


@pytest.mark.parametrize("name", ["dev", "harriet", "farah", "gwen", "imran", "jo"])
def test_every_link_at_a_desk_opens(as_, name, request, amina, offered, council):
    ask(amina, user_of(amina))
    say_yes(amina, user_of(amina))
    zoe = make_person(council=council, name="Zoe Hart")
    make_agreement(person=zoe, by=request.getfixturevalue("dev"), starts_on=date(2026, 4, 6))
    make_run(council, request.getfixturevalue("harriet"))
    browser = as_(request.getfixturevalue(name))
    start = browser.get("/start/")
    html5lib.HTMLParser(strict=True).parse(start.content.decode())
    assert links(start)
    for address in links(start):
        assert browser.get(address).status_code == 200, address


@pytest.mark.parametrize("key", QUEUES)
def test_an_empty_list_says_so(as_, dev, harriet, key):
    worker = dev if Role.SOCIAL_WORKER in QUEUES[key].may.roles else harriet
    assert "Nothing waits here right now." in text_of(as_(worker).get(f"/waiting/{key}/"))


def test_each_line_of_each_list_opens_for_who_may_see_it(as_, amina, offered, dev, harriet, council, today):
    ask(amina, user_of(amina))
    say_yes(amina, user_of(amina))
    zoe = make_person(council=council, name="Zoe Hart")
    make_person(council=council, name="Ray Cole")
    given = {"reasons": [], "from_on": TODAY, "to_on": TODAY, "opened_by": harriet, "opened_at": NOW}
    CheckUp.objects.create(agreement=make_agreement(person=zoe, by=dev), **given)
    make_answer_item(person=make_person(council=council, name="Ada Moss"), by=dev)
    opened = set()
    for key, queue in QUEUES.items():
        browser = as_(dev if Role.SOCIAL_WORKER in queue.may.roles else harriet)
        page = browser.get(f"/waiting/{key}/")
        html5lib.HTMLParser(strict=True).parse(page.content.decode())
        for address in links(page):
            assert browser.get(address).status_code == 200, address
            opened.add(key)
    assert opened == set(QUEUES) - {"reviews"}  # nobody was paid for long enough to review it


def test_other_councils_work_does_not_show(amina, offered, dev, esi):
    ask(amina, user_of(amina))
    assert desk(esi) == {}


def test_nothing_waiting_is_said(as_, dev, today):
    assert "Nothing waits for you right now." in text_of(as_(dev).get("/start/"))


def test_gwen_finds_those_she_advises_and_may_open_them(as_, gwen, amina, council):
    for number in range(30):
        relate(person=make_person(council=council, name=f"Zed {number:02}"), user=gwen, relation=Relation.ADVISER)
    browser = as_(gwen)
    first, second = browser.get("/start/"), browser.get("/start/", {"page": "2"})
    assert f"/people/{amina.pk}/" in links(first)
    assert "Zed 29" in text_of(second)
    assert "Page 2 of 2" in text_of(second)
    assert browser.get(f"/people/{amina.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("page", "shown"), [("1", "Number 00"), ("2", "Number 29"), ("99", "Number 29"), ("x", "Number 00")]
)
def test_a_long_list_is_paged(as_, dev, council, page, shown):
    for number in range(30):
        make_person(council=council, name=f"Number {number:02}", reference=f"N{number:02}")
    said = text_of(as_(dev).get("/waiting/starting/", {"page": page}))
    assert "30 in all" in said
    assert shown in said


def test_what_somebody_asked_is_shown_as_words_only(as_, amina, offered, dev):
    ask(amina, user_of(amina), words="<b>Why</b>?")
    page = as_(dev).get("/waiting/questions/")
    assert "<b>Why</b>" in text_of(page)
    assert "<b>Why</b>" not in page.content.decode()


@pytest.mark.parametrize("name", ["dev", "harriet", "farah"])
def test_a_desk_asks_at_most_twenty_times(as_, name, request, council, amina, django_assert_max_num_queries):
    Person.objects.bulk_create(
        Person(council=council, reference=f"Q{number}", name=f"P {number}", known_as="P", born_on=date(1980, 1, 1))
        for number in range(40)
    )
    browser = as_(request.getfixturevalue(name))
    with django_assert_max_num_queries(20):
        browser.get("/start/")


@pytest.mark.parametrize("key", ["starting", "questions"])
def test_a_list_asks_as_often_for_many_as_for_one(as_, dev, council, amina, offered, key):
    def fill(number):
        for one in range(number):
            ask(amina, user_of(amina), words=f"Question {one}?")
            make_person(council=council, name=f"Person {one}")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/waiting/{key}/").status_code == 200
        return len(queries)

    browser = as_(dev)
    fill(1)
    browser.get("/start/")
    for_one = asked()
    fill(20)
    assert asked() == for_one <= 8


def test_the_desk_counts_as_many_check_ups_due_as_their_list_shows(amina, dev, harriet, council, today):
    make_payee(person=amina, by=dev, today=today, first_on=date(2026, 9, 7))
    for day, count in ((date(2026, 9, 7), 0), (date(2027, 9, 7), 1)):
        assert list_due(council=council, today=day).count == count
        assert desk(harriet, today=day).get("person due for a check-up", 0) == count
