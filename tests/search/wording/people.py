from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission


def somebody(*permissions):
    """A person who may enter the admin, with these permissions."""
    people = get_user_model().objects
    person = people.create_user(f"iemand{people.count()}@voorbeeld.example", "geheim")
    for name in ("wagtailadmin.access_admin", *permissions):
        app_label, codename = name.split(".")
        person.user_permissions.add(Permission.objects.get(content_type__app_label=app_label, codename=codename))
    return person
