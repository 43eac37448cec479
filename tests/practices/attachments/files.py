"""Small files with words in them, and hostile ones, made on the spot."""

import io
import zipfile
import zlib

from django.core.files.base import ContentFile
from pypdf import PdfReader, PdfWriter
from wagtail.documents import get_document_model

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def stored(name, content, **fields):
    """A document of Wagtail with this file."""
    file = ContentFile(content, name=name)
    return get_document_model().objects.create(title=name, file=file, **fields)


def pdf_of(*pages):
    """A PDF with a page for each text; its lines stand below each other."""
    objects = ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for text in pages:
        shown = "".join(f"({line}) Tj T* " for line in text.split("\n")) if text else ""
        stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects) + 2
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects) + 2} 0 R")
    tree = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled(["<< /Type /Catalog /Pages 2 0 R >>", tree, *objects])


def assembled(objects):
    """A PDF of these objects, numbered from 1."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def locked_pdf(text, *, password):
    """An empty password only forbids copying and printing."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(text))))
    writer.encrypt(password, "van de eigenaar", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zip_of(**members):
    """A zip; in the names of its members __ stands for a slash and _ for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def docx_of(*paragraphs):
    """A Word file; a paragraph is text, or XML that starts with "<"."""
    runs = (text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>" for text in paragraphs)
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    return zip_of(word__document_xml=f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


def odt_of(*paragraphs):
    """An OpenDocument text of these paragraphs, which may hold XML."""
    body = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    names = f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}"'
    content = f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>"
    return zip_of(content_xml=content)


def zip_bomb():
    """A Word file of some hundred kilobytes that unpacks to more than a hundred megabytes."""
    return zip_of(word__document_xml=b"<a>" + b" " * 120_000_000)


def endless_pdf():
    """A PDF of a few kilobytes with a thousand million pages: in thirty steps each branch has the next one twice."""
    branches = [f"<< /Type /Pages /Kids [{number} 0 R {number} 0 R] /Count 2 >>" for number in range(3, 33)]
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    return assembled(["<< /Type /Catalog /Pages 2 0 R >>", *branches, page])


def pdf_bomb():
    """A PDF of some kilobytes with a page that unpacks to half a gigabyte."""
    stream = zlib.compress(zlib.compress(b" " * 500_000_000, 9), 9).decode("latin-1")
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>"
    filters = f"<< /Filter [/FlateDecode /FlateDecode] /Length {len(stream)} >>"
    tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return assembled(["<< /Type /Catalog /Pages 2 0 R >>", tree, page, f"{filters}\nstream\n{stream}\nendstream"])
