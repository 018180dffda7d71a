"""The ledger room, for Django."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "ownway.ground.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
