"""What an editor types about synonyms."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from search.language.synonyms import NOT, Synonyms, own_rules, terms_of
from search.wording.models import SynonymRule, parted, rule_of

SIGNS = "=<>≠"


class SynonymRuleForm(WagtailAdminModelForm):
    def clean_words(self):
        return cleaned_side(self.cleaned_data["words"])

    def clean_others(self):
        return cleaned_side(self.cleaned_data["others"])

    def clean(self):
        values = super().clean()
        if all(name in values for name in ("words", "sign", "others")):
            self.check_rule(rule_of(values["words"], values["sign"], values["others"]))
        return values

    def check_rule(self, rule):
        """Refuses a rule that would change nothing."""
        pairs = {(word, other) for word, other in rule.pairs() if word != other}
        if not pairs:
            raise ValidationError(_("These are forms of one word. Search knows that already."))
        for other in SynonymRule.objects.exclude(pk=self.instance.pk):
            if (other.sign == NOT) == (rule.sign == NOT) and pairs <= set(other.rule.pairs()):
                raise ValidationError(_("There is a rule that says this already: %(rule)s.") % {"rule": other})
        known = {(word, other) for word, other in pairs if other in self.synonyms_without_this().of(word)}
        if rule.sign == NOT and not known:
            raise ValidationError(_("Search does not know these words as synonyms. There is nothing to switch off."))
        if rule.sign != NOT and known == pairs:
            raise ValidationError(_("Search knows this by itself already."))

    def synonyms_without_this(self):
        others = SynonymRule.objects.exclude(pk=self.instance.pk).exclude(sign=NOT)
        return Synonyms([*own_rules(), *(other.rule for other in others)])


def cleaned_side(text):
    """The words with one comma between them; raises ValidationError when one of them is of no use."""
    if set(SIGNS) & set(text):
        raise ValidationError(_("Type only words here, with commas between them. Choose below what they mean."))
    words = list(dict.fromkeys(parted(text)))
    for word in words:
        if not terms_of(word):
            raise ValidationError(_("Search skips “%(word)s”. Choose a word that says more.") % {"word": word})
    if not words:
        raise ValidationError(_("Type at least one word."))
    return ", ".join(words)
