"""Measuring on Elasticsearch, in an index that is gone afterwards."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from search.engines.elastic import ElasticEngine

pytestmark = pytest.mark.elasticsearch


def test_command_measures_and_leaves_nothing_behind(elasticsearch_url, tmp_path, monkeypatch):
    monkeypatch.setenv("ELASTICSEARCH_TEST_URL", elasticsearch_url)
    passages, queries = tmp_path / "passages.jsonl", tmp_path / "queries.tsv"
    passages.write_text(json.dumps({"id": "1", "title": "Walvis", "text": "In zee"}))
    queries.write_text("walvis\t1:3\n")
    printed = StringIO()

    call_command("search_evaluate", passages, queries, engine="elastic", stdout=printed)

    assert printed.getvalue().startswith("elastic: 1 passages, 1 queries\nnDCG@10          1.0000\n")
    client = ElasticEngine(elasticsearch_url, entries=list)._connection.storing
    assert client.indices.get_alias(index="leerkring-evaluation-*").body == {}
