"""`terms_changed` tells whoever listens that words of some terms are new.

Sent with `terms`, a list of `Term`, when a term is saved and when one is merged
(then with the target, whose tags and synonyms grew). It is sent inside the
transaction of the change, so that a receiver can note its own work in it.
"""

from django.dispatch import Signal

terms_changed = Signal()
