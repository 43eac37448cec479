"""A practice in the words of schema.org, for search engines and other sites."""

TYPE = "Article"


def linked_data_of(practice, url):
    """JSON-LD as a dict; holds only what is public on the page."""
    data = {
        "@context": "https://schema.org",
        "@type": TYPE,
        "headline": practice.title,
        "description": practice.summary,
        "url": url,
        "inLanguage": "nl",
        "keywords": [term.name for name in ("themes", "approaches") for term in getattr(practice, name).all()],
    }
    if practice.first_published_at:
        data["datePublished"] = practice.first_published_at.date().isoformat()
        data["dateModified"] = practice.last_published_at.date().isoformat()
    if practice.municipality:
        place = practice.municipality
        data["spatialCoverage"] = {"@type": "AdministrativeArea", "name": place.name}
        if place.tooi_uri:
            data["spatialCoverage"]["sameAs"] = place.tooi_uri
    if practice.source_title:
        data["citation"] = ", ".join(filter(None, [practice.source_author, practice.source_title]))
    return data
