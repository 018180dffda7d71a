"""Addresses for signing in and out, the second factor and the team. The council opens accounts: nobody signs up."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, URLResolver, include, path, re_path

from ownway.ground.access.permissions import Permission, anybody, anybody_signed_in
from ownway.ground.access.web import team_views, views

LINK = r"^sign-in/new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

IN_AND_OUT = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-in/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-in/new-password/", account.password_reset, name="account_reset_password"),
    path("sign-in/new-password/sent/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "sign-in/new-password/saved/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("sign-out/", account.logout, name="account_logout"),
    re_path(LINK, account.password_reset_from_key, name="account_reset_password_from_key"),
]
SIGNED_IN = [
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/again/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("sign-in/again/passkey/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second-factor/", mfa.index, name="mfa_index"),
    path("second-factor/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-factor/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-factor/recovery-codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/recovery-codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "second-factor/recovery-codes/download/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("second-factor/passkeys/", views.ListPasskeys.as_view(), name="mfa_list_webauthn"),
    path("second-factor/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("second-factor/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("second-factor/passkeys/<int:pk>/name/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]
# The library guards these itself; what each asks for is said here, for the table of who may what.
LIBRARY_DOORS: dict[str, Permission] = {
    **{str(door.name): anybody for door in IN_AND_OUT},
    **{str(door.name): anybody_signed_in for door in SIGNED_IN},
}
OURS = [
    path("second-factor/needed/", views.second_factor, name="second_factor"),
    path("team/", team_views.list_team, name="list_team"),
    path("team/add/", team_views.add_worker, name="add_worker"),
    path("team/<int:worker_id>/", team_views.show_worker, name="show_worker"),
    path("team/<int:worker_id>/change/", team_views.change_worker, name="change_worker"),
    path("team/<int:worker_id>/roles/", team_views.change_roles, name="change_roles"),
    path("team/<int:worker_id>/send-link/", team_views.send_link, name="send_link"),
    path("team/<int:worker_id>/close/", team_views.close_account, name="close_account"),
    path("team/<int:worker_id>/open/", team_views.reopen_account, name="reopen_account"),
]

urlpatterns: list[URLPattern | URLResolver] = [*IN_AND_OUT, *SIGNED_IN, path("", include((OURS, "access")))]
