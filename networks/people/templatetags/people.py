from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def contact_email():
    """The address that people write to for an account; empty when the site has none."""
    return settings.CONTACT_EMAIL
