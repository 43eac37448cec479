from django import forms
from django.utils.translation import gettext

from practices.library.models import PracticePage

MOST = 4


class ComparisonForm(forms.Form):
    """Reads which practices to lay side by side; `notices` says what could not be shown."""

    def __init__(self, data):
        super().__init__(data)
        self.notices = []

    def clean(self):
        asked = list(dict.fromkeys(self.data.getlist("p")))
        known = [int(value) for value in asked if value.isascii() and value.isdecimal() and len(value) < 10]
        found = PracticePage.objects.live().public().for_comparison().in_bulk(known)
        practices = [found[pk] for pk in known if pk in found]
        if len(practices) < len(asked):
            self.notices.append(gettext("One of the practices does not exist or is no longer on this site."))
        if len(practices) > MOST:
            self.notices.append(gettext("You can compare at most four practices. You see the first four."))
        return {"practices": practices[:MOST], "only_differences": self.data.get("verschillen") == "1"}
