"""The rows that a content file names: words, municipalities and the page to hang below."""

from practices.library.models import MunicipalityPage, PracticeIndexPage
from practices.municipalities.models import Municipality
from practices.taxonomy.choices import TermKind
from practices.taxonomy.models import KIND_MODELS, resolve_merged

KINDS = {
    "themes": TermKind.THEME,
    "approaches": TermKind.APPROACH,
    "target_groups": TermKind.TARGET_GROUP,
    "grounds": TermKind.GROUND,
    "roles": TermKind.ROLE,
}


class Named:
    """Looks up what one content file names; `problems` tells what there is not."""

    def __init__(self, content):
        self.problems = []
        self.tags = {name: self.terms(name, kind, content.get(name, [])) for name, kind in KINDS.items()}
        kinds = [partner["kind"] for partner in content.get("partners", []) if "kind" in partner]
        self.partner_kinds = self.terms_by_slug("partners", TermKind.PARTNER_KIND, kinds)
        self.others = self.municipalities(content.get("other_municipalities", []))
        self.page_above = self.parent(content.get("municipality"))

    def terms(self, name, kind, slugs):
        """The terms in the order of the slugs, each once."""
        found = self.terms_by_slug(name, kind, slugs)
        return list(dict.fromkeys(found[slug] for slug in slugs if slug in found))

    def terms_by_slug(self, name, kind, slugs):
        """Those that editors merged are what they became."""
        terms = KIND_MODELS[kind].objects.filter(slug__in=slugs)
        found = {term.slug: resolve_merged([term])[0] for term in terms}
        self.problems += [f"{name} has the unknown word {slug}" for slug in slugs if slug not in found]
        return found

    def municipalities(self, codes):
        found = {place.cbs_code: place for place in Municipality.objects.filter(cbs_code__in=codes)}
        self.problems += [f"other_municipalities has the unknown code {code}" for code in codes if code not in found]
        return [found[code] for code in codes if code in found]

    def parent(self, code):
        if code is None:
            return PracticeIndexPage.objects.get()
        page = MunicipalityPage.objects.filter(municipality__cbs_code=code).first()
        if page is None:
            self.problems.append(f"municipality {code} has no page")
        return page
