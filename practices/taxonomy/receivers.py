"""Search follows the words."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from practices.taxonomy.models import KIND_MODELS, Term
from practices.taxonomy.search_source import note_terms
from practices.taxonomy.signals import terms_changed


@receiver(terms_changed)
def words_changed(sender, terms, **kwargs):
    note_terms(terms)


def term_deleted(sender, instance, **kwargs):
    """Editors merge instead of deleting, but code can."""
    note_terms([instance])


for model in (Term, *KIND_MODELS.values()):
    pre_delete.connect(term_deleted, sender=model)
