"""What the site and the process that reads files agree on. Knows nothing of either."""

KINDS = ("pdf", "docx", "odt")
# About twenty pages: what a file is about stands there.
MOST_CHARACTERS = 50_000

# Why the words of a file cannot be found.
LOCKED = "locked"
NO_TEXT = "no-text"
TOO_LARGE = "too-large"
UNREADABLE = "unreadable"
OTHER_KIND = "other-kind"
GONE = "gone"


class LockedError(Exception):
    """The file cannot be opened without a password."""


class TooLargeError(MemoryError):
    """The file unpacks to more than we read."""
