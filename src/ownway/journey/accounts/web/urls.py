"""Addresses about a person's account; mounted under the person."""

from django.urls import path

from ownway.journey.accounts.web import columns, days, receipts, statements, views

app_name = "accounts"
urlpatterns = [
    path("account/", views.show_account, name="show_account"),
    path("account/lines.csv", views.download_lines, name="download_lines"),
    path("account/lines/<int:bank_line_id>/", views.show_line, name="show_line"),
    path("account/lines/<int:bank_line_id>/match/", views.match_line, name="match_line"),
    path("account/lines/<int:bank_line_id>/like/", views.match_like, name="match_like"),
    path("account/lines/<int:bank_line_id>/receipts/add/", views.add_receipt, name="add_receipt"),
    path("account/receipts/<int:receipt_id>/", receipts.show_receipt, name="show_receipt"),
    path("account/receipts/<int:receipt_id>/take-back/", receipts.take_back_receipt, name="take_back_receipt"),
    path("account/balance/", statements.tell_balance, name="tell_balance"),
    path("account/statements/", statements.list_statements, name="list_statements"),
    path("account/statements/add/", statements.add_statement, name="add_statement"),
    path("account/statements/columns/<int:columns_id>/forget/", columns.forget_columns, name="forget_columns"),
    path("account/statements/waiting/<int:waiting_id>/", statements.answer_statement, name="answer_statement"),
    path("account/statements/waiting/<int:sheet_id>/columns/", columns.confirm_columns, name="confirm_columns"),
    path("account/statements/waiting/<int:undated_id>/days/", days.confirm_days, name="confirm_days"),
    path("account/statements/waiting/<int:waiting_id>/leave/", statements.leave_statement, name="leave_statement"),
]
