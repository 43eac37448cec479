"""The blocks that a story section may hold, and the small lists of a practice."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    DecimalBlock,
    IntegerBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
LINE_FEATURES = ["bold", "italic", "link"]


class PictureBlock(StructBlock):
    image = ImageBlock(label=_("picture"))
    caption = CharBlock(label=_("caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("picture")
        description = _("A picture, with a text for people who do not see it")
        template = "practices/blocks/picture.html"


class QuoteBlock(StructBlock):
    text = TextBlock(label=_("quote"), max_length=400)
    speaker = CharBlock(
        label=_("who said it"),
        required=False,
        max_length=100,
        help_text=_("A role, never a name. Example: a youth worker."),
    )

    class Meta:
        icon = "openquote"
        label = _("quote")
        description = _("A short quote, without a name")
        template = "practices/blocks/quote.html"


class TableBlock(StructBlock):
    caption = CharBlock(label=_("what the table shows"), max_length=200)
    table = TypedTableBlock([("text", CharBlock(label=_("text"), required=False))], label=_("table"))

    class Meta:
        icon = "table"
        label = _("table")
        description = _("A small table with a caption")
        template = "practices/blocks/table.html"


class FileBlock(StructBlock):
    document = DocumentChooserBlock(label=_("file"))
    title = CharBlock(label=_("what the file is"), max_length=150)

    class Meta:
        icon = "doc-full"
        label = _("file")
        description = _("A file to download, such as a plan or a letter")
        template = "practices/blocks/file.html"


class VideoBlock(StructBlock):
    url = URLBlock(label=_("address of the video"))
    title = CharBlock(label=_("what the video shows"), max_length=150)

    class Meta:
        icon = "media"
        label = _("video")
        description = _("A link to a video; it is not played on this site")
        template = "practices/blocks/video.html"


class StoryBlock(StreamBlock):
    """One section of the story. Templates and search both read it, so a new block needs both."""

    text = RichTextBlock(label=_("text"), features=TEXT_FEATURES, description=_("Paragraphs and lists"))
    picture = PictureBlock()
    quote = QuoteBlock()
    table = TableBlock()
    file = FileBlock()
    video = VideoBlock()


class LessonBlock(StructBlock):
    text = TextBlock(label=_("lesson"), max_length=300)
    why = TextBlock(label=_("why"), required=False, max_length=400)

    class Meta:
        icon = "list-ul"
        label = _("lesson")


class MeasurementBlock(StructBlock):
    year = IntegerBlock(label=_("year"), min_value=1990, max_value=2100)
    value = DecimalBlock(label=_("value"))
    note = CharBlock(label=_("note"), required=False, max_length=120)

    class Meta:
        label = _("measurement")


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
        label=_("what you measure"),
        max_length=150,
        help_text=_("Example: youth coaches who know what to do about racism."),
    )
    unit = CharBlock(label=_("unit"), required=False, max_length=30, help_text=_("Example: % or reports a year."))
    explanation = TextBlock(label=_("how you measure it"), required=False, max_length=300)
    baseline = DecimalBlock(label=_("value at the start"), required=False)
    baseline_year = IntegerBlock(label=_("year of the start"), required=False, min_value=1990, max_value=2100)
    target = DecimalBlock(label=_("target"), required=False)
    target_year = IntegerBlock(label=_("year of the target"), required=False, min_value=1990, max_value=2100)
    measurements = ListBlock(MeasurementBlock(), label=_("measurements"), default=[])

    class Meta:
        icon = "table"
        label = _("indicator")
        value_class = IndicatorValue
