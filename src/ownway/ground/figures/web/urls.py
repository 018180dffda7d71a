"""Addresses of the figures."""

from django.urls import path

from ownway.ground.figures.web import views

app_name = "figures"
urlpatterns = [
    path("", views.list_figures, name="list_figures"),
    path("<str:figure_id>/", views.confirm_figure, name="confirm_figure"),
]
