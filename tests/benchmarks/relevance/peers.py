"""The same questions to engines as they come out of the box; each gives the ids that it finds, best first.

Every peer finds a passage that has any of the words: with all of them they would often find nothing.
"""

import os
import re
import sqlite3
import uuid
from contextlib import contextmanager

import psycopg
import tantivy
from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from search.evaluation.scratch import WHERE

WORD = re.compile(r"\w+")
MOST = 10
ONE_COPY = {"number_of_shards": 1, "number_of_replicas": 0}


@contextmanager
def sqlite_fts5(passages):
    """FTS5 as it is: lowercase words without accents, ranked by BM25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE passage USING fts5(id UNINDEXED, title, text)")
    rows = ((passage.id, passage.title, passage.text) for passage in passages)
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?)", rows)

    def ask(text):
        words = " OR ".join(f'"{word}"' for word in WORD.findall(text))
        found = connection.execute("SELECT id FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?", (words, MOST))
        return [id for (id,) in found]

    yield ask
    connection.close()


@contextmanager
def stock_dutch(passages):
    """tantivy with the `dutch` filters that it ships: lowercase, stop words, Kraaij-Pohlmann."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in ("title", "text"):
        builder.add_text_field(name, tokenizer_name="dutch")
    index = tantivy.Index(builder.build())
    index.register_tokenizer("dutch", dutch_analyzer())
    writer = index.writer(20_000_000, 1)
    for passage in passages:
        writer.add_document(tantivy.Document(id=passage.id, title=passage.title, text=passage.text))
    writer.commit()
    index.reload()

    def ask(text):
        searcher = index.searcher()
        query = index.parse_query(" ".join(WORD.findall(text)), ["title", "text"])
        hits = searcher.search(query, MOST).hits
        return [searcher.doc(address).get_first("id") for _score, address in hits]

    yield ask


def dutch_analyzer():
    lowercase, stop_words = tantivy.Filter.lowercase(), tantivy.Filter.stopword("dutch")
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(lowercase).filter(stop_words).filter(tantivy.Filter.stemmer("dutch")).build()


@contextmanager
def elasticsearch_dutch(passages):
    """Elasticsearch with the `dutch` analyzer that it ships, on the server for tests."""
    client, index = Elasticsearch(os.environ[WHERE]), f"peer-{uuid.uuid4().hex[:8]}"
    text = {"type": "text", "analyzer": "dutch"}
    client.indices.create(index=index, mappings={"properties": {"title": text, "text": text}}, settings=ONE_COPY)
    actions = ({"_index": index, "_id": one.id, "title": one.title, "text": one.text} for one in passages)
    bulk(client, actions, refresh=True)

    def ask(text):
        query = {"multi_match": {"query": text, "fields": ["title", "text"], "type": "most_fields"}}
        return [hit["_id"] for hit in client.search(index=index, query=query, size=MOST)["hits"]["hits"]]

    try:
        yield ask
    finally:
        client.indices.delete(index=index)


@contextmanager
def postgresql(passages):
    """Full text with `dutch`, the title weighed above the text; on the server of DATABASE_URL."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("CREATE TEMPORARY TABLE passage (id text, words tsvector)")
        sentence = (
            "INSERT INTO passage VALUES"
            " (%s, setweight(to_tsvector('dutch', %s), 'A') || setweight(to_tsvector('dutch', %s), 'D'))"
        )
        with connection.cursor() as cursor:
            cursor.executemany(sentence, [(passage.id, passage.title, passage.text) for passage in passages])

        def ask(text):
            words = " or ".join(WORD.findall(text))
            found = connection.execute(
                "SELECT id FROM passage, websearch_to_tsquery('dutch', %s) AS asked WHERE words @@ asked"
                " ORDER BY ts_rank(words, asked, 1) DESC, id LIMIT %s",
                (words, MOST),
            )
            return [id for (id,) in found]

        yield ask
        connection.rollback()
