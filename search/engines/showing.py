"""Shows an entry as a hit, with the words marked that it was found by."""

from itertools import islice

from search.language.marking import beginning, is_marked
from search.results import Hit

MOST_KEYWORDS = 3


def terms_of(words, is_loosened):
    """What is marked: the terms of the asked words, and their parts where these count too."""
    terms = {term for word in words for term in word.terms}
    return terms | {part for word in words for part in word.loose} if is_loosened else terms


def make_hit(entry, places, score, marker):
    """`places` say where its terms stand, as AnalysedFields does."""
    html, place = excerpt_of(entry, places, marker)
    section, anchor = (place.title, place.anchor) if place else ("", "")
    title = marker.mark(entry.title)
    keywords = () if is_marked(title) or is_marked(html) else marked_keywords(entry, marker)
    return Hit(entry.id, entry.kind, entry.url, score, title, html, section, anchor, keywords)


def marked_keywords(entry, marker):
    """The first keywords that match."""
    marked = map(marker.mark, entry.keywords) if marker.terms else ()
    return tuple(islice(filter(is_marked, marked), MOST_KEYWORDS))


def excerpt_of(entry, places, marker):
    """(html, the Section or AttachedFile it stands in or None); how the entry begins when nothing matches."""
    if excerpt := marker.excerpt(entry.body, places, borders=[section.start for section in entry.sections]):
        return excerpt.html, entry.section_at(excerpt.start)
    for number, file in enumerate(entry.files, start=1):
        if excerpt := marker.excerpt(file.text, places, number):
            return excerpt.html, file
    return marker.mark(entry.summary) or beginning(entry.body), None
