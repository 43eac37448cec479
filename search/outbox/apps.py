from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "search.outbox"
