from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "networks.people"
    verbose_name = "people"

    def ready(self):
        import_module("networks.people.signals")
