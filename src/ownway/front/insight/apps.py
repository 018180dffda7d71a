"""The insight room, for Django."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "ownway.front.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"
