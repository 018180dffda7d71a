"""Addresses of offers and agreements; mounted under a person."""

from django.urls import path

from ownway.journey.agreements.web import accepting_views, keeping_views, nominating_views, views

app_name = "agreements"
urlpatterns = [
    path("offer/", views.show_offer, name="show_offer"),
    path("offer/preview/", views.preview_offer, name="preview_offer"),
    path("offer/make/", views.make_offer, name="make_offer"),
    path("offer/<int:version>/", views.show_earlier_offer, name="show_earlier_offer"),
    path("offer/<int:version>/take-back/", views.withdraw_offer, name="withdraw_offer"),
    path("offer/<int:version>/ask/", accepting_views.ask_question, name="ask_question"),
    path(
        "offer/<int:version>/questions/<int:question_id>/answer/",
        accepting_views.answer_question,
        name="answer_question",
    ),
    path("offer/<int:version>/accept/", accepting_views.accept_offer, name="accept_offer"),
    path("offer/<int:version>/accept-for-council/", accepting_views.accept_for_council, name="accept_for_council"),
    path("nominated-person/", nominating_views.name_nominated_person, name="name_nominated_person"),
    path("nominated-person/end/", nominating_views.end_nominated_person, name="end_nominated_person"),
    path("reviews/record/", keeping_views.record_review, name="record_review"),
    path("set-up/<slug:set_up_step>/", keeping_views.say_set_up, name="say_set_up"),
]
