"""`terms_changed` tells whoever listens that words of some terms are new.

Sent with `terms`, a list of `Term`, when a term is saved, and so when one is merged:
then its target is saved with the new synonyms, after all tags have moved. A group
brings its themes along, because they are found by its words as well. It is sent
inside the transaction of the change, so that a receiver can note its work in it.
"""

from django.dispatch import Signal

terms_changed = Signal()
