"""Addresses about what a person pays; mounted under a person."""

from django.urls import path

from ownway.journey.contributions.web import views

app_name = "contributions"
urlpatterns = [
    path("contribution/", views.show_contribution, name="show_contribution"),
    path("contribution/money/", views.tell_money, name="tell_money"),
    path("contribution/money/household/", views.tell_household, name="tell_household"),
    path("contribution/money/<str:section>/add/", views.add_item, name="add_item"),
    path("contribution/money/<str:section>/<int:place>/remove/", views.remove_item, name="remove_item"),
    path("contribution/work-out/", views.work_out_contribution, name="work_out_contribution"),
]
