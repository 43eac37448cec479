import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.permissions import policy_registry

from networks.people.models import User
from practices.taxonomy import usage
from practices.taxonomy.choices import TermKind
from practices.taxonomy.models import Approach, Theme
from practices.taxonomy.permissions import EDITING_PERMISSIONS
from tests.practices.taxonomy.tagged.models import Note
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def public_notes(monkeypatch):
    monkeypatch.setattr(usage, "_registered", [])
    usage.register_usage(used_by=lambda: Note.objects.filter(is_public=True), paths={TermKind.THEME: "themes"})


def somebody(*permissions):
    """A person who may enter the admin, with these permissions."""
    person = User.objects.create_user(f"iemand{User.objects.count()}@voorbeeld.example", "geheim")
    for name in ("wagtailadmin.access_admin", *permissions):
        app_label, codename = name.split(".")
        person.user_permissions.add(Permission.objects.get(content_type__app_label=app_label, codename=codename))
    return person


@pytest.fixture
def coordinator(client):
    person = somebody(*EDITING_PERMISSIONS)
    client.force_login(person)
    return person


@pytest.fixture
def editor(client):
    person = somebody()
    client.force_login(person)
    return person


def note(*themes, is_public=True):
    note = Note(title="Notitie", is_public=is_public)
    note.themes.set(themes)
    note.save()
    return note


def form_data(**changed):
    return {"name": "Sport", "definition": "", "synonyms": "", "parent": "", "mark": "", "sort_order": "0", **changed}


@pytest.mark.usefixtures("coordinator")
def test_list_shows_how_many_visible_things_carry_each_term(client):
    theme = ThemeFactory(name="Sport")
    note(theme)
    note(theme, is_public=False)

    response = client.get(reverse("term_theme:index"))

    assert [(term.name, term.usage) for term in response.context["object_list"]] == [("Sport", 1)]


@pytest.mark.usefixtures("coordinator")
def test_list_can_be_put_in_order_of_use(client):
    rare, common = ThemeFactory(name="A"), ThemeFactory(name="B")
    note(common)

    response = client.get(reverse("term_theme:index"), {"ordering": "-usage"})

    assert list(response.context["object_list"]) == [common, rare]


@pytest.mark.usefixtures("coordinator")
def test_list_of_any_length_asks_the_same_number_of_queries(client, django_assert_num_queries):
    group = ThemeFactory()
    note(ThemeFactory(parent=group))
    address = reverse("term_theme:index")
    client.get(address)

    with CaptureQueriesContext(connection) as short_list:
        client.get(address)
    for _ in range(10):
        note(ThemeFactory(parent=group))

    with django_assert_num_queries(len(short_list)):
        client.get(address)


@pytest.mark.usefixtures("coordinator")
def test_coordinator_adds_a_theme_with_synonyms_one_on_each_line(client):
    group = ThemeFactory()

    client.post(
        reverse("term_theme:add"),
        form_data(synonyms="voetbalclub\r\n\r\n sportclub \r\n", parent=group.pk, mark="sport"),
    )

    theme = Theme.objects.get(name="Sport")
    assert (theme.slug, theme.synonyms, theme.parent_id, theme.mark) == (
        "sport",
        ["voetbalclub", "sportclub"],
        group.pk,
        "sport",
    )


@pytest.mark.usefixtures("coordinator")
def test_form_shows_synonyms_one_on_each_line(client):
    theme = ThemeFactory(synonyms=["voetbalclub", "sportclub"])

    response = client.get(reverse("term_theme:edit", args=[theme.pk]))

    assert response.context["form"]["synonyms"].value() == "voetbalclub\nsportclub"


@pytest.mark.usefixtures("coordinator")
def test_name_that_is_taken_gets_a_message(client):
    ThemeFactory(name="Sport")

    response = client.post(reverse("term_theme:add"), form_data(name="sport"))

    assert response.context["form"].errors["__all__"] == ["Er is al een trefwoord met deze naam."]
    assert Theme.objects.count() == 1


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize(
    ("synonyms", "message"),
    [
        ("x" * 81, f"‘{'x' * 81}’ is te lang. Zet elk woord op een eigen regel."),
        ("\n".join(str(number) for number in range(41)), "Geef hoogstens 40 woorden."),
    ],
)
def test_synonyms_that_are_too_many_or_too_long_get_a_message(client, synonyms, message):
    response = client.post(reverse("term_theme:add"), form_data(synonyms=synonyms))

    assert response.context["form"].errors == {"synonyms": [message]}


@pytest.mark.usefixtures("coordinator")
def test_only_groups_can_be_chosen_as_group(client):
    group = ThemeFactory()
    theme = ThemeFactory(parent=group)
    ThemeFactory(merged_into=group)

    response = client.get(reverse("term_theme:edit", args=[theme.pk]))

    assert list(response.context["form"].fields["parent"].queryset) == [group]


@pytest.mark.usefixtures("coordinator")
def test_change_shows_in_the_history(client, coordinator):
    theme = ThemeFactory()
    client.post(reverse("term_theme:edit", args=[theme.pk]), form_data())

    response = client.get(reverse("term_theme:history", args=[theme.pk]))

    assert [(entry.action, entry.user) for entry in response.context["object_list"]] == [("wagtail.edit", coordinator)]


def test_merge_shows_in_the_history_of_both_terms(client, coordinator):
    source, target = ApproachFactory(name="Praten"), ApproachFactory(name="Dialoog")

    client.post(reverse("term_approach:merge", args=[source.pk]), {"target": target.pk})

    for term in (source, target):
        response = client.get(reverse("term_approach:history", args=[term.pk]))
        messages = [(entry.user, str(entry.message)) for entry in response.context["object_list"]]
        assert messages == [(coordinator, "‘Praten’ is opgegaan in ‘Dialoog’.")]


@pytest.mark.usefixtures("coordinator")
def test_choosing_a_target_shows_what_will_change_and_changes_nothing(client):
    source, target = ThemeFactory(name="Voetbal"), ThemeFactory(name="Sport")
    note(source)
    note(source, target)

    response = client.get(reverse("term_theme:merge", args=[source.pk]), {"target": target.pk})

    page = response.content.decode()
    assert "1 koppeling gaat mee." in page
    assert "1 koppeling is dubbel en vervalt." in page
    assert "Nieuwe synoniemen: Voetbal." in page
    assert Theme.objects.active().count() == 2


@pytest.mark.usefixtures("coordinator")
def test_confirming_merges_and_says_so(client):
    source, target = ThemeFactory(name="Voetbal"), ThemeFactory(name="Sport")
    tagged = note(source)

    response = client.post(reverse("term_theme:merge", args=[source.pk]), {"target": target.pk}, follow=True)

    assert list(Note.objects.get(pk=tagged.pk).themes.all()) == [target]
    assert [str(message).strip() for message in response.context["messages"]] == ["‘Voetbal’ is opgegaan in ‘Sport’."]
    assert response.redirect_chain == [(reverse("term_theme:index"), 302)]


@pytest.mark.usefixtures("coordinator")
def test_impossible_merge_is_explained_before_and_refused_after(client):
    group = ThemeFactory()
    child = ThemeFactory(parent=group)
    address = reverse("term_theme:merge", args=[group.pk])
    reason = "Een groep kan niet opgaan in een thema uit die groep. Verplaats eerst dat thema."

    before = client.get(address, {"target": child.pk})
    after = client.post(address, {"target": child.pk}, follow=True)

    assert before.context["refusal"] == reason
    assert "preview" not in before.context
    assert [str(message).strip() for message in after.context["messages"]] == [reason]
    assert Theme.objects.active().count() == 2


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize("target", ["", "999999", "abc", "'; --"])
def test_wrong_target_is_not_an_error_of_ours(client, target):
    address = reverse("term_theme:merge", args=[ThemeFactory().pk])

    assert client.get(address, {"target": target}).status_code == 200
    assert client.post(address, {"target": target}, follow=True).status_code == 200
    assert Theme.objects.active().count() == 1


@pytest.mark.usefixtures("coordinator")
def test_term_of_another_kind_is_no_target(client):
    theme, approach = ThemeFactory(), ApproachFactory()

    client.post(reverse("term_theme:merge", args=[theme.pk]), {"target": approach.pk})

    assert Theme.objects.active().count() == 1
    assert Approach.objects.active().count() == 1


@pytest.mark.usefixtures("coordinator")
def test_merged_term_can_no_longer_be_edited_or_merged(client):
    merged = ThemeFactory(merged_into=ThemeFactory())

    assert client.get(reverse("term_theme:edit", args=[merged.pk])).status_code == 404
    assert client.get(reverse("term_theme:merge", args=[merged.pk])).status_code == 404


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("view", ["index", "add", "edit", "merge", "history"])
def test_editor_of_a_municipality_does_not_get_at_the_words(client, view):
    theme, target = ThemeFactory(), ThemeFactory()
    args = [] if view in ("index", "add") else [theme.pk]

    for response in (
        client.get(reverse(f"term_theme:{view}", args=args)),
        client.post(reverse(f"term_theme:{view}", args=args), {**form_data(), "target": target.pk}),
    ):
        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert set(Theme.objects.active()) == {theme, target}


@pytest.mark.parametrize("person", ["coordinator", "administrator"])
def test_nobody_can_delete_a_term(client, person, request):
    if person == "coordinator":
        request.getfixturevalue("coordinator")
    else:
        client.force_login(User.objects.create_superuser("beheer@voorbeeld.example", "geheim"))
    theme = ThemeFactory()

    page = client.get(reverse("term_theme:edit", args=[theme.pk])).content.decode()
    response = client.post(f"/admin/woorden/themas/delete/{theme.pk}/")

    assert "/delete/" not in page
    assert response.status_code == 404
    assert list(Theme.objects.all()) == [theme]


def test_policy_refuses_deleting_even_to_an_administrator():
    administrator = User.objects.create_superuser("beheer@voorbeeld.example", "geheim")
    policy = policy_registry.get_by_type(Theme)

    allowed = {action for action in ("add", "change", "delete") if policy.user_has_permission(administrator, action)}

    assert allowed == {"add", "change"}
    assert not policy.user_has_any_permission(administrator, ["delete"])
