"""Makes the demo accounts, and writes them to the file that is named: python -m scripts.house.accounts FILE."""

import os
import sys
from pathlib import Path

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
    django.setup()
    from networks.publishing.demo import load_cast

    lines = [f"  {role:<28} {email:<44} {password}" for role, email, password in load_cast()]
    Path(sys.argv[1]).write_text("Sign in as:\n" + "\n".join(lines) + "\n")
