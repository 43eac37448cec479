"""An editor of Tilburg shares a practice, a coordinator decides, and readers find it."""

import re

import pytest
from playwright.sync_api import expect

from networks.people.demo import PASSWORD
from practices.library.models import MunicipalityPage
from tests.browser.steps import TILBURG, TILBURG_ADDRESS, search_for, titles

EDITOR, COORDINATOR = "tess@voorbeeld.example", "coen@voorbeeld.example"
TITLE = "Buurtvaders bij het zwembad"
SUMMARY = "Vaders uit de buurt zijn er op zaterdag bij."
HEART = "Elke zaterdag staan tien vaders bij het zwembad."
NEW_SUMMARY = "Vijf clubs maken samen een plan."


@pytest.fixture
def sign_in(open_page):
    """Opens a page for somebody who types address and password in the form that stands before it."""

    def sign_in(email, path):
        page = open_page(f"/account/login/?next={path}")
        page.get_by_label("E-mailadres van uw werk").fill(email)
        page.get_by_label("Wachtwoord").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Inloggen").click()
        page.wait_for_url(re.compile(f":\\d+{re.escape(path)}"))
        return page

    return sign_in


def test_half_filled_practice_is_submitted_approved_and_found(open_page, sign_in, mailoutbox):
    editor = sign_in(EDITOR, f"/admin/pages/{tilburg().pk}/")
    add_practice(editor)
    submit(editor)
    assert told(mailoutbox) == [(COORDINATOR, f"Graag uw oordeel: {TITLE}")]
    visitor = open_page("/")
    search_for(visitor, "buurtvaders zwembad")
    assert TITLE not in titles(visitor)

    coordinator = sign_in(COORDINATOR, link_in(mailoutbox.pop(), "Lezen en beslissen"))
    expect(coordinator.get_by_text("Tess Aydin diende deze nieuwe pagina in.")).to_be_visible()
    approve(coordinator)

    assert told(mailoutbox) == [(EDITOR, f"Online: {TITLE}")]
    visitor.goto(link_in(mailoutbox.pop(), "Bekijk de pagina"))
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(visitor.get_by_text(HEART)).to_be_visible()
    search_for(open_from(visitor, "/"), "buurtvaders zwembad")
    assert titles(visitor)[0] == TITLE


def test_coordinator_sees_what_changed_returns_it_and_approves_later(open_page, sign_in, mailoutbox):
    editor = sign_in(EDITOR, f"/admin/pages/{tilburg().pk}/")
    editor.get_by_role("link", name=TILBURG, exact=True).click()
    editor.get_by_role("textbox", name="Samenvatting").fill(NEW_SUMMARY)
    submit(editor)
    mail = mailoutbox.pop()
    assert (mail.to, mail.subject) == ([COORDINATOR], f"Graag uw oordeel: {TILBURG}")

    coordinator = sign_in(COORDINATOR, link_in(mail, "Bekijk wat er is veranderd"))
    expect(coordinator.locator(".addition").filter(has_text="Vijf clubs")).to_be_visible()
    expect(coordinator.locator(".deletion").filter(has_text="gesprekken met drie")).to_be_visible()
    coordinator.goto(link_in(mail, "Lezen en beslissen"))
    return_with(coordinator, "Hoe heten de clubs?")

    mail = mailoutbox.pop()
    assert (mail.to, mail.subject) == ([EDITOR], f"Kijk hier nog eens naar: {TILBURG}")
    assert "Coen de Wit schreef:\n\n> Hoe heten de clubs?\n" in mail.body
    visitor = open_page(TILBURG_ADDRESS)
    expect(visitor.get_by_text(NEW_SUMMARY)).to_have_count(0)

    editor.goto(link_in(mail, "Wijzigen en opnieuw indienen"))
    submit(editor)
    coordinator.goto(link_in(mailoutbox.pop(), "Lezen en beslissen"))
    approve(coordinator)

    visitor.reload()
    expect(visitor.get_by_text(NEW_SUMMARY)).to_be_visible()
    search_for(open_from(visitor, "/"), "vijf clubs maken samen een plan")
    assert titles(visitor)[0] == TILBURG


def test_incomplete_practice_comes_back_with_what_is_needed(sign_in, mailoutbox):
    editor = sign_in(EDITOR, f"/admin/pages/add/library/practicepage/{tilburg().pk}/")
    editor.get_by_role("textbox", name="Titel").fill(TITLE)

    open_actions(editor)
    editor.get_by_role("button", name="Stuur door naar Moderatie").click()

    expect(editor.get_by_text("De pagina kon niet aangemaakt worden vanwege validatiefouten")).to_be_visible()
    expect(editor.get_by_role("textbox", name="Titel")).to_have_value(TITLE)
    assert mailoutbox == []


def tilburg():
    return MunicipalityPage.objects.get(slug="tilburg")


def add_practice(page):
    """Fills in the least that can be submitted, from the page of the municipality in the admin."""
    page.get_by_role("link", name="Voeg onderliggende pagina toe").first.click()
    page.get_by_role("textbox", name="Titel").fill(TITLE)
    page.get_by_role("textbox", name="Samenvatting").fill(SUMMARY)
    page.get_by_role("checkbox", name="Opvoeden in de wijk").check()
    page.get_by_role("checkbox", name="Netwerk of platform opbouwen").check()
    page.get_by_role("tab", name="Het verhaal").click()
    heart = page.get_by_role("region", name="Wat het inhoudt")
    heart.get_by_role("textbox").first.click()
    page.keyboard.type(HEART)
    # The editor hands its text to the form a quarter of a second later.
    expect(page.locator('input[name="content-0-value"]')).to_have_value(re.compile(HEART))


def submit(page):
    open_actions(page)
    page.get_by_role("button", name=re.compile("^Stuur (opnieuw )?door naar ")).click()
    page.wait_for_url(f"**/admin/pages/{tilburg().pk}/")


def open_actions(page):
    page.wait_for_load_state("networkidle")  # before that the button does not answer yet
    page.get_by_role("button", name="Meer acties").click()


def approve(page):
    open_actions(page)
    page.get_by_role("button", name="Goedkeuren en publiceren").click()
    page.wait_for_url(f"**/admin/pages/{tilburg().pk}/")


def return_with(page, comment):
    open_actions(page)
    page.get_by_role("button", name="Wijzigingsverzoek").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(comment)
    page.get_by_role("dialog").get_by_role("button", name="Wijzigingsverzoek").click()
    page.wait_for_url(f"**/admin/pages/{tilburg().pk}/")


def told(mails):
    return [(mail.to[0], mail.subject) for mail in mails]


def link_in(mail, label):
    """Path of the link that stands below `label` in a mail; mails carry the address of the site before it."""
    return re.search(rf"{label}:\nhttp://localhost:8000(\S+)", mail.body).group(1)


def open_from(page, path):
    page.goto(path)
    return page
