"""Asks the index that readers see. Several questions go in one trip; answers are plain dictionaries."""

import hashlib
import time

from search.engines.base import EngineUnavailableError
from search.engines.elastic.connecting import OUR_OWN_MISTAKE, NoIndexError

NOT_FOUND = 404


class AskedIndex:
    def __init__(self, client, alias, *, shards, question, seconds):
        """For one question, of which all steps together may take so many seconds, which is what the client allows one.

        `question` is any text: with the same text the same copies of the index answer, so that pages join.
        """
        self._client = client
        self._ends_at, self._has_asked = time.monotonic() + seconds, False
        self._alias = alias
        self._shards = shards
        # Half an answer is no answer: counts would be wrong.
        same = hashlib.blake2b(question.encode(errors="replace"), digest_size=8).hexdigest()
        self._header = {"preference": same, "allow_partial_search_results": False}

    def ask(self, search):
        return self.ask_all([search])[0]

    def ask_all(self, searches):
        """The answers to all of these; asked once more when the index was replaced between two steps."""
        lines = [line for search in searches for line in (self._header, search.to_dict())]
        for answer in (answers := self._send(lines)):
            if "error" in answer:
                answers = self._send(lines)
                break
        for answer in answers:
            refuse_error(answer)
        return answers

    def frequencies(self, field, terms):
        """{term: number of entries that have it}; an estimate when there are several shards."""
        if not terms:
            return {}
        found = self._in_time().termvectors(
            index=self._alias,
            doc={field: " ".join(terms)},
            fields=[field],
            term_statistics=True,
            field_statistics=False,
            positions=False,
            offsets=False,
        )
        known = found["term_vectors"].get(field, {}).get("terms", {})
        return {term: about.get("doc_freq", 0) * self._shards for term, about in known.items()}

    def _send(self, lines):
        return self._in_time().msearch(index=self._alias, searches=lines)["responses"]

    def _in_time(self):
        """A client for what is left of the time; for the first step the client itself, which saves a millisecond."""
        if not self._has_asked:
            self._has_asked = True
            return self._client
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise EngineUnavailableError("Elasticsearch took too long.")
        return self._client.options(request_timeout=left)


def refuse_error(answer):
    if "error" not in answer:
        return
    if answer["status"] == NOT_FOUND:
        raise NoIndexError(f"Elasticsearch has no index for us: {answer['error']}")
    if answer["status"] == OUR_OWN_MISTAKE:
        raise ValueError(f"Elasticsearch does not understand us: {answer['error']}")
    raise EngineUnavailableError(f"Elasticsearch cannot answer: {answer['error']}")
