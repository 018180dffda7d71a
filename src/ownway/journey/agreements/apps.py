"""The agreements room, for Django."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "ownway.journey.agreements"
    label = "agreements"
    default_auto_field = "django.db.models.BigAutoField"
