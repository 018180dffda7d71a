"""Addresses of payments: of a person, and of a council's runs."""

from django.urls import path

from ownway.journey.payments.web import answer_views, emergency_views, person_views, run_views

app_name = "payments"
OF_A_PERSON = "people/<int:person_id>/"
urlpatterns = [
    path(f"{OF_A_PERSON}payments/", person_views.show_payments, name="show_payments"),
    path(f"{OF_A_PERSON}payments/bank-account/", person_views.give_bank_account, name="give_bank_account"),
    path(f"{OF_A_PERSON}payments/start/", person_views.start_payments, name="start_payments"),
    path(f"{OF_A_PERSON}payments/change/", person_views.change_payments, name="change_payments"),
    path(f"{OF_A_PERSON}payments/pause/", person_views.pause_payments, name="pause_payments"),
    path(f"{OF_A_PERSON}payments/resume/", person_views.resume_payments, name="resume_payments"),
    path(f"{OF_A_PERSON}payments/end/", person_views.end_payments, name="end_payments"),
    path(f"{OF_A_PERSON}payments/<int:payment_id>/letter/", person_views.ask_for_notice, name="ask_for_notice"),
    path(f"{OF_A_PERSON}set-up/", person_views.show_set_up, name="show_set_up"),
    path("payments/", run_views.list_runs, name="list_runs"),
    path("payments/propose/", run_views.propose_run, name="propose_run"),
    path("payments/from-the-bank/", answer_views.list_answers, name="list_answers"),
    path("payments/from-the-bank/add/", answer_views.take_answer, name="take_answer"),
    path("payments/from-the-bank/<int:answer_id>/", answer_views.show_answer, name="show_answer"),
    path("payments/from-the-bank/to-look-at/<int:item_id>/", answer_views.settle_item, name="settle_item"),
    path("payments/<int:run_id>/", run_views.show_run, name="show_run"),
    path("payments/<int:run_id>/people/", run_views.list_changes, name="list_changes"),
    path("payments/<int:run_id>/people/<int:change_id>/", run_views.explain_change, name="explain_change"),
    path("payments/<int:run_id>/people/<int:change_id>/take-out/", run_views.take_out, name="take_out"),
    path("payments/<int:run_id>/approve/", run_views.approve_run, name="approve_run"),
    path("payments/<int:run_id>/write/", run_views.write_files, name="write_files"),
    path("payments/<int:run_id>/confirm/", run_views.confirm_run, name="confirm_run"),
    path("payments/<int:run_id>/withdraw/", run_views.withdraw_run, name="withdraw_run"),
    path("payments/<int:run_id>/list/", emergency_views.make_emergency_list, name="make_emergency_list"),
    path("payments/<int:run_id>/list/end/", emergency_views.end_emergency_list, name="end_emergency_list"),
    path(
        "payments/<int:run_id>/list/<slug:list_kind>/", emergency_views.open_emergency_list, name="open_emergency_list"
    ),
    path("payments/<int:run_id>/files/<slug:file_kind>/", run_views.download_file, name="download_file"),
]
