from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    name = "practices.taxonomy"
