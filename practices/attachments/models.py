from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices.attachments.advice import ADVICE
from practices.attachments.agreed import MOST_CHARACTERS
from practices.attachments.querysets import DocumentTextQuerySet


class DocumentText(models.Model):
    """The words of a file, taken out once; `file_hash` says of which file, since a document may get another.

    `problem` is one of those in `agreed`, empty when there are words.
    """

    document = models.OneToOneField("wagtaildocs.Document", on_delete=models.CASCADE, related_name="words")
    file_hash = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = DocumentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of a file")
        verbose_name_plural = _("words of files")

    def __str__(self):
        return f"{self.document_id}: {self.problem or len(self.text)}"

    @property
    def advice(self):
        return ADVICE.get(self.problem, "")

    @property
    def is_cut(self):
        """Whether there was more in the file than we keep."""
        return len(self.text) >= MOST_CHARACTERS
