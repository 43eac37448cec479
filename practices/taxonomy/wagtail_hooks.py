from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from practices.taxonomy.merging import MERGED_AWAY, TOOK_IN
from practices.taxonomy.permissions import register_policies
from practices.taxonomy.viewsets import WordsGroup

register_policies()


@hooks.register("register_admin_viewset")
def register_words():
    return WordsGroup()


class MergeFormatter(LogFormatter):
    label = gettext_lazy("Merge terms")

    def format_message(self, log_entry):
        return _("“%(source)s” was merged into “%(target)s”.") % log_entry.data


@hooks.register("register_log_actions")
def register_merging(actions):
    for action in (MERGED_AWAY, TOOK_IN):
        actions.register_action(action)(MergeFormatter)
