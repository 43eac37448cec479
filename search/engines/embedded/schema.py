"""How an entry lies in a tantivy index. Text arrives here analysed: terms with spaces between them."""

import hashlib
from datetime import UTC, datetime

import tantivy

from search.engines.fields import analysed_fields
from search.entry import SearchEntry
from search.language import ANALYSIS_VERSION

# Raise this when the fields change: older indexes rebuild themselves.
SCHEMA_VERSION = 1
LAYOUT = f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}"

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
SECONDS_A_YEAR = 365.25 * 24 * 3600
# A complete and recent entry scores at most about a quarter more than an old and empty one.
COMPLETENESS_WEIGHT, YEARLY_WEIGHT, TIE_WEIGHT = 0.3, 0.01, 0.0005


def make_schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
    for name in ("title", "lead", "body"):
        builder.add_text_field(name, tokenizer_name="terms", index_option="position")
    builder.add_text_field("extra", tokenizer_name="terms", index_option="freq")
    builder.add_text_field("surface", tokenizer_name="terms", index_option="basic")
    builder.add_text_field("starts", tokenizer_name="terms", index_option="basic")
    builder.add_text_field("keyword", tokenizer_name="raw", index_option="basic")
    builder.add_json_field("facet", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("version", indexed=True, fast=True)
    builder.add_unsigned_field("fingerprint", fast=True)
    builder.add_unsigned_field("newest", fast=True)
    builder.add_unsigned_field("complete", fast=True)
    builder.add_float_field("quality", fast=True)
    builder.add_bytes_field("entry", stored=True)
    return builder.build()


def register_tokenizers(index):
    """Tokenizers live in the process, not in the index: needed after each opening."""
    terms = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("terms", terms)


def make_document(entry):
    document = tantivy.Document()
    document.add_text("id", entry.id)
    document.add_text("kind", entry.kind)
    for audience in entry.audiences:
        document.add_text("audience", audience)
    fields = analysed_fields(entry)
    for name in ("title", "lead", "body", "extra", "surface", "starts"):
        document.add_text(name, getattr(fields, name))
    for keyword in fields.keywords:
        document.add_text("keyword", keyword)
    document.add_json("facet", {name: list(values) for name, values in entry.facets.items() if values})
    document.add_unsigned("version", entry.version)
    document.add_unsigned("fingerprint", entry.fingerprint)
    seconds, tie = age_and_tie(entry)
    document.add_unsigned("newest", (seconds << 29) | (tie & 0x1FFFFFFF))
    document.add_unsigned("complete", (entry.completeness << 56) | (seconds << 22) | (tie & 0x3FFFFF))
    document.add_float("quality", quality(entry, seconds, tie))
    document.add_bytes("entry", entry.to_json().encode())
    return document


def make_tombstone(id, version):
    """Remembers that an entry went away, so that a late message cannot bring it back. Nobody finds it."""
    document = tantivy.Document()
    document.add_text("id", id)
    document.add_unsigned("version", version)
    document.add_bytes("entry", b"")
    return document


def read_entry(searcher, address):
    """The SearchEntry at an address; None for a tombstone."""
    stored = searcher.doc(address).get_first("entry")
    return SearchEntry.from_json(bytes(stored).decode()) if stored else None


def age_and_tie(entry):
    """(seconds since 1970 in 34 bits, a number that is the same for this id in every index)."""
    seconds = int(entry.published_at.timestamp()) if entry.published_at else 0
    tie = int.from_bytes(hashlib.blake2b(entry.id.encode(), digest_size=4).digest(), "big")
    return min(max(seconds, 0), 2**34 - 1), tie


def quality(entry, seconds, tie):
    """What a score is multiplied with, as log2(2 + quality); the tie keeps equal scores in one order."""
    years = max(0.0, (seconds - EPOCH.timestamp()) / SECONDS_A_YEAR)
    return COMPLETENESS_WEIGHT * entry.completeness / 100 + YEARLY_WEIGHT * min(years, 50) + TIE_WEIGHT * tie / 2**32
