from django.contrib.auth.models import Permission
from wagtail import hooks

from search.wording.viewsets import WordingGroup


@hooks.register("register_admin_viewset")
def register_wording():
    return WordingGroup()


@hooks.register("register_permissions")
def register_reading_what_people_ask():
    return Permission.objects.filter(content_type__app_label="wording", codename="view_askedtext")
