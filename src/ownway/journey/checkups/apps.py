"""The check-ups room, for Django."""

from importlib import import_module

from django.apps import AppConfig


class CheckupsConfig(AppConfig):
    name = "ownway.journey.checkups"
    label = "checkups"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("ownway.journey.checkups.sentences")
