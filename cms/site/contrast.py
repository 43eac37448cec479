"""Contrast after WCAG 2.2, and the pairs of tokens that must have enough of it."""

import re
from typing import NamedTuple

HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
TEXT, NON_TEXT = 4.5, 3.0


class Pair(NamedTuple):
    """A colour on its background with the least contrast that WCAG asks (1.4.3, 1.4.11)."""

    front: str
    back: str
    least: float = TEXT


class Failure(NamedTuple):
    pair: Pair
    scheme: str
    ratio: float


def pairs():
    """All that people must be able to tell apart, by the names of the tokens."""
    page, mist, band = "color-page", "color-mist", "color-band"
    on_page = ["color-text", "color-ink", "color-subtle", "color-negative", "color-warning", "color-positive"]
    on_page += ["link-color", "link-visited-color", *(f"theme-{mark}" for mark in THEMES)]
    on_mist = ["color-text", "color-ink", "color-subtle", "link-color", "link-visited-color"]
    found = [Pair(front, page) for front in on_page]
    found += [Pair(front, mist) for front in on_mist]
    found += [Pair("color-band-text", band), Pair("color-band-subtle", band)]
    found += [Pair("color-page", "color-ink"), Pair("color-text", "mark-background-color")]
    found += [
        Pair("button-primary-color", "button-primary-background-color"),
        Pair("button-primary-color", "button-primary-hover-background-color"),
        Pair("button-secondary-color", "button-secondary-background-color"),
        Pair("button-secondary-color", "button-secondary-hover-background-color"),
    ]
    shapes = ["color-accent", "color-line-strong", "focus-color", "textbox-invalid-border-color"]
    return found + [Pair(front, page, NON_TEXT) for front in shapes] + [Pair("focus-color", mist, NON_TEXT)]


THEMES = ["antidiscriminatie", "kansen", "weerbaar", "onderwijs", "sport", "werk", "gezond", "wonen"]


def luminance(colour):
    """Relative luminance of #rgb or #rrggbb, between 0 and 1. Formula: WCAG 2.2, "relative luminance"."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast ratio of two hex colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def failures(tokens, prefix="--leerkring-"):
    """The pairs that have too little contrast in light or dark, worst first."""
    found = []
    for scheme in ("light", "dark"):
        for pair in pairs():
            ratio = contrast(tokens.value(prefix + pair.front, scheme), tokens.value(prefix + pair.back, scheme))
            if ratio < pair.least:
                found.append(Failure(pair, scheme, ratio))
    return sorted(found, key=lambda failure: failure.ratio / failure.pair.least)
