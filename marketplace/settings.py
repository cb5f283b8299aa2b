"""All settings, read from the environment with typed readers; a half-configured production start is refused whole."""

import re
import sys
from datetime import datetime
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from marketplace.environment import Environment, of_test_worker
from marketplace.kit.journal import logging_settings
from marketplace.kit.static_headers import static_headers

env = Environment()
ROOT = Path(__file__).resolve().parent.parent

# Mode ----------------------------------------------------------------------------------------------------------------
MODE = env.choice("ZILA_MODE", "development", ["development", "production", "test"])
PRODUCTION = MODE == "production"
DEBUG = False
STATE_DIR = Path(env.text("ZILA_STATE_DIR", str(ROOT / ".zila")))
# Closed for repairs (marketplace/kit/maintenance.py): by the setting, or as long as the file is there.
MAINTENANCE = env.flag("MAINTENANCE", False)
MAINTENANCE_FILE = env.text("MAINTENANCE_FILE", str(STATE_DIR / "maintenance"))

SECRET_KEY = env.text("SECRET_KEY", "" if PRODUCTION else "for-development-only-" + "0" * 40)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
if MODE == "test":
    ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", [])
# Scheme and host that our addresses are told with (canonical links, sitemaps, shared cards); empty: as each request came. In
# production never, so that what caches and search engines keep does not hang on the name that somebody asked by: the one host, or
# else the operator says which of them (see the faults below).
PUBLIC_ORIGIN = env.text("PUBLIC_ORIGIN").rstrip("/")
if PUBLIC_ORIGIN and not re.fullmatch(r"https?://[\w.:\[\]-]+", PUBLIC_ORIGIN):
    env.fault("PUBLIC_ORIGIN", "must be scheme and host alone, such as https://bazaar.example")
if PRODUCTION and not PUBLIC_ORIGIN and len(ALLOWED_HOSTS) == 1 and ALLOWED_HOSTS[0][0] not in ".*":
    PUBLIC_ORIGIN = f"https://{ALLOWED_HOSTS[0]}"
# The moment that pages show the shop at; None: now. Only `zila screens` sets it, so that its pictures are the same every day.
SEEN_AT: datetime | None = None

# Wiring --------------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "marketplace.apps.MarketplaceConfig",
    "catalog.apps.CatalogConfig",
    "orders.apps.OrdersConfig",
    "payments.apps.PaymentsConfig",
    "search.apps.SearchConfig",
    "frontend_templates.apps.FrontendConfig",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "graphene_django",
    "django_htmx",
]
MIDDLEWARE = [
    "marketplace.kit.requests.RequestIdMiddleware",
    "marketplace.kit.requests.RefuseMalformedMiddleware",  # before the redirect to https, which would read the host
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "marketplace.kit.content_security.ContentSecurityMiddleware",
    "marketplace.desk.door.DeskDoorMiddleware",  # before anything that reads cookies
    "django.contrib.sessions.middleware.SessionMiddleware",
    "frontend_templates.language.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "marketplace.kit.requests.TellMalformedMiddleware",
]
# What of these the API needs, which is asked past the others and the addresses (marketplace/wsgi.py).
GRAPHQL_MIDDLEWARE = [
    "marketplace.kit.requests.RequestIdMiddleware",
    "marketplace.kit.requests.RefuseMalformedMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "marketplace.kit.requests.ForgetCookiesMiddleware",
    "marketplace.kit.content_security.ContentSecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "marketplace.urls"
WSGI_APPLICATION = "marketplace.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "frontend_templates" / "templates"],
        "OPTIONS": {
            "builtins": ["frontend_templates.templatetags.component"],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "frontend_templates.page.page",
                "catalog.menus.links.menus",
            ],
        },
    }
]

# People --------------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "marketplace.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Database and broker -------------------------------------------------------------------------------------------------
_database = env.database("DATABASE_URL", "" if PRODUCTION else "postgres://zila:zila@127.0.0.1:5432/zila")
# What one statement may take in a web process (marketplace/wsgi.py); workers and commands may take their time
WEB_STATEMENT_SECONDS = env.number("WEB_STATEMENT_SECONDS", 5)
# Each thread of the web server keeps its connection: on the way of every request a pool costs more than it saves
# (marketplace/docs/decisions/0012-reads.md). With many threads, or behind many processes, a pool bounds the connections.
_pool = env.number("DATABASE_POOL_SIZE", 10 if MODE == "test" else 0)
DATABASES = {
    "default": {
        **_database,
        "CONN_MAX_AGE": 0 if _pool else None,
        # A connection that PostgreSQL has ended, at a restart or a failover, is replaced before a request trips over it.
        "CONN_HEALTH_CHECKS": not _pool,
        "OPTIONS": {
            **({"pool": {"min_size": 1, "max_size": _pool, "timeout": 10}} if _pool else {}),
            "server_side_binding": False,
            "prepare_threshold": 2,
        },
    }
}
VALKEY_URL = env.queue("VALKEY_URL", "" if PRODUCTION else "redis://127.0.0.1:6379/0")
if MODE == "test":
    VALKEY_URL = of_test_worker(VALKEY_URL, env.text("PYTEST_XDIST_WORKER"))
CELERY_BROKER_URL = env.queue("CELERY_BROKER_URL") or VALKEY_URL
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": VALKEY_URL}}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
ELASTICSEARCH_URL = env.web("ELASTICSEARCH_URL")
ELASTICSEARCH_INDEX_PREFIX = env.text("ELASTICSEARCH_INDEX_PREFIX", "zila-")
# How long a search waits for Elasticsearch before PostgreSQL answers it.
ELASTICSEARCH_TIMEOUT_MS = env.number("ELASTICSEARCH_TIMEOUT_MS", 400, least=1)
# Says which engine answers searches now (/health/ready); finds the words of lists of products (catalog/listing/searched.py).
SEARCH_ANSWERED_BY = "search.engines.chosen.answering"
PRODUCT_FINDER = "search.asking.lists"
# Longer than the hard time limit of a task (marketplace/celery.py): a worker that lives never loses what it has leased.
NEWS_LEASE_SECONDS = env.number("NEWS_LEASE_SECONDS", 90, least=1)
# How old small tables in memory may be (kit/held.py).
HELD_SECONDS = 0.0 if MODE == "test" else 0.2

# Files ---------------------------------------------------------------------------------------------------------------
S3_ENDPOINT_URL = env.web("S3_ENDPOINT_URL")
S3_BUCKET = env.text("S3_BUCKET")
S3_REGION = env.text("S3_REGION", "ap-south-1")
S3_ACCESS_KEY_ID = env.text("S3_ACCESS_KEY_ID")
S3_SECRET_ACCESS_KEY = env.text("S3_SECRET_ACCESS_KEY")
MEDIA_ROOT = STATE_DIR / "media"
MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = None if MODE == "test" else STATE_DIR / "static"  # tests are served by the finders
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
STATICFILES_FINDERS = [
    "frontend_templates.sheets.SheetFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_USE_FINDERS = MODE == "test"
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = static_headers
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

# Words, time, money --------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("hi", _("Hindi"))]
LOCALE_PATHS = [ROOT / "marketplace" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Kolkata"
USE_THOUSAND_SEPARATOR = False
DEFAULT_CURRENCY = env.text("DEFAULT_CURRENCY", "INR")
if not re.fullmatch("[A-Z]{3}", DEFAULT_CURRENCY):
    env.fault("DEFAULT_CURRENCY", "must be an ISO 4217 code such as INR")

# Payments (used by the payments issues; read here so that a half-configured start is refused today) -------------------
STRIPE_SECRET_KEY = env.text("STRIPE_SECRET_KEY")
STRIPE_PUBLISHABLE_KEY = env.text("STRIPE_PUBLISHABLE_KEY")
STRIPE_WEBHOOK_SECRET = env.text("STRIPE_WEBHOOK_SECRET")

# GraphQL -------------------------------------------------------------------------------------------------------------
GRAPHQL_INTROSPECTION = env.flag("GRAPHQL_INTROSPECTION", not PRODUCTION)
GRAPHQL_EXPLORER = env.flag("GRAPHQL_EXPLORER", MODE == "development")  # a form at /graphql/ for browsers
GRAPHQL_VIEWER = "marketplace.tokens.bearer.viewer_of"  # says who asks
GRAPHQL_MAX_BODY_BYTES = env.number("GRAPHQL_MAX_BODY_BYTES", 64 * 1024)
GRAPHQL_MAX_ANSWER_BYTES = env.number("GRAPHQL_MAX_ANSWER_BYTES", 5_000_000)
GRAPHQL_SECONDS = env.number("GRAPHQL_SECONDS", 10)  # of one request, 0: without end
GRAPHQL_SAY_HOW = env.flag("GRAPHQL_SAY_HOW", False)  # X-GraphQL-Execution: fast or reference, for measuring
GRAPHQL_ONLY_LISTED = env.flag("GRAPHQL_ONLY_LISTED", False)  # only documents of marketplace/documents
# Cost that one asker may spend in a minute, and at once; 0: without limit (marketplace/kit/throttle.py)
GRAPHQL_RATE = env.number("GRAPHQL_RATE", 600_000 if PRODUCTION else 0)
GRAPHQL_BURST = env.number("GRAPHQL_BURST", 200_000)
GRAPHQL_CACHE_CONTROL = env.text("GRAPHQL_CACHE_CONTROL", "public, max-age=30, stale-while-revalidate=60")
# Room for answers that are kept for anonymous reads (marketplace/answers), in each process; 0: none are kept
ANSWER_CACHE_BYTES = env.number("ANSWER_CACHE_BYTES", 32_000_000 if PRODUCTION else 0)
ANSWER_CACHE_SECONDS = env.number("ANSWER_CACHE_SECONDS", 30)
ALLOWED_GRAPHQL_ORIGINS = env.words("ALLOWED_GRAPHQL_ORIGINS", ["*"])  # whose pages may ask; no cookies are read there

# How many proxies of ours stand in front, each adding to X-Forwarded-For the address that it was called from.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)

# Safety --------------------------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
# Cookies are for the operators' desk alone (marketplace/desk), and sent to it alone.
DESK_PLACE = "desk/"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "zila_desk", "zila_desk_form"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = f"/{DESK_PLACE}"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = CSRF_COOKIE_AGE = 8 * 60 * 60  # seconds
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGIN_URL = LOGOUT_REDIRECT_URL = "admin:login"
if PRODUCTION:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^health/"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True

LOG_LEVEL = env.choice("LOG_LEVEL", "INFO", ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"])
LOGGING = logging_settings(as_json=env.flag("LOG_JSON", PRODUCTION), level=LOG_LEVEL)


# A half-configured start is refused ------------------------------------------------------------------------------------
def _look_for_faults() -> None:
    """Add every missing or unsafe setting of a production start to the reader's faults."""
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 8 or SECRET_KEY.startswith("for-development-only-"):
        env.fault("SECRET_KEY", "is missing or unsafe: at least 50 random characters")
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        env.fault("ALLOWED_HOSTS", "is missing or unsafe: name the hosts, * is refused")
    elif not all(re.fullmatch(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]", host) for host in ALLOWED_HOSTS):
        env.fault("ALLOWED_HOSTS", "must be names of hosts such as bazaar.example, without https:// and without a port")
    if ALLOWED_HOSTS and not PUBLIC_ORIGIN:
        env.fault("PUBLIC_ORIGIN", "is missing: which of several ALLOWED_HOSTS we are known by, as https://bazaar.example")
    if not all(re.match(r"https?://\S", origin) for origin in CSRF_TRUSTED_ORIGINS):
        env.fault("CSRF_TRUSTED_ORIGINS", "must be origins such as https://bazaar.example")
    if not VALKEY_URL:
        env.fault("VALKEY_URL", "is missing: the broker and cache, such as redis://:password@host:6379/0")
    for name, values in {
        "S3": {
            "S3_ENDPOINT_URL": S3_ENDPOINT_URL,
            "S3_BUCKET": S3_BUCKET,
            "S3_ACCESS_KEY_ID": S3_ACCESS_KEY_ID,
            "S3_SECRET_ACCESS_KEY": S3_SECRET_ACCESS_KEY,
        },
        "STRIPE": {
            "STRIPE_SECRET_KEY": STRIPE_SECRET_KEY,
            "STRIPE_PUBLISHABLE_KEY": STRIPE_PUBLISHABLE_KEY,
            "STRIPE_WEBHOOK_SECRET": STRIPE_WEBHOOK_SECRET,
        },
    }.items():
        given = [key for key, value in values.items() if value]
        if given and len(given) < len(values):
            for key in sorted(set(values) - set(given)):
                env.fault(key, f"is missing: {name} settings come together ({', '.join(given)} given)")


if PRODUCTION:
    _look_for_faults()
if env.faults:
    message = "Zila Bazaar cannot start, settings are missing or unsafe:\n" + "\n".join(f"  - {f}" for f in env.faults)
    if "pytest" not in sys.modules:
        sys.tracebacklimit = 0
    raise ImproperlyConfigured(message)
