from importlib import import_module

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from wagtail.users.apps import WagtailUsersAppConfig


class PublishingConfig(AppConfig):
    name = "networks.publishing"
    default = True

    def ready(self):
        signals = import_module("networks.publishing.signals")
        import_module("networks.publishing.wagtail_mails").silence()
        # The rights of all apps exist once the last app with models is done.
        last_app = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(signals.ensure_after_migrate, sender=last_app, dispatch_uid="ensure_publishing")


class PeopleAdminConfig(WagtailUsersAppConfig):
    """Wagtail's people admin, with our forms; takes the place of "wagtail.users" in INSTALLED_APPS."""

    default = False
    user_viewset = "networks.publishing.people_admin.PersonViewSet"
