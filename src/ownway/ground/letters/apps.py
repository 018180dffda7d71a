"""The letters room, for Django."""

from importlib import import_module

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "ownway.ground.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("ownway.ground.letters.sentences")
