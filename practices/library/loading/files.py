from pathlib import Path

from django.core.files import File
from wagtail.documents import get_document_model
from wagtail.images import get_image_model


class FolderFiles:
    """Puts pictures and files that lie beside the content into Wagtail, each once for its practice."""

    def __init__(self, folder, prefix):
        self.folder, self.prefix = folder, prefix

    def image(self, name):
        return self.stored(get_image_model(), name)

    def document(self, name):
        return self.stored(get_document_model(), name)

    def stored(self, model, name):
        title = f"{self.prefix}: {Path(name).name}"
        if existing := model.objects.filter(title=title).first():
            return existing
        with (self.folder / name).open("rb") as opened:
            return model.objects.create(title=title, file=File(opened, name=Path(name).name))
