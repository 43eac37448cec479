from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

uploads = []
if settings.SERVE_UPLOADS:
    uploads = [path(f"{settings.MEDIA_URL.lstrip('/')}<path:path>", serve, {"document_root": settings.MEDIA_ROOT})]

urlpatterns = [
    path("", include("networks.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("django-admin/", admin.site.urls),
    path("documents/", include(wagtaildocs_urls)),
    path("taal/", include("django.conf.urls.i18n")),
    path("", include("cms.site.urls")),
    path("", include("practices.urls")),
    *uploads,
    path("", include(wagtail_urls)),
]
