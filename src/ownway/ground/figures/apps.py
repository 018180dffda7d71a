"""The figures room, for Django."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "ownway.ground.figures"
    label = "figures"
    default_auto_field = "django.db.models.BigAutoField"
