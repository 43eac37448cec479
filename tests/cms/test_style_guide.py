from django.conf import settings
from django.test import Client

COMPONENTS = settings.BASE_DIR / "templates" / "components"
# The large circle on the home page and the code of an error page stand on pages of their own.
SHOWN_ELSEWHERE = {"components/sharing_ring.html", "components/state.html"}


def test_style_guide_shows_every_component(db, client):
    names = {f"components/{path.name}" for path in COMPONENTS.glob("*.html")}

    response = client.get("/stijlgids/")

    assert response.status_code == 200
    assert names - {template.name for template in response.templates} == SHOWN_ELSEWHERE


def test_style_guide_asks_the_database_nothing(db, client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/stijlgids/")


def test_style_guide_speaks_both_languages(db):
    reader = Client()

    dutch = reader.get("/stijlgids/").content.decode()
    reader.post("/taal/setlang/", {"language": "en"})
    english = reader.get("/stijlgids/").content.decode()

    assert '<html lang="en">' in english
    assert "<h1>Style guide</h1>" in english
    assert '<html lang="nl">' in dutch
    assert "<h1>Stijlgids</h1>" in dutch


def test_visitor_changes_the_language_and_stays_on_the_page(db, client):
    response = client.post("/taal/setlang/", {"language": "en", "next": "/over/"}, follow=True)

    assert response.redirect_chain == [("/over/", 302)]
    assert "<h1>About Leerkring</h1>" in response.content.decode()
