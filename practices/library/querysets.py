from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from practices.taxonomy.choices import TermKind
from practices.taxonomy.models import Theme

FIELD_OF_KIND = {
    TermKind.THEME: "themes",
    TermKind.APPROACH: "approaches",
    TermKind.TARGET_GROUP: "target_groups",
    TermKind.GROUND: "grounds",
    TermKind.ROLE: "roles",
    TermKind.PARTNER_KIND: "partners__kind",
}


class PracticeQuerySet(PageQuerySet):
    def real(self):
        """Without the made-up examples, which count in no figure."""
        return self.filter(is_fictional=False)

    def about(self, term):
        """Tagged with the term, or, for a group of themes, with one of its themes."""
        field = FIELD_OF_KIND[term.kind]
        return self.filter(Q(**{field: term.pk}) | Q(**{f"{field}__parent": term.pk})).distinct()

    def in_municipality(self, municipality):
        """Led by the municipality, or with it taking part."""
        return self.in_municipalities([municipality])

    def in_municipalities(self, municipalities):
        return self.filter(Q(municipality__in=municipalities) | Q(other_municipalities__in=municipalities)).distinct()

    def in_province(self, province):
        return self.filter(Q(municipality__province=province) | Q(other_municipalities__province=province)).distinct()

    def figures(self):
        """How many practices these are, and how many municipalities lead them."""
        return self.order_by().aggregate(
            practices=Count("pk", distinct=True), municipalities=Count("municipality", distinct=True)
        )

    def newest(self):
        return self.order_by("-first_published_at", "-pk")

    def for_cards(self):
        """With all that a card shows in a constant number of queries, and without the story."""
        return (
            self.defer_streamfields()
            .select_related("municipality", "cover")
            .prefetch_related(
                Prefetch("themes", Theme.objects.select_related("parent")), "partners", "cover__renditions"
            )
        )

    def for_reading(self):
        """With all that a practice's own page shows, contacts left out: those are for people who signed in."""
        partners = self.model._meta.get_field("partners").related_model.objects.select_related("kind")
        contacts = self.model._meta.get_field("contacts").related_model.objects.filter(practice=OuterRef("pk"))
        practices = self.annotate(has_contact_person=Exists(contacts))
        return practices.with_words().prefetch_related(Prefetch("partners", partners), "knowledge_sources")

    def for_comparison(self):
        """With everything that the rows of a comparison read."""
        return self.with_words().prefetch_related("partners")

    def with_words(self):
        """With the words, places and money that a page and a comparison both tell."""
        return self.select_related("municipality", "cover").prefetch_related(
            Prefetch("themes", Theme.objects.select_related("parent")),
            "approaches",
            "target_groups",
            "grounds",
            "roles",
            "other_municipalities",
            "funding_sources",
        )


class MunicipalityPageQuerySet(PageQuerySet):
    def for_reading(self):
        return self.select_related("municipality")


PracticeManager = PageManager.from_queryset(PracticeQuerySet)
MunicipalityPageManager = PageManager.from_queryset(MunicipalityPageQuerySet)
