"""Addresses of the front page, of each person's own start page, and of what waits for a worker."""

from django.urls import path

from ownway.front.home.web import views, waiting

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("start/", views.start, name="start"),
    path("people/<int:person_id>/start/", views.show_own, name="show_own"),
    path("waiting/starting/", waiting.list_people_at_start, name="list_people_at_start"),
    path("waiting/questions/", waiting.list_questions, name="list_questions"),
    path("waiting/offers/", waiting.list_offers_to_accept, name="list_offers_to_accept"),
    path("waiting/reviews/", waiting.list_reviews, name="list_reviews"),
    path("waiting/payments/", waiting.list_payments_to_start, name="list_payments_to_start"),
    path("waiting/came-back/", waiting.list_came_back, name="list_came_back"),
    path("waiting/check-ups/", waiting.list_open_check_ups, name="list_open_check_ups"),
]
