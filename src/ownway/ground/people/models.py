"""People supported by a council, and who may act for them."""

from __future__ import annotations

from datetime import timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from ownway.ground.access.models import Council


class ClientGroup(models.TextChoices):
    """The nine groups that councils count by."""

    TRANSITIONS = "transitions", "Adults: transitions"
    FUTURE_OPTIONS = "future_options", "Adults: future options"
    LEARNING_DISABILITY = "learning_disability", "Learning disability"
    MENTAL_HEALTH = "mental_health", "Mental health"
    OLDER_PEOPLE = "older_people", "Older people"
    PHYSICAL_DISABILITY = "physical_disability", "Physical disability"
    REABLEMENT = "reablement", "Reablement"
    CHILDREN = "children", "Children and young people"
    CARERS = "carers", "Carers"


class LetterFormat(models.TextChoices):
    """How somebody wants to be written to."""

    STANDARD = "standard", "Standard print"
    LARGE_PRINT = "large_print", "Large print"


@pghistory.track()
class Person(models.Model):
    """Somebody the council supports."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="people")
    reference = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    known_as = models.CharField(max_length=60)
    born_on = models.DateField()
    died_on = models.DateField(null=True, blank=True)
    client_group = models.CharField(max_length=24, choices=ClientGroup)
    address = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8, default="en")
    letter_format = models.CharField(max_length=16, choices=LetterFormat, default=LetterFormat.STANDARD)
    contact_notes = models.TextField(blank=True, help_text="How they want to be contacted, in their words.")

    class Meta:
        constraints = [
            # Whatever its capitals, as people look for it; the same words serve the search.
            models.UniqueConstraint("council", Upper("reference"), name="one_person_a_reference"),
            models.CheckConstraint(
                condition=Q(died_on__isnull=True) | Q(died_on__gte=models.F("born_on")), name="died_after_born"
            ),
        ]
        indexes = [
            models.Index(fields=["council", "name"], name="person_by_name"),
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="person_by_part_of_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Relation(models.TextChoices):
    """How a signed-in user stands to a person."""

    SELF = "self", "The person"
    REPRESENTATIVE = "representative", "Acts for the person"
    PA = "pa", "Personal assistant"
    ADVISER = "adviser", "Independent adviser"


@pghistory.track()
class Relationship(models.Model):
    """A user who is a person, acts for them, works for them or advises them, from a day until a day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="relationships")
    relation = models.CharField(max_length=16, choices=Relation)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "user", "relation"],
                condition=Q(until_on__isnull=True),
                name="one_open_relationship",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(until_on__isnull=True, relation="self"),
                name="one_account_a_person",
            ),
            # The day before the first is the last day of what never began: a slip that was ended at once.
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on") - timedelta(days=1)),
                name="relationship_ends_after_it_begins",
            ),
        ]
