"""Financial check-ups, what was found, what was said and what was proposed."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from ownway.ground.audit.models import append_only
from ownway.ground.decisions.models import Decision
from ownway.ground.letters.models import Letter
from ownway.journey.agreements.models import Agreement


class CheckUpStatus(models.TextChoices):
    """Where a check-up has got to; the moves are in rules/lifecycles.py."""

    OPEN = "open", "Being looked at"
    TALKING = "talking", "Talking it over"
    CLOSED = "closed", "Finished"


@pghistory.track()
class CheckUp(models.Model):
    """A friendly look at how a direct payment is going. `reasons` say why this person, why now."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="checkups")
    status = models.CharField(max_length=12, choices=CheckUpStatus, default=CheckUpStatus.OPEN)
    reasons = models.JSONField()
    from_on = models.DateField()
    to_on = models.DateField()
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, null=True, related_name="+")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    ended_words = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement"], condition=~Q(status="closed"), name="one_open_check_up"),
            models.CheckConstraint(
                condition=~Q(status="closed") | (Q(ended_at__isnull=False) & ~Q(ended_words="")),
                name="check_up_end_is_recorded",
            ),
        ]


class Finding(models.Model):
    """What a check found, in a sentence that assumes the best, and what to do."""

    checkup = models.ForeignKey(CheckUp, on_delete=models.PROTECT, related_name="findings")
    check_name = models.CharField(max_length=40)
    sentence = models.TextField()
    what_to_do = models.TextField()
    severity = models.CharField(max_length=24)
    amount_pence = models.BigIntegerField(null=True)

    class Meta:
        triggers = [append_only()]
        constraints = [models.UniqueConstraint(fields=["checkup", "check_name"], name="one_finding_a_check")]


class Side(models.TextChoices):
    """Who speaks."""

    PERSON = "person", "The person, or who acts for them"
    COUNCIL = "council", "The council"


class Conversation(models.Model):
    """What was said in a check-up. A question of the person's side waits until the council says something after it."""

    checkup = models.ForeignKey(CheckUp, on_delete=models.PROTECT, related_name="conversations")
    side = models.CharField(max_length=8, choices=Side)
    is_question = models.BooleanField(default=False)
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="conversation_has_words")]


class Ask(models.Model):
    """Somebody on the person's side asks for a check-up."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="asks")
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="ask_has_words")]


class ProposalStatus(models.TextChoices):
    """Where a proposal has got to; the moves are in rules/lifecycles.py."""

    PROPOSED = "proposed", "Waiting for your reply"
    AGREED = "agreed", "Agreed"
    NOT_AGREED = "not_agreed", "Not agreed"
    WITHDRAWN = "withdrawn", "Withdrawn"


@pghistory.track()
class Proposal(models.Model):
    """A proposal to return money that is not needed, with reasons and time to reply. Never a deduction."""

    checkup = models.ForeignKey(CheckUp, on_delete=models.PROTECT, related_name="proposals")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="+")
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, null=True, related_name="+")
    amount_pence = models.PositiveBigIntegerField()
    reasons = models.TextField()
    reply_by_on = models.DateField()
    status = models.CharField(max_length=12, choices=ProposalStatus, default=ProposalStatus.PROPOSED)
    reply_words = models.TextField(blank=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["checkup"], condition=Q(status="proposed"), name="one_open_proposal"),
            models.CheckConstraint(condition=~Q(reasons=""), name="proposal_has_reasons"),
            models.CheckConstraint(condition=Q(amount_pence__gt=0), name="proposal_is_something"),
        ]
