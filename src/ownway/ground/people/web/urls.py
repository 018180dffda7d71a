"""Addresses about people."""

from django.urls import path

from ownway.ground.people.web import views

app_name = "people"
urlpatterns = [
    path("", views.find_people, name="find_people"),
    path("<int:person_id>/", views.show_person, name="show_person"),
    path("<int:person_id>/looks/", views.show_looks, name="show_looks"),
]
