"""The plans room, for Django."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "ownway.journey.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
