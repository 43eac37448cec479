"""The menus: only what exists. A new part of the site adds one line."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class MenuItem(NamedTuple):
    label: str
    path: str
    is_current: bool = False


MAIN = [
    MenuItem(_("Practices"), "/praktijken/"),
    MenuItem(_("Themes"), "/themas/"),
    MenuItem(_("Municipalities"), "/gemeenten/"),
]
ABOUT = [
    MenuItem(_("About Leerkring"), "/over/"),
    MenuItem(_("Source code"), "/over/#broncode"),
]
ACCOUNTABILITY = [
    MenuItem(_("Accessibility"), "/toegankelijkheid/"),
    MenuItem(_("Style guide"), "/stijlgids/"),
]


def main_menu(path):
    """The main menu with the part that `path` lies in marked as current."""
    return [item._replace(is_current=path.startswith(item.path)) for item in MAIN]
