from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AttachmentsConfig(AppConfig):
    name = "practices.attachments"
    verbose_name = _("files")

    def ready(self):
        import_module("practices.attachments.receivers")
