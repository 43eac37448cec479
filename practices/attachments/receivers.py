"""What must follow when files change, or who may open them."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from practices.attachments.actions import read_after_commit, unread_documents
from practices.attachments.signals import words_changed

Document = get_document_model()
# Saved apart by Wagtail when it is asked for; the file stays the same.
COUNTED_LATER = {"file_hash", "file_size"}


@receiver(post_save, sender=Document)
def document_saved(sender, instance, update_fields, **kwargs):
    if update_fields and COUNTED_LATER.issuperset(update_fields):
        return
    tell(Document.objects.filter(pk=instance.pk))
    read_after_commit(unread_documents().filter(pk=instance.pk))


@receiver(pre_delete, sender=Document)
def document_goes_away(sender, instance, **kwargs):
    tell(Document.objects.filter(pk=instance.pk))


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def privacy_changed(sender, instance, **kwargs):
    tell_of_collection(instance.collection)


@receiver(post_save, sender=Collection)
def collection_changed(sender, instance, created, **kwargs):
    """It may be about to move below a private one, in the same transaction."""
    if not created:
        tell_of_collection(instance)


def tell_of_collection(collection):
    tell(Document.objects.filter(collection__in=collection.get_descendants(inclusive=True)))


def tell(documents):
    words_changed.send(sender=Document, documents=documents)
