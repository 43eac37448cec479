"""Words in the files of an entry, in every engine: found, told where they stand, and never suggested."""

import pytest

from search.entry import AttachedFile
from search.query import SearchQuery
from tests.contract.engines import ids, put
from tests.search.factories import EntryFactory

PLAN = AttachedFile("Plan (PDF)", "bestand-1", "Zo doen wij het met abracadabra in de sportverenigingen.")


@pytest.fixture
def entry(engine):
    entry = EntryFactory(url="/p/", body="Drie gesprekken.", files=(PLAN,))
    put(engine, entry, EntryFactory(body="Iets anders."))
    return entry


def search(engine, text):
    return engine.search(SearchQuery(text=text))


@pytest.mark.parametrize("text", ["abracadabra", "sportvereniging", "verenigingen", "gesprekken abracadabra"])
def test_entry_is_found_by_words_in_its_files(engine, entry, text):
    assert ids(search(engine, text)) == [entry.id]


def test_excerpt_stands_in_the_file_when_the_text_does_not_have_the_word(engine, entry):
    [hit] = search(engine, "abracadabra").hits

    assert hit.excerpt == "Zo doen wij het met <mark>abracadabra</mark> in de sportverenigingen."
    assert (hit.section, hit.section_url) == ("Plan (PDF)", "/p/#bestand-1")


def test_excerpt_stands_in_the_first_file_that_has_the_word(engine):
    other = AttachedFile("Begroting (PDF)", "bestand-2", "Wat het kost.")
    put(engine, EntryFactory(files=(other, PLAN)))

    assert [hit.section for hit in search(engine, "abracadabra").hits] == ["Plan (PDF)"]


def test_text_goes_before_the_files(engine):
    put(engine, EntryFactory(body="Over abracadabra.", files=(PLAN,)))

    [hit] = search(engine, "abracadabra").hits

    assert (hit.excerpt, hit.section) == ("Over <mark>abracadabra</mark>.", "")


@pytest.mark.parametrize("field", ["title", "summary", "body", "keywords"])
def test_word_in_a_file_counts_for_less_than_in_the_entry_itself(engine, field):
    in_file = EntryFactory(files=(PLAN,), completeness=100)
    itself = EntryFactory(**{field: ("abracadabra",) if field == "keywords" else "abracadabra"})
    put(engine, in_file, itself, *EntryFactory.create_batch(5))

    assert ids(search(engine, "abracadabra")) == [itself.id, in_file.id]


def test_file_that_many_entries_share_moves_no_other_entry(engine):
    wanted = EntryFactory(title="Voetbal in de wijk", body="voetbal in de wijk")
    long = AttachedFile("Gids (PDF)", "bestand-3", "voetbal " * 500 + "fiets " * 500)
    put(engine, wanted, *EntryFactory.create_batch(10, files=(long,), body="Iets over de wijk."))

    assert ids(search(engine, "voetbal wijk"))[0] == wanted.id


def test_words_of_a_file_are_neither_suggested_nor_a_correction(engine, entry):
    assert engine.suggest("abrac", audiences=("public",)) == []
    assert search(engine, "abracadabre").correction is None


def test_file_of_a_hidden_entry_is_nowhere(engine):
    put(engine, EntryFactory(files=(PLAN,), audiences=("network:1",), body="Drie gesprekken."))

    results = engine.search(SearchQuery(text="abracadabra", facet_names=("kind",)))

    assert (results.total, results.hits, results.facets, results.correction) == (0, [], {"kind": {}}, None)


def test_files_survive_storing(engine, entry):
    put(engine, entry, version=2)

    assert engine.fingerprints()[entry.id] == entry.fingerprint
    assert type(entry).from_json(entry.to_json()) == entry
