"""Bank accounts, schedules and payment runs."""

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from ownway.ground.access.models import Council
from ownway.ground.audit.models import append_only
from ownway.ground.letters.models import Letter
from ownway.ground.people.models import Person
from ownway.journey.agreements.models import Agreement, DateRange
from ownway.journey.plans.models import Every


class AccountCheck(models.TextChoices):
    """What the modulus check said."""

    VALID = "valid", "The number passes the bank check"
    UNKNOWN = "unknown", "The bank check cannot tell"


@pghistory.track()
class BankAccount(models.Model):
    """Where a person's direct payment is paid. A number that fails the check is never stored."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="bank_accounts")
    holder_name = models.CharField(max_length=70)
    sort_code = models.CharField(max_length=6)
    account_number = models.CharField(max_length=8)
    check_result = models.CharField(max_length=8, choices=AccountCheck)
    check_words = models.CharField(max_length=200)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_on__isnull=True), name="one_open_bank_account"
            ),
            models.CheckConstraint(condition=Q(sort_code__regex=r"^\d{6}$"), name="sort_code_is_six_digits"),
            models.CheckConstraint(condition=Q(account_number__regex=r"^\d{8}$"), name="account_is_eight_digits"),
        ]


@pghistory.track()
class Schedule(models.Model):
    """What is paid under an agreement, how often and from when. `once` schedules pay a one-off amount."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="schedules")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="schedules")
    every = models.CharField(max_length=12, choices=Every)
    amount_pence = models.PositiveBigIntegerField()
    weekly_pence = models.PositiveBigIntegerField()
    first_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=200)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_schedule_at_a_time",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (DateRange(F("first_on"), F("until_on"), models.Value("[]")), RangeOperators.OVERLAPS),
                ],
                condition=~Q(every="once"),
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("first_on")), name="schedule_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(amount_pence__gt=0), name="schedule_pays_something"),
        ]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Pause(models.Model):
    """Days for which a schedule does not pay, and why; without a last day until somebody starts payments again."""

    schedule = models.ForeignKey(Schedule, on_delete=models.PROTECT, related_name="pauses")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=200)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_pause_at_a_time",
                expressions=[
                    (F("schedule"), RangeOperators.EQUAL),
                    (DateRange(F("from_on"), F("until_on"), models.Value("[]")), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="pause_ends_after_start"
            ),
        ]


class RunStatus(models.TextChoices):
    """Where a payment run has got to; the moves are in rules/lifecycles.py."""

    PROPOSED = "proposed", "Proposed"
    APPROVED = "approved", "Approved"
    FILES_WRITTEN = "files_written", "Files written"
    CONFIRMED = "confirmed", "Confirmed by the bank"
    WITHDRAWN = "withdrawn", "Withdrawn"


@pghistory.track()
class Run(models.Model):
    """A payment run of a council for a pay day: all that falls due up to and with `due_to_on`."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    pay_on = models.DateField()
    due_to_on = models.DateField()
    submit_by_on = models.DateField()
    before_pence = models.PositiveBigIntegerField(default=0, help_text="What the same people were paid last.")
    status = models.CharField(max_length=16, choices=RunStatus, default=RunStatus.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True, help_text="Why it was withdrawn.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "number"], name="one_run_a_number"),
            models.UniqueConstraint(
                fields=["council"], condition=Q(status__in=["proposed", "approved"]), name="one_open_run_a_council"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")), name="second_person_approves"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["proposed", "withdrawn"]) | Q(approved_by__isnull=False),
                name="run_approved_before_files",
            ),
            models.CheckConstraint(condition=~Q(status="withdrawn") | ~Q(ended_why=""), name="withdrawn_run_says_why"),
        ]


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class RunLine(models.Model):
    """One payment of a run: for which days, how much, to which account.

    `live` is true until the line is taken out or the run withdrawn; a schedule's period has at most one live line.
    `notice_due` marks the lines about which the person gets a letter without asking.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="lines")
    schedule = models.ForeignKey(Schedule, on_delete=models.PROTECT, related_name="run_lines")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="run_lines")
    bank_account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="+")
    amount_pence = models.PositiveBigIntegerField()
    from_on = models.DateField()
    to_on = models.DateField()
    end_to_end_id = models.CharField(max_length=18, unique=True)
    reasons = models.JSONField(default=list)
    live = models.BooleanField(default=True)
    notice_due = models.BooleanField(default=False)
    notice = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "from_on"], condition=Q(live=True), name="each_period_paid_once"
            ),
            models.CheckConstraint(condition=Q(amount_pence__gt=0), name="payment_is_something"),
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="period_ends_after_start"),
        ]
        indexes = [
            models.Index(fields=["person", "-from_on"], name="run_line_by_person"),
            models.Index(fields=["run", "person"], name="run_line_by_run"),
            models.Index(fields=["run", "person"], condition=Q(live=False), name="run_line_taken_out"),
            models.Index(
                fields=["run"], condition=Q(live=True, notice_due=True, notice__isnull=True), name="run_line_to_notify"
            ),
        ]


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class RunChange(models.Model):
    """How a person's payment in a run compares with what they were paid last, in the words a finance officer reads.

    A change that stops the run does so until somebody has written why it is right, or taken the payment out.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="changes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    before_pence = models.PositiveBigIntegerField()
    after_pence = models.PositiveBigIntegerField()
    words = models.TextField()
    needs_looking_at = models.BooleanField()
    stops_the_run = models.BooleanField()
    explained = models.TextField(blank=True)
    explained_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "person", "kind"], name="one_change_a_kind"),
            models.CheckConstraint(
                condition=Q(explained="") | Q(explained_by__isnull=False), name="explained_by_somebody"
            ),
        ]
        indexes = [
            models.Index(fields=["run", "kind", "person"], name="run_change_by_kind"),
            models.Index(
                fields=["run", "person"], condition=Q(stops_the_run=True, explained=""), name="run_change_to_explain"
            ),
        ]


class RunFile(models.Model):
    """A file written for the bank."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=16, choices=[("pain001", "ISO 20022 pain.001"), ("bacs18", "Bacs Standard 18")])
    name = models.CharField(max_length=80)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.UniqueConstraint(fields=["run", "kind"], name="one_file_a_kind_and_run")]


class BankAnswer(models.Model):
    """A file in which the bank says what became of payments, as it came. The same file is read once."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    message_id = models.CharField(max_length=140)
    made_on = models.DateField(null=True)
    taken = models.PositiveIntegerField(help_text="Payments that the bank has taken, made, or is still looking at.")
    told_before = models.PositiveIntegerField(help_text="What it says that was known already.")
    digest = models.CharField(max_length=64)
    content = models.BinaryField()
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.UniqueConstraint(fields=["council", "digest"], name="one_bank_answer_a_file")]


class ItemKind(models.TextChoices):
    """What a bank says of a payment that somebody has to look at."""

    REJECTED = "rejected", "Not paid"
    RETURNED = "returned", "Sent back"
    CHANGED = "changed_account", "Paid, and the account has another number now"
    INSTRUCTION = "instruction", "About a direct debit"


class ItemEnd(models.TextChoices):
    """What somebody decided about it."""

    PAY_AGAIN = "pay_again", "Pay it again in the next run"
    LEFT = "left", "Do not pay it again"
    DONE = "done", "It is looked at"
    NOT_OURS = "not_ours", "It is none of our payments"


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AnswerItem(models.Model):
    """One thing in a bank's answer for somebody to look at. Without a `run_line` a person says which payment it is.

    `why` says why it has to be asked, and `candidates` holds the payments it may be. `step` is what to do next.
    """

    answer = models.ForeignKey(BankAnswer, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=16, choices=ItemKind)
    run_line = models.ForeignKey(RunLine, on_delete=models.PROTECT, null=True, related_name="items")
    why = models.CharField(max_length=200, blank=True)
    candidates = models.JSONField(default=list)
    amount_pence = models.PositiveBigIntegerField(null=True)
    on = models.DateField(null=True)
    code = models.CharField(max_length=35, blank=True)
    said = models.CharField(max_length=200, blank=True)
    step = models.CharField(max_length=16)
    reference = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200, blank=True)
    account_number = models.CharField(max_length=8, blank=True)
    new_sort_code = models.CharField(max_length=6, blank=True)
    new_account_number = models.CharField(max_length=8, blank=True)
    ended = models.CharField(max_length=10, choices=ItemEnd, blank=True)
    ended_why = models.TextField(blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run_line"], condition=Q(kind__in=["rejected", "returned"]), name="payment_comes_back_once"
            ),
            models.CheckConstraint(
                condition=Q(ended="") | (Q(ended_by__isnull=False) & ~Q(ended_why="")), name="answer_item_says_how"
            ),
            models.CheckConstraint(
                condition=~Q(ended__in=["pay_again", "left"]) | Q(run_line__isnull=False),
                name="answer_item_names_payment",
            ),
        ]
        indexes = [models.Index(fields=["answer"], condition=Q(ended=""), name="answer_item_open")]


class EmergencyList(models.Model):
    """The payments of a run as a list to key by hand. From then on one of the two may be used, the files or the list."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="emergency_lists")
    why = models.TextField()
    xlsx = models.BinaryField()
    pdf = models.BinaryField()
    digest = models.CharField(max_length=64, help_text="Of the spreadsheet.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(fields=["run"], name="one_emergency_list_a_run"),
            models.CheckConstraint(condition=~Q(why=""), name="emergency_list_says_why"),
        ]


class EmergencyListEnd(models.Model):
    """What became of an emergency list: people were paid from it, or it was put aside and never will be used."""

    emergency_list = models.ForeignKey(EmergencyList, on_delete=models.PROTECT, related_name="ends")
    was_used = models.BooleanField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.UniqueConstraint(fields=["emergency_list"], name="one_end_an_emergency_list")]
