from wagtail.snippets.models import register_snippet

from practices.municipalities.viewsets import MunicipalityViewSet

register_snippet(MunicipalityViewSet)
