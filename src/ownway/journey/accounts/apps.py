"""The accounts room, for Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ownway.journey.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
