"""Fast and closed: cheap passwords, local cache, immediate tasks, e-mail in memory."""

from cms.settings.development import *  # noqa: F403

DEBUG = False
WHITENOISE_AUTOREFRESH = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
# Models that only tests have: things that carry terms in every way.
INSTALLED_APPS = [*INSTALLED_APPS, "tests.practices.taxonomy.tagged"]  # noqa: F405
