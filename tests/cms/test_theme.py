"""A network's own theme: what it may be, what is refused and how it is served."""

import pytest

from cms.site.checks import check_theme
from cms.site.contrast import contrast, failures
from cms.site.theme import house_tokens, read_tokens

PURPLE = """
/* our own colours */
:root { --leerkring-color-accent: #6b2a86; --leerkring-button-primary-hover-background-color: #4a1a60; }
@media screen and (prefers-color-scheme: dark) {
  :root { --leerkring-color-accent: #d6b3ee; --leerkring-button-primary-hover-background-color: #e6ccf7; }
}
body { display: none }
"""


@pytest.fixture
def themed(settings, tmp_path):
    """Puts the site in a theme with this CSS."""

    def put(css):
        file = tmp_path / "theme.css"
        file.write_text(css, encoding="utf-8")
        settings.THEME_FILE = str(file)

    return put


def messages():
    return [(error.id, error.msg) for error in check_theme()]


def test_house_style_has_enough_contrast_in_light_and_dark():
    assert failures(house_tokens()) == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#fff", "#ffffff", 1.0), ("#767676", "#fff", 4.54)]
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


def test_theme_that_can_be_read_is_taken(themed):
    themed(PURPLE)

    assert messages() == []


def test_theme_with_pale_text_is_refused_with_the_pair_and_the_ratio(themed):
    themed(":root { --leerkring-color-text: #999999; }")

    assert messages() == [
        (
            "site.E004",
            "The theme cannot be read well: --leerkring-color-text on --leerkring-mark-background-color has a contrast "
            "of 2.3 to 1 in light, and needs 4.5.",
        ),
        (
            "site.E004",
            "The theme cannot be read well: --leerkring-color-text on --leerkring-color-mist has a contrast of 2.6 "
            "to 1 in light, and needs 4.5.",
        ),
        (
            "site.E004",
            "The theme cannot be read well: --leerkring-color-text on --leerkring-color-page has a contrast of 2.8 "
            "to 1 in light, and needs 4.5.",
        ),
    ]


def test_theme_that_fails_only_in_the_dark_is_refused(themed):
    themed("@media (prefers-color-scheme: dark) { :root { --leerkring-theme-sport: #1f5fa8; } }")

    assert messages() == [
        (
            "site.E004",
            "The theme cannot be read well: --leerkring-theme-sport on --leerkring-color-page has a contrast of 2.8 "
            "to 1 in dark, and needs 4.5.",
        )
    ]


def test_line_needs_less_contrast_than_text(themed):
    themed(":root { --leerkring-color-line-strong: #8a8a8a; }")

    assert messages() == []


def test_colour_of_the_page_is_checked_through_tokens_that_follow_it(themed):
    themed(":root { --leerkring-focus-color: #ffdddd; }")

    assert [identifier for identifier, _message in messages()] == ["site.E004", "site.E004"]


def test_token_that_we_do_not_have_is_refused(themed):
    themed(":root { --leerkring-color-acent: #6b2a86; }")

    assert messages() == [("site.E002", "The theme sets --leerkring-color-acent, which is no token of ours.")]


def test_theme_without_tokens_is_refused(themed):
    themed("body { color: red }")

    assert messages() == [("site.E002", "The theme sets no token: give values to tokens in a :root block.")]


def test_colour_that_cannot_be_measured_is_refused(themed):
    themed(":root { --leerkring-color-accent: hsl(280 50% 30%); }")

    assert messages() == [
        ("site.E003", "The theme gives --leerkring-color-accent the value hsl(280 50% 30%); write it as #rrggbb.")
    ]


def test_theme_file_that_is_not_there_is_named(settings):
    settings.THEME_FILE = "/nowhere/theme.css"

    [(identifier, message)] = messages()

    assert identifier == "site.E001"
    assert message.startswith("THEME_FILE /nowhere/theme.css cannot be read: ")


def test_tokens_are_read_apart_for_light_and_dark():
    tokens = read_tokens(PURPLE)

    assert tokens.light["--leerkring-color-accent"] == "#6b2a86"
    assert tokens.dark["--leerkring-color-accent"] == "#d6b3ee"
    assert tokens.over(house_tokens()).value("--leerkring-focus-color", "dark") == "#d6b3ee"


def test_page_links_to_the_theme_which_may_be_kept_for_ever(db, client, themed):
    themed(PURPLE)
    page = client.get("/over/").content.decode()
    address = page.split('href="/thema-')[1].split('"')[0]

    response = client.get(f"/thema-{address}")

    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--leerkring-color-accent: #6b2a86;" in response.content.decode()


def test_theme_is_served_without_anything_but_its_tokens(db, client, themed):
    themed(PURPLE)

    css = client.get("/thema-x.css").content.decode()

    assert "body" not in css
    assert "display" not in css


def test_site_without_a_theme_has_none_to_serve(db, client):
    page = client.get("/over/").content.decode()

    assert "/thema-" not in page
    assert client.get("/thema-x.css").status_code == 404
