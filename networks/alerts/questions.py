"""From a search address to the question that is saved, and back again when it is asked."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext

from networks.alerts.models import NAME_LENGTH
from practices.finding.address import SearchAddress
from practices.finding.forms import SearchForm
from practices.finding.presentation import chips
from practices.library.models import PracticePage
from practices.taxonomy.addresses import SEARCH_PARAMETERS
from practices.taxonomy.models import Term
from search.query import SearchQuery, Sort

# Most looks find nothing new on the first page and stop there.
PAGE_SIZE = 20


class FilterGoneError(Exception):
    """A filter of a saved question does not exist any more; without it, the question would be another one."""


@dataclass(frozen=True)
class Question:
    """`querystring` holds only what search knows, always in the same order; `name` says it in words."""

    querystring: str
    name: str
    url: str
    query: SearchQuery


def read_question(parameters):
    """The Question in a search address; what search does not know is left out, and so are page and order."""
    form = SearchForm(parameters)
    form.is_valid()
    text = form.cleaned_data["q"]
    facets = {name: tuple(sorted(values)) for name, values in form.cleaned_data["facets"].items()}
    address = SearchAddress(text, facets)
    words = [gettext("“%(text)s”") % {"text": text}] if text else []
    words += [chip.label for chip in chips(form.labels, facets, address)]
    return Question(
        querystring=str(address).partition("?")[2],
        url=str(address),
        name=Truncator(" · ".join(words)).chars(NAME_LENGTH) or gettext("All practices"),
        query=SearchQuery(
            text=text,
            facets=facets,
            sort=Sort.NEWEST,
            page_size=PAGE_SIZE,
            kinds=(PracticePage.SEARCH_KIND,),
            is_strict=True,
        ),
    )


def question_of(saved):
    """The Question of a saved search as it is now, with merged words followed; FilterGoneError when one is gone."""
    question = read_question(QueryDict(saved.question))
    if lacks_nothing(question, saved.question):
        return question
    followed = with_merged_words_followed(saved.question)
    question = read_question(QueryDict(followed))
    if lacks_nothing(question, followed):
        return question
    raise FilterGoneError(saved.question)


def lacks_nothing(question, querystring):
    return set(parse_qsl(querystring)) <= set(parse_qsl(question.querystring))


def with_merged_words_followed(querystring):
    """The same question, with each word that was merged replaced by what it became."""
    merged = Term.objects.exclude(merged_into=None).select_related("merged_into")
    became = {(SEARCH_PARAMETERS.get(term.kind), term.slug): term.merged_into.slug for term in merged}
    return urlencode([(name, became.get((name, value), value)) for name, value in parse_qsl(querystring)])
