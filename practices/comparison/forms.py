from django import forms
from django.utils.translation import gettext

from practices.library.models import PracticePage

MOST = 4


def key_in(value):
    """The key of a practice as a number; None when the text is not one."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else None


class ComparisonForm(forms.Form):
    """Reads which practices to lay side by side; `notices` says what could not be shown."""

    def __init__(self, data):
        super().__init__(data)
        self.notices = []

    def clean(self):
        asked = dict.fromkeys(key_in(value) for value in self.data.getlist("p"))
        found = PracticePage.objects.live().public().for_comparison().in_bulk([pk for pk in asked if pk])
        practices = [found[pk] for pk in asked if pk in found]
        if len(practices) < len(asked):
            self.notices.append(gettext("One of the practices does not exist or is no longer on this site."))
        if len(practices) > MOST:
            self.notices.append(gettext("You can compare at most four practices. You see the first four."))
        return {"practices": practices[:MOST], "only_differences": self.data.get("verschillen") == "1"}
