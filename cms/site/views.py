from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.site import theme
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
