"""The same question to what one would use without an engine of one's own.

Each holds the corpus and answers the same page: how many there are, the counts of all facets, and twenty excerpts.
"""

import re
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from search.engines.analysing import with_fields
from search.entry import PUBLIC
from search.evaluation.scratch import scratch_engine
from search.language.asking import asked_words

WORD = re.compile(r"\w+")
HITS, SUGGESTIONS = 20, 8


@dataclass(frozen=True)
class Answer:
    """A page of results; `is_whole` says that all entries have all words, which is what peers answer too."""

    total: int
    facets: dict = field(default_factory=dict)
    excerpts: list = field(default_factory=list)
    is_whole: bool = True


class Ours:
    """One of our engines, asked as the search page asks it."""

    def __init__(self, engine):
        self.engine = engine

    def fill(self, entries):
        self.engine.rebuild(entries)

    def page(self, query):
        results = self.engine.search(query)
        excerpts = [(hit.title_marked, hit.excerpt) for hit in results.hits]
        return Answer(results.total, results.facets, excerpts, not (results.is_loosened or results.correction))

    def suggest(self, text):
        return self.engine.suggest(text, audiences=(PUBLIC,), limit=SUGGESTIONS)

    def size_bytes(self):
        return self.engine.status().size_bytes


class SqliteFts5:
    """FTS5 that is given our words, so that it finds exactly what we find: only then may times be compared."""

    def __init__(self, path):
        self.path = path
        self.connection = sqlite3.connect(path)
        self.connection.executescript(
            """
            CREATE VIRTUAL TABLE entry USING fts5(body, extra, tokenize="unicode61 remove_diacritics 0");
            CREATE TABLE facet (name TEXT, value TEXT, entry INTEGER, PRIMARY KEY (name, value, entry)) WITHOUT ROWID;
            CREATE TABLE title (text TEXT);
            """
        )

    def fill(self, entries):
        for number, (entry, fields) in enumerate(with_fields(entries), 1):
            row = (number, fields.body, fields.extra)
            self.connection.execute("INSERT INTO entry (rowid, body, extra) VALUES (?, ?, ?)", row)
            rows = [(name, value, number) for name, values in entry.facets.items() for value in values]
            self.connection.executemany("INSERT INTO facet VALUES (?, ?, ?)", rows)
            self.connection.execute("INSERT INTO title VALUES (?)", (entry.title,))
        self.connection.executescript(
            "CREATE INDEX by_entry ON facet (entry, name); CREATE INDEX by_title ON title (text)"
        )
        self.connection.commit()

    def page(self, query):
        ask = self.connection.execute
        ask(
            "CREATE TEMP TABLE found AS SELECT rowid AS entry FROM entry WHERE entry MATCH ?", (expression(query.text),)
        )
        where, values = chosen_clause(query.chosen)
        total = ask(f"SELECT count(*) FROM found WHERE {where}", values).fetchone()[0]
        rows = ask(
            "SELECT snippet(entry, 0, '<mark>', '</mark>', '…', 40) FROM entry WHERE entry MATCH ? AND rowid IN"
            f" (SELECT entry FROM found WHERE {where}) ORDER BY bm25(entry, 1.0, 0.3) LIMIT {HITS}",
            (expression(query.text), *values),
        ).fetchall()
        facets = self._counts(query)
        ask("DROP TABLE found")
        return Answer(total, facets, rows)

    def _counts(self, query):
        counts = {name: {} for name in query.facet_names}
        for names, chosen in counted_together(query):
            where, values = chosen_clause(chosen)
            found = self.connection.execute(
                "SELECT name, value, count(*) FROM found JOIN facet USING (entry)"
                f" WHERE name IN ({', '.join('?' for _name in names)}) AND {where} GROUP BY name, value",
                (*names, *values),
            )
            for name, value, count in found:
                counts[name][value] = count
        return counts

    def suggest(self, text):
        found = self.connection.execute(
            "SELECT text FROM title WHERE text >= ? AND text < ? LIMIT ?",
            (text.capitalize(), text.capitalize() + "~", SUGGESTIONS),
        )
        return found.fetchall()

    def size_bytes(self):
        return Path(self.path).stat().st_size


def expression(text):
    """Our asked words in FTS5's language: each word in one of its ways, each way with all of its terms."""
    words = []
    for word in asked_words(text):
        ways = [" AND ".join(f'"{term}"' for term in way.terms) for way in word.ways]
        words.append("(" + " OR ".join(f"({way})" for way in ways) + ")")
    return " AND ".join(words)


def counted_together(query):
    """(facets, what is chosen of others): those without a choice in one go, each of the others by itself."""
    yield [name for name in query.facet_names if name not in query.chosen], query.chosen
    for without in query.chosen:
        yield [without], {name: taken for name, taken in query.chosen.items() if name != without}


def chosen_clause(chosen, mark="?"):
    """(SQL, values): the entry has one of the chosen values of each facet."""
    clauses, values = ["1 = 1"], []
    for name, taken in chosen.items():
        marks = ", ".join(mark for _value in taken)
        clauses.append(f"entry IN (SELECT entry FROM facet WHERE name = {mark} AND value IN ({marks}))")
        values += [name, *taken]
    return " AND ".join(clauses), values


class PostgreSQL:
    """Full text with `dutch`: its own words, so its own totals."""

    def __init__(self, connection):
        self.connection = connection
        connection.execute("CREATE TABLE entry (entry integer PRIMARY KEY, title text, body text, words tsvector)")
        connection.execute("CREATE TABLE facet (entry integer, name text, value text)")

    def fill(self, entries):
        rows = []
        with self.connection.cursor().copy("COPY entry (entry, title, body) FROM STDIN") as copy:
            for number, entry in enumerate(entries):
                copy.write_row((number, entry.title, f"{entry.summary}\n{entry.body}"))
                rows += [(number, name, value) for name, values in entry.facets.items() for value in values]
        with self.connection.cursor().copy("COPY facet FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        weighed = "setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', body), 'D')"
        self.connection.execute(f"UPDATE entry SET words = {weighed}")
        self.connection.execute("CREATE INDEX ON entry USING gin (words)")
        self.connection.execute("CREATE INDEX ON entry (lower(title) text_pattern_ops)")
        self.connection.execute("CREATE INDEX ON facet (entry)")
        self.connection.execute("CREATE INDEX ON facet (name, value, entry)")
        self.connection.commit()
        self.connection.autocommit = True
        self.connection.execute("VACUUM ANALYZE")

    def page(self, query):
        ask = self.connection.execute
        ask("DROP TABLE IF EXISTS found")
        text = " ".join(WORD.findall(query.text))
        ask(
            "CREATE TEMPORARY TABLE found AS SELECT entry, ts_rank(words, asked, 1) AS rank"
            " FROM entry, websearch_to_tsquery('dutch', %s) AS asked WHERE words @@ asked",
            (text,),
        )
        where, values = chosen_clause(query.chosen, "%s")
        total = ask(f"SELECT count(*) FROM found WHERE {where}", values).fetchone()[0]
        rows = ask(
            "SELECT title, ts_headline('dutch', body, websearch_to_tsquery('dutch', %s), 'MaxWords=40, MinWords=20')"
            f" FROM (SELECT entry FROM found WHERE {where} ORDER BY rank DESC, entry LIMIT {HITS}) best"
            " JOIN entry USING (entry)",
            (text, *values),
        ).fetchall()
        return Answer(total, self._counts(query), rows)

    def _counts(self, query):
        counts = {name: {} for name in query.facet_names}
        for names, chosen in counted_together(query):
            where, values = chosen_clause(chosen, "%s")
            found = self.connection.execute(
                "SELECT name, value, count(*) FROM found JOIN facet USING (entry)"
                f" WHERE name = ANY(%s) AND {where} GROUP BY name, value",
                (names, *values),
            )
            for name, value, count in found:
                counts[name][value] = count
        return counts

    def suggest(self, text):
        found = self.connection.execute(
            "SELECT title FROM entry WHERE lower(title) LIKE %s LIMIT %s", (f"{text.lower()}%", SUGGESTIONS)
        )
        return found.fetchall()

    def size_bytes(self):
        return self.connection.execute("SELECT pg_database_size(current_database())").fetchone()[0]


@contextmanager
def ours(name):
    with scratch_engine(name) as engine:
        yield Ours(engine)


@contextmanager
def sqlite_fts5():
    with tempfile.TemporaryDirectory(prefix="leerkring-bench-") as folder:
        peer = SqliteFts5(f"{folder}/peer.sqlite3")
        with closing(peer.connection):
            yield peer


@contextmanager
def postgresql(url):
    with psycopg.connect(url) as connection:
        try:
            yield PostgreSQL(connection)
        finally:
            connection.rollback()
            connection.execute("DROP TABLE IF EXISTS entry, facet")
            connection.commit()
