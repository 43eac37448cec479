from django.db import models
from django.db.models import F, Q
from wagtail.models import CollectionViewRestriction


class DocumentTextQuerySet(models.QuerySet):
    def current(self):
        """Of the file that the document has now."""
        return self.filter(file_hash=F("document__file_hash"))

    def public(self):
        """Of files that everybody may open: none in a private collection, nor in one below it."""
        paths = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
        private = Q(*[Q(document__collection__path__startswith=path) for path in paths], _connector=Q.OR)
        return self.exclude(private) if private else self

    def by_document(self, documents):
        """{key of a document: its words} of those that have any."""
        return dict(self.filter(document__in=documents).exclude(text="").values_list("document_id", "text"))
