"""A network's own theme: one CSS file that gives tokens other values.

It is read and checked when the site starts; a theme that people cannot read is refused (see checks.py).
"""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.urls import reverse

TOKENS_FILE = Path(settings.BASE_DIR) / "cms" / "static" / "css" / "tokens.css"
DARK = re.compile(r"@media[^{]*prefers-color-scheme:\s*dark[^{]*\{")
ROOT = re.compile(r":root\s*\{([^{}]*)\}")
TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;]+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ALIAS = re.compile(r"var\((--[\w-]+)\)")


@dataclass
class Tokens:
    """Values by token, as written; `dark` holds only what differs from `light`."""

    light: dict[str, str] = field(default_factory=dict)
    dark: dict[str, str] = field(default_factory=dict)

    def over(self, base):
        """These tokens on top of `base`. A colour that only changes in light changes in light only."""
        return Tokens(base.light | self.light, base.dark | self.dark)

    def value(self, name, scheme):
        """The value of a token in a scheme, with aliases followed; None when no one gives it."""
        values = self.light if scheme == "light" else self.light | self.dark
        value = values.get(name)
        for _step in range(5):
            alias = ALIAS.fullmatch(value or "")
            if not alias:
                return value
            value = values.get(alias[1])
        return None


def block_end(css, start):
    """Place of the brace that closes the block opened just before `start`."""
    depth = 1
    for place in range(start, len(css)):
        depth += {"{": 1, "}": -1}.get(css[place], 0)
        if depth == 0:
            return place
    return len(css)


def tokens_in(text):
    return {name: value.strip() for block in ROOT.findall(text) for name, value in TOKEN.findall(block)}


def read_tokens(css):
    """The tokens of a style sheet, split in light and dark; all that is not a token in `:root` is left out."""
    css = COMMENT.sub("", css)
    dark_parts = []
    while match := DARK.search(css):
        end = block_end(css, match.end())
        dark_parts.append(css[match.end() : end])
        css = css[: match.start()] + css[end + 1 :]
    return Tokens(tokens_in(css), tokens_in("".join(dark_parts)))


def house_tokens():
    return read_tokens(TOKENS_FILE.read_text(encoding="utf-8"))


def css_of(tokens):
    """A style sheet with these tokens and nothing else."""

    def block(values):
        return ":root {\n" + "".join(f"  {name}: {value};\n" for name, value in values.items()) + "}\n"

    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{block(tokens.dark)}}}\n" if tokens.dark else ""
    return block(tokens.light) + dark


def own_css():
    """The network's theme as it is served: only its tokens, so that a theme can never hide or move anything."""
    return css_of(read_tokens(Path(settings.THEME_FILE).read_text(encoding="utf-8")))


def url():
    """Address of the network's own theme, with its content in it so that it may be kept for ever; "" without one."""
    if not settings.THEME_FILE:
        return ""
    version = sha256(own_css().encode()).hexdigest()[:12]
    return reverse("site:theme", args=[version])
