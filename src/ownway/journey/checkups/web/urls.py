"""Addresses of the check-ups: the list of those who are due, and a person's own, which come under the person."""

from django.urls import path

from ownway.journey.checkups.web import proposals, statements, views

app_name = "checkups"
OF_A_PERSON = "people/<int:person_id>/check-ups/"
urlpatterns = [
    path("check-ups/", views.list_due, name="list_due"),
    path(OF_A_PERSON, views.list_check_ups, name="list_check_ups"),
    path(f"{OF_A_PERSON}ask/", views.ask_for_check_up, name="ask_for_check_up"),
    path(f"{OF_A_PERSON}begin/", views.open_check_up, name="open_check_up"),
    path(f"{OF_A_PERSON}<int:checkup_id>/", views.show_check_up, name="show_check_up"),
    path(f"{OF_A_PERSON}<int:checkup_id>/say/", views.say, name="say"),
    path(f"{OF_A_PERSON}<int:checkup_id>/write/", views.write_to_the_person, name="write_to_the_person"),
    path(f"{OF_A_PERSON}<int:checkup_id>/propose/", proposals.propose_return, name="propose_return"),
    path(f"{OF_A_PERSON}<int:checkup_id>/reply/", proposals.reply_to_proposal, name="reply_to_proposal"),
    path(f"{OF_A_PERSON}<int:checkup_id>/take-back/", proposals.withdraw_proposal, name="withdraw_proposal"),
    path(f"{OF_A_PERSON}<int:checkup_id>/end/", views.close_check_up, name="close_check_up"),
    path(
        "people/<int:person_id>/account/statements/<int:statement_id>/take-back/",
        statements.withdraw_statement,
        name="withdraw_statement",
    ),
]
