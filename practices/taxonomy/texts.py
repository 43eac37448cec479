"""What a list of terms says about itself, for each kind."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from practices.taxonomy.choices import TermKind


@dataclass(frozen=True)
class ListTexts:
    title: Promise
    introduction: Promise


LIST_TEXTS = {
    TermKind.THEME: ListTexts(
        _("Themes"),
        _("What is the practice about? Every theme belongs to one of a few groups."),
    ),
    TermKind.APPROACH: ListTexts(
        _("Approaches"),
        _("What do municipalities do? An approach is a way of working that others can take over."),
    ),
    TermKind.TARGET_GROUP: ListTexts(
        _("Target groups"),
        _("Who is the practice for? These are residents, but also people who work for residents."),
    ),
    TermKind.GROUND: ListTexts(
        _("Grounds of discrimination"),
        _("Why are people treated differently? The law forbids most of these reasons."),
    ),
    TermKind.ROLE: ListTexts(
        _("Municipal roles"),
        _("In which role does the municipality act? It employs people, serves people and makes policy."),
    ),
    TermKind.PARTNER_KIND: ListTexts(
        _("Kinds of partner"),
        _("Who does the municipality work with?"),
    ),
}
