"""What matters to a person, and the outcomes they want."""

import pghistory
from django.conf import settings
from django.db import models

from ownway.ground.audit.models import append_only
from ownway.ground.people.models import Person


class CareActArea(models.TextChoices):
    """The ten areas of daily life in the eligibility rules (SI 2015/313, regulation 2), in plain words."""

    NUTRITION = "nutrition", "Eating and drinking well"
    HYGIENE = "hygiene", "Keeping clean"
    TOILET = "toilet", "Using the toilet"
    CLOTHING = "clothing", "Being dressed for the day"
    HOME_SAFELY = "home_safely", "Moving about safely at home"
    HOME_CARE = "home_care", "Looking after your home"
    RELATIONSHIPS = "relationships", "Family and friends"
    WORK_LEARNING = "work_learning", "Work, learning and volunteering"
    COMMUNITY = "community", "Getting out and using local places"
    CARING = "caring", "Looking after a child"


class WhatMatters(models.Model):
    """What a person says matters to them, as they said it. A newer row follows an older one."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="what_matters")
    words = models.TextField()
    said_on = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="what_matters_has_words")]


@pghistory.track()
class Outcome(models.Model):
    """Something the person wants, in their own words, under one area of the Care Act."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="outcomes")
    words = models.CharField(max_length=300)
    area = models.CharField(max_length=20, choices=CareActArea)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "words"], condition=models.Q(ended_on__isnull=True), name="outcome_said_once"
            ),
            models.CheckConstraint(condition=~models.Q(words=""), name="outcome_has_words"),
        ]
