"""A desk: everything embedded, nothing to install, e-mail to the console; `make run` starts the worker too."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-a-desk-" + "x" * 50)
os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
os.environ.setdefault("SITE_URL", "http://localhost:8000")
os.environ.setdefault("SECURE_SSL_REDIRECT", "false")

from cms.settings.production import *  # noqa: F403 - the defaults above must be set first

# Off, so that a newcomer meets our own pages when something is wrong; DEBUG=true shows Django's.
DEBUG = environment.boolean("DEBUG")  # noqa: F405 - from production
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SERVE_UPLOADS = True
DATA_DIR.mkdir(parents=True, exist_ok=True)  # noqa: F405 - from production
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
FICTIONAL_CONTENT_ALLOWED = True
