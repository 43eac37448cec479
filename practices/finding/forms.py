from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from practices.finding.facets import FACETS, labels_by_facet
from practices.finding.kinds import PRACTICES, kind_of
from search.language.asking import has_words
from search.query import SearchQuery, Sort

SORTS = [
    ("", _("best match"), Sort.RELEVANCE),
    ("nieuwste", _("newest"), Sort.NEWEST),
    ("volledigste", _("most complete"), Sort.COMPLETE),
]
MAX_TEXT_LENGTH = 200
# The engines count kinds under this name.
KIND = "kind"


class SearchForm(forms.Form):
    """Reads a search address. Whatever it does not understand is left out and named in `notices`."""

    # Plain fields, because a CharField refuses some characters: then there would be no value at all.
    q = forms.Field(required=False)
    soort = forms.Field(required=False)
    sorteer = forms.Field(required=False)
    pagina = forms.Field(required=False)

    def __init__(self, data):
        super().__init__(data)
        self.labels = labels_by_facet()
        self.notices = []

    def clean_q(self):
        typed = self.cleaned_data["q"] or ""
        text = "".join(character if character.isprintable() else " " for character in typed).strip()
        if len(text) > MAX_TEXT_LENGTH:
            self.notices.append(
                gettext("Your question is very long. We searched with the first %d characters.") % MAX_TEXT_LENGTH
            )
        text = text[:MAX_TEXT_LENGTH]
        if text and not has_words(text):
            self.notices.append(gettext("Your question has no words that we can search for. So you see all results."))
        return text

    def clean_soort(self):
        value = self.cleaned_data["soort"] or ""
        if kind_of(value) is None:
            self.notices.append(gettext("We do not know this kind of results. You see the practices."))
            return PRACTICES.parameter
        return value

    def clean_sorteer(self):
        value = self.cleaned_data["sorteer"] or ""
        if value not in [name for name, _label, _sort in SORTS]:
            self.notices.append(gettext("We do not know this way to sort. You see the best match first."))
            return ""
        return value

    def clean_pagina(self):
        value = self.cleaned_data["pagina"] or "1"
        if not (value.isascii() and value.isdecimal() and 0 < len(value) < 7 and int(value)):
            self.notices.append(gettext("This page number does not exist. You see the first page."))
            return 1
        return int(value)

    def clean(self):
        chosen = {}
        for facet in FACETS:
            values = list(dict.fromkeys(self.data.getlist(facet.parameter)))
            known = [value for value in values if value in self.labels[facet.name]]
            if len(known) < len([value for value in values if value]):
                self.notices.append(
                    gettext("We do not know one of your filters for “%s”. We searched without it.") % facet.label
                )
            if known:
                chosen[facet.name] = tuple(known)
        return {**self.cleaned_data, "facets": chosen}

    @property
    def kind(self):
        """The ResultKind that is asked for."""
        self.is_valid()  # always: whatever it does not understand is left out
        return kind_of(self.cleaned_data["soort"])

    @property
    def has_tabs(self):
        """Whether other kinds are worth a look: without a text, the page browses practices."""
        return bool(self.kind.parameter or self.cleaned_data["q"])

    def query(self, audiences=("public",)):
        """The SearchQuery for this address."""
        kind = self.kind
        sort = next(sort for name, _label, sort in SORTS if name == self.cleaned_data["sorteer"])
        facet_names = tuple(facet.name for facet in FACETS)
        return SearchQuery(
            text=self.cleaned_data["q"],
            facets=self.cleaned_data["facets"],
            sort=sort if kind.is_dated else Sort.RELEVANCE,
            page=self.cleaned_data["pagina"],
            audiences=audiences,
            kinds=(kind.name,),
            facet_names=(*facet_names, KIND) if self.has_tabs else facet_names,
        )
