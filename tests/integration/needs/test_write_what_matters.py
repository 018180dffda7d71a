"""A social worker writes down, as the person says it, what matters to them."""

from datetime import date

import pytest
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.journey.needs.models import WhatMatters
from ownway.journey.needs.operations import write_what_matters
from ownway.journey.needs.queries import get_needs

SAID = "I want to see the sea,\nand my own front door."


def typed(words=SAID, day="1", month="9", year="2026"):
    return {"words": words, "said_on_day": day, "said_on_month": month, "said_on_year": year}


def test_it_keeps_the_words_as_they_were_said(as_, dev, amina, council):
    answer = as_(dev).post(f"/people/{amina.pk}/needs/write/", typed())
    assert answer["Location"] == f"/people/{amina.pk}/needs/"
    needs = get_needs(council=council, person_id=amina.pk)
    assert (needs.what_matters.replace("\r\n", "\n"), needs.said_on) == (SAID, date(2026, 9, 1))


def test_amina_can_read_what_was_written(as_, dev, amina):
    as_(dev).post(f"/people/{amina.pk}/needs/write/", typed())
    assert "I want to see the sea, and my own front door." in text_of(as_(amina).get(f"/people/{amina.pk}/needs/"))


def test_what_was_said_before_is_kept_too(dev, amina, council, now):
    for words in ("First this", "Then this"):
        write_what_matters(council=council, person_id=amina.pk, words=words, said_on=date(2026, 9, 1), by=dev, at=now)
    assert get_needs(council=council, person_id=amina.pk).what_matters == "Then this"
    assert list(WhatMatters.objects.order_by("pk").values_list("words", flat=True)) == ["First this", "Then this"]


def test_the_timeline_tells_who_wrote_it(as_, dev, amina):
    as_(dev).post(f"/people/{amina.pk}/needs/write/", typed())
    event = Event.objects.get(person_id=amina.pk)
    assert (event.what, event.by, event.words) == ("write_what_matters", dev, "Wrote down what matters.")
    assert "Wrote down what matters." in text_of(as_(amina).get(f"/people/{amina.pk}/"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (typed(words=""), "Write what matters to the person"),
        (typed(words="   "), "Write what matters to the person"),
        (typed(words="long " * 1001), "5000 characters or fewer"),
        (typed(day="30", month="2"), "February"),
        (typed(year="2027"), "must be 1 September 2026 or earlier"),
        (typed(day="", month="", year=""), "When did they say this?"),
    ],
)
def test_what_cannot_be_kept_is_named_and_nothing_typed_is_lost(as_, dev, amina, wrong, said):
    answer = as_(dev).post(f"/people/{amina.pk}/needs/write/", wrong)
    assert said in text_of(answer)
    assert wrong["words"].strip("\x00 ")[:20] in answer.content.decode()
    assert not WhatMatters.objects.exists()
    assert not Event.objects.exists()


def test_only_a_social_worker_writes(as_, harriet, brian, amina):
    for somebody in (harriet, brian, amina):
        assert as_(somebody).post(f"/people/{amina.pk}/needs/write/", typed()).status_code == 403
    assert not WhatMatters.objects.exists()


def test_a_worker_of_another_council_finds_nobody_to_write_about(as_, esi, amina):
    assert as_(esi).post(f"/people/{amina.pk}/needs/write/", typed()).status_code == 404
    assert not WhatMatters.objects.exists()
