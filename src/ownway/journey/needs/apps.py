"""The needs room, for Django."""

from importlib import import_module

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "ownway.journey.needs"
    label = "needs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("ownway.journey.needs.sentences")
