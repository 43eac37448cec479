from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MunicipalitiesConfig(AppConfig):
    name = "practices.municipalities"
    verbose_name = _("register of municipalities")

    def ready(self):
        import_module("practices.municipalities.receivers")
        import_module("practices.municipalities.registration")
