import time
from itertools import islice

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from practices.attachments.agreed import LockedError, TooLargeError

MOST_PAGES = 300
# After so long the words so far are enough: better than to be stopped with none.
PATIENCE_SECONDS = 6


def words_of_pdf(file):
    """The words of each page."""
    started = time.process_time()
    try:
        for page in islice(opened(file).pages, MOST_PAGES):
            yield page.extract_text()
            if time.process_time() - started > PATIENCE_SECONDS:
                return
    except (DependencyError, FileNotDecryptedError) as error:
        raise LockedError from error
    except LimitReachedError as error:
        raise TooLargeError from error


def opened(file):
    """A reader; many files are encrypted with an empty password, only to forbid copying or printing."""
    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise LockedError
    return reader
