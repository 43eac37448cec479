from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from practices.taxonomy.permissions import register_policies
from practices.taxonomy.viewsets import WordsGroup

register_policies()


@hooks.register("register_admin_viewset")
def register_words():
    return WordsGroup()


@hooks.register("register_log_actions")
def register_merging(actions):
    @actions.register_action("taxonomy.merge")
    class MergeFormatter(LogFormatter):
        label = gettext_lazy("Merge terms")

        def format_message(self, log_entry):
            return _("“%(source)s” was merged into “%(target)s”.") % log_entry.data
