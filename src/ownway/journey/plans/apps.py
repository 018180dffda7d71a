"""The plans room, for Django."""

from importlib import import_module

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "ownway.journey.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("ownway.journey.plans.sentences")
