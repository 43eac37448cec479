import pytest

from tests.cms.factories import municipality, shared_practice, site_home, theme


@pytest.fixture
def home(db):
    return site_home()


def test_home_puts_search_first(client, home):
    page = client.get("/").content.decode()

    assert "<h1>Wat leerde een andere gemeente al?</h1>" in page
    assert page.index('role="search"') < page.index("<h2")


def test_editors_choose_the_heading_and_the_searches_to_try(client, home):
    home.heading = "Wat werkt er in de wijk?"
    home.popular_searches = "racisme in het voetbal\n\nstage & discriminatie\n"
    home.save()

    page = client.get("/").content.decode()

    assert "<h1>Wat werkt er in de wijk?</h1>" in page
    assert page.count('/praktijken/?q=racisme%20in%20het%20voetbal">racisme in het voetbal</a>') == 1
    assert page.count('/praktijken/?q=stage%20%26%20discriminatie">stage &amp; discriminatie</a>') == 1


def test_figures_count_live_real_practices_and_the_municipalities_that_lead_them(client, home):
    sport, tilburg = theme("Sport", "Samenleven"), municipality("Tilburg")
    shared_practice("Een", themes=[sport], municipality=tilburg)
    shared_practice("Twee", themes=[sport], municipality=tilburg)
    shared_practice("Zonder naam", themes=[sport])
    shared_practice("Verzonnen", themes=[sport], municipality=municipality("Voorbeeld"), is_fictional=True)
    draft = shared_practice("Concept", themes=[sport], municipality=municipality("Venlo"))
    draft.unpublish()

    response = client.get("/")

    assert response.context["figures"] == {"practices": 3, "municipalities": 1}
    assert response.context["sizes"] == [2]


def test_themes_stand_below_their_group_most_practices_first(client, home):
    sport, school = theme("Sport", "Samenleven"), theme("School", "Samenleven")
    theme("Wonen", "Samenleven")
    shared_practice("Een", themes=[sport])
    shared_practice("Twee", themes=[school])
    shared_practice("Drie", themes=[school])

    [(group, themes)] = client.get("/").context["theme_groups"]

    assert (group.name, group.usage) == ("Samenleven", 3)
    assert [(one.name, one.usage) for one in themes] == [("School", 2), ("Sport", 1)]


def test_newest_practice_stands_first_and_large(client, home):
    sport = theme("Sport", "Samenleven")
    for title in ["Oud", "Nieuw"]:
        shared_practice(title, themes=[sport])

    response = client.get("/")

    assert [practice.title for practice in response.context["newest"]] == ["Nieuw", "Oud"]
    assert response.content.decode().count("lk-card--lead") == 1


def test_empty_site_says_so(client, home):
    assert "Nog niemand deelde een praktijk." in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_home_asks_as_many_queries_for_one_practice_as_for_thirty(client, home, count, django_assert_num_queries):
    themes = [theme(f"Thema {number}", "Samenleven") for number in range(3)]
    for number in range(count):
        shared_practice(f"Praktijk {number}", themes=themes, municipality=municipality(f"Gemeente {number}"))
    client.get("/")

    with django_assert_num_queries(12):
        client.get("/")
