"""Financial assessments."""

from django.conf import settings
from django.db import models

from ownway.ground.audit.models import append_only
from ownway.ground.decisions.models import Decision
from ownway.ground.people.models import Person


class Assessment(models.Model):
    """What a person can be asked to pay a week, before the cost of their support is known. The newest row counts.

    `inputs` are the answers as given (the shape of rules.charging); the working is in the decision.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveIntegerField()
    inputs = models.JSONField()
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="+")
    most_weekly_pence = models.BigIntegerField(help_text="The most they can be asked to pay a week.")
    pays_full_cost = models.BooleanField(default=False)
    from_on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(fields=["person", "number"], name="one_assessment_a_number"),
            models.CheckConstraint(condition=models.Q(most_weekly_pence__gte=0), name="contribution_not_negative"),
        ]
