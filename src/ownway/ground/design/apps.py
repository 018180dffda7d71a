"""The design room as a Django app, so that its static files are found."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "ownway.ground.design"
    label = "design"
