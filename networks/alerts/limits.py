"""How often a visitor may ask for mail: allauth counts, as for signing in, by numbers in the settings."""

from allauth.core.ratelimit import consume


def may_ask(request):
    """Whether this place on the internet has not asked too often."""
    return consume(request, action="save_search")


def may_be_mailed(request, email):
    """Whether this address was not filled in too often, by whomever. A visitor is never told."""
    return consume(request, action="mail_saved_search", key=email)
