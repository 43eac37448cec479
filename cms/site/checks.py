"""Looks at a network's own theme before the site starts, and says in words what is wrong with it."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error

from cms.site.contrast import HEX, failures
from cms.site.theme import house_tokens, read_tokens

PREFIX = "--leerkring-"


def check_theme(app_configs=None, **kwargs):
    """Errors for a theme file that cannot be read, has unknown tokens or too little contrast."""
    if not settings.THEME_FILE:
        return []
    try:
        own = read_tokens(Path(settings.THEME_FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return [Error(f"THEME_FILE {settings.THEME_FILE} cannot be read: {error}.", id="site.E001")]
    house = house_tokens()
    return unknown_tokens(own, house) or not_hex(own, house) or too_little_contrast(own.over(house))


def unknown_tokens(own, house):
    known = house.light.keys() | house.dark.keys()
    names = sorted((own.light.keys() | own.dark.keys()) - known)
    if not own.light and not own.dark:
        return [Error("The theme sets no token: give values to tokens in a :root block.", id="site.E002")]
    return [Error(f"The theme sets {name}, which is no token of ours.", hint=HINT, id="site.E002") for name in names]


HINT = "All tokens are in cms/static/css/tokens.css and on the style guide page."


def is_colour(name):
    return "-color" in name or name.startswith(f"{PREFIX}theme-")


def not_hex(own, house):
    """Colours must be hex or another token, or their contrast cannot be told."""
    merged = own.over(house)
    wrong = [
        (name, value)
        for scheme, values in (("light", own.light), ("dark", own.dark))
        for name in values
        if is_colour(name) and not HEX.fullmatch(value := merged.value(name, scheme) or values[name])
    ]
    return [
        Error(f"The theme gives {name} the value {value}; write it as #rrggbb.", id="site.E003")
        for name, value in wrong
    ]


def too_little_contrast(tokens):
    return [
        Error(
            f"The theme cannot be read well: {PREFIX}{pair.front} on {PREFIX}{pair.back} has a contrast of "
            f"{ratio:.1f} to 1 in {scheme}, and needs {pair.least:g}.",
            id="site.E004",
        )
        for pair, scheme, ratio in failures(tokens)
    ]
