"""Plans by outcome, the people they employ, and what they cost."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ownway.ground.audit.models import append_only
from ownway.ground.decisions.models import Decision
from ownway.ground.people.models import Person
from ownway.journey.needs.models import Outcome


class Route(models.TextChoices):
    """The four ways to hold a personal budget."""

    COUNCIL_ARRANGED = "council_arranged", "The council arranges it"
    ISF = "isf", "Individual Service Fund"
    DIRECT_PAYMENT = "direct_payment", "Direct payment"
    MIXTURE = "mixture", "A mixture"


class LineKind(models.TextChoices):
    """What a line of a plan pays for."""

    PA_HOURS = "pa_hours", "Personal assistant hours"
    AGENCY_HOURS = "agency_hours", "Agency hours"
    ACTIVITY = "activity", "Activity"
    TRANSPORT = "transport", "Transport"
    SHORT_BREAK = "short_break", "Short break"
    EQUIPMENT = "equipment", "Equipment"
    START_UP = "start_up", "One-off start-up cost"
    INSURANCE = "insurance", "Employers’ liability insurance"
    PAYROLL = "payroll", "Payroll service"
    TRAINING = "training", "Training"
    CONTINGENCY = "contingency", "Contingency"
    SUPPORTED_LIVING = "supported_living", "Supported living"
    MONEY_HELP = "money_help", "Help to manage the money"
    APPOINTEESHIP = "appointeeship", "Appointeeship fee"
    CHILDCARE = "childcare", "Childcare"
    OTHER = "other", "Something else"


class DayKind(models.TextChoices):
    """When hours are worked."""

    WEEKDAY = "weekday", "Weekday"
    EVENING = "evening", "Evening"
    WEEKEND = "weekend", "Weekend"
    BANK_HOLIDAY = "bank_holiday", "Bank holiday"
    SLEEP_IN = "sleep_in", "Sleep-in night"
    WAKING_NIGHT = "waking_night", "Waking night"


class Every(models.TextChoices):
    """How often an amount falls due."""

    WEEK = "week", "Every week"
    TWO_WEEKS = "2 weeks", "Every 2 weeks"
    FOUR_WEEKS = "4 weeks", "Every 4 weeks"
    MONTH = "month", "Every month"
    YEAR = "year", "Every year"
    ONCE = "once", "Once"


class PlanStatus(models.TextChoices):
    """Where a plan has got to; the moves are in rules/lifecycles.py."""

    DRAFT = "draft", "Being written"
    OFFERED = "offered", "Offered"
    AGREED = "agreed", "Agreed"
    REPLACED = "replaced", "Replaced by a newer plan"


@pghistory.track()
class Plan(models.Model):
    """A support plan; numbered from 1 for each person. Changed only while it is being written.

    `only_care` and `claims_allowance` are what the Employment Allowance asks of somebody who employs at home.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveIntegerField()
    route = models.CharField(max_length=20, choices=Route)
    route_reason = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=PlanStatus, default=PlanStatus.DRAFT)
    starts_on = models.DateField()
    only_care = models.BooleanField(default=True)
    claims_allowance = models.BooleanField(default=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "number"], name="one_plan_a_number"),
            models.UniqueConstraint(fields=["person"], condition=Q(status="draft"), name="one_draft_plan_a_person"),
        ]


class HoursKind(models.TextChoices):
    """What the contract says about hours; holiday follows from it."""

    FIXED = "fixed", "The same hours"
    IRREGULAR = "irregular", "Hours that change"
    PART_YEAR = "part_year", "Only part of the year, such as school terms"


@pghistory.track()
class Assistant(models.Model):
    """A personal assistant the plan employs: what the law needs to know to cost the pay.

    Without `born_on`, the cost is that of an adult. `asks_for_pension`: joins though the law would not enrol them.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="assistants")
    name = models.CharField(max_length=120)
    born_on = models.DateField(null=True, blank=True)
    over_state_pension_age = models.BooleanField(default=False)
    hours_kind = models.CharField(max_length=12, choices=HoursKind)
    pay_every = models.CharField(max_length=12, choices=Every, default=Every.FOUR_WEEKS)
    asks_for_pension = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "name"], name="assistant_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="assistant_has_a_name"),
            models.CheckConstraint(condition=~Q(pay_every__in=["year", "once"]), name="assistant_paid_often_enough"),
        ]


@pghistory.track()
class Heading(models.Model):
    """An outcome of the plan, such as "Exercise, 3 hours a week": what the money is for, not a shopping list."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="headings")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=200)
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "words"], name="heading_said_once"),
            models.CheckConstraint(condition=~Q(words=""), name="heading_has_words"),
        ]


@pghistory.track()
class Line(models.Model):
    """What a heading is expected to cost: hours at a rate, or an amount every so often, or a share for contingency.

    `minutes_awake_weekly` is for sleep-in nights: the time usually awake for working.
    """

    heading = models.ForeignKey(Heading, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=16, choices=LineKind)
    words = models.CharField(max_length=200, blank=True)
    assistant = models.ForeignKey(Assistant, on_delete=models.PROTECT, null=True, blank=True, related_name="lines")
    day_kind = models.CharField(max_length=16, choices=DayKind, blank=True)
    minutes_weekly = models.PositiveIntegerField(null=True, blank=True)
    minutes_awake_weekly = models.PositiveIntegerField(null=True, blank=True)
    hourly_pence = models.PositiveIntegerField(null=True, blank=True)
    amount_pence = models.PositiveBigIntegerField(null=True, blank=True)
    every = models.CharField(max_length=12, choices=Every, blank=True)
    share_bp = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes_weekly__isnull=True) | Q(minutes_weekly__lte=10_080), name="line_fits_in_a_week"
            ),
            models.CheckConstraint(
                condition=Q(minutes_weekly__isnull=False, hourly_pence__isnull=False)
                | Q(amount_pence__isnull=False)
                | Q(share_bp__isnull=False),
                name="line_says_how_much",
            ),
            models.CheckConstraint(
                condition=Q(minutes_awake_weekly__isnull=True)
                | Q(minutes_weekly__isnull=False, minutes_awake_weekly__lte=F("minutes_weekly")),
                name="line_awake_within_the_night",
            ),
            models.CheckConstraint(
                condition=Q(share_bp__isnull=True) | Q(share_bp__lte=10_000), name="line_share_whole"
            ),
        ]


class PlanCost(models.Model):
    """What a plan was found to cost; the newest row counts. The working is in the decision."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="costs")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="+")
    weekly_pence = models.BigIntegerField()
    four_weekly_pence = models.BigIntegerField()
    yearly_pence = models.BigIntegerField()
    one_off_pence = models.BigIntegerField()

    class Meta:
        triggers = [append_only()]
