"""How an editor finds the answer to pin: search as readers do, and choose."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from search.engines import get_engine
from search.engines.base import EngineUnavailableError
from search.query import SearchQuery
from search.registry import current_entries, current_entry
from search.wording.models import PinnedAnswer
from search.wording.pins import question_key

MOST_CHOICES = 8


class PinnedAnswerForm(WagtailAdminModelForm):
    find = forms.CharField(
        label=_("Find an answer"),
        required=False,
        max_length=200,
        help_text=_("Words from the title or the text. You see what readers would find."),
    )

    class Meta:
        model = PinnedAnswer
        fields = ["question", "find", "entry_id", "sort_order"]
        widgets = {"entry_id": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(self.Meta.fields)
        chosen = self["entry_id"].value() or ""
        searched = self["find"].value() or self["question"].value() or ""
        self.fields["entry_id"].widget.choices = [(id, label(id, entry)) for id, entry in answers(chosen, searched)]

    def clean_question(self):
        question = " ".join(self.cleaned_data["question"].split())
        if not question_key(question):
            raise ValidationError(_("Search skips these words. Choose a question that says more."))
        return question

    def clean_entry_id(self):
        """Also when it was not among the last choices; an answer that cannot be found now may stay."""
        id = self.cleaned_data["entry_id"]
        if id != self.instance.entry_id and current_entry(id) is None:
            raise ValidationError(_("This cannot be found now. Choose another answer."))
        return id

    def clean(self):
        values = super().clean()
        self.instance.key = question_key(values.get("question", ""))
        same = PinnedAnswer.objects.filter(key=self.instance.key, entry_id=values.get("entry_id", ""))
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This answer is pinned to this question already."))
        return values


def answers(chosen, searched):
    """[(id, entry)] to choose from: the one that is chosen, which may be None by now, and what search finds."""
    ids = list(dict.fromkeys([*filter(None, [chosen]), *found(searched)]))
    entries = current_entries(ids)
    return [(id, entries.get(id)) for id in ids if id == chosen or id in entries]


def found(text):
    """Ids of what the public would find; nothing when search skips all words."""
    if not question_key(text):
        return []
    try:
        return [hit.id for hit in get_engine().search(SearchQuery(text=text, page_size=MOST_CHOICES)).hits]
    except EngineUnavailableError:
        return []


def label(id, entry):
    if entry is None:
        return _("The present answer, which cannot be found now")
    return f"{entry.title} ({entry.url})"
