"""Addresses about people."""

from django.urls import path

from ownway.ground.people.web import death_views, details_views, views, who_acts_views

app_name = "people"
urlpatterns = [
    path("", views.find_people, name="find_people"),
    path("add/", details_views.add_person, name="add_person"),
    path("<int:person_id>/", views.show_person, name="show_person"),
    path("<int:person_id>/looks/", views.show_looks, name="show_looks"),
    path("<int:person_id>/details/change/", details_views.change_details, name="change_details"),
    path("<int:person_id>/details/contact/", details_views.change_contact, name="change_contact"),
    path("<int:person_id>/death/", death_views.record_death, name="record_death"),
    path("<int:person_id>/death/take-back/", death_views.take_back_death, name="take_back_death"),
    path("<int:person_id>/who-acts/", who_acts_views.list_who_acts, name="list_who_acts"),
    path("<int:person_id>/who-acts/add/", who_acts_views.add_relationship, name="add_relationship"),
    path(
        "<int:person_id>/who-acts/<int:relationship_id>/end/", who_acts_views.end_relationship, name="end_relationship"
    ),
    path("<int:person_id>/who-acts/<int:relationship_id>/link/", who_acts_views.send_link, name="send_link"),
    path(
        "<int:person_id>/who-acts/<int:relationship_id>/paying/",
        who_acts_views.ask_about_paying,
        name="ask_about_paying",
    ),
]
