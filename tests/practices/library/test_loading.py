"""Practices from files: loaded once, never over an editor, and all or nothing."""

from datetime import date

import pytest
from PIL import Image
from wagtail.images import get_image_model

from practices.library.loading import ContentError
from practices.library.models import PracticePage
from practices.taxonomy.merging import merge_terms
from practices.taxonomy.models import PartnerKind, Theme
from tests.practices.municipality_factories import MunicipalityFactory
from tests.practices.practice_factories import publish
from tests.practices.term_factories import PartnerKindFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(words):
    """The small site that files are loaded in."""


def html_of(practice, name="content"):
    return [str(block.value) for block in getattr(practice, name)]


def test_file_becomes_a_published_practice_below_its_municipality(write, load):
    write()

    (practice,) = load()

    practice = PracticePage.objects.get(pk=practice.pk)
    assert (practice.live, practice.url) == (True, "/gemeenten/tilburg/voetbal/")
    assert (practice.municipality.name, practice.content_key) == ("Tilburg", "voetbal")
    assert [theme.name for theme in practice.themes.all()] == ["Sport"]
    assert html_of(practice) == ["<p>Drie gesprekken per club.</p>"]


def test_practice_whose_source_hides_the_name_has_no_municipality(write, load):
    write(municipality=None)

    load()

    practice = PracticePage.objects.get()
    assert (practice.municipality, practice.url) == (None, "/praktijken/voetbal/")


def test_everything_that_a_file_tells_is_kept(write, load):
    MunicipalityFactory(name="Goirle", cbs_code="GM0785")
    write(
        other_municipalities=["GM0785"],
        start="2020-09",
        end=2022,
        theory={"input": ["Geld", "Tijd"]},
        money={
            "budget_eur": 25000,
            "hours_per_week": 4.5,
            "sources": [{"kind": "grant", "name": "Regeling", "amount_eur": 9}],
        },
        partners=[{"name": "SV Noord", "kind": "sportclub", "role": "Geeft ruimte"}, {"name": "Een buur"}],
        knowledge_sources=[{"title": "Handreiking"}],
        evidence={"level": "goed-beschreven", "date": date(2024, 5, 1)},
        lessons={"worked": [{"text": "Vroeg beginnen", "why": "Dan is er tijd"}], "failed": [{"text": "Haast"}]},
        indicators=[
            {"name": "Clubs", "baseline": {"year": 2020, "value": 0}, "measurements": [{"year": 2021, "value": 3}]}
        ],
    )

    load()

    practice = PracticePage.objects.get()
    assert [place.name for place in practice.other_municipalities.all()] == ["Goirle"]
    assert (practice.start_year, practice.start_month, practice.end_year, practice.end_month) == (2020, 9, 2022, None)
    assert practice.theory_steps[0].lines == ["Geld", "Tijd"]
    assert (practice.budget_eur, str(practice.hours_per_week)) == (25000, "4.5")
    assert [(row.kind, row.name, row.amount_eur) for row in practice.funding_sources.all()] == [
        ("grant", "Regeling", 9)
    ]
    assert [(row.name, row.kind and row.kind.name, row.role) for row in practice.partners.all()] == [
        ("SV Noord", "Sportclub", "Geeft ruimte"),
        ("Een buur", None, ""),
    ]
    assert [row.title for row in practice.knowledge_sources.all()] == ["Handreiking"]
    assert (practice.evidence_level, practice.evidence_date) == ("goed-beschreven", date(2024, 5, 1))
    assert [dict(block.value) for block in practice.lessons_worked] == [
        {"text": "Vroeg beginnen", "why": "Dan is er tijd"}
    ]
    assert [dict(block.value) for block in practice.lessons_failed] == [{"text": "Haast", "why": ""}]
    assert [(point["year"], point["value"]) for point in practice.indicators[0].value.points] == [(2020, 0), (2021, 3)]


def test_lines_that_the_file_wraps_are_joined_within_a_paragraph(write, load):
    wrapped = "Eerst dit,\nen dan dat.\n\nDaarna\nniets.\n"
    write(
        policy_context=wrapped,
        money={"spent_on": wrapped},
        anchoring={"stopped_reason": wrapped},
        summary="Drie clubs\nmaken een plan.",
        story={"content": "Zo gaat\nhet:\n\n- een\n  club\n- twee"},
    )

    load()

    practice = PracticePage.objects.get()
    joined = "Eerst dit, en dan dat.\n\nDaarna niets."
    assert [practice.policy_context, practice.budget_spent_on, practice.stopped_reason] == [joined] * 3
    assert practice.summary == "Drie clubs maken een plan."
    assert html_of(practice) == ["<p>Zo gaat het:</p><ul><li>een club</li><li>twee</li></ul>"]


def test_text_of_a_file_is_text_and_no_markup(write, load):
    write(story={"content": "<script>alert(1)</script> & meer"}, own_experience="Meer < minder")

    load()

    practice = PracticePage.objects.get()
    assert html_of(practice) == ["<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer</p>"]
    assert practice.own_experience == "<p>Meer &lt; minder</p>"


def test_loading_again_makes_no_double(write, load):
    write()
    load()

    assert load() == []
    assert PracticePage.objects.count() == 1


def test_loading_again_leaves_what_editors_changed(write, load):
    write()
    load()
    publish(PracticePage.objects.get(), title="Zoals wij het zeggen", slug="anders")
    PracticePage.objects.get().unpublish()
    write(title="Zoals het bestand het zegt")

    assert load() == []

    practice = PracticePage.objects.get()
    assert (practice.title, practice.slug, practice.live) == ("Zoals wij het zeggen", "anders", False)


def test_file_with_a_word_that_was_merged_gets_the_one_that_stayed(write, load):
    merge_terms(source=Theme.objects.get(slug="sport"), target=ThemeFactory(name="Bewegen"))
    merge_terms(source=PartnerKind.objects.get(slug="sportclub"), target=PartnerKindFactory(name="Vereniging"))
    write(themes=["sport", "bewegen"], partners=[{"name": "SV Noord", "kind": "sportclub"}])

    load()

    practice = PracticePage.objects.get()
    assert [theme.name for theme in practice.themes.all()] == ["Bewegen"]
    assert [partner.kind.name for partner in practice.partners.all()] == ["Vereniging"]


def test_picture_that_is_used_twice_is_kept_once(write, load, folder):
    picture = {"file": "kring.png", "alt": "Een kring"}
    make_picture(folder / "kring.png")
    write(cover=picture, story={"content": [{"text": "Kijk:"}, {"image": picture}]})

    load()

    practice = PracticePage.objects.get()
    assert [image.pk for image in get_image_model().objects.all()] == [practice.cover_id]
    assert practice.cover_id == practice.content[1].value["image"].pk
    assert practice.cover_alt == practice.content[1].value["image"].contextual_alt_text == "Een kring"


def make_picture(path):
    Image.new("RGB", (8, 8)).save(path)


BAD = {
    "geen-yaml": (None, "is no YAML"),
    "geen-sleutels": (None, "the file is not a set of keys and values"),
    "geen-utf8": (None, "is not in UTF-8"),
    "zonder-titel": ({"title": None}, "title is missing"),
    "zonder-bron": ({"source": None}, "source is missing"),
    "zonder-kern": ({"story": {"reason": "Klachten."}}, "story.content is missing"),
    "onbekende-sleutel": ({"colour": "groen"}, "colour is not a key we know"),
    "onbekende-partnersleutel": ({"partners": [{"name": "A", "mail": "b"}]}, "partners 1.mail is not a key we know"),
    "onbekend-thema": ({"themes": ["sport", "zweven"]}, "themes has the unknown word zweven"),
    "onbekende-partnersoort": ({"partners": [{"name": "A", "kind": "x"}]}, "partners has the unknown word x"),
    "onbekende-gemeente": ({"municipality": "GM9999"}, "municipality GM9999 has no page"),
    "onbekende-deelnemer": ({"other_municipalities": ["GM9"]}, "other_municipalities has the unknown code GM9"),
    "met-contact": ({"contact": {"email": "a@b.nl"}}, "contact is for made-up examples only"),
    "verkeerde-soort": ({"themes": "sport"}, "themes is not a list"),
    "verkeerd-bedrag": ({"money": {"budget_eur": "veel"}}, "money.budget_eur is not of the right kind"),
    "verkeerde-datum": ({"reviewed": {"on": "gisteren"}}, "reviewed.on is not of the right kind"),
    "verkeerd-blok": ({"story": {"content": [{"poem": "x"}]}}, "story.content 1.poem is not a key we know"),
    "lange-samenvatting": ({"summary": "x" * 201}, "summary "),
    "onbekende-fase": ({"phase": "dromen"}, "phase "),
    "onbekend-geld": ({"money": {"sources": [{"kind": "loterij", "name": "A"}]}}, "kind "),
    "maand-dertien": ({"start": "2020-13"}, "start_month "),
    "geen-jaar": ({"start": "lente"}, "lente is not a year, or a year and a month such as 2020-09"),
    "eind-voor-begin": ({"start": 2022, "end": 2020}, "end_year "),
    "lange-quote": ({"story": {"content": [{"quote": {"text": "x" * 401}}]}}, "content holds a block that the form"),
    "beeld-kwijt": ({"cover": {"file": "weg.png", "alt": "Weg"}}, "the file "),
}  # fmt: skip


@pytest.fixture
def bad_files(write, folder):
    for name, (changes, _problem) in BAD.items():
        if changes:
            write(name, **changes)
    (folder / "geen-yaml.yaml").write_text("title: [", encoding="utf-8")
    (folder / "geen-sleutels.yaml").write_text("- een\n- twee\n", encoding="utf-8")
    (folder / "geen-utf8.yaml").write_bytes("title: café".encode("latin-1"))


def test_every_problem_of_every_file_is_named_and_nothing_is_loaded(write, load, bad_files):
    write("goed")

    with pytest.raises(ContentError) as refusal:
        load()

    problems = dict(line.split(".yaml: ", 1) for line in str(refusal.value).splitlines())
    assert sorted(problems) == sorted(BAD)
    assert {name: problems[name][: len(start)] for name, (_changes, start) in BAD.items()} == {
        name: start for name, (_changes, start) in BAD.items()
    }
    assert PracticePage.objects.count() == 0


def test_all_problems_of_one_file_are_named(write, load):
    write(title=None, colour="groen", themes=[])

    with pytest.raises(ContentError) as refusal:
        load()

    assert str(refusal.value).splitlines() == [
        "voetbal.yaml: colour is not a key we know",
        "voetbal.yaml: title is missing",
        "voetbal.yaml: themes is missing",
    ]


def test_made_up_example_may_have_contacts_and_no_source(write, load):
    write(source=None, contact={"email": "a@b.example", "people": [{"name": "Noor", "is_deputy": True}]})

    load(is_fictional=True)

    practice = PracticePage.objects.get()
    assert (practice.is_fictional, practice.contact_email) == (True, "a@b.example")
    assert [(person.name, person.is_deputy) for person in practice.contacts.all()] == [("Noor", True)]
