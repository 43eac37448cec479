from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from search.language import synonyms


class WordingConfig(AppConfig):
    name = "search.wording"
    verbose_name = _("Words of search")

    def ready(self):
        synonyms.use(import_module("search.wording.rules").EditorsSynonyms())
        post_migrate.connect(import_module("search.wording.pins").renew_keys, sender=self)
