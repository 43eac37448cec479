"""Who may edit words: whoever has `taxonomy.add_term` and `taxonomy.change_term`, for all kinds alike."""

from django.contrib.auth.models import Permission
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from practices.taxonomy.models import KIND_MODELS, Term

EDITING_PERMISSIONS = ["taxonomy.add_term", "taxonomy.change_term"]


class TermPermissionPolicy(ModelPermissionPolicy):
    """Nobody deletes a term: its tags and its address would be lost. Merging keeps them."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


def register_policies():
    for model in KIND_MODELS.values():
        register_permission_policy(model, TermPermissionPolicy(model, auth_model=Term))


def grantable_permissions():
    """What an administrator can give to a group of users."""
    codenames = [name.removeprefix("taxonomy.") for name in EDITING_PERMISSIONS]
    return Permission.objects.filter(content_type__app_label="taxonomy", codename__in=codenames)
