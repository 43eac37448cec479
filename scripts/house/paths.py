"""Where things lie, for every script here."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
LINT_VENV = ROOT / ".venv-lint"
REQUIREMENTS = ROOT / "requirements"
NODE_MODULES = ROOT / "node_modules"
DATA_DIR = ROOT / os.environ.get("DATA_DIR", "var")
