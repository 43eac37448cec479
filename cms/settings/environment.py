"""Reads settings from environment variables and refuses, in one sentence, what it does not understand.

Every variable is declared in `VARIABLES`; the table in README.md is tested against it.
"""

import os
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True)
class Variable:
    """One environment variable: `default` is None when production cannot start without it."""

    name: str
    default: str | None
    purpose: str


VARIABLES = {
    variable.name: variable
    for variable in [
        Variable("SECRET_KEY", None, "Secret for sessions and signed links, at least 50 characters"),
        Variable("ALLOWED_HOSTS", None, "Host names the site answers to, separated by commas"),
        Variable("SITE_URL", None, "Address of the site, used in e-mails: https://leerkring.example"),
        Variable("DATABASE_URL", "", "postgres://user:password@host/name; empty means SQLite in DATA_DIR"),
        Variable(
            "SEARCH_URL", "", "https://user:password@host:9200/name of Elasticsearch; empty means the index in DATA_DIR"
        ),
        Variable("SEARCH_CA_CERTS", "", "File with the certificates that Elasticsearch must show; empty: the system's"),
        Variable("SEARCH_SHARDS", "1", "Parts that each Elasticsearch index is divided into"),
        Variable("SEARCH_REPLICAS", "1", "Copies of each part beside the first"),
        Variable("REDIS_URL", "", "redis://host:6379/0 for the cache that processes share; empty means memory"),
        Variable("DATA_DIR", "var", "Folder for the SQLite file, uploads and the embedded index"),
        Variable("EMAIL_HOST", "", "SMTP server; empty prints e-mails to the console"),
        Variable("EMAIL_PORT", "587", "Port of the SMTP server"),
        Variable("EMAIL_HOST_USER", "", "User name at the SMTP server"),
        Variable("EMAIL_HOST_PASSWORD", "", "Password at the SMTP server"),
        Variable("EMAIL_USE_TLS", "true", "Whether to start TLS with the SMTP server"),
        Variable("DEFAULT_FROM_EMAIL", "Leerkring <noreply@localhost>", "Sender of all e-mails"),
        Variable("CONTACT_EMAIL", "", "Address that people write to for an account; shown on the site"),
        Variable("TRUSTED_PROXY_COUNT", "0", "Number of proxies in front whose forwarded address is trusted"),
        Variable("SECURE_SSL_REDIRECT", "true", "Whether plain HTTP is redirected to HTTPS"),
        Variable("DEBUG", "false", "At a desk only: Django's own error pages; production does not look at it"),
        Variable("LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"),
        Variable("THEME_FILE", "", "CSS file with a network's own colours; empty means the house style"),
    ]
}


def text(name):
    """The value of a declared variable; refuses to start when a required one is missing."""
    variable = VARIABLES[name]
    value = os.environ.get(name, variable.default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}: {variable.purpose}.")
    return value.strip()


def boolean(name):
    value = text(name).lower()
    if value not in TRUE + FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}; use one of {', '.join(TRUE + FALSE)}.")
    return value in TRUE


def whole_number(name):
    value = text(name)
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}; use a whole number of 0 or more.")
    return int(value)


def one_of(name, choices):
    value = text(name)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}; use one of {', '.join(choices)}.")
    return value


def listed(name):
    """The non-empty parts of a value that is separated by commas."""
    return [part.strip() for part in text(name).split(",") if part.strip()]
