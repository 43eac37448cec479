"""Takes the words out of one file. A program of its own, so that a hostile file harms nothing but itself.

    python -m practices.attachments.extract pdf < FILE

Writes JSON with "text" and "problem", of which one is empty. It knows nothing of the site: no settings, no database.
"""

import json
import logging
import re
import sys
from contextlib import suppress

from practices.attachments.agreed import LOCKED, MOST_CHARACTERS, NO_TEXT, TOO_LARGE, UNREADABLE, LockedError
from practices.attachments.office import words_of_docx, words_of_odt
from practices.attachments.pdf import words_of_pdf

READERS = {"pdf": words_of_pdf, "docx": words_of_docx, "odt": words_of_odt}
MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 10
# Where a line ends within a word; not after the half word of "sport- en".
CUT_WORD = re.compile(r"(?<=\w)[-\u00ad]\s*\n\s*(?!(?:en|of)\b)(?=[a-zà-ÿ])")
UNSTORABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def main():
    limit_itself()
    logging.disable()
    json.dump(answer(sys.stdin.buffer, READERS[sys.argv[1]]), sys.stdout)


def limit_itself():
    """Asks the kernel to stop this process when it takes too much; Windows knows no such thing."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not there on every system

        for kind, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
            with suppress(ValueError, OSError):  # macOS has the name and not the thing
                resource.setrlimit(kind, (most, most))


def answer(file, read):
    """{"text", "problem"}; what was read before a file turned out to be broken is kept."""
    words, problem = [], NO_TEXT
    try:
        for part in enough(read(file)):
            words.append(part)
    except MemoryError:
        problem = TOO_LARGE
    except LockedError:
        problem = LOCKED
    except Exception:  # parsers raise whatever a broken file makes them run into
        problem = UNREADABLE
    text = clean("\n".join(words))[:MOST_CHARACTERS]
    return {"text": text, "problem": "" if text else problem}


def enough(parts):
    length = 0
    for part in parts:
        yield part
        length += len(part)
        if length >= MOST_CHARACTERS:
            return


def clean(text):
    """One line of words that any database takes."""
    whole = CUT_WORD.sub("", text).replace("\u00ad", "")
    return " ".join(UNSTORABLE.sub(" ", whole).split())


if __name__ == "__main__":
    main()
