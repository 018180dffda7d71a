"""Settings, read from the environment. Nothing secret has a default outside a demonstration."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import structlog

from ownway.config import logs, places, postgres
from ownway.config.rooms import ROOMS
from ownway.ground.design.folders import template_dirs

PACKAGE = Path(__file__).resolve().parent.parent


def from_environment(name: str, default: str = "") -> str:
    """An environment variable, or its default."""
    return os.environ.get(name, default)


PRODUCTION = from_environment("OWNWAY_ENV", "demo") == "production"
DEMO = not PRODUCTION and from_environment("OWNWAY_DEMO", "yes") == "yes"
DEBUG = False
SECRET_KEY = from_environment(
    "OWNWAY_SECRET_KEY", "" if PRODUCTION else "only-for-a-demonstration-on-your-own-machine" * 2
)
ALLOWED_HOSTS = from_environment("OWNWAY_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost,[::1],testserver").split(
    ","
)
CSRF_TRUSTED_ORIGINS = [origin for origin in from_environment("OWNWAY_ORIGINS").split(",") if origin]
STAFF_NEED_SECOND_FACTOR = True


def database(url: str) -> dict[str, object]:
    """Django's settings for a postgresql:// address, pooled. The host may be a folder (a Unix socket) in the query."""
    parts = urlsplit(url)
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(query.pop("port", parts.port or "")),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}, **query},
        "CONN_HEALTH_CHECKS": False,
    }


DATABASES = {"default": database(from_environment("DATABASE_URL") or postgres.url())}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "django_structlog",
    "csp",
    "ownway.ground.design",
    *ROOMS,
    *(["ownway.demo"] if DEMO else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "ownway.ground.access.middleware.ActorMiddleware",
]

ROOT_URLCONF = "ownway.config.urls"
WSGI_APPLICATION = "ownway.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [*template_dirs(PACKAGE), PACKAGE / "demo" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "ownway.ground.design.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "ownway.ground.access.navigation.who_and_where",
            ],
        },
    },
]
FORM_RENDERER = "ownway.ground.design.forms.DesignRenderer"

AUTH_USER_MODEL = "access.User"
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # the email is unique whatever its capitals: one_account_an_email
AUTHENTICATION_BACKENDS = ["ownway.ground.access.backend.WithCouncil"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:start"
LOGOUT_REDIRECT_URL = "home:front"
ACCOUNT_ADAPTER = "ownway.ground.access.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "login": "ownway.ground.access.web.forms.SignIn",
    "reauthenticate": "ownway.ground.access.web.forms.SayPasswordAgain",
    "reset_password": "ownway.ground.access.web.forms.AskForNewPassword",
    "reset_password_from_key": "ownway.ground.access.web.forms.ChooseNewPassword",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(from_environment("OWNWAY_PROXIES", "1" if PRODUCTION else "0"))
MFA_ADAPTER = "ownway.ground.access.authenticators.AuthenticatorAdapter"
MFA_FORMS = {
    "authenticate": "ownway.ground.access.web.second_factor_forms.GiveCode",
    "reauthenticate": "ownway.ground.access.web.second_factor_forms.GiveCodeAgain",
    "activate_totp": "ownway.ground.access.web.second_factor_forms.SetUpApp",
    "add_webauthn": "ownway.ground.access.web.second_factor_forms.AddPasskey",
    "edit_webauthn": "ownway.ground.access.web.second_factor_forms.NamePasskey",
    "login_webauthn": "ownway.ground.access.web.second_factor_forms.SignInWithPasskey",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the council gave the address when it opened the account
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Ownway"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION

# Kept in PostgreSQL, so that tries are counted over all processes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "access_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [places.STATIC]
STATIC_ROOT = places.STATE / "static" if PRODUCTION else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
FONTS = places.FONTS

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
STATEMENT_MAX_BYTES = 10 * 1024 * 1024
RECEIPT_MAX_BYTES = 10 * 1024 * 1024
BANK_ANSWER_MAX_BYTES = 25 * 1024 * 1024
MODULUS_WEIGHTS = from_environment("OWNWAY_MODULUS_WEIGHTS")
MODULUS_SUBSTITUTIONS = from_environment("OWNWAY_MODULUS_SUBSTITUTIONS")
PAYMENT_LIMIT_PENCE = int(from_environment("OWNWAY_PAYMENT_LIMIT_PENCE", "2000000"))
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "ownway.ground.design.errors.csrf_failure"
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

EMAIL_BACKEND = from_environment(
    "OWNWAY_EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend" if PRODUCTION else "django.core.mail.backends.console.EmailBackend",
)
DEFAULT_FROM_EMAIL = from_environment("OWNWAY_EMAIL_FROM", "ownway@localhost")
EMAIL_HOST = from_environment("OWNWAY_EMAIL_HOST", "localhost")
EMAIL_PORT = int(from_environment("OWNWAY_EMAIL_PORT", "25"))
EMAIL_HOST_USER = from_environment("OWNWAY_EMAIL_USER")
EMAIL_HOST_PASSWORD = from_environment("OWNWAY_EMAIL_PASSWORD")
EMAIL_USE_TLS = from_environment("OWNWAY_EMAIL_TLS", "no") == "yes"
EMAIL_TIMEOUT = 10  # seconds: a page waits no longer for the mail server

LOGGING = logs.logging_settings(level=from_environment("OWNWAY_LOG_LEVEL", "INFO"))
structlog.configure(**logs.structlog_settings())
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = "pk"
