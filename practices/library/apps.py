from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "practices.library"
    verbose_name = _("practices")

    def ready(self):
        import_module("practices.library.receivers")
        import_module("practices.library.registration")
