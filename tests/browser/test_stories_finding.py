"""An official looks for what other municipalities did, with a mouse and a large screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import (
    HAARLEMMERMEER,
    TILBURG,
    TILBURG_ADDRESS,
    chosen_filters,
    compare_check,
    compared,
    filter_check,
    search_for,
    titles,
)

QUESTION = "/praktijken/?q=voetbalclub+racisme"


def test_official_finds_the_practice_and_reads_why(open_page):
    page = open_page("/")

    search_for(page, "voetbalclub racisme")

    assert titles(page)[0] == TILBURG
    first = page.locator("#resultaten .lk-card").first
    assert "voetbalclubs" in first.locator("mark").all_inner_texts()
    first.get_by_role("link", name=TILBURG).click()
    expect(page).to_have_url(TILBURG_ADDRESS)
    expect(page.get_by_role("heading", level=1)).to_have_text(TILBURG)


def test_two_filters_narrow_on_the_same_page(open_page):
    page = open_page(QUESTION)
    found = len(titles(page))
    page.evaluate("window.isSamePage = true")

    filter_check(page, "Thema", "Antidiscriminatie").check()
    expect(page).to_have_url(f"{QUESTION}&thema=antidiscriminatie")
    filter_check(page, "Fase", "Uitvoeren").check()

    expect(page).to_have_url(f"{QUESTION}&thema=antidiscriminatie&fase=uitvoeren")
    assert chosen_filters(page) == ["Thema: Antidiscriminatie", "Fase: Uitvoeren"]
    assert titles(page)[0] == TILBURG
    assert len(titles(page)) == shown_total(page) < found
    assert page.evaluate("window.isSamePage")


def test_filter_that_is_ticked_on_a_phone_stays_under_the_finger(open_page):
    page = open_page("/praktijken/?q=discriminatie", width=390)
    page.get_by_text("Filters", exact=True).click()
    for facet in ("Thema", "Provincie"):  # one that was open is closed, one that was closed is open
        fold_of(page, facet).locator("> summary").click()
    check = filter_check(page, "Fase", "Uitvoeren")
    check.scroll_into_view_if_needed()
    before = check.bounding_box()["y"]

    check.check()
    expect(page).to_have_url("/praktijken/?q=discriminatie&fase=uitvoeren")

    expect(check).to_be_focused()
    assert abs(check.bounding_box()["y"] - before) < 2
    assert [fold_of(page, facet).evaluate("fold => fold.open") for facet in ("Thema", "Provincie")] == [False, True]


def test_results_on_paper_tell_the_question_and_leave_the_filters_out(open_page):
    page = open_page(f"{QUESTION}&fase=uitvoeren")

    page.emulate_media(media="print")

    expect(page.get_by_text("Resultaten voor voetbalclub racisme").last).to_be_visible()
    assert chosen_filters(page) == ["Fase: Uitvoeren"]
    assert titles(page)[0] == TILBURG
    for left_out in ("#filters", ".lk-tabs", "#sorteer", ".lk-card__pick"):
        expect(page.locator(left_out).first).to_be_hidden()


def test_address_of_a_search_gives_a_colleague_the_same(open_page):
    page = open_page(QUESTION)
    filter_check(page, "Thema", "Antidiscriminatie").check()
    page.wait_for_url("**thema=antidiscriminatie")

    colleague = open_page(page.url)

    assert titles(colleague) == titles(page)
    assert chosen_filters(colleague) == chosen_filters(page)


def test_filter_is_taken_away_again_and_back_brings_it_back(open_page):
    page = open_page(f"{QUESTION}&thema=antidiscriminatie&fase=uitvoeren")

    page.get_by_role("link", name="Fase: Uitvoeren").click()

    expect(page).to_have_url(f"{QUESTION}&thema=antidiscriminatie")
    assert chosen_filters(page) == ["Thema: Antidiscriminatie"]
    page.go_back()
    assert chosen_filters(page) == ["Thema: Antidiscriminatie", "Fase: Uitvoeren"]


def test_chosen_practices_stay_while_one_searches_on(open_page):
    page = open_page(QUESTION)
    compare_check(page, TILBURG).check()

    search_for(page, "professionals trainen schadelijk")
    compare_check(page, HAARLEMMERMEER).check()
    page.get_by_role("button", name="Leg naast elkaar").click()

    expect(page).to_have_url(re.compile(r"/vergelijken/\?p=\d+&p=\d+$"))
    assert sorted(compared(page)) == sorted([TILBURG, HAARLEMMERMEER])


def test_fifth_practice_can_not_be_chosen_until_one_is_let_go(open_page):
    page = open_page(QUESTION)
    checks = page.get_by_role("checkbox", name="Vergelijk ")
    for place in range(4):
        checks.nth(place).check()

    expect(checks.nth(4)).to_be_disabled()
    page.get_by_role("button", name="niet vergelijken").first.click()

    expect(checks.nth(4)).to_be_enabled()
    assert checks.nth(0).is_checked() is False


def test_comparison_is_passed_on_by_its_link(open_page):
    page = open_page(QUESTION)
    for title in (TILBURG, HAARLEMMERMEER):
        compare_check(page, title).check()
    page.get_by_role("button", name="Leg naast elkaar").click()

    link = copied_link(page)

    assert link == page.url
    assert compared(open_page(link)) == [TILBURG, HAARLEMMERMEER]


def test_practice_is_read_on_paper_and_passed_on_by_its_link(open_page, settings):
    page = open_page(TILBURG_ADDRESS)

    page.get_by_role("link", name="Printversie").click()

    expect(page).to_have_url(f"{TILBURG_ADDRESS}?print")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_have_text(TILBURG)
    assert page.locator(".lk-section__body:visible").count() == page.locator(".lk-section").count() > 5
    expect(page.get_by_role("button")).to_have_count(0)
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Terug naar de pagina").click()
    assert copied_link(page) == f"{settings.SITE_URL}{TILBURG_ADDRESS}"


@pytest.mark.parametrize("width", [1280, 390])
def test_folded_story_is_whole_on_paper(open_page, width):
    page = open_page(TILBURG_ADDRESS, width=width)

    page.emulate_media(media="print")

    assert page.locator(".lk-section__body:visible").count() == page.locator(".lk-section").count() > 5


def fold_of(page, facet):
    return page.locator("details.lk-facet", has=page.locator(f"summary:text-is('{facet}')"))


def shown_total(page):
    return int(page.get_by_role("heading", level=2, name=re.compile("praktijken?$")).inner_text().split()[0])


def copied_link(page):
    """What lies on the clipboard after a press on "copy the link", and the page has said so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_text("De link is gekopieerd")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")
