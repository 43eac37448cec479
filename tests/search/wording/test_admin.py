"""Coordinators keep synonyms and pinned answers; others do not get at them."""

import pytest
from django.urls import reverse

from search.language.synonyms import own_rules
from search.wording.models import PinnedAnswer, SynonymRule
from tests.contract.engines import put
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.django_db


def rule_data(words="aap", sign="=", others="noot"):
    return {"words": words, "sign": sign, "others": others}


def add_rule(client, **data):
    return client.post(reverse("search_synonyms:add"), rule_data(**data))


def said(response):
    """What the form says is wrong, in English."""
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


@pytest.mark.usefixtures("coordinator")
def test_coordinator_keeps_a_rule(client):
    response = add_rule(client, words=" voetbalclub,voetbalclub , sportclub", sign=">", others="de vereniging")

    rule = SynonymRule.objects.get()
    assert response.url == reverse("search_synonyms:index")
    assert (rule.words, rule.sign, rule.others) == ("voetbalclub, sportclub", ">", "de vereniging")
    assert str(rule) == "voetbalclub, sportclub > de vereniging"


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": " , "}, "words"),
        ({"words": "de"}, "words"),
        ({"words": "aap, de"}, "words"),
        ({"words": "aap = noot"}, "words"),
        ({"others": "?!"}, "others"),
        ({"others": "noot > mies"}, "others"),
        ({"words": "x" * 201}, "words"),
        ({"sign": "~"}, "sign"),
        ({"words": "plan", "others": "de plannen"}, "__all__"),
        ({"words": "jongeren", "others": "jeugd"}, "__all__"),
        ({"words": "racisme", "sign": ">", "others": "discriminatie"}, "__all__"),
        ({"words": "aap", "sign": "!", "others": "noot"}, "__all__"),
    ],
)
def test_rule_that_changes_nothing_is_explained_and_not_kept(client, data, field):
    response = add_rule(client, **data)

    assert list(said(response)) == [field]
    assert SynonymRule.objects.count() == 0


@pytest.mark.usefixtures("coordinator")
def test_rule_is_kept_once(client):
    rule = SynonymRule.objects.create(words="aap, mies", others="noot")

    response = add_rule(client, words="noten", sign=">", others="apen")
    again = client.post(reverse("search_synonyms:edit", args=[rule.pk]), rule_data(words="aap, mies"))

    assert list(said(response)) == ["__all__"]
    assert (again.status_code, SynonymRule.objects.count()) == (302, 1)


@pytest.mark.usefixtures("coordinator")
def test_rule_is_switched_off_once(client):
    SynonymRule.objects.create(words="jeugd", sign="!", others="jongeren")

    response = add_rule(client, words="jongeren", sign="!", others="de jeugd")

    assert list(said(response)) == ["__all__"]
    assert SynonymRule.objects.count() == 1


@pytest.mark.usefixtures("coordinator")
def test_rule_of_the_project_can_be_widened_and_switched_off(client):
    add_rule(client, words="racisme", others="discriminatie")
    add_rule(client, words="jeugd", sign="!", others="jongeren")

    assert [str(rule) for rule in SynonymRule.objects.order_by("pk")] == ["racisme = discriminatie", "jeugd ≠ jongeren"]


@pytest.mark.usefixtures("coordinator")
def test_rules_are_searched_changed_and_deleted(client):
    aap = SynonymRule.objects.create(words="aap", others="noot")
    boom = SynonymRule.objects.create(words="boom", others="roos")

    found = client.get(reverse("search_synonyms:index"), {"q": "roo"}).context["object_list"]
    client.post(reverse("search_synonyms:edit", args=[boom.pk]), rule_data(words="boom", others="vis"))
    client.post(reverse("search_synonyms:delete", args=[aap.pk]))

    assert list(found) == [boom]
    assert [str(rule) for rule in SynonymRule.objects.all()] == ["boom = vis"]


@pytest.mark.usefixtures("coordinator")
def test_list_of_what_search_knows_leads_to_a_form_that_switches_a_rule_off(client):
    listed = dict(client.get(reverse("search_synonyms:own")).context["rules"])

    form = client.get(listed["ouderen = senioren = bejaarden"]).context["form"]

    assert len(listed) == len(own_rules())
    assert [form[name].value() for name in ("words", "sign", "others")] == ["ouderen", "!", "senioren, bejaarden"]


def pin_data(entry, question="Voetbal en racisme", **more):
    return {"question": question, "find": "", "entry_id": entry.id, "sort_order": "0", **more}


@pytest.fixture
def entries(source, search_index):
    """Two that can be found, one that was hidden while the index does not know it yet."""
    found = [EntryFactory(title="Voetbal in Tilburg"), EntryFactory(title="Muziek in Venray")]
    hidden = EntryFactory(title="Voetbal geheim")
    source.content = {entry.id: entry for entry in found}
    put(search_index, *found, hidden)
    return [*found, hidden]


def choices(response):
    return [id for id, _label in response.context["form"].fields["entry_id"].widget.choices]


@pytest.mark.usefixtures("coordinator")
def test_question_from_the_report_shows_its_answers_and_one_click_pins(client, entries):
    form = client.get(reverse("search_pins:add"), {"question": "voetballen"})
    response = client.post(reverse("search_pins:add"), pin_data(entries[0], question="voetballen"))

    assert (form.context["form"]["question"].value(), choices(form)) == ("voetballen", [entries[0].id])
    assert response.url == reverse("search_pins:index")
    assert list(PinnedAnswer.objects.values_list("question", "key", "entry_id")) == [
        ("voetballen", "voetbal", entries[0].id)
    ]


@pytest.mark.usefixtures("coordinator")
def test_finding_shows_other_answers_and_saves_nothing(client, entries):
    typed = pin_data(entries[0], question="voetbal", find="muziek", **{"find-answers": "1"})

    response = client.post(reverse("search_pins:add"), typed)

    form = response.context["form"]
    assert choices(response) == [entries[0].id, entries[1].id]
    assert (form["question"].value(), form["entry_id"].value(), form.errors) == ("voetbal", entries[0].id, {})
    assert PinnedAnswer.objects.count() == 0


@pytest.mark.usefixtures("coordinator")
def test_hidden_entry_is_never_shown_and_cannot_be_pinned(client, entries):
    hidden = entries[2]

    form = client.get(reverse("search_pins:add"), {"question": "geheim"})
    response = client.post(reverse("search_pins:add"), pin_data(hidden))

    assert choices(form) == []
    assert list(said(response)) == ["entry_id"]
    assert hidden.title not in form.content.decode() + response.content.decode()


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"question": ""}, "question"),
        ({"question": "de van"}, "question"),
        ({"question": "x" * 101}, "question"),
        ({"entry_id": ""}, "entry_id"),
        ({"entry_id": "tests.thing:999999"}, "entry_id"),
        ({"question": "muziek", "sort_order": "-1"}, "sort_order"),
        ({"question": "racisme in het voetbal"}, "__all__"),
    ],
)
def test_pin_that_is_of_no_use_is_explained_and_not_kept(client, entries, data, field):
    client.post(reverse("search_pins:add"), pin_data(entries[0]))

    response = client.post(reverse("search_pins:add"), pin_data(entries[0]) | data)

    assert list(said(response)) == [field]
    assert PinnedAnswer.objects.count() == 1


@pytest.mark.usefixtures("coordinator")
def test_pin_whose_answer_was_hidden_says_so_and_can_be_changed(client, entries, source):
    client.post(reverse("search_pins:add"), pin_data(entries[0], question="voetbal"))
    pin = PinnedAnswer.objects.get()
    title = source.content.pop(entries[0].id).title

    listed = client.get(reverse("search_pins:index")).content.decode()
    address = reverse("search_pins:edit", args=[pin.pk])
    shown = client.get(address)
    kept = client.post(address, pin_data(entries[0], question="voetballen", sort_order="3"))
    changed = client.post(address, pin_data(entries[1], question="voetballen"))

    assert title not in listed + shown.content.decode()
    assert choices(shown) == [entries[0].id]
    assert (kept.status_code, changed.status_code) == (302, 302)
    assert PinnedAnswer.objects.get().entry_id == entries[1].id


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize("name", ["search_synonyms", "search_pins"])
def test_list_of_any_length_asks_the_same_number_of_queries(client, entries, name, django_assert_num_queries):
    address = reverse(f"{name}:index")
    client.get(address)

    for number in range(3):
        SynonymRule.objects.create(words=f"aap{number}", others="noot")
        PinnedAnswer.objects.create(question=f"aap{number}", key=f"aap{number}", entry_id=entries[0].id)
        with django_assert_num_queries(10):
            client.get(address)


ADDRESSES = [
    (f"{name}:{view}", with_pk)
    for name in ("search_synonyms", "search_pins")
    for view, with_pk in [("index", False), ("add", False), ("edit", True), ("delete", True), ("history", True)]
]


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize(
    ("name", "with_pk"), [*ADDRESSES, ("search_synonyms:own", False), ("search_questions:index", False)]
)
def test_editor_of_a_municipality_does_not_get_at_them(client, entries, name, with_pk):
    rule = SynonymRule.objects.create(words="aap", others="noot")
    pin = PinnedAnswer.objects.create(question="aap", key="aap", entry_id=entries[0].id)
    pk = rule.pk if "synonyms" in name else pin.pk
    address = reverse(name, args=[pk] if with_pk else [])

    for response in (client.get(address), client.post(address, {**rule_data(), **pin_data(entries[0])})):
        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert (SynonymRule.objects.count(), PinnedAnswer.objects.count()) == (1, 1)


@pytest.mark.parametrize("name", ["search_synonyms:index", "search_pins:index", "search_questions:index"])
def test_visitor_has_to_sign_in(client, name):
    response = client.get(reverse(name))

    assert (response.status_code, response.url.partition("?")[0]) == (302, reverse("admin_sign_in"))


@pytest.mark.parametrize("person", ["coordinator", "editor"])
def test_menu_shows_what_a_person_may_do(client, request, person):
    request.getfixturevalue(person)
    page = client.get(reverse("wagtailadmin_home")).content.decode()

    names = ["search_questions", "search_synonyms", "search_pins"]
    shown = [name for name in names if reverse(f"{name}:index") in page]
    assert shown == (names if person == "coordinator" else [])


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize("has_rules", [True, False])
def test_list_of_synonyms_leads_to_what_search_knows_by_itself(client, has_rules):
    if has_rules:
        SynonymRule.objects.create(words="aap", others="noot")

    body = client.get(reverse("search_synonyms:index")).content.decode()

    assert body.count(f'href="{reverse("search_synonyms:own")}"') == 1
