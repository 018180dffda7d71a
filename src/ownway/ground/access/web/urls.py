"""Addresses for signing in and out and for the second factor. Accounts are opened by the council, so none for signing up."""

from allauth.account import views as account
from django.urls import include, path

from ownway.ground.access.web import views

urlpatterns = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/inactive/", account.account_inactive, name="account_inactive"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("", include(([path("second-factor-needed/", views.second_factor, name="second_factor")], "access"))),
]
