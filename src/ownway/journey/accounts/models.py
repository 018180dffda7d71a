"""Statements, their lines, payees and receipts."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models

from ownway.ground.access.models import Council
from ownway.ground.audit.models import append_only
from ownway.ground.people.models import Person
from ownway.journey.payments.models import RunLine
from ownway.journey.plans.models import Heading


class Statement(models.Model):
    """A statement file that was read whole. The same file is read once a person.

    One that was added by mistake is taken back, with a reason: its lines count no longer and all of it stays in the
    history. Then the file can be added again.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="statements")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=20)
    bank = models.CharField(max_length=80)
    account = models.CharField(max_length=40, blank=True)
    from_on = models.DateField()
    to_on = models.DateField()
    opening_pence = models.BigIntegerField(null=True)
    closing_pence = models.BigIntegerField(null=True)
    lines_read = models.PositiveIntegerField()
    lines_added = models.PositiveIntegerField()
    problems = models.JSONField(default=list)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_words = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="only_taken_back", exclude=["taken_back_by", "taken_back_at", "taken_back_words"]),
            pgtrigger.Protect(
                name="taken_back_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__taken_back_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "digest"],
                condition=models.Q(taken_back_at__isnull=True),
                name="one_statement_a_file",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(taken_back_by__isnull=False, taken_back_at__isnull=False) & ~models.Q(taken_back_words="")
                )
                | models.Q(taken_back_by__isnull=True, taken_back_at__isnull=True, taken_back_words=""),
                name="taken_back_says_who_and_why",
            ),
        ]


@pghistory.track()
class Payee(models.Model):
    """Somebody the person pays or is paid by; `matches` is how their bank writes the name, tidied."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="payees")
    name = models.CharField(max_length=120)
    matches = models.CharField(max_length=120)
    kind = models.CharField(max_length=16)
    heading = models.ForeignKey(Heading, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "matches"], name="one_payee_a_name")]


class LineMatch(models.TextChoices):
    """What a line was found to be."""

    PAYMENT = "payment", "Direct payment from the council"
    CONTRIBUTION = "contribution", "Your contribution"
    HEADING = "heading", "Part of your plan"
    WAGES = "wages", "PA wages"
    TAX = "tax", "Tax and National Insurance"
    INSURANCE = "insurance", "Insurance"
    PAYROLL = "payroll", "Payroll service"
    CASH = "cash", "Cash"
    TRANSFER = "transfer", "Between your own accounts"
    NOT_KNOWN = "not_known", "Not known yet"


class LinesThatCount(models.Manager["Line"]):
    """The lines of statements that were not taken back."""

    def get_queryset(self) -> models.QuerySet["Line"]:
        return super().get_queryset().filter(taken_back=False)


@pghistory.track()
class Line(models.Model):
    """A line of the person's bank account: pence in (positive) or out (negative).

    `place` counts from 1, oldest first, within its statement. `like` is the tidied name by which lines are alike.
    `matched_by` is nobody while the program found the match, and the one who put it right after that.
    `objects` leaves out those of statements that were taken back.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="lines")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="lines")
    identity = models.CharField(max_length=64)
    on = models.DateField()
    pence = models.BigIntegerField()
    words = models.CharField(max_length=300)
    payee_words = models.CharField(max_length=120, blank=True, default="")
    reference = models.CharField(max_length=120, blank=True, default="")
    bank_id = models.CharField(max_length=80, blank=True, default="")
    like = models.CharField(max_length=120, blank=True, default="")
    place = models.PositiveIntegerField()
    balance_pence = models.BigIntegerField(null=True)
    match = models.CharField(max_length=16, choices=LineMatch, default=LineMatch.NOT_KNOWN)
    heading = models.ForeignKey(Heading, on_delete=models.SET_NULL, null=True, related_name="+")
    payee = models.ForeignKey(Payee, on_delete=models.SET_NULL, null=True, related_name="+")
    run_line = models.ForeignKey(RunLine, on_delete=models.SET_NULL, null=True, related_name="+")
    matched_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    taken_back = models.BooleanField(default=False)

    objects = LinesThatCount()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "identity"], condition=models.Q(taken_back=False), name="one_line_an_identity"
            ),
            models.UniqueConstraint(
                fields=["run_line"],
                condition=models.Q(run_line__isnull=False, taken_back=False),
                name="one_line_a_payment",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-on", "-place"], name="line_by_day"),
            models.Index(fields=["person", "like"], name="line_by_likeness"),
        ]


class Receipt(models.Model):
    """A photo or scan of a receipt for a line, re-encoded so that nothing hidden in it is kept.

    One that was added by mistake is taken back by who added it: it is no longer shown, and stays in the history.
    """

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="receipts")
    image = models.BinaryField()
    content_type = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="only_taken_back", exclude=["taken_back_by", "taken_back_at"]),
            pgtrigger.Protect(
                name="taken_back_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__taken_back_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "digest"], condition=models.Q(taken_back_at__isnull=True), name="one_receipt_a_photo"
            ),
            models.CheckConstraint(
                condition=models.Q(taken_back_by=models.F("added_by"), taken_back_at__isnull=False)
                | models.Q(taken_back_by__isnull=True, taken_back_at__isnull=True),
                name="taken_back_by_who_added_it",
            ),
        ]


class BalanceTold(models.Model):
    """What the bank said was in the account at the end of a day, told by a person: for files that do not say it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="balances_told")
    on = models.DateField()
    pence = models.BigIntegerField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        indexes = [models.Index(fields=["person", "-on", "-told_at"], name="told_balance_by_day")]


class WaitingFile(models.Model):
    """A statement file that cannot be taken without an answer: kept until somebody says what to do, and then deleted.

    `day_order` is what somebody said comes first in its days, when the file does not tell: "day-first", "month-first".
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="waiting_files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    day_order = models.CharField(max_length=16, blank=True, default="")
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "digest"], name="one_waiting_file_a_digest")]


class ConfirmedColumns(models.Model):
    """What somebody said the columns of a sheet hold that no layout knows; the latest for a shape of headings counts.

    `columns` is the column map as JSON, or nothing when it is to be asked about again. `person` is whose files it is for, and nobody when a worker said it for all of
    the council. `shape` is of the headings, or of the very file when it has none.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="confirmed_columns")
    shape = models.CharField(max_length=32)
    columns = models.TextField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        indexes = [models.Index(fields=["council", "shape"], name="columns_by_shape")]
