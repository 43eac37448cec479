"""Turns the readable text of a content file into the blocks of a story section."""

import re
from html import escape

PARAGRAPHS = re.compile(r"\n\s*\n")


def html_of(text):
    """Paragraphs are split by an empty line; lines that start with "- " make a list."""
    return "".join(paragraph_html(part) for part in PARAGRAPHS.split(text.strip()) if part.strip())


def prose_of(text):
    """Plain paragraphs, each on one line as readers' screens are not as wide as the file; split by an empty line."""
    paragraphs = (" ".join(part.split()) for part in PARAGRAPHS.split(text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def paragraph_html(part):
    html, items = "", []
    for is_item, text in joined_lines(part):
        if is_item:
            items.append(f"<li>{escape(text)}</li>")
        else:
            html += list_html(items) + f"<p>{escape(text)}</p>"
            items = []
    return html + list_html(items)


def joined_lines(part):
    """Wrapped lines put together again, as pairs of (starts a list item, text)."""
    joined = []
    for line in part.strip().splitlines():
        line = line.strip()
        if line.startswith("- "):
            joined.append([True, line[2:]])
        elif joined:
            joined[-1][1] += f" {line}"
        else:
            joined.append([False, line])
    return joined


def list_html(items):
    return f"<ul>{''.join(items)}</ul>" if items else ""


class StoryReader:
    """Makes raw StreamField data; `images` and `documents` give the row for a file name of the content folder."""

    def __init__(self, images, documents):
        self.images, self.documents = images, documents

    def section(self, content):
        """Raw blocks for a text, or for a list with one block in each row."""
        rows = [{"text": content}] if isinstance(content, str) else content or []
        return [self.block(kind, value) for row in rows for kind, value in row.items()]

    def block(self, kind, value):
        return getattr(self, f"{kind}_block")(value)

    def text_block(self, value):
        return {"type": "text", "value": html_of(value)}

    def quote_block(self, value):
        return {"type": "quote", "value": {"text": value["text"], "speaker": value.get("speaker", "")}}

    def table_block(self, value):
        header, rows = value["header"], value["rows"]
        table = {
            "columns": [{"type": "text", "heading": heading} for heading in header],
            "rows": [{"values": [str(cell) for cell in row]} for row in rows],
        }
        return {"type": "table", "value": {"caption": value["caption"], "table": table}}

    def image_block(self, value):
        image = {"image": self.images(value["file"]).pk, "alt_text": value["alt"], "decorative": False}
        return {"type": "picture", "value": {"image": image, "caption": value.get("caption", "")}}

    def file_block(self, value):
        return {"type": "file", "value": {"document": self.documents(value["file"]).pk, "title": value["title"]}}

    def video_block(self, value):
        return {"type": "video", "value": {"url": value["url"], "title": value["title"]}}
