from practices.taxonomy.models import Term
from practices.taxonomy.search_source import TermSource
from search.registry import register_source

register_source(Term.SEARCH_KIND, TermSource())
