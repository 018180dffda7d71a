"""Decisions: the working, the inputs and the parameters, added and never edited."""

from django.conf import settings
from django.db import models

from ownway.ground.access.models import Council
from ownway.ground.audit.models import append_only
from ownway.ground.people.models import Person


class Decision(models.Model):
    """Figures worked out by a rule for a person.

    `inputs` and `parameters` are what the rule was given; `workings` holds the graph of steps and
    which step is which answer; `answers` the value of each. `ownway replay` works each out again and lists what would differ.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="decisions")
    rule = models.CharField(max_length=60)
    inputs = models.JSONField()
    parameters = models.JSONField()
    workings = models.JSONField()
    answers = models.JSONField()
    rulebook_version = models.CharField(max_length=20)
    as_at_on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        indexes = [models.Index(fields=["person", "-made_at"], name="decision_by_person")]
