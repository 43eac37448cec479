"""What is taken out of files, and what becomes of files that want to do harm."""

import io
import json
import time

import pytest

from practices.attachments import extract, reading
from practices.attachments.agreed import KINDS, MOST_CHARACTERS
from practices.attachments.extract import READERS, answer
from practices.attachments.reading import Reading, read_file
from tests.practices.attachments.files import (
    OFFICE,
    docx_of,
    endless_pdf,
    locked_pdf,
    odt_of,
    pdf_bomb,
    pdf_of,
    zip_bomb,
    zip_of,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)


def read(kind, content):
    return Reading(**answer(io.BytesIO(content), READERS[kind]))


def test_every_kind_that_the_site_asks_for_can_be_read():
    assert tuple(READERS) == KINDS


@pytest.mark.parametrize(("kind", "make"), [("pdf", pdf_of), ("docx", docx_of), ("odt", odt_of)])
def test_words_come_out_in_the_order_of_the_file(kind, make):
    assert read(kind, make("Plan voor de wijk", "Eén café")) == Reading("Plan voor de wijk Eén café")


def test_word_that_a_line_end_cuts_is_one_word_again():
    assert read("pdf", pdf_of("tegen discri-\nminatie in sport-\nen cultuur")).text == (
        "tegen discriminatie in sport- en cultuur"
    )


def test_spaces_in_office_files_stand_between_words():
    assert read("docx", docx_of("<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t></w:r>")).text == "een twee"
    assert read("odt", odt_of("een<text:tab/>twee<text:line-break/>drie")).text == "een twee drie"


def test_what_was_deleted_moved_or_remarked_is_not_read():
    deleted = "<w:del><w:r><w:delText>geheim</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>geheim</w:t></w:r></w:moveFrom>"
    remark = f'<office:annotation xmlns:office="{OFFICE}"><text:p>geheim</text:p></office:annotation>'
    changes = "<text:tracked-changes><text:deletion><text:p>geheim</text:p></text:deletion></text:tracked-changes>"

    assert read("docx", docx_of(deleted, moved, "open")).text == "open"
    assert read("odt", odt_of(f"o{remark}p", f"{changes}en")).text == "op en"


def test_characters_that_a_database_refuses_are_left_out():
    assert extract.clean("een\x00twee \udcff drie\u00advoud\n") == "een twee drievoud"


def test_long_file_is_cut():
    text = read("docx", docx_of(*["woord " * 1_000] * 100)).text

    assert len(text) == MOST_CHARACTERS


@pytest.mark.parametrize(("kind", "content"), [("pdf", pdf_of("", "")), ("docx", docx_of("")), ("odt", odt_of(""))])
def test_scan_has_no_text(kind, content):
    assert read(kind, content) == Reading(problem="no-text")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("pdf", locked_pdf("geheim", password="wachtwoord")),
        ("docx", OLE),
        ("odt", zip_of(content_xml=b"\x00\x99", **{"META-INF__manifest_xml": "<x><manifest:encryption-data/></x>"})),
    ],
)
def test_file_with_a_password_is_locked(kind, content):
    assert read(kind, content) == Reading(problem="locked")


def test_pdf_that_only_forbids_printing_is_read():
    assert read("pdf", locked_pdf("Plan", password="")) == Reading("Plan")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("content", [b"", b"gewone tekst, geen bestand", bytes(5_000), zip_of(andere_xml="<a/>")])
def test_file_that_is_not_what_its_name_says_is_unreadable(kind, content):
    assert read(kind, content) == Reading(problem="unreadable")


@pytest.mark.parametrize(("kind", "make"), [("pdf", pdf_of), ("docx", docx_of), ("odt", odt_of)])
def test_file_that_breaks_off_anywhere_never_raises(kind, make):
    whole = make("Plan voor de wijk", "Nog een bladzij")

    for length in range(0, len(whole), 37):
        reading = read(kind, whole[:length])
        assert (reading.text in "Plan voor de wijk Nog een bladzij", bool(reading.problem)) == (True, not reading.text)


def test_xml_that_refers_to_files_or_explodes_is_unreadable():
    laughs = '<!DOCTYPE a [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;">]><a>&b;</a>'
    outside = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'

    for xml in (laughs, outside):
        assert read("docx", zip_of(word__document_xml=xml)) == Reading(problem="unreadable")


# The rest is read as the site does it: by a process of its own.


def read_by_process(kind, content):
    file = io.BytesIO(content)
    file.size = len(content)
    return read_file(file, kind=kind)


@pytest.mark.parametrize(("kind", "make"), [("pdf", pdf_of), ("docx", docx_of), ("odt", odt_of)])
def test_process_gives_the_words(kind, make):
    assert read_by_process(kind, make("Eén plan")) == Reading("Eén plan")


@pytest.mark.parametrize(
    ("kind", "make", "problem"),
    [("docx", zip_bomb, "too-large"), ("pdf", endless_pdf, "too-large"), ("pdf", pdf_bomb, "no-text")],
)
def test_bomb_is_defused_in_time(kind, make, problem):
    started = time.monotonic()

    assert read_by_process(kind, make()) == Reading(problem=problem)
    assert time.monotonic() - started < reading.TIMEOUT_SECONDS + 5


def test_process_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(reading, "TIMEOUT_SECONDS", 0.01)

    assert read_by_process("pdf", pdf_of("Plan")) == Reading(problem="too-large")


@pytest.fixture
def program(monkeypatch, tmp_path):
    """Puts a shell script in the place of the program that reads files."""

    def program(script):
        path = tmp_path / "python"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setattr(reading.sys, "executable", str(path))

    return program


@pytest.mark.parametrize(
    ("script", "problem"),
    [("kill -KILL $$", "too-large"), ("exit 1", "unreadable"), ("echo Traceback", "unreadable")],
)
def test_process_that_ends_badly_leaves_a_problem(program, script, problem):
    program(script)

    assert read_by_process("pdf", pdf_of("Plan")) == Reading(problem=problem)


def test_process_knows_no_secrets(program, monkeypatch):
    program('echo "{\\"text\\": \\"$SECRET_KEY\\", \\"problem\\": \\"\\"}"')
    monkeypatch.setenv("SECRET_KEY", "geheim")

    assert read_by_process("pdf", b"") == Reading("")


def test_program_limits_itself(tmp_path):
    code = (
        "import json, resource; from practices.attachments import extract; extract.limit_itself();"
        "print(json.dumps([resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0]]))"
    )
    done = reading.subprocess.run([reading.sys.executable, "-c", code], capture_output=True, check=True)

    assert json.loads(done.stdout) == [extract.MEMORY_BYTES, extract.CPU_SECONDS]


@pytest.mark.parametrize(("kind", "size", "problem"), [("xlsx", 10, "other-kind"), ("pdf", 60_000_000, "too-large")])
def test_file_of_another_kind_or_far_too_large_is_not_opened(kind, size, problem):
    file = io.BytesIO()
    file.size = size

    assert read_file(file, kind=kind) == Reading(problem=problem)
