"""Events and looks: added, never edited. Councils and users are named, not imported: those who keep them tell us too."""

import pgtrigger
from django.conf import settings
from django.db import models


def append_only() -> pgtrigger.Protect:
    """A trigger by which PostgreSQL refuses any update or delete of a row."""
    return pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class Event(models.Model):
    """Something that somebody did, and why. `person_id` is the person it concerns, when there is one."""

    council = models.ForeignKey("access.Council", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    what = models.CharField(max_length=60)
    words = models.TextField()
    person_id = models.BigIntegerField(null=True)
    about = models.CharField(max_length=60, blank=True)

    class Meta:
        triggers = [append_only()]
        indexes = [models.Index(fields=["council", "person_id", "-at"], name="event_by_person")]


class Look(models.Model):
    """A member of staff looked at a person's record, at a page, on a day (once a day a page)."""

    council = models.ForeignKey("access.Council", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    person_id = models.BigIntegerField()
    page = models.CharField(max_length=80)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        constraints = [
            models.UniqueConstraint(fields=["by", "person_id", "page", "on"], name="one_look_a_page_a_day"),
        ]
        indexes = [models.Index(fields=["council", "person_id", "-at"], name="look_by_person")]
