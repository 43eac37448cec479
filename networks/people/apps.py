from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "networks.people"
    verbose_name = "people"
