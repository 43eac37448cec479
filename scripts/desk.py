#!/usr/bin/env python3
"""The verbs of the Makefile, for whoever has no make: python3 scripts/desk.py run.

Any Python 3 can read this file, so that one that is too old can say so; the work is in scripts/house/.
"""

import os
import runpy
import sys

OLDEST = (3, 11)
TOO_OLD = (
    "Leerkring needs Python {}.{} or newer and this is Python {}.{}: "
    "install a newer one and name it, as in `make run PYTHON=python3.12`."
)

if __name__ == "__main__":
    if sys.version_info[:2] < OLDEST:
        sys.exit(TOO_OLD.format(*(OLDEST + sys.version_info[:2])))
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    runpy.run_module("scripts.house", run_name="__main__")
