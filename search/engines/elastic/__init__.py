"""The engine for more than one machine: Elasticsearch 8, asked through `elasticsearch.dsl`."""

from search.engines.elastic.connecting import Options
from search.engines.elastic.engine import ElasticEngine

__all__ = ["ElasticEngine", "Options"]
