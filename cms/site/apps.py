from django.apps import AppConfig
from django.core.checks import register

from cms.site.checks import check_theme


class SiteConfig(AppConfig):
    name = "cms.site"

    def ready(self):
        register(check_theme)
