"""The answer to a question as plain values, for programs: see docs/search-api.md."""

from html import unescape


def plain_answer(page, absolute):
    """What the page of results shows, as a dictionary for JSON; `absolute` makes an address whole."""
    results = page.results
    return {
        "question": page.query.text,
        "kind": page.kind.name,
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "page_size": results.page_size,
        "links": links(page, absolute),
        "notices": page.notices,
        "correction": results.correction,
        "complete": results.complete,
        "is_loosened": results.is_loosened,
        "is_fallback": results.is_fallback,
        "kinds": [{"name": tab.name, "label": str(tab.label), "count": tab.count} for tab in page.tabs],
        "facets": [plain_facet(facet) for facet in page.facets],
        "recommended": [plain_recommended(item, absolute) for item in page.recommended],
        "hits": [plain_hit(item, absolute) for item in page.found],
    }


def links(page, absolute):
    number = page.results.page
    return {
        "self": absolute(page.json_url(number)),
        "next": absolute(page.json_url(number + 1)) if number < page.results.pages else None,
        "previous": absolute(page.json_url(number - 1)) if number > 1 else None,
        "page": absolute(page.url),
    }


def plain_facet(facet):
    values = [
        {"value": value.value, "label": str(value.label), "count": value.count, "is_chosen": value.is_chosen}
        for value in facet.values
    ]
    return {"parameter": facet.parameter, "label": str(facet.label), "values": values}


def plain_recommended(item, absolute):
    return {"id": item.id, "label": item.facts.label, "url": absolute(item.url), "title": item.facts.title}


def plain_hit(item, absolute):
    facts = item.facts
    return {
        "id": item.hit.id,
        "kind": item.hit.kind,
        "label": facts.label,
        "url": absolute(item.url),
        "title": facts.title,
        "summary": facts.summary,
        "excerpt": without_marks(item.excerpt),
        "section": item.section or None,
        "section_url": absolute(item.section_url) if item.section else None,
        "municipality": facts.municipality,
        "published": facts.published_at,
        "updated": facts.updated_at,
    }


def without_marks(text):
    """The plain text of an excerpt: it is escaped, and holds no other elements than marks."""
    return unescape(text.replace("<mark>", "").replace("</mark>", ""))
