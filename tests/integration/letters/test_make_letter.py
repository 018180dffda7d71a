"""A letter is kept with the facts it was made from, once, in the caller's transaction."""

import json
from dataclasses import replace

import pytest
from django.db import transaction
from tests.factories.persons import make_person

from ownway.ground.audit.models import Event
from ownway.ground.letters.content import suite
from ownway.ground.letters.content.pdf import CannotPrint, render_pdf
from ownway.ground.letters.models import Letter, LetterKind
from ownway.ground.people.facts import person_facts


def test_it_keeps_the_letter_with_its_pdf(write, amina, dev, now):
    letter = Letter.objects.get(pk=write(amina).pk)
    assert (letter.person, letter.kind, letter.title) == (amina, LetterKind.OFFER, "Your direct payment offer")
    assert (letter.made_by, letter.made_at, letter.language) == (dev, now, "en-GB")
    assert bytes(letter.pdf).startswith(b"%PDF-1.7")


def test_the_letter_made_again_from_its_kept_facts_is_the_same_to_the_last_byte(write, amina, fonts):
    letter = Letter.objects.get(pk=write(amina).pk)
    facts = suite.facts_from_json(letter.kind, letter.facts["facts"])
    assert render_pdf(suite.write_letter(letter.kind, facts), fonts=fonts) == bytes(letter.pdf)


def test_its_digest_is_of_its_facts(write, amina):
    letter = Letter.objects.get(pk=write(amina).pk)
    assert suite.digest(letter.facts["facts"]) == letter.facts_digest


def test_it_is_noted_on_the_timeline(write, amina, dev):
    letter = write(amina)
    event = Event.objects.get(what="make_letter")
    assert (event.by, event.person_id, event.about) == (dev, amina.pk, f"letter {letter.pk}")
    assert event.words == "Wrote a letter: “Your direct payment offer”."


def test_writing_it_again_from_the_same_facts_adds_nothing(write, amina):
    assert write(amina) == write(amina)
    assert Letter.objects.count() == 1
    assert Event.objects.filter(what="make_letter").count() == 1


def test_other_facts_make_another_letter(write, amina, offer_to):
    write(amina)
    write(amina, facts=replace(offer_to(amina), one_off=None))
    assert Letter.objects.count() == 2


def test_when_the_caller_breaks_off_nothing_is_kept(write, amina):
    with pytest.raises(RuntimeError), transaction.atomic():
        write(amina)
        raise RuntimeError("the caller breaks off")
    assert not Letter.objects.exists()
    assert not Event.objects.filter(what="make_letter").exists()


def test_a_letter_that_cannot_be_printed_is_not_kept(write, council):
    mei = make_person(council=council, name="Mei 山田")
    with pytest.raises(CannotPrint, match="“山”"):
        write(mei)
    assert not Letter.objects.exists()


def test_it_is_refused_for_somebody_else_than_its_facts_are_about(write, amina, offer_to, council, other_council):
    brian = make_person(council=council, name="Brian Okafor")
    with pytest.raises(ValueError, match="by their name"):
        write(amina, facts=offer_to(brian))
    with pytest.raises(ValueError, match="this council supports"):
        write(amina, council=other_council)
    assert not Letter.objects.exists()


def test_a_letter_is_never_edited_or_taken_away(write, amina):
    letter = write(amina)
    for change in (lambda rows: rows.update(title="Another"), lambda rows: rows.delete()):
        with pytest.raises(Exception, match="append_only"), transaction.atomic():
            change(Letter.objects.filter(pk=letter.pk))
    assert Letter.objects.get(pk=letter.pk).title == "Your direct payment offer"


def test_what_is_kept_is_plain_json(write, amina):
    letter = Letter.objects.get(pk=write(amina).pk)
    assert json.loads(json.dumps(letter.facts)) == letter.facts


def test_a_name_of_markup_is_kept_and_printed_as_it_is(write, council):
    odd = make_person(council=council, name="Amina #let <b>*x*</b> $y$ `z` \"q\" 'p'")
    letter = Letter.objects.get(pk=write(odd).pk)
    facts = suite.facts_from_json(letter.kind, letter.facts["facts"])
    assert facts.letter.about == person_facts(odd).name
