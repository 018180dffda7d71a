"""The decisions room, for Django."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "ownway.ground.decisions"
    label = "decisions"
    default_auto_field = "django.db.models.BigAutoField"
