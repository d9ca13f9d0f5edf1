"""Who may open what: one row for every route of the site, by its name.

The row says the least that somebody must be to be answered at all. What a page then shows of an object, and what it
lets a person do to it, is said by the policies and tested with the pages. A route without a row, and a row without a
route, fail ``tests/test_access.py``.
"""

from enum import Enum

from accounts.roles import Role


class Open(Enum):
    """Routes that ask for nobody's name."""

    PUBLIC = "the published record: everybody gets the same bytes"
    ANYBODY = "pages of signing in, for people who have not yet"
    LETTERS = "takes a report from anybody, and shows nobody any"
    MACHINE = "asked by the machines that watch this one"


Access = Open | Role
SIGNED_IN = Role.CONTRIBUTOR
EVERY_ADMIN_PAGE = "admin:"

TABLE: dict[str, Access] = {
    "public:explorer": Open.PUBLIC,
    "public:listing": Open.PUBLIC,
    "public:features": Open.PUBLIC,
    "public:incident": Open.PUBLIC,
    "public:incident_document": Open.PUBLIC,
    "public:incident_feature": Open.PUBLIC,
    "public:version": Open.PUBLIC,
    "public:version_document": Open.PUBLIC,
    "public:compare": Open.PUBLIC,
    "public:compare_document": Open.PUBLIC,
    "public:why": Open.PUBLIC,
    "public:why_document": Open.PUBLIC,
    "public:cite": Open.PUBLIC,
    "public:report_status": Open.PUBLIC,
    "letterbox:report": Open.LETTERS,
    "public:corrections": Open.PUBLIC,
    "public:corrections_document": Open.PUBLIC,
    "public:corrections_feed": Open.PUBLIC,
    "public:about": Open.PUBLIC,
    "public:methods": Open.PUBLIC,
    "public:robots": Open.PUBLIC,
    "public:sitemap": Open.PUBLIC,
    "api:index": Open.PUBLIC,
    "api:incidents": Open.PUBLIC,
    "api:incident": Open.PUBLIC,
    "api:versions": Open.PUBLIC,
    "api:version": Open.PUBLIC,
    "api:vocabularies": Open.PUBLIC,
    "api:record": Open.PUBLIC,
    "api:openapi": Open.PUBLIC,
    "api:documentation": Open.PUBLIC,
    "healthz": Open.MACHINE,
    "readyz": Open.MACHINE,
    "account_login": Open.ANYBODY,
    "account_logout": Open.ANYBODY,
    "account_inactive": Open.ANYBODY,
    "account_signup": Open.ANYBODY,
    "account_email_verification_sent": Open.ANYBODY,
    "account_confirm_email": Open.ANYBODY,
    "account_confirm_login_code": Open.ANYBODY,
    "account_reset_password": Open.ANYBODY,
    "account_reset_password_done": Open.ANYBODY,
    "account_reset_password_from_key": Open.ANYBODY,
    "account_reset_password_from_key_done": Open.ANYBODY,
    "mfa_authenticate": Open.ANYBODY,
    "mfa_login_webauthn": Open.ANYBODY,
    "accounts_accept_invitation": Open.ANYBODY,
    "accounts_overview": SIGNED_IN,
    "accounts_keys": SIGNED_IN,
    "accounts_revoke_key": SIGNED_IN,
    "accounts_end_session": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    "account_email": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "usersessions_list": SIGNED_IN,
    "accounts_people": Role.ADMINISTRATOR,
    "accounts_invite": Role.ADMINISTRATOR,
    "accounts_withdraw_invitation": Role.ADMINISTRATOR,
    "accounts_person": Role.ADMINISTRATOR,
    "accounts_deactivate": Role.ADMINISTRATOR,
    "accounts_reactivate": Role.ADMINISTRATOR,
    "desk:queue": Role.CONTRIBUTOR,
    "desk:new": Role.CONTRIBUTOR,
    "desk:incident": Role.CONTRIBUTOR,
    "desk:describe": Role.CONTRIBUTOR,
    "desk:assign": Role.CONTRIBUTOR,
    "desk:submit": Role.CONTRIBUTOR,
    "desk:reopen": Role.CONTRIBUTOR,
    "desk:claim_new": Role.CONTRIBUTOR,
    "desk:claim": Role.CONTRIBUTOR,
    "desk:claim_withdraw": Role.CONTRIBUTOR,
    "desk:claim_supersede": Role.CONTRIBUTOR,
    "desk:claim_cite": Role.CONTRIBUTOR,
    "desk:citation": Role.CONTRIBUTOR,
    "desk:citation_remove": Role.CONTRIBUTOR,
    "desk:statement_new": Role.CONTRIBUTOR,
    "desk:statement_cite": Role.CONTRIBUTOR,
    "desk:statement_remove": Role.CONTRIBUTOR,
    "desk:link_new": Role.CONTRIBUTOR,
    "desk:link_cite": Role.CONTRIBUTOR,
    "desk:link_remove": Role.CONTRIBUTOR,
    "desk:no_duplicate": Role.CONTRIBUTOR,
    "desk:merge": Role.CONTRIBUTOR,
    "desk:split": Role.CONTRIBUTOR,
    "desk:regrouping": Role.CONTRIBUTOR,
    "desk:summary": Role.CONTRIBUTOR,
    "desk:value": Role.CONTRIBUTOR,
    "desk:waive": Role.CONTRIBUTOR,
    "desk:review": Role.CONTRIBUTOR,
    "desk:review_decide": Role.CONTRIBUTOR,
    "desk:comment": Role.CONTRIBUTOR,
    "desk:comment_settle": Role.CONTRIBUTOR,
    "desk:publish": Role.CONTRIBUTOR,
    "desk:approve_too": Role.CONTRIBUTOR,
    "desk:withdraw": Role.CONTRIBUTOR,
    "desk:sources": Role.CONTRIBUTOR,
    "desk:source_new": Role.CONTRIBUTOR,
    "desk:source": Role.CONTRIBUTOR,
    "desk:source_rests_on": Role.CONTRIBUTOR,
    "desk:source_capture": Role.CONTRIBUTOR,
    "desk:source_upload": Role.CONTRIBUTOR,
    "desk:capture": Role.CONTRIBUTOR,
    "desk:capture_file": Role.CONTRIBUTOR,
    "desk:capture_check": Role.CONTRIBUTOR,
    "desk:source_quotes": Role.CONTRIBUTOR,
    "desk:quotes": Role.CONTRIBUTOR,
    "desk:quote_settle": Role.CONTRIBUTOR,
    "desk:publishers": Role.CONTRIBUTOR,
    "desk:publisher": Role.CONTRIBUTOR,
    "desk:grade": Role.CONTRIBUTOR,
    "desk:reports": Role.EDITOR,
    "desk:report": Role.EDITOR,
    "desk:echo_quantity": Role.CONTRIBUTOR,
    "desk:echo_time": Role.CONTRIBUTOR,
    EVERY_ADMIN_PAGE: Role.ADMINISTRATOR,
}


def access_to(route: str) -> Access | None:
    """The row of a route; None when it has none."""
    return TABLE.get(EVERY_ADMIN_PAGE if route.startswith(EVERY_ADMIN_PAGE) else route)
