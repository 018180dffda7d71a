"""The needs room, for Django."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "ownway.journey.needs"
    label = "needs"
    default_auto_field = "django.db.models.BigAutoField"
