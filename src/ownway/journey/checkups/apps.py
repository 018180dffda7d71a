"""The check-ups room, for Django."""

from django.apps import AppConfig


class CheckupsConfig(AppConfig):
    name = "ownway.journey.checkups"
    label = "checkups"
    default_auto_field = "django.db.models.BigAutoField"
