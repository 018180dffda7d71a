"""Offers, questions, acceptances, agreements, and what is set up before the first payment."""

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from ownway.ground.audit.models import append_only
from ownway.ground.decisions.models import Decision
from ownway.ground.letters.models import Letter
from ownway.ground.people.models import Person
from ownway.journey.contributions.models import Assessment
from ownway.journey.plans.models import Every, Plan, PlanCost


class PaidHow(models.TextChoices):
    """Whether the person's contribution is left out of the payment or asked for apart."""

    NET = "net", "Net: you add your contribution to the account"
    GROSS = "gross", "Gross: the council pays all and asks for your contribution"


class OfferStatus(models.TextChoices):
    """Where an offer has got to; the moves are in rules/lifecycles.py."""

    MADE = "made", "Offered"
    ACCEPTED = "accepted", "Accepted by both"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REPLACED = "replaced", "Replaced by a newer offer"


@pghistory.track()
class Offer(models.Model):
    """What the council offers: one version of a plan, its cost, the contribution and the payment."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offers")
    version = models.PositiveIntegerField()
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="offers")
    plan_cost = models.ForeignKey(PlanCost, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True, related_name="+")
    paid_how = models.CharField(max_length=8, choices=PaidHow)
    every = models.CharField(max_length=12, choices=Every)
    budget_weekly_pence = models.BigIntegerField()
    contribution_weekly_pence = models.BigIntegerField()
    payment_weekly_pence = models.BigIntegerField()
    payment_pence = models.BigIntegerField(help_text="Each payment, at `every`.")
    one_off_pence = models.BigIntegerField(default=0)
    starts_on = models.DateField()
    reply_by_on = models.DateField()
    status = models.CharField(max_length=12, choices=OfferStatus, default=OfferStatus.MADE)
    withdrawn_words = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "version"], name="one_offer_a_version"),
            models.UniqueConstraint(fields=["person"], condition=Q(status="made"), name="one_open_offer_a_person"),
            models.CheckConstraint(
                condition=Q(payment_weekly_pence__gte=0, contribution_weekly_pence__gte=0), name="offer_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(contribution_weekly_pence__lte=F("budget_weekly_pence")),
                name="contribution_within_budget",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | ~Q(withdrawn_words=""), name="withdrawn_offer_says_why"
            ),
        ]


class Question(models.Model):
    """A question about an offer."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="questions")
    words = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="question_has_words")]


class Answer(models.Model):
    """The answer to a question, kept so that it binds both sides."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    words = models.TextField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="answer_has_words")]


class Side(models.TextChoices):
    """Who accepts."""

    PERSON = "person", "The person, or who acts for them"
    COUNCIL = "council", "The council"


class Acceptance(models.Model):
    """One side accepts a version of an offer. `digest` is of the facts they saw; the council says why in `words`."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="acceptances")
    side = models.CharField(max_length=8, choices=Side)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    words = models.TextField(blank=True)

    class Meta:
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(fields=["offer", "side"], name="one_acceptance_a_side"),
            models.CheckConstraint(condition=~Q(side="council") | ~Q(words=""), name="council_says_why"),
        ]


@pghistory.track()
class NominatedPerson(models.Model):
    """Somebody the person names to receive or manage the payment for them (Care Act s.31)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="nominated_people")
    name = models.CharField(max_length=120)
    relationship = models.CharField(max_length=80)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    agrees = models.BooleanField()
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_on__isnull=True), name="one_nominated_person"),
            models.CheckConstraint(condition=Q(agrees=True), name="nominated_person_agrees"),
        ]


class DateRange(Func):
    """daterange(from, until, '[]'), for the database's promises."""

    function = "daterange"
    output_field = DateRangeField()


@pghistory.track()
class Agreement(models.Model):
    """An offer that both sides accepted. A person has at most one on any day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agreements")
    offer = models.OneToOneField(Offer, on_delete=models.PROTECT, related_name="agreement")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    agreed_at = models.DateTimeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_agreement_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (DateRange(F("starts_on"), F("ends_on"), models.Value("[]")), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="agreement_ends_after_start"
            ),
        ]


class ReviewHeld(models.Model):
    """The council held a review of the direct payment (SI 2014/2871 reg 7)."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    words = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.UniqueConstraint(fields=["agreement", "held_on"], name="one_review_a_day")]


class SetUpStep(models.TextChoices):
    """What somebody who employs sets up besides the bank account."""

    INSURANCE = "insurance", "Employers’ liability insurance"
    PAYROLL = "payroll", "Payroll"


class SetUpDone(models.Model):
    """Something of the setting up that was done, on which day, and who said so."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="set_up_done")
    step = models.CharField(max_length=16, choices=SetUpStep)
    done_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.UniqueConstraint(fields=["person", "step"], name="set_up_once")]
