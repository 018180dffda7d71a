"""The design room as a Django app: its static files are found, and each room's sentences are read when Django starts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DesignConfig(AppConfig):
    name = "ownway.ground.design"
    label = "design"

    def ready(self) -> None:
        autodiscover_modules("sentences")
