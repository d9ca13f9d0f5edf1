"""Everything below ``/accounts/``: our own pages first, then allauth's."""

from django.urls import include, path

from accounts.views import invitations, keys, overview, people, sessions

urlpatterns = [
    path("", overview.overview, name="accounts_overview"),
    path("single-keys/", overview.single_keys, name="accounts_single_keys"),
    path("2fa/", overview.SecondFactorView.as_view(), name="mfa_index"),
    path("keys/", keys.list_keys, name="accounts_keys"),
    path("keys/<int:pk>/", keys.show_key, name="accounts_key"),
    path("keys/<int:pk>/revoke/", keys.revoke, name="accounts_revoke_key"),
    path("invitations/<str:token>/", invitations.accept_invitation, name="accounts_accept_invitation"),
    path("sessions/<int:pk>/end/", sessions.end, name="accounts_end_session"),
    path("people/", people.list_people, name="accounts_people"),
    path("people/invite/", people.invite_person, name="accounts_invite"),
    path("people/invitations/<int:pk>/withdraw/", people.withdraw_invitation, name="accounts_withdraw_invitation"),
    path("people/<int:pk>/", people.change_person, name="accounts_person"),
    path("people/<int:pk>/deactivate/", people.deactivate_person, name="accounts_deactivate"),
    path("people/<int:pk>/reactivate/", people.reactivate_person, name="accounts_reactivate"),
    path("", include("allauth.urls")),
]
