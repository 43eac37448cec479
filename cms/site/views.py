from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from cms.site import theme
from cms.site.health import FAILED, report
from cms.site.styleguide import samples, tokens_by_group


@require_safe
def about(request):
    return render(request, "cms/about.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
def accessibility(request):
    return render(request, "cms/accessibility.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
def style_guide(request):
    return render(request, "cms/style_guide.html", {**samples(), "token_groups": tokens_by_group()})


@require_safe
@cache_control(public=True, max_age=365 * 24 * 3600, immutable=True)
def theme_file(request, version):
    """The network's own theme. Its address changes with its content, so browsers may keep it."""
    if not settings.THEME_FILE:
        raise Http404
    return HttpResponse(theme.own_css(), content_type="text/css; charset=utf-8")


@require_safe
@cache_control(max_age=24 * 3600)
def robots(request):
    return render(request, "cms/robots.txt", {"site_url": settings.SITE_URL}, content_type="text/plain")


@require_safe
@cache_control(max_age=24 * 3600)
def security(request):
    """Whom to tell about a leak (RFC 9116); without an address to write to there is no such page."""
    if not settings.CONTACT_EMAIL:
        raise Http404
    # The standard asks for less than a year ahead.
    expires = timezone.now() + timedelta(days=180)
    context = {"site_url": settings.SITE_URL, "contact_email": settings.CONTACT_EMAIL, "expires": expires}
    return render(request, "cms/security.txt", context, content_type="text/plain")


@never_cache
@require_safe
def health(request):
    states = report()
    return JsonResponse(states, status=503 if states["status"] == FAILED else 200)
