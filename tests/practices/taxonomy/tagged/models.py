"""Things that carry terms in every way a model can, so that taxonomy is tested without the rooms above it."""

from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from practices.taxonomy.models import Approach, PartnerKind, Theme


class Note(ClusterableModel):
    title = models.CharField(max_length=50)
    is_public = models.BooleanField(default=True)
    themes = ParentalManyToManyField(Theme, related_name="notes", blank=True)
    approaches = models.ManyToManyField(Approach, related_name="+", blank=True)
    main_theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self):
        return self.title


class NotePartner(models.Model):
    note = ParentalKey(Note, on_delete=models.CASCADE, related_name="partners")
    kind = models.ForeignKey(PartnerKind, on_delete=models.PROTECT, related_name="note_partners")

    def __str__(self):
        return f"{self.kind} of {self.note}"


class Reader(models.Model):
    name = models.CharField(max_length=20)
    followed_themes = models.ManyToManyField(Theme, through="Following", related_name="readers")

    def __str__(self):
        return self.name


class Following(models.Model):
    """A many-to-many with something to say of its own."""

    reader = models.ForeignKey(Reader, on_delete=models.CASCADE)
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE)
    reason = models.CharField(max_length=50)

    def __str__(self):
        return f"{self.reader} follows {self.theme}"


class ThemeColour(models.Model):
    """A theme may have one of these, so two of them cannot become one."""

    theme = models.OneToOneField(Theme, on_delete=models.CASCADE, related_name="+")

    def __str__(self):
        return f"colour of {self.theme}"
