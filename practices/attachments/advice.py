"""What an editor can do about a file whose words cannot be found."""

from django.utils.translation import gettext_lazy as _

from practices.attachments import agreed

ADVICE = {
    agreed.NO_TEXT: _(
        "There is no text in this file. Perhaps it is a scan: a picture of a text. People who use a screen reader "
        "cannot read it either. Choose the original file, or put the text in the story."
    ),
    agreed.LOCKED: _("This file is locked with a password. Save it without a password and choose it again."),
    agreed.UNREADABLE: _("This file is damaged, or it is not what its name says. Save it anew and choose it again."),
    agreed.TOO_LARGE: _("Reading this file takes too long. Make it smaller and choose it again."),
    agreed.OTHER_KIND: _("Search reads only files in PDF, docx and odt."),
    agreed.GONE: _("The file is not there. Choose it again."),
}
