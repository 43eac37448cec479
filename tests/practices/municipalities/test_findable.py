"""Municipalities can be found, by every name that their territory ever had, and search keeps step with the register."""

import datetime

import pytest
from django.core.cache import cache
from django.core.management import call_command

from practices.municipalities.loading import load_example_municipality, load_register
from practices.municipalities.models import Municipality, Spelling
from practices.municipalities.reorganising import CACHE_KEY, note_reorganised
from search.engines import get_engine
from search.outbox.checking import compare
from search.outbox.models import Change
from search.query import SearchQuery
from tests.practices.municipality_factories import EndedMunicipalityFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db
LAST_DAY = datetime.date(2025, 12, 31)
SPLIT = ["Leeuwarden", "Súdwest-Fryslân", "Waadhoeke"]


@pytest.fixture(autouse=True)
def empty_index(search_index):
    """Only what is sent through the outbox can be found."""


@pytest.fixture
def chain(saved):
    """Weesp became part of Gooistad, and that of Amsterdam."""
    with saved():
        weesp = EndedMunicipalityFactory(name="Weesp")
        gooistad = EndedMunicipalityFactory(name="Gooistad")
        amsterdam = MunicipalityFactory(name="Amsterdam", province="noord-holland")
        Spelling.objects.create(municipality=weesp, text="Wesep")
        weesp.successors.add(gooistad)
        gooistad.successors.add(amsterdam)
    return weesp, gooistad, amsterdam


def found(text, **facets):
    facets = {name: (value,) for name, value in facets.items()}
    hits = get_engine().search(SearchQuery(text=text, kinds=("municipality",), facets=facets)).hits
    return sorted(hit.title_marked.replace("<mark>", "").replace("</mark>", "") for hit in hits)


def nothing_differs():
    comparison = compare()
    return (comparison.differing, comparison.waiting) == ([], 0)


@pytest.mark.parametrize("text", ["amsterdam", "weesp", "wesep", "gooistad", "noord-holland"])
def test_municipality_is_found_by_all_its_names_and_its_province(chain, text):
    assert found(text) == ["Amsterdam"]


def test_municipality_is_found_by_facets_and_leads_to_its_page(chain):
    (hit,) = get_engine().search(SearchQuery(kinds=("municipality",), facets={"size": ("50-100",)})).hits

    assert (hit.id, hit.url) == (f"municipalities.municipality:{chain[2].pk}", chain[2].get_absolute_url())
    assert found("", province="noord-holland") == ["Amsterdam"]


def test_one_without_province_and_inhabitants_is_found_too(saved):
    with saved():
        MunicipalityFactory(name="Voorbeeldstad", cbs_code="XX1234", is_fictional=True, province="", population=None,
                            population_year=None)  # fmt: skip

    assert found("voorbeeldstad") == ["Voorbeeldstad"]


def rename(weesp, gooistad, amsterdam):
    amsterdam.name = "Nieuw Amsterdam"
    amsterdam.save()


def rename_an_old_one(weesp, gooistad, amsterdam):
    weesp.name = "Oud-Weesp"
    weesp.save()


def end(weesp, gooistad, amsterdam):
    amsterdam.valid_until = LAST_DAY
    amsterdam.save()


def hand_over_to_another(weesp, gooistad, amsterdam):
    gooistad.successors.set([MunicipalityFactory(name="Diemen")])


def take_over_nothing(weesp, gooistad, amsterdam):
    amsterdam.predecessors.clear()


def spell_otherwise(weesp, gooistad, amsterdam):
    Spelling.objects.create(municipality=amsterdam, text="Mokum")


def forget_a_spelling(weesp, gooistad, amsterdam):
    Spelling.objects.get(text="Wesep").delete()


def delete(weesp, gooistad, amsterdam):
    amsterdam.delete()


def delete_an_old_one(weesp, gooistad, amsterdam):
    gooistad.delete()


CHANGES = {
    rename: ["Nieuw Amsterdam"],
    rename_an_old_one: ["Amsterdam"],
    end: [],
    hand_over_to_another: ["Diemen"],
    take_over_nothing: [],
    spell_otherwise: ["Amsterdam"],
    forget_a_spelling: ["Amsterdam"],
    delete: [],
    delete_an_old_one: [],
}


@pytest.mark.parametrize("change", CHANGES)
def test_search_keeps_step_with_every_change(chain, saved, change):
    with saved():
        change(*chain)

    assert nothing_differs()
    assert found("weesp") == CHANGES[change]


def test_register_is_findable_once_loaded(saved):
    with saved():
        load_register()

    assert nothing_differs()
    assert (compare().entries, found("littenseradiel")) == (342, SPLIT)


def test_what_the_register_lacked_is_findable_once_loaded_again(saved):
    with saved():
        load_register()
    with saved():
        Municipality.objects.filter(slug__in=["weesp", "amsterdam"]).delete()
    assert (nothing_differs(), found("weesp")) == (True, [])

    with saved():
        load_register()
        load_example_municipality()

    assert (nothing_differs(), found("weesp"), compare().entries) == (True, ["Amsterdam"], 343)


def test_import_that_ends_one_and_begins_another_is_followed(chain, saved, tmp_path):
    weesp, gooistad, amsterdam = chain
    rows = f"""cbs_code,name,province,valid_until,successors,spellings
{amsterdam.cbs_code},Amsterdam,Noord-Holland,2025-12-31,GM9999,
{weesp.cbs_code},Weesp,,2018-12-31,{gooistad.cbs_code},Weisp
GM9999,Amstelland,Noord-Holland,,,Amstelstad
"""
    (tmp_path / "register.csv").write_text(rows)

    with saved():
        call_command("import_municipalities", tmp_path / "register.csv", apply=True)

    assert nothing_differs()
    assert [found(text) for text in ("amsterdam", "weisp", "amstelstad")] == [["Amstelland"]] * 3


def test_an_ending_and_a_beginning_are_noted_on_the_day_itself(saved, time_machine):
    time_machine.move_to("2026-12-31 12:00 +0100")
    with saved():
        old = MunicipalityFactory(name="Hilversum", valid_until=datetime.date(2026, 12, 31))
        new = MunicipalityFactory(name="Hart van Gooi", valid_from=datetime.date(2027, 1, 1))
        old.successors.add(new)
        note_reorganised()
    assert [found("hilversum"), found("gooi")] == [["Hilversum"], []]

    time_machine.move_to("2027-01-01 00:01 +0100")
    with saved():
        note_reorganised()

    assert [found("hilversum"), found("gooi"), nothing_differs()] == [["Hart van Gooi"], ["Hart van Gooi"], True]


def test_reorganisation_is_noted_once_and_also_after_a_long_silence(time_machine):
    MunicipalityFactory(valid_until=datetime.date(2026, 12, 31))
    Change.objects.all().delete()
    time_machine.move_to("2027-01-20 12:00 +0100")

    for _time in range(3):
        note_reorganised()

    assert (Change.objects.count(), cache.get(CACHE_KEY)) == (1, datetime.date(2027, 1, 20))
