"""What must follow when pages, words or the register change: search, addresses and the tree keep step."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, post_page_move

from practices.attachments.actions import read_after_commit, unread_documents
from practices.attachments.signals import words_changed
from practices.library.covers import make_renditions
from practices.library.models import MunicipalityIndexPage, MunicipalityPage, PracticePage
from practices.library.plain_text import files_of
from practices.library.tree import add_municipality_page
from practices.municipalities.models import Municipality
from practices.municipalities.signals import names_changed
from practices.taxonomy.signals import terms_changed
from search.entry import entry_id
from search.outbox.actions import note_change, note_changes


@receiver(post_save, sender=Page)  # as which a planned end saves it
@receiver(post_save, sender=PracticePage)
def practice_changed(sender, instance, update_fields, **kwargs):
    """Within the transaction of the save itself: Wagtail's own signals come after it, and a process may be killed."""
    is_draft = update_fields is not None
    if not is_draft and instance.specific_class is PracticePage:
        note_change(entry_id(instance.specific_deferred))


@receiver(page_published, sender=PracticePage)
def practice_needs_renditions(sender, instance, **kwargs):
    if instance.cover:
        make_renditions(instance.cover)


@receiver(page_published, sender=PracticePage)
def practice_shows_files(sender, instance, **kwargs):
    keys = [document.pk for document, _block in files_of(instance)]
    if keys:
        read_after_commit(unread_documents().filter(pk__in=keys))
        # Wagtail does this in a task; but who hides a file a second later must know who shows it.
        ReferenceIndex.create_or_update_for_object(instance)


@receiver(post_page_move, sender=PracticePage)
def practice_moved(sender, instance, **kwargs):
    practice = PracticePage.objects.get(pk=instance.pk)
    practice.municipality = practice.municipality_above()
    PracticePage.objects.filter(pk=practice.pk).update(municipality=practice.municipality)
    note_change(entry_id(practice))


@receiver(pre_delete, sender=PracticePage)
def practice_deleted(sender, instance, **kwargs):
    note_change(entry_id(instance))
    if instance.live:
        lead_upwards(instance)


def lead_upwards(practice):
    """Lets the address of a practice that goes away lead to what is above it.

    To its address and not to its page, which may be about to go away as well.
    """
    site_id, _root_url, path = practice.get_url_parts() or (None, None, None)
    if path:
        above = practice.municipality.get_absolute_url() if practice.municipality else reverse("finding:search")
        target = {"redirect_link": above, "redirect_page": None, "is_permanent": True}
        Redirect.objects.update_or_create(old_path=Redirect.normalise_path(path), site_id=site_id, defaults=target)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def privacy_changed(sender, instance, **kwargs):
    """Who may read a page says who may find it, and what lies below it."""
    note_all(PracticePage.objects.descendant_of(instance.page, inclusive=True))


@receiver(words_changed)
def practices_with_files_changed(sender, documents, **kwargs):
    note_all(practices_that_use(documents))


def practices_that_use(documents):
    content_type = ContentType.objects.get_for_model(PracticePage)
    references = ReferenceIndex.get_references_to_in_bulk(documents).filter(content_type=content_type)
    keys = [int(key) for key in references.values_list("object_id", flat=True)]
    return PracticePage.objects.live().filter(pk__in=keys)


@receiver(terms_changed)
def tagged_practices_changed(sender, terms, **kwargs):
    for term in terms:
        note_all(PracticePage.objects.about(term))


@receiver(post_save, sender=Municipality)
def municipality_changed(sender, instance, created, **kwargs):
    if created:
        if instance.is_current and (index := MunicipalityIndexPage.objects.first()):
            add_municipality_page(index, instance)
        return
    for page in MunicipalityPage.objects.filter(municipality=instance).exclude(title=instance.name):
        page.full_clean()
        page.save_revision().publish()


@receiver(names_changed)
def practices_there_changed(sender, pks, **kwargs):
    """Practices are found by the names of their municipalities."""
    note_all(PracticePage.objects.in_municipalities(pks))


def note_all(practices):
    note_changes([entry_id(practice) for practice in practices.only("pk")])
