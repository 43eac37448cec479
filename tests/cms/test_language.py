import pytest

pytestmark = pytest.mark.django_db


def test_visitor_with_an_english_browser_reads_dutch(client):
    response = client.get("/over/", headers={"accept-language": "en-GB,en"})

    assert response.headers["Content-Language"] == "nl"


def test_visitor_reads_the_language_that_was_chosen(client):
    client.post("/taal/setlang/", {"language": "en", "next": "/over/"})

    response = client.get("/over/", headers={"accept-language": "nl"})

    assert response.headers["Content-Language"] == "en"


@pytest.mark.parametrize("cookie", ["de", "xx", "../../etc", "nl-BE", ""])
def test_language_that_is_not_offered_gives_dutch(client, cookie):
    client.cookies["django_language"] = cookie

    assert client.get("/over/").headers["Content-Language"] == "nl"
