"""The embedded engine: tantivy in a folder on disk, shared by all processes of one machine."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
