"""The home room, for Django."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "ownway.front.home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"
