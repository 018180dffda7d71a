"""Answers about money while they are being written down, and financial assessments."""

from django.conf import settings
from django.db import models

from ownway.ground.audit.models import append_only
from ownway.ground.decisions.models import Decision
from ownway.ground.people.models import Person


class Basis(models.TextChoices):
    """How the assessment is made."""

    FULL = "full", "We look at income, savings and costs together"
    LIGHT_TOUCH = "light_touch", "The person can pay and agrees to a light-touch assessment"
    NOT_SAID = "not_said", "The person does not want to say"


class Draft(models.Model):
    """What a person told about their money, kept as typed until it is worked out, and to start the next one from.

    `answers` has the keys household, income, capital, housing and disability_costs; each disability cost also says
    whether it is accepted and, if not, why.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="money_draft")
    answers = models.JSONField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()


class Assessment(models.Model):
    """What a person can be asked to pay a week, before the cost of their support is known. The newest row counts.

    `answers` are as in the draft they were worked out from; the inputs of the rule and the working are in the decision.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveIntegerField()
    basis = models.CharField(max_length=12, choices=Basis, default=Basis.FULL)
    basis_words = models.TextField(blank=True)
    answers = models.JSONField()
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
            models.CheckConstraint(
                condition=models.Q(basis="full") | ~models.Q(basis_words=""), name="assessment_says_why_not_full"
            ),
        ]
