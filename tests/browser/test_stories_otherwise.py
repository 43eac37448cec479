"""The same search by somebody without a mouse, on a phone, or without script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.steps import (
    HAARLEMMERMEER,
    TILBURG,
    TILBURG_ADDRESS,
    chosen_filters,
    compare_check,
    compared,
    filter_check,
    search_box,
    search_for,
    titles,
)

QUESTION = "/praktijken/?q=voetbalclub+racisme"
MOST_STEPS = 120
FOCUS_TROUBLE = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const isCovered = top?.closest("[data-compare]") && !element.closest("[data-compare]");
    const outlines = [element, element.parentElement].map((one) => getComputedStyle(one).outlineStyle);
    return outlines.includes("solid") && box.width > 0 && !isCovered ? null : element.outerHTML;
}"""


def tab_to(page, wanted):
    """Presses Tab until `wanted` has the focus; each thing on the way must show that it has it."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert hidden_focus(page) is None
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not lead to {wanted}")


def hidden_focus(page):
    """What has the focus when it, and the box around it, has no outline or the compare tray covers it; else None."""
    for _frame in range(20):
        trouble = page.evaluate(FOCUS_TROUBLE)
        if trouble is None:
            break
        page.wait_for_timeout(50)  # the browser scrolls to it a moment later
    return trouble


def test_keyboard_skips_the_menu(open_page):
    page = open_page("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(search_box(page)).to_be_focused()


def test_keyboard_walks_through_the_suggestions(open_page):
    page = open_page("/")
    tab_to(page, search_box(page))

    page.keyboard.type("voetb")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(search_box(page)).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(search_box(page)).to_be_focused()
    expect(search_box(page)).to_have_value("voetb")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    assert violations(page) == []

    page.keyboard.type("a")
    suggestion = page.get_by_role("option").filter(has_text=TILBURG)
    expect(suggestion).to_be_visible()
    while suggestion.get_attribute("aria-selected") == "false":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(TILBURG_ADDRESS)


def test_keyboard_finds_filters_compares_and_reads(open_page):
    page = open_page("/")
    tab_to(page, search_box(page))
    page.keyboard.type("voetbalclub racisme")
    page.keyboard.press("Enter")
    page.wait_for_url("**/praktijken/?q=*")

    theme = filter_check(page, "Thema", "Antidiscriminatie")
    tab_to(page, theme)
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{QUESTION}&thema=antidiscriminatie")
    expect(theme).to_be_focused()
    phase = filter_check(page, "Fase", "Uitvoeren")
    tab_to(page, phase)
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{QUESTION}&thema=antidiscriminatie&fase=uitvoeren")
    expect(phase).to_be_focused()
    assert titles(page)[0] == TILBURG

    for title in (TILBURG, HAARLEMMERMEER):
        tab_to(page, compare_check(page, title))
        page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Leg naast elkaar"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/vergelijken/?p=*")
    assert compared(page) == [TILBURG, HAARLEMMERMEER]

    tab_to(page, page.get_by_role("link", name=TILBURG, exact=True))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{TILBURG_ADDRESS}")
    tab_to(page, page.get_by_role("link", name="Printversie"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{TILBURG_ADDRESS}?print")


def test_new_number_is_told_after_a_filter(open_page):
    page = open_page(QUESTION)
    told = page.locator("#melding")
    expect(told).to_have_role("status")
    expect(told).to_be_empty()
    told.evaluate("element => { window.told = element }")

    filter_check(page, "Fase", "Uitvoeren").check()

    page.wait_for_url("**fase=uitvoeren")
    expect(told).to_have_text(page.locator("#aantal").inner_text())
    assert told.evaluate("element => element === window.told")


def test_phone_folds_the_filters_and_keeps_the_tray_small(open_page):
    page = open_page("/", width=390)
    search_for(page, "voetbalclub racisme")

    theme = filter_check(page, "Thema", "Antidiscriminatie")
    expect(theme).to_be_hidden()
    page.get_by_text("Filters", exact=True).click()
    theme.check()
    page.wait_for_url("**thema=antidiscriminatie")
    filter_check(page, "Fase", "Uitvoeren").check()
    page.wait_for_url("**fase=uitvoeren")
    expect(page.get_by_text("Filters (2 gekozen)")).to_be_visible()

    for title in (TILBURG, HAARLEMMERMEER):
        compare_check(page, title).check()
    tray = page.get_by_role("form", name="Vergelijk")
    expect(tray).to_contain_text("2 van 4 gekozen")
    assert tray.bounding_box()["height"] < 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    tray.get_by_role("button", name="Leg naast elkaar").click()
    page.wait_for_url("**/vergelijken/?p=*")
    assert compared(page) == [TILBURG, HAARLEMMERMEER]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_phone_folds_a_long_story_and_opens_it_by_hand(open_page):
    page = open_page(TILBURG_ADDRESS, width=390)
    heading = page.locator(".lk-section__toggle").first
    body = page.locator(".lk-section--folds .lk-section__body").first
    expect(body).to_be_hidden()

    heading.click()

    expect(heading).to_have_attribute("aria-expanded", "true")
    expect(body).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_without_script_the_whole_search_works(open_page, width):
    page = open_page("/", width=width, javascript=False)
    search_for(page, "voetbalclub racisme")
    found = len(titles(page))

    if width == 390:
        page.get_by_text("Filters", exact=True).click()
    filter_check(page, "Thema", "Antidiscriminatie").check()
    filter_check(page, "Fase", "Uitvoeren").check()
    page.get_by_role("button", name="Filters toepassen").click()
    page.wait_for_url("**fase=uitvoeren**")
    assert chosen_filters(page) == ["Thema: Antidiscriminatie", "Fase: Uitvoeren"]
    assert titles(page)[0] == TILBURG
    assert len(titles(page)) < found

    for title in (TILBURG, HAARLEMMERMEER):
        compare_check(page, title).check()
    page.get_by_role("button", name="Leg de gekozen praktijken naast elkaar").click()
    expect(page).to_have_url(re.compile(r"/vergelijken/\?p=\d+&p=\d+$"))
    assert compared(page) == [TILBURG, HAARLEMMERMEER]

    page.get_by_role("link", name=TILBURG, exact=True).click()
    assert page.locator(".lk-section__body:visible").count() == page.locator(".lk-section").count() > 5
    page.get_by_role("link", name="Printversie").click()
    page.wait_for_url(f"**{TILBURG_ADDRESS}?print")
