"""How people sign in, and for how long. ``base`` takes all of it over."""

from typing import Any

# What the environment says; config.settings.base puts it in place.
ATTEST_BASE_URL: str
ATTEST_MFA_REQUIRED_FROM: str

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.PeopleBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "display_name")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"

ATTEST_SESSION_SECONDS = 12 * 60 * 60
ATTEST_SESSION_IDLE_SECONDS = 30 * 60
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = ATTEST_SESSION_SECONDS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

# The counters behind the limits below must be one and the same for every web process, and must not be thrown away
# early: the table holds far more of them than Django's default of 300.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_counter",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Attest: "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # one mail either way: the time the answer takes tells nothing
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the session one is using stays; all others end
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",  # the key is account and address: see accounts.adapters
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
}

MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Attest"
MFA_TOTP_TOLERANCE = 1  # one period of 30 seconds to either side, for clocks that drift
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs up here, and a second factor must not stop a change of address
ACCOUNT_FORMS = {
    "login": "accounts.sign_in_forms.SignIn",
    "add_email": "accounts.sign_in_forms.ChangeEmail",
    "change_password": "accounts.sign_in_forms.ChangePassword",
    "set_password": "accounts.sign_in_forms.SetPassword",
    "reset_password": "accounts.sign_in_forms.RequestReset",
    "reset_password_from_key": "accounts.sign_in_forms.ResetPassword",
    "reauthenticate": "accounts.sign_in_forms.ConfirmByPassword",
}
MFA_FORMS = {
    "authenticate": "accounts.sign_in_forms.SignInByCode",
    "reauthenticate": "accounts.sign_in_forms.ConfirmByCode",
    "activate_totp": "accounts.sign_in_forms.ActivateApp",
    "add_webauthn": "accounts.sign_in_forms.AddKey",
    "edit_webauthn": "accounts.sign_in_forms.RenameKey",
}
