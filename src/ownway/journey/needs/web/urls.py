"""Addresses about what matters; mounted under a person."""

from django.urls import path

from ownway.journey.needs.web import views

app_name = "needs"
urlpatterns = [
    path("needs/", views.show_needs, name="show_needs"),
    path("needs/write/", views.write_what_matters, name="write_what_matters"),
    path("needs/outcomes/add/", views.add_outcome, name="add_outcome"),
    path("needs/outcomes/<int:outcome_id>/end/", views.end_outcome, name="end_outcome"),
]
