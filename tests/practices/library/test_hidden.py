"""What readers may not see does not exist for them: no hit, no count, no suggestion, no file."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from practices.library.models import ContactPerson, FundingSource, KnowledgeSource, Partner, PracticePage
from practices.municipalities.choices import Province
from search.engines import get_engine
from search.query import SearchQuery
from tests.networks.factories import PersonFactory
from tests.practices.practice_factories import municipality_page, practice_draft, publish, published_practice, story
from tests.practices.term_factories import (
    ApproachFactory,
    GroundFactory,
    PartnerKindFactory,
    RoleFactory,
    TargetGroupFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

SECRET = "geheimwoord"
LESSON = [{"type": "lesson", "value": {"text": f"Les {SECRET}", "why": f"Omdat {SECRET}"}}]
INDICATOR = [
    {
        "type": "indicator",
        "value": {
            "name": f"Meting {SECRET}",
            "unit": "%",
            "explanation": SECRET,
            "baseline": 1,
            "baseline_year": 2020,
            "measurements": [{"year": 2021, "value": 2, "note": SECRET}],
        },
    }
]
STORY = (
    "content", "reason", "origin", "course", "yield_municipality", "yield_partners", "yield_residents",
    "knowledge_role", "continuation",
)  # fmt: skip
TEXT = (
    "neighbourhood", "policy_context", "budget_spent_on", "evidence_issuer", "next_payer", "stopped_reason",
    "source_title", "source_chapter", "source_author", "last_reviewed_by", "theory_input", "theory_activities",
    "theory_short_term", "theory_middle_term", "theory_long_term",
)  # fmt: skip


@pytest.fixture(autouse=True)
def empty_index(search_index):
    """Only what is sent through the outbox can be found."""


@pytest.fixture
def tags():
    """One word of each kind, as fields of a practice; the public and the hidden practices share them."""
    return {
        "themes": [ThemeFactory(name="Sport")],
        "approaches": [ApproachFactory(name="Gesprek")],
        "target_groups": [TargetGroupFactory(name="Jongeren")],
        "grounds": [GroundFactory(name="Herkomst")],
        "roles": [RoleFactory(name="Werkgever")],
    }


def secret_draft(parent, tags, slug, **fields):
    """A practice nobody published, with the secret word in every field that holds words."""
    practice = practice_draft(
        parent,
        title=f"Het {SECRET}",
        slug=slug,
        summary=f"Over een {SECRET}.",
        own_experience=f"<p>{SECRET}</p>",
        contact_email=f"{SECRET}@voorbeeld.example",
        lessons_worked=LESSON,
        lessons_failed=LESSON,
        indicators=INDICATOR,
        phase="uitvoeren",
        start_year=2021,
        budget_eur=1000,
        evidence_level="goed-beschreven",
        **dict.fromkeys(STORY, story(SECRET)),
        **dict.fromkeys(TEXT, SECRET),
        **tags,
        **fields,
    )
    practice.partners = [Partner(name=SECRET, role=SECRET, kind=PartnerKindFactory(name=f"Soort {slug}"))]
    practice.knowledge_sources = [KnowledgeSource(title=SECRET, note=SECRET)]
    practice.funding_sources = [FundingSource(kind="grant", name=SECRET, amount_eur=1)]
    practice.contacts = [ContactPerson(name=f"Persoon {SECRET}", function=SECRET, phone="0123456789")]
    practice.save()
    return practice


@pytest.fixture
def public(tags):
    """The one practice that everybody may read, in Tilburg."""
    tilburg = municipality_page("Tilburg", province=Province.NOORD_BRABANT)
    return published_practice(tilburg, title="Voetbal voor iedereen", phase="uitvoeren", start_year=2021, **tags)


@pytest.fixture
def hidden(public, tags, saved):
    """Practices that are out of sight for every reason there is, in the same municipality where that can be."""
    tilburg = public.get_parent()
    closed = municipality_page("Venray", province=Province.NOORD_BRABANT)
    with saved():
        draft = secret_draft(tilburg, tags, "concept")
        planned = publish(secret_draft(tilburg, tags, "gepland"), go_live_at=timezone.now() + timedelta(days=1))
        taken_down = publish(secret_draft(tilburg, tags, "offline"))
        private, shared = (publish(secret_draft(tilburg, tags, slug)) for slug in ("besloten", "wachtwoord"))
        below = publish(secret_draft(closed, tags, "eronder"))
    with saved():
        taken_down.unpublish()
        for page in (private, closed):
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        PageViewRestriction.objects.create(page=shared, restriction_type=PageViewRestriction.PASSWORD, password="kring")
        publish(public, title="Voetbal voor allen")
    return [draft, planned, taken_down, private, shared, below]


def addresses(practices):
    """Every public address that lists, counts, compares or exports practices."""
    keys = "&".join(f"p={practice.pk}" for practice in practices)
    return [
        "/", "/praktijken/", f"/praktijken/?q={SECRET}", "/praktijken/?thema=sport",
        f"/praktijken/suggesties/?q={SECRET[:5]}", "/praktijken/suggesties/?q=het",
        "/themas/", "/aanpakken/", "/partners/", "/themas/sport/", "/aanpakken/gesprek/",
        "/doelgroepen/jongeren/", "/gronden/herkomst/", "/rollen/werkgever/", "/partners/soort-concept/",
        "/gemeenten/", "/gemeenten/tilburg/", "/provincies/noord-brabant/", f"/vergelijken/?{keys}",
        f"/vergelijken/?{keys}&formaat=csv", f"/vergelijken/?p={practices[-1].pk}",
    ]  # fmt: skip


def test_secret_word_shows_when_it_is_public(client, public, tags, saved):
    with saved():
        shown = publish(secret_draft(public.get_parent(), tags, "openbaar"))

    where = [address for address in addresses([public, shown]) if SECRET in client.get(address).content.decode()]

    # Lists of words tell how often, not where; the others all tell of the practice.
    assert [address for address in addresses([public, shown]) if address not in where] == [
        "/praktijken/suggesties/?q=het", "/themas/", "/aanpakken/", "/partners/", "/partners/soort-concept/",
        "/gemeenten/",
    ]  # fmt: skip


def test_hidden_practices_show_nowhere(client, public, hidden):
    everything = [public, *hidden]

    for address in addresses(everything):
        response = client.get(address, follow=True)
        body = response.content.decode()
        # The page of results repeats the question, which is the word itself.
        words = [f"Het {SECRET}", f"Over een {SECRET}"] if SECRET in address else [SECRET]
        assert (response.status_code, [word for word in words if word in body]) == (200, []), address


@pytest.mark.parametrize("slug", ["concept", "gepland", "offline", "besloten", "wachtwoord"])
def test_hidden_page_shows_nothing_of_itself(client, hidden, slug):
    body = client.get(f"/gemeenten/tilburg/{slug}/", follow=True).content.decode()

    assert SECRET not in body


def test_hidden_practices_count_nowhere(client, public, hidden):
    search = client.get("/praktijken/").context["page"]
    counts = {facet.name: [value.count for value in facet.values] for facet in search.facets}

    assert search.results.total == 1
    assert {count for shown in counts.values() for count in shown} == {1}
    assert client.get("/").context["figures"] == {"practices": 1, "municipalities": 1}
    assert client.get("/themas/sport/").context["figures"] == {"practices": 1, "municipalities": 1}
    province = client.get("/provincies/noord-brabant/").context
    assert province["figures"] == {"practices": 1, "municipalities": 1}
    assert {place.name: place.practice_count for place in province["municipalities"]} == {"Tilburg": 1, "Venray": 0}
    assert [theme.usage for section in client.get("/themas/").context["sections"] for theme in [section[0]]] == [1]
    assert client.get("/gemeenten/tilburg/").context["page_obj"].paginator.count == 1


def test_hidden_practices_are_not_suggested_nor_similar_nor_near(client, public, hidden):
    page = client.get(public.url).context

    assert client.get("/praktijken/suggesties/", {"q": "geheim"}).json() == {"suggestions": []}
    assert (page["similar"], page["nearby"]) == ([], [])


def test_hidden_practices_cannot_be_compared(client, public, hidden):
    for practice in hidden:
        context = client.get("/vergelijken/", {"p": [public.pk, practice.pk]}).context
        assert context["practices"] == [public]
        assert len(context["form"].notices) == 1


def test_figures_of_hidden_practices_cannot_be_downloaded(client, public, hidden):
    assert {client.get(f"/praktijken/{practice.pk}/cijfers/0/").status_code for practice in hidden} == {404}


def test_index_that_lags_shows_nothing_that_is_hidden_now(client, public, saved):
    with saved():
        publish(public)
    assert len(client.get("/praktijken/", {"q": "voetbal"}).context["page"].found) == 1
    PracticePage.objects.update(live=False)

    page = client.get("/praktijken/", {"q": "voetbal"})

    assert (page.context["page"].found, "Voetbal voor" in page.content.decode()) == ([], False)


@pytest.mark.parametrize(
    "address",
    [
        "{url}",
        "{url}?print",
        "/praktijken/?q=geheimwoord",
        "/vergelijken/?p={pk}&p={other}",
        "/vergelijken/?p={pk}&p={other}&formaat=csv",
        "/praktijken/suggesties/?q=geheim",
        "/praktijken/{pk}/cijfers/0/",
    ],
)
def test_contacts_are_for_people_who_signed_in(client, public, tags, saved, address):
    with saved():
        practice = publish(secret_draft(public.get_parent(), tags, "openbaar"))
    address = address.format(url=practice.url, pk=practice.pk, other=public.pk)
    contacts = [f"Persoon {SECRET}", f"{SECRET}@voorbeeld.example", "0123456789"]

    visitor = client.get(address).content.decode()
    client.force_login(PersonFactory(), backend="django.contrib.auth.backends.ModelBackend")
    member = client.get(address).content.decode()

    assert [contact for contact in contacts if contact in visitor] == []
    assert [contact for contact in contacts if contact in member] == (contacts if practice.url in address else [])


def test_contacts_cannot_be_searched(public, tags, saved):
    with saved():
        practice = publish(secret_draft(public.get_parent(), tags, "openbaar"))
    practice.contacts = [ContactPerson(name="Jansje Zwaluw", function="beleidsmaakster")]
    with saved():
        publish(practice, contacts=practice.contacts.all(), contact_email="zwaluwnest@voorbeeld.example")

    for word in ("Zwaluw", "beleidsmaakster", "zwaluwnest"):
        assert get_engine().search(SearchQuery(text=word)).total == 0
        assert get_engine().suggest(word, audiences=("public",)) == []
