"""`names_changed` tells whoever listens that some municipalities have other names now.

Sent with `pks`, their keys, when a municipality, a spelling of it or what it took over changes, and when one
begins or ends: its heirs have its names as old ones. It is sent inside the transaction of the change, so that a
receiver can note its work in it.
"""

from django.dispatch import Signal

names_changed = Signal()
