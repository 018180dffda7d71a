"""Figures that a council has confirmed or decided, each from a day on."""

from django.conf import settings
from django.db import models

from ownway.ground.access.models import Council
from ownway.ground.audit.models import append_only


class ConfirmedFigure(models.Model):
    """A figure confirmed or decided by a council's officer. The newest row of a figure and day counts.

    `value` is in the figure's own unit: whole pence, basis points, weeks or a count.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    figure = models.CharField(max_length=80)
    from_on = models.DateField()
    value = models.BigIntegerField()
    source = models.TextField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        triggers = [append_only()]
        indexes = [models.Index(fields=["council", "figure", "from_on"], name="figure_by_day")]
        constraints = [
            models.CheckConstraint(condition=models.Q(value__gte=0), name="figure_not_negative"),
            models.CheckConstraint(condition=~models.Q(source=""), name="figure_has_a_source"),
        ]
