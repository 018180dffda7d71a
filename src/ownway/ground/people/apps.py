"""The people room, for Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "ownway.ground.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
