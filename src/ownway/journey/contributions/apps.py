"""The contributions room, for Django."""

from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "ownway.journey.contributions"
    label = "contributions"
    default_auto_field = "django.db.models.BigAutoField"
