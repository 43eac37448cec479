"""Any search can be followed as an Atom feed."""

from xml.etree import ElementTree as ET

import pytest

from tests.contract.test_hostile_questions import HOSTILE
from tests.practices.practice_factories import municipality_page, publish, published_practice
from tests.practices.term_factories import ThemeFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def two(saved, time_machine):
    """The football of March was changed in May; that of April was not."""
    tilburg, sport = municipality_page("Tilburg"), ThemeFactory(name="Sport")
    with saved():
        time_machine.move_to("2026-03-01 12:00 +0100", tick=False)
        old = published_practice(tilburg, title="Voetbal & <b>meer</b>", slug="oud", themes=[sport])
        time_machine.move_to("2026-04-01 12:00 +0200", tick=False)
        new = published_practice(tilburg, title="Voetbal", slug="nieuw", summary="Praten <3 helpt.")
        time_machine.move_to("2026-05-01 12:00 +0200", tick=False)
        publish(old, summary="Drie clubs.")
    return old, new


def feed(client, question=""):
    response = client.get(f"/praktijken/atom/{question}")
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return ET.fromstring(response.content)  # noqa: S314 - our own XML


def text(element, name):
    return element.findtext(f"{ATOM}{name}")


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def test_newest_comes_first_whatever_order_is_asked(client, two):
    for question in ("?q=voetbal", "?q=voetbal&sorteer=volledigste&pagina=7"):
        titles = [text(entry, "title") for entry in feed(client, question).iter(f"{ATOM}entry")]
        assert titles == ["Voetbal", "Voetbal & <b>meer</b>"]


def test_entry_tells_what_it_is_where_and_when(client, two):
    new, old = feed(client, "?q=voetbal").iter(f"{ATOM}entry")

    assert text(old, "id") == f"tag:localhost,2026:library.practicepage:{two[0].pk}"
    assert links(old) == {"alternate": "http://testserver/gemeenten/tilburg/oud/"}
    assert (text(old, "published"), text(old, "updated")) == ("2026-03-01T11:00:00+00:00", "2026-05-01T10:00:00+00:00")
    assert (text(new, "summary"), text(old, "summary")) == ("Praten &lt;3 helpt.", "Drie clubs.")


def test_id_of_an_entry_stays_when_its_address_changes(client, two, saved):
    before = [text(entry, "id") for entry in feed(client).iter(f"{ATOM}entry")]
    with saved():
        publish(two[0], slug="anders", title="Anders")

    assert [text(entry, "id") for entry in feed(client).iter(f"{ATOM}entry")] == before


def test_feed_leads_to_itself_and_to_the_page(client, two):
    root = feed(client, "?q=voetbal&thema=sport&zweven=1")

    assert links(root) == {
        "self": "http://testserver/praktijken/atom/?q=voetbal&thema=sport",
        "alternate": "http://testserver/praktijken/?q=voetbal&thema=sport",
    }
    assert text(root, "id") == "tag:localhost,2026:/praktijken/?q=voetbal&thema=sport"
    assert text(root, "title") == "Leerkring: Praktijken, voetbal, Thema: Sport"
    assert [text(entry, "title") for entry in root.iter(f"{ATOM}entry")] == ["Voetbal & <b>meer</b>"]


def test_page_names_its_feed(client, two):
    response = client.get("/praktijken/?q=voetbal")

    head, body = response.content.decode().split("<body")
    assert 'type="application/atom+xml"' in head
    assert [part.count('href="/praktijken/atom/?q=voetbal"') for part in (head, body)] == [1, 1]


@pytest.mark.parametrize("kind", ["gemeente", "onderwerp"])
def test_what_is_not_dated_has_no_feed(client, two, kind):
    assert client.get(f"/praktijken/atom/?q=voetbal&soort={kind}").status_code == 404
    assert "atom" not in client.get(f"/praktijken/?q=tilburg&soort={kind}").content.decode()


@pytest.mark.parametrize("address", ["/praktijken/atom/", "/praktijken/json/"])
@pytest.mark.parametrize("question", ["?q=voetbal", "?q=niets"])
def test_reader_that_comes_again_hears_that_nothing_changed(client, two, saved, time_machine, address, question):
    first = client.get(address + question)
    time_machine.move_to("2026-06-01 12:00 +0200")

    again = client.get(address + question, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content, first["Cache-Control"]) == (304, b"", "no-cache")
    with saved():
        published_practice(title="Niets dan voetbal")
    later = client.get(address + question, headers={"if-none-match": first["ETag"]})
    assert (later.status_code, later["Vary"]) == (200, "Cookie")


@pytest.mark.parametrize("parameter", ["q", "thema", "soort", "sorteer", "pagina"])
def test_hostile_text_gets_a_feed_that_can_be_read(client, two, parameter):
    for hostile in HOSTILE:
        response = client.get("/praktijken/atom/", {parameter: hostile.encode("utf-8", "surrogatepass")})
        assert response.status_code == 200, hostile
        ET.fromstring(response.content)  # noqa: S314 - our own XML


def test_characters_that_xml_forbids_are_left_out(client, saved):
    with saved():
        published_practice(title="Voetbal\x0b samen\ufffe", slug="samen")

    (entry,) = feed(client, "?q=voetbal").iter(f"{ATOM}entry")

    assert text(entry, "title") == "Voetbal  samen "


@pytest.mark.parametrize("address", ["/praktijken/atom/", "/praktijken/json/"])
def test_feeds_are_only_read(client, address):
    assert client.post(address).status_code == 405
