"""The audit room, for Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "ownway.ground.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
