"""Addresses of letters; mounted under a person."""

from django.urls import path

from ownway.ground.letters.web import views

app_name = "letters"
urlpatterns = [
    path("letters/", views.list_letters, name="list_letters"),
    path("letters/<int:letter_id>/", views.show_letter, name="show_letter"),
    path("letters/<int:letter_id>/pdf/", views.download_letter, name="download_letter"),
    path("letters/<int:letter_id>/large-print/", views.download_large_print, name="download_large_print"),
]
