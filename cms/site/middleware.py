from django.conf import settings
from django.utils import translation
from django.utils.translation import check_for_language


class ChosenLanguageMiddleware:
    """Dutch, unless the visitor chose another language with the button in the foot of the page.

    Django's LocaleMiddleware follows the browser, and many municipalities hand out English browsers.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        is_offered = chosen in dict(settings.LANGUAGES) and check_for_language(chosen)
        request.LANGUAGE_CODE = chosen if is_offered else settings.LANGUAGE_CODE
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response
