"""How an entry lies in Elasticsearch. Text arrives analysed by us: terms with spaces between them."""

from elasticsearch.dsl import Document, Double, Keyword, Long, MetaField, Text

from search.engines.fields import SEPARATOR, TEXTS
from search.engines.ranking import FACET_NAME, KIND, sort_keys
from search.entry import SearchEntry, fingerprint_of
from search.language import ANALYSIS_VERSION

# Raise this when the fields change: an index is made for each layout.
SCHEMA_VERSION = 7
LAYOUT = f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}"

TERMS = "whitespace"
# Lucene refuses terms of more than 32,766 bytes; a character takes at most four.
LONGEST_TERM = 8_000


def term_list(**options):
    """A keyword that is only looked for."""
    return Keyword(doc_values=False, ignore_above=LONGEST_TERM, **options)


def word_set():
    """Words that are only looked for: how often they stand there and where says nothing."""
    return Text(analyzer=TERMS, index_options="docs", norms=False)


class EntryDocument(Document):
    """A tombstone has only an id and a version, so that nobody finds it."""

    id = Keyword()
    kind = Keyword(ignore_above=LONGEST_TERM)
    audience = term_list()
    body = Text(analyzer=TERMS)
    extra = Text(analyzer=TERMS, index_options="freqs")
    files = word_set()
    everything = word_set()
    surface = word_set()
    starts = word_set()
    keyword = Keyword(ignore_above=LONGEST_TERM)
    # All facets together: they are counted in half the time of a field for each.
    facet = Keyword(ignore_above=LONGEST_TERM)
    version = Long()
    fingerprint = Long(index=False)
    newest = Long()
    complete = Long()
    quality = Double(index=False)
    entry = Keyword(index=False, doc_values=False)
    places = Keyword(index=False, doc_values=False)

    class Meta:
        meta = MetaField({"layout": LAYOUT})
        dynamic = MetaField(False)
        date_detection = MetaField(False)
        # What we can make again out of `entry` need not be kept twice.
        source = MetaField(excludes=[*TEXTS, "keyword", "facet"])


def tombstone(id, version):
    return {"id": id, "version": version}


def content_of(entry, fields, version):
    """The document of an entry with its AnalysedFields."""
    keys, content = sort_keys(entry), entry.to_json()
    facets = {**entry.facets, KIND: [entry.kind]}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "audience": list(entry.audiences),
        **{name: getattr(fields, name) for name in TEXTS},
        "keyword": list(fields.keywords),
        "facet": [facet_value(name, value) for name in facets if FACET_NAME.fullmatch(name) for value in facets[name]],
        "version": version,
        "fingerprint": fingerprint_of(content),
        "newest": keys.newest,
        "complete": keys.complete,
        "quality": keys.quality,
        "entry": content,
        "places": fields.places,
    }


def facet_value(name, value):
    """The term for an entry that has this value of a facet."""
    return f"{name}{SEPARATOR}{value}"


def read_entry(hit):
    """The SearchEntry of a hit; None for a tombstone."""
    stored = hit["_source"].get("entry")
    return SearchEntry.from_json(stored) if stored else None


def read_placed_entry(hit):
    """(SearchEntry, where its terms stand as in AnalysedFields) of a hit that is no tombstone."""
    return read_entry(hit), hit["_source"]["places"]
