"""Accounts, entries and postings in whole pence."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from ownway.ground.access.models import Council
from ownway.ground.audit.models import append_only
from ownway.ground.people.models import Person


class AccountKind(models.TextChoices):
    """What an account counts."""

    COUNCIL_BANK = "council_bank", "The council's bank account"
    DIRECT_PAYMENT = "direct_payment", "Direct payments made to a person"
    RETURNED = "returned", "Money a person agreed to return"


class Account(models.Model):
    """An account of a council; one bank account, and one direct payment account a person."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=AccountKind)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "kind", "person"], nulls_distinct=False, name="one_account_a_kind_and_person"
            ),
            models.CheckConstraint(
                condition=Q(kind="council_bank", person__isnull=True)
                | (~Q(kind="council_bank") & Q(person__isnull=False)),
                name="account_names_its_person",
            ),
        ]


class Entry(models.Model):
    """One happening. `key` names its cause and is unique, so that nothing is posted twice."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    happened_on = models.DateField()
    words = models.CharField(max_length=200)
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.UniqueConstraint(fields=["council", "key"], name="one_entry_a_cause")]


class Posting(models.Model):
    """One leg of an entry: pence in (positive) or out (negative) of an account. The legs of an entry add up to nothing."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="postings")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="postings")
    pence = models.BigIntegerField()

    class Meta:
        triggers = [append_only()]
        constraints = [models.CheckConstraint(condition=~Q(pence=0), name="posting_is_not_nothing")]
