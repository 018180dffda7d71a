"""What somebody is to a person ends, now or after a last day, and stays on the list of what was before."""

from datetime import date

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from tests.factories.details import day
from tests.factories.persons import make_person
from tests.reading import text_of

from ownway.ground.access.models import User
from ownway.ground.audit.models import Event
from ownway.ground.people.models import Relationship

NOW = {"when": "now", "why": "He has moved away."}


@pytest.fixture
def one(brian):
    """That Brian acts for Amina."""
    return brian.relationships.get()


@pytest.fixture
def end(as_, dev, amina, one):
    """`end(NOW)`: Dev ends it so."""
    return lambda sent=NOW: as_(dev).post(f"/people/{amina.pk}/who-acts/{one.pk}/end/", sent, follow=True)


def test_now_means_from_this_moment(as_, end, amina, brian, one):
    browser = as_(brian)
    assert browser.get(f"/people/{amina.pk}/").status_code == 200
    said = text_of(end())
    one.refresh_from_db()
    assert one.until_on == date(2026, 8, 31)
    assert browser.get(f"/people/{amina.pk}/").status_code == 403
    assert "Brian Okafor, acts for the person: 6 January 2025 to 31 August 2026" in said


def test_until_a_last_day_they_still_act(as_, end, amina, brian):
    said = text_of(end({"when": "on a day", "why": "He moves."} | day("until_on", "30", "9", "2026")))
    assert "Last day 30 September 2026" in said
    assert as_(brian).get(f"/people/{amina.pk}/").status_code == 200


def test_it_is_an_event_with_who_and_why(end, one, dev, amina):
    end()
    event = Event.objects.get()
    assert (event.what, event.by, event.person_id) == ("end_relationship", dev, amina.pk)
    assert event.words == "Brian Okafor ends now: Acts for the person. Why: He has moved away."
    kept = Relationship.pgh_event_models["update"].objects.filter(pgh_obj=one).latest("pgh_id")
    assert kept.pgh_context.metadata["why"] == event.words


def test_a_slip_of_today_ends_at_once_and_is_called_that(as_, end, one, amina, brian, today):
    Relationship.objects.filter(pk=one.pk).update(from_on=today)
    said = text_of(end())
    assert as_(brian).get(f"/people/{amina.pk}/").status_code == 403
    assert "Brian Okafor, acts for the person: was on the list by mistake on 1 September 2026" in said


def test_what_is_over_does_not_end_again(end):
    end()
    assert "This ended already. The last day was 31 August 2026" in text_of(end())
    assert Event.objects.count() == 1


def test_an_end_to_come_can_still_change(end, one):
    end({"when": "on a day", "why": "He moves."} | day("until_on", "30", "9", "2026"))
    end({"when": "on a day", "why": "Sooner."} | day("until_on", "15", "9", "2026"))
    one.refresh_from_db()
    assert one.until_on == date(2026, 9, 15)


def test_postgresql_promises_the_order_of_the_days_too(one):
    one.until_on = date(2025, 1, 4)  # it began on 6 January 2025
    with pytest.raises(IntegrityError, match="relationship_ends_after_it_begins"), transaction.atomic():
        one.save()


def test_it_is_found_only_under_its_own_person(as_, dev, council, one):
    noor = make_person(council=council, name="Noor Ali")
    for place in ("end", "paying"):
        assert as_(dev).get(f"/people/{noor.pk}/who-acts/{one.pk}/{place}/").status_code == 404
    assert as_(dev).post(f"/people/{noor.pk}/who-acts/{one.pk}/link/").status_code == 404


def test_only_a_social_worker_ends_it_or_sends_links(everybody, one, amina):
    address = f"/people/{amina.pk}/who-acts/{one.pk}"
    for place, yes in (("end", 200), ("link", 302)):
        done = {
            name for name, browser in everybody.items() if browser.post(f"{address}/{place}/", {}).status_code == yes
        }
        assert done - {"anonymous"} == {"dev"}


def test_the_link_can_be_sent_again(as_, dev, amina, brian, one, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = as_(dev).post(f"/people/{amina.pk}/who-acts/{one.pk}/link/", follow=True)
    assert f"We sent a link to {brian.email}. It works for three days." in text_of(answer)
    assert [message.to for message in mail.outbox] == [[brian.email]]
    assert Event.objects.get(what="send_link").words == "Sent Brian Okafor a link to choose a password."


@pytest.mark.parametrize("why", ["closed", "over"])
def test_no_link_goes_to_who_cannot_use_it(as_, dev, amina, brian, one, why):
    if why == "closed":
        User.objects.filter(pk=brian.pk).update(is_active=False)
    else:
        Relationship.objects.filter(pk=one.pk).update(until_on=date(2026, 8, 31))
    answer = as_(dev).post(f"/people/{amina.pk}/who-acts/{one.pk}/link/", follow=True)
    told = {"closed": "This account is closed.", "over": "This ended already. The last day was 31 August 2026."}
    assert told[why] in text_of(answer)
    assert mail.outbox == []


def test_the_list_shows_each_what_is_theirs_to_see(as_, amina, brian, carys, gwen, dev, harriet):
    for who in (amina, brian, gwen, dev, harriet):
        said = text_of(as_(who).get(f"/people/{amina.pk}/who-acts/"))
        assert all(name in said for name in ("Amina Okafor", "Brian Okafor", "Carys Bevan", "Gwen Parry"))
        assert (brian.email in said) == (who is dev)
        assert ("Add somebody" in said) == (who is dev)
    assert as_(carys).get(f"/people/{amina.pk}/who-acts/").status_code == 403


def test_before_there_is_anybody_the_list_says_so(as_, dev, council):
    noor = make_person(council=council, name="Noor Ali")
    assert "Nobody yet." in text_of(as_(dev).get(f"/people/{noor.pk}/who-acts/"))


def test_a_long_list_asks_no_more(as_, dev, amina, brian, carys, gwen, council, django_assert_max_num_queries):
    browser = as_(dev)
    with django_assert_max_num_queries(9):
        browser.get(f"/people/{amina.pk}/who-acts/")
