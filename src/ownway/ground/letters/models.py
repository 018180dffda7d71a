"""Letters, kept with the facts they were made from."""

from django.conf import settings
from django.db import models

from ownway.ground.access.models import Council
from ownway.ground.audit.models import append_only
from ownway.ground.people.models import Person


class LetterKind(models.TextChoices):
    """The letters of the suite."""

    OFFER = "offer", "Offer letter"
    PAYMENT_NOTICE = "payment_notice", "Payment notice"
    CHECK_UP = "check_up", "Financial check-up letter"


class Letter(models.Model):
    """A letter as it was sent: its facts, and the PDF made from them."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=20, choices=LetterKind)
    title = models.CharField(max_length=200)
    facts = models.JSONField()
    facts_digest = models.CharField(max_length=64)
    language = models.CharField(max_length=8)
    pdf = models.BinaryField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        indexes = [models.Index(fields=["person", "-made_at"], name="letter_by_person")]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "facts_digest"], name="one_letter_from_the_same_facts")
        ]
