"""How an entry lies in a tantivy index. Text arrives here analysed: terms with spaces between them."""

import tantivy

from search.engines.embedded.columns import columns_for, columns_of
from search.engines.fields import TEXTS
from search.engines.ranking import sort_keys
from search.entry import SearchEntry, fingerprint_of
from search.language import ANALYSIS_VERSION

# Raise this when the fields change: older indexes rebuild themselves.
SCHEMA_VERSION = 8
LAYOUT = f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}"


def make_schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("body", tokenizer_name="terms", index_option="position")
    builder.add_text_field("extra", tokenizer_name="terms", index_option="freq")
    builder.add_text_field("files", tokenizer_name="terms", index_option="basic")
    builder.add_text_field("everything", tokenizer_name="terms", index_option="basic")
    builder.add_text_field("surface", tokenizer_name="terms", index_option="basic")
    builder.add_text_field("starts", tokenizer_name="terms", index_option="basic")
    builder.add_text_field("keyword", tokenizer_name="raw", index_option="basic")
    builder.add_json_field("facet", tokenizer_name="raw", index_option="basic")
    builder.add_json_field("counted", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("column", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("version", indexed=True, fast=True)
    builder.add_unsigned_field("fingerprint", fast=True)
    builder.add_unsigned_field("newest", fast=True)
    builder.add_unsigned_field("complete", fast=True)
    builder.add_float_field("quality", fast=True)
    builder.add_bytes_field("entry", stored=True)
    builder.add_bytes_field("places", stored=True)
    return builder.build()


def register_tokenizers(index):
    """Tokenizers live in the process, not in the index: needed after each opening."""
    terms = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("terms", terms)


def make_document(entry, fields, version):
    """`fields` are the AnalysedFields of the entry."""
    document = tantivy.Document()
    document.add_text("id", entry.id)
    document.add_text("kind", entry.kind)
    for audience in entry.audiences:
        document.add_text("audience", audience)
    for name in TEXTS:
        document.add_text(name, getattr(fields, name))
    for keyword in fields.keywords:
        document.add_text("keyword", keyword)
    document.add_json("facet", {name: list(values) for name, values in entry.facets.items() if values})
    columns = columns_of(entry.facets)
    document.add_json("counted", columns)
    for column in columns:
        document.add_text("column", column)
    document.add_unsigned("version", version)
    content = entry.to_json()
    document.add_unsigned("fingerprint", fingerprint_of(content))
    keys = sort_keys(entry)
    document.add_unsigned("newest", keys.newest)
    document.add_unsigned("complete", keys.complete)
    document.add_float("quality", keys.quality)
    document.add_bytes("entry", content.encode())
    document.add_bytes("places", fields.places.encode())
    return document


def columns_in(searcher, name):
    """Those that any entry has a value in: tantivy opens each that it is asked to count."""
    return [column for column in columns_for(name) if searcher.doc_freq("column", column)]


def make_tombstone(id, version):
    """Remembers that an entry went away, so that a late message cannot bring it back. Nobody finds it."""
    document = tantivy.Document()
    document.add_text("id", id)
    document.add_unsigned("version", version)
    document.add_bytes("entry", b"")
    return document


def read_entry(searcher, address):
    """The SearchEntry at an address; None for a tombstone."""
    return entry_in(searcher.doc(address))


def read_placed_entry(searcher, address):
    """(SearchEntry, where its terms stand as in AnalysedFields) at an address that is no tombstone."""
    document = searcher.doc(address)
    return entry_in(document), document.get_first("places").decode()


def entry_in(document):
    stored = document.get_first("entry")
    return SearchEntry.from_json(stored.decode()) if stored else None
