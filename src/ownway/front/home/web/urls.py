"""Addresses of the front page and of each person's own start page."""

from django.urls import path

from ownway.front.home.web import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("start/", views.start, name="start"),
]
