"""Addresses of the measures."""

from django.urls import path

from ownway.front.insight.web import views

app_name = "insight"
urlpatterns = [
    path("", views.show_insight, name="show_insight"),
    path("ownway-insight.csv", views.download_insight, name="download_insight"),
]
