"""The payments room, for Django."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "ownway.journey.payments"
    label = "payments"
    default_auto_field = "django.db.models.BigAutoField"
