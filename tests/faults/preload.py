"""What every process of a run needs, loaded once: a process is then there in an instant."""

import django

django.setup()

from tests.faults.roles import ROLES  # noqa: E402, F401 - models can be imported only now
