"""The blocks that a story section may hold, and the small lists of a practice."""

from django.forms.utils import ErrorList
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    DecimalBlock,
    IntegerBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StreamBlockValidationError,
    StreamValue,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
LINE_FEATURES = ["bold", "italic", "link"]


class PictureBlock(StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture, with a text for people who do not see it")
        template = "practices/blocks/picture.html"


class QuoteBlock(StructBlock):
    text = TextBlock(label=_("Quote"), max_length=400)
    speaker = CharBlock(
        label=_("Who said it"),
        required=False,
        max_length=100,
        help_text=_("A role, never a name. Example: a youth worker."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("A short quote, without a name")
        template = "practices/blocks/quote.html"


class TableBlock(StructBlock):
    caption = CharBlock(label=_("What the table shows"), max_length=200)
    table = TypedTableBlock([("text", CharBlock(label=_("Text"), required=False))], label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A small table with a caption")
        template = "practices/blocks/table.html"


class FileBlock(StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = CharBlock(label=_("What the file is"), max_length=150)

    class Meta:
        icon = "doc-full"
        label = _("File")
        description = _("A file to download, such as a plan or a letter")
        template = "practices/blocks/file.html"


class VideoBlock(StructBlock):
    url = URLBlock(label=_("Address of the video"))
    title = CharBlock(label=_("What the video shows"), max_length=150)

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A link to a video; it is not played on this site")
        template = "practices/blocks/video.html"


class StoryBlock(StreamBlock):
    """One section of the story. Templates and search both read it, so a new block needs both."""

    text = RichTextBlock(label=_("Text"), required=False, features=TEXT_FEATURES, description=_("Paragraphs and lists"))
    picture = PictureBlock()
    quote = QuoteBlock()
    table = TableBlock()
    file = FileBlock()
    video = VideoBlock()

    def clean(self, value):
        """Leaves out empty texts: the form opens one in each section, and most stay empty."""
        cleaned = super().clean(value)
        kept = [child for child in cleaned if child.block_type != "text" or strip_tags(child.value.source).strip()]
        if not kept and self.required and not self.is_deferred_validation:
            raise StreamBlockValidationError(non_block_errors=ErrorList([_("Write something here.")]))
        return StreamValue(self, [(child.block_type, child.value, child.id) for child in kept])


def with_open_text(stream):
    """The same StreamField value, or one empty text to start writing in when there is nothing yet."""
    return stream or [("text", RichText(""))]


class LessonBlock(StructBlock):
    text = TextBlock(label=_("Lesson"), max_length=300)
    why = TextBlock(label=_("Why"), required=False, max_length=400)

    class Meta:
        icon = "list-ul"
        label = _("Lesson")


class MeasurementBlock(StructBlock):
    year = IntegerBlock(label=_("Year"), min_value=1990, max_value=2100)
    value = DecimalBlock(label=_("Value"))
    note = CharBlock(label=_("Note"), required=False, max_length=120)

    class Meta:
        label = _("Measurement")


class IndicatorValue(StructValue):
    @property
    def points(self):
        """What is known, oldest first: dicts of year, value, note and role (baseline, measured or target)."""
        points = [{**measurement, "role": "measured"} for measurement in self["measurements"]]
        for role in ("baseline", "target"):
            if self[role] is not None and self[f"{role}_year"]:
                points.append({"year": self[f"{role}_year"], "value": self[role], "note": "", "role": role})
        return sorted(points, key=lambda point: (point["year"], point["role"] == "target"))


class IndicatorBlock(StructBlock):
    name = CharBlock(
        label=_("What you measure"),
        max_length=150,
        help_text=_("Example: youth coaches who know what to do about racism."),
    )
    unit = CharBlock(label=_("Unit"), required=False, max_length=30, help_text=_("Example: % or reports a year."))
    explanation = TextBlock(label=_("How you measure it"), required=False, max_length=300)
    baseline = DecimalBlock(label=_("Value at the start"), required=False)
    baseline_year = IntegerBlock(label=_("Year of the start"), required=False, min_value=1990, max_value=2100)
    target = DecimalBlock(label=_("Target"), required=False)
    target_year = IntegerBlock(label=_("Year of the target"), required=False, min_value=1990, max_value=2100)
    measurements = ListBlock(MeasurementBlock(), label=_("Measurements"), default=[])

    class Meta:
        icon = "table"
        label = _("Indicator")
        value_class = IndicatorValue
