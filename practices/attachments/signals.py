"""`words_changed` tells whoever listens that what may be found of some files is new.

Sent with `documents`, a queryset: when a file was read, replaced or moved, is about to be deleted, or when its
collection opens or closes. It is sent inside the transaction of the change, so that a receiver can note its work in it.
"""

from django.dispatch import Signal

words_changed = Signal()
