from wagtail import hooks
from wagtail.documents import get_document_model

from practices.attachments.signals import words_changed


@hooks.register("after_bulk_action")
def documents_moved(request, action_type, objects, action):
    """Wagtail moves many documents to another collection without saving them one by one."""
    model = get_document_model()
    if action_type == "add_to_collection" and model in action.models:
        keys = [document.pk for document in objects]
        words_changed.send(sender=model, documents=model.objects.filter(pk__in=keys))
