from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TaxonomyConfig(AppConfig):
    name = "practices.taxonomy"
    verbose_name = _("Words to tag with")

    def ready(self):
        import_module("practices.taxonomy.receivers")
        import_module("practices.taxonomy.registration")
