"""Search follows the register. What is written in bulk sends no signals: `importing.applying` notes it itself."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver

from practices.municipalities.models import Municipality, Spelling
from practices.municipalities.search_source import note_municipalities


@receiver([post_save, pre_delete], sender=Municipality)
@receiver(m2m_changed, sender=Municipality.successors.through)
def municipality_changed(sender, instance, **kwargs):
    """Before and after for those who take over: both who did and who does have other old names now."""
    note_municipalities([instance.pk])


@receiver([post_save, post_delete], sender=Spelling)
def spelling_changed(sender, instance, **kwargs):
    note_municipalities([instance.municipality_id])
