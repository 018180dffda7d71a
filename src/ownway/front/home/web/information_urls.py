"""Addresses of help and information; their names stand for themselves, so that every page's footer finds them."""

from django.urls import path

from ownway.front.home.web import information

urlpatterns = [
    path("help/", information.show_help, name="help"),
    path("privacy/", information.show_privacy, name="privacy"),
    path("cookies/", information.show_cookies, name="cookies"),
    path("accessibility/", information.show_accessibility, name="accessibility"),
]
