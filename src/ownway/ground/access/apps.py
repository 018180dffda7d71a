"""The access room, for Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "ownway.ground.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
