"""The synonyms of the moment: the project's own list with the rules of editors."""

import logging
import time

from search.language.synonyms import Synonyms, own_rules, own_synonyms
from search.wording.models import SynonymRule, rule_of

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 2


class EditorsSynonyms:
    """Called by search at each question with words; looks at the database at most once in so many seconds.

    When the database does not answer, what was known before goes on to count.
    """

    def __init__(self, seconds=SECONDS_BETWEEN_LOOKS):
        self.seconds = seconds
        self.rows, self.synonyms = (), own_synonyms()
        self.looked_at = float("-inf")

    def __call__(self):
        now = time.monotonic()
        if now - self.looked_at >= self.seconds:
            self.looked_at = now
            self.look()
        return self.synonyms

    def look(self):
        try:
            rows = tuple(SynonymRule.objects.order_by("pk").values_list("words", "sign", "others"))
        except Exception as error:  # a question is answered whatever is wrong with this table
            logger.warning("The synonyms cannot be read: %s", error)
            return
        if rows != self.rows:
            self.synonyms = Synonyms([*own_rules(), *(rule_of(*row) for row in rows)])
            self.rows = rows
