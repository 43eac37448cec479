from django.apps import AppConfig


class MunicipalitiesConfig(AppConfig):
    name = "practices.municipalities"
