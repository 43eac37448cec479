"""What search may know of a practice: everything that is live, and never a contact."""

from practices.attachments.models import DocumentText
from practices.library.bulk import whole_practices
from practices.library.models import PracticePage
from practices.library.models.practice import TAG_FIELDS
from practices.library.plain_text import body_of, files_of
from practices.municipalities.succession import old_names
from search.entry import AttachedFile, SearchEntry, entry_id, keys_of


class PracticeSource:
    """Gives search the entries of practices; see `search.registry`."""

    def queryset(self):
        return PracticePage.objects.live().public()

    def entries(self):
        names = old_names()
        return (entry_of(practice, names) for practice in whole_practices(self.queryset()))

    def count(self):
        return self.queryset().count()

    def entries_of(self, ids):
        found = self.queryset().filter(pk__in=keys_of(ids, PracticePage))
        names = old_names()
        return [entry_of(practice, names) for practice in whole_practices(found)]


def municipalities_of(practice):
    lead = [practice.municipality] if practice.municipality else []
    return [*lead, *practice.other_municipalities.all()]


def keywords_of(practice, old_names):
    terms = [term for tag in TAG_FIELDS for term in getattr(practice, tag).all()]
    terms += [theme.parent for theme in practice.themes.all() if theme.parent]
    words = [word for term in terms for word in (term.name, *term.synonyms)]
    for municipality in municipalities_of(practice):
        words += [municipality.name, *(spelling.text for spelling in municipality.spellings.all())]
        words += old_names(municipality.pk)
    return tuple(dict.fromkeys(words))


def facets_of(practice):
    places = municipalities_of(practice)
    facets = {
        "theme": [slug for theme in practice.themes.all() for slug in slugs_with_parent(theme)],
        "approach": [term.slug for term in practice.approaches.all()],
        "target_group": [term.slug for term in practice.target_groups.all()],
        "ground": [term.slug for term in practice.grounds.all()],
        "role": [term.slug for term in practice.roles.all()],
        "province": [place.province for place in places],
        "size": [place.size_group for place in places if place.size_group],
        "phase": [practice.phase],
        "evidence": [practice.current_evidence_level or ""],
        "cost": [practice.cost_band or ""],
        "year": years_of(practice),
    }
    return {name: tuple(dict.fromkeys(filter(None, values))) for name, values in facets.items()}


def slugs_with_parent(theme):
    return [theme.slug, theme.parent.slug] if theme.parent else [theme.slug]


def years_of(practice):
    """Every year in which the practice ran; an open end counts the first year only."""
    if not practice.start_year:
        return []
    return [str(year) for year in range(practice.start_year, (practice.end_year or practice.start_year) + 1)]


def attached_files(practice):
    """The files of the story that everybody may open and that we could read, with their words."""
    shown = files_of(practice)
    words = DocumentText.objects.public().current().by_document([file for file, _block in shown]) if shown else {}
    return tuple(
        AttachedFile(f"{block.value['title']} ({file.file_extension.upper()})", f"bestand-{block.id}", words[file.pk])
        for file, block in shown
        if file.pk in words
    )


def entry_of(practice, old_names):
    """`old_names` gives those of what a municipality took over, by its key; see `municipalities.succession`."""
    body, sections = body_of(practice)
    return SearchEntry(
        id=entry_id(practice),
        kind=PracticePage.SEARCH_KIND,
        title=practice.title,
        summary=practice.summary,
        body=body,
        sections=sections,
        files=attached_files(practice),
        keywords=keywords_of(practice, old_names),
        url=practice.get_url() or "",
        facets=facets_of(practice),
        audiences=("public",),
        published_at=practice.first_published_at,
        completeness=practice.completeness.percent,
    )
