"""The letters room, for Django."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "ownway.ground.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"
