"""A house with few doors, so that pages can be drawn apart from the rooms."""

from django.http import HttpResponse
from django.urls import path


def somewhere(request):
    return HttpResponse()


urlpatterns = [
    path("", somewhere, name="home:front"),
    path("help/", somewhere, name="help"),
    path("how-you-sign-in/", somewhere, name="mfa_index"),
    path("sign-out/", somewhere, name="account_logout"),
]
