"""Word and OpenDocument files: XML in a zip. What was deleted or remarked in the margin is not read."""

from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from defusedxml.ElementTree import DefusedXMLParser

from practices.attachments.agreed import LockedError, TooLargeError

MOST_XML_BYTES = 50_000_000
CHUNK_BYTES = 64 * 1024
# Office puts a file with a password, and a file of before 2007, in this container.
OLE_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARAGRAPHS = {"p", "h"}
SPACES = {"tab", "br", "s", "line-break"}


class Form(NamedTuple):
    """Which member holds the text, in which elements it stands and which hide it."""

    member: str
    shown: frozenset[str]
    hidden: frozenset[str]


DOCX = Form("word/document.xml", frozenset({"t"}), frozenset({"moveFrom", "Fallback"}))
ODT = Form("content.xml", frozenset({"p", "h"}), frozenset({"annotation", "tracked-changes"}))


class Paragraphs:
    """A target of an XML parser: gathers the words in `done`, a paragraph each, and keeps no tree."""

    def __init__(self, form):
        self.form = form
        self.done, self.words = [], []
        self.shown = self.hidden = 0

    def start(self, tag, _attributes):
        name = local(tag)
        self.shown += name in self.form.shown
        self.hidden += name in self.form.hidden
        if name in SPACES:
            self.words.append(" ")

    def data(self, text):
        if self.shown and not self.hidden:
            self.words.append(text)

    def end(self, tag):
        name = local(tag)
        self.shown -= name in self.form.shown
        self.hidden -= name in self.form.hidden
        if name in PARAGRAPHS and not self.hidden:
            self.done.append("".join(self.words))
            self.words = []

    def close(self):
        pass


def local(tag):
    return tag.rpartition("}")[2]


def words_of_docx(file):
    """The words of each paragraph."""
    return words_of(file, DOCX)


def words_of_odt(file):
    """The words of each paragraph."""
    return words_of(file, ODT)


def words_of(file, form):
    with opened(file) as archive, archive.open(form.member) as member:
        yield from paragraphs(member, form)


def opened(file):
    try:
        archive = ZipFile(file)
    except BadZipFile as error:
        file.seek(0)
        raise (LockedError if file.read(8) == OLE_CONTAINER else BadZipFile) from error
    if is_encrypted(archive):
        raise LockedError
    return archive


def is_encrypted(archive):
    """By the zip itself, or as OpenDocument does it: by a member that tells how the others were encrypted."""
    if any(member.flag_bits & 1 for member in archive.infolist()):
        return True
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    with archive.open("META-INF/manifest.xml") as manifest:
        return b"encryption-data" in manifest.read(MOST_XML_BYTES)


def paragraphs(member, form):
    target = Paragraphs(form)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    size = 0
    while chunk := member.read(CHUNK_BYTES):
        size += len(chunk)
        if size > MOST_XML_BYTES:
            raise TooLargeError
        parser.feed(chunk)
        yield from target.done
        target.done = []
    parser.close()
    yield from target.done
