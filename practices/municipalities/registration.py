from practices.municipalities.models import Municipality
from practices.municipalities.search_source import MunicipalitySource
from search.registry import register_source

register_source(Municipality.SEARCH_KIND, MunicipalitySource())
