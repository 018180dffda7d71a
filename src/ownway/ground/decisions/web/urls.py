"""Addresses of the workings; mounted under a person."""

from django.urls import path

from ownway.ground.decisions.web import views

app_name = "decisions"
urlpatterns = [
    path("workings/", views.list_decisions, name="list_decisions"),
    path("workings/<int:decision_id>/", views.show_decision, name="show_decision"),
]
