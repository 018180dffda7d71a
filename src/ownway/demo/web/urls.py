"""Addresses of the demonstration: mounted only when it is installed."""

from django.urls import path

from ownway.demo.web import views

app_name = "demo"
urlpatterns = [
    path("", views.list_personas, name="personas"),
    path("sign-in/<int:user_id>/", views.sign_in_as, name="sign_in_as"),
]
