import pytest

from practices.municipalities.look_up import look_up
from practices.municipalities.models import Municipality
from tests.practices.municipality_factories import EndedMunicipalityFactory, MunicipalityFactory

HAARENS_SUCCESSORS = ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Den Haag", "'s-Gravenhage"),
        ("’s Gravenhage", "'s-Gravenhage"),
        ("DEN BOSCH", "'s-Hertogenbosch"),
        ("s-Hertogenbosch", "'s-Hertogenbosch"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("Bergen (L.)", "Bergen (L)"),
        ("bergen nh", "Bergen (NH)"),
        ("Hengelo (O.)", "Hengelo"),
        ("Rijswijk (ZH.)", "Rijswijk"),
        ("Middelburg (Z.)", "Middelburg"),
        ("Nuenen", "Nuenen, Gerwen en Nederwetten"),
        ("gemeente Utrecht", "Utrecht"),
        ("Alphen a/d Rijn", "Alphen aan den Rijn"),
        ("gm0344", "Utrecht"),
    ],
)
def test_any_spelling_leads_to_the_municipality(register, text, name):
    found = look_up(text)

    assert [found.municipality.name, found.choices, found.old_name] == [name, [], None]


@pytest.mark.parametrize(
    ("text", "name", "old_name"),
    [
        ("haren", "Groningen", "Haren"),
        ("Menaldumadeel", "Waadhoeke", "Menaldumadeel"),
        ("nieuw-lekkerland", "Molenlanden", "Nieuw-Lekkerland"),
        ("Ubbergen", "Berg en Dal", "Ubbergen"),
        ("Skarsterlan", "De Fryske Marren", "Skarsterlân"),
        ("St. Anthonis", "Land van Cuijk", "Sint Anthonis"),
        ("Weesp", "Amsterdam", "Weesp"),
    ],
)
def test_an_old_name_leads_to_the_present_municipality(register, text, name, old_name):
    found = look_up(text)

    assert [found.municipality and found.municipality.name, found.old_name] == [name, old_name]


def test_every_old_name_leads_somewhere(register):
    ended = Municipality.objects.exclude(valid_until=None)
    split = {"Boarnsterhim", "Haaren", "Littenseradiel", "Maasdonk", "Meerlo-Wanssum", "Winsum"}

    assert {old.name for old in ended if look_up(old.name).choices} == split
    assert [old.name for old in ended if not look_up(old.name)] == []


def test_a_split_municipality_asks_which(register):
    found = look_up("Haaren")

    assert [found.municipality, found.old_name] == [None, "Haaren"]
    assert [choice.name for choice in found.choices] == HAARENS_SUCCESSORS


def test_a_shared_name_asks_which(register):
    found = look_up("Bergen")

    assert [found.municipality, found.old_name] == [None, None]
    assert [choice.name for choice in found.choices] == ["Bergen (L)", "Bergen (NH)"]


def test_part_of_a_name_gives_choices_with_the_first_letters_first(register):
    assert [choice.name for choice in look_up("alphen").choices] == ["Alphen aan den Rijn", "Alphen-Chaam"]
    assert [choice.name for choice in look_up("horst").choices] == [
        "Horst aan de Maas",
        "Bronckhorst",
        "Maashorst",
        "Staphorst",
    ]
    assert len(look_up("berg").choices) == 10


@pytest.mark.parametrize("text", ["", "  ", "ti", "xyzzy", "%", "' OR 1=1 --", "\x00", "a" * 100_000])
def test_what_names_nothing_gives_nothing(register, text):
    assert not look_up(text)


@pytest.mark.parametrize(("text", "queries"), [("Den Haag", 1), ("Menaldumadeel", 2), ("Haaren", 2), ("alphen", 2)])
def test_looking_up_asks_at_most_two_queries(register, django_assert_num_queries, text, queries):
    with django_assert_num_queries(queries):
        assert look_up(text)


@pytest.mark.django_db
def test_successors_that_lead_in_a_circle_end_somewhere():
    one, two = EndedMunicipalityFactory(name="Een"), EndedMunicipalityFactory(name="Twee")
    one.successors.add(two)
    two.successors.add(one)

    assert not look_up("Een")

    two.successors.add(MunicipalityFactory(name="Drie"))

    assert look_up("Een").municipality.name == "Drie"
