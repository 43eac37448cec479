"""Which room may import which, and which subject inside a room: read from the code, without running it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "search": [],
    "practices": ["search"],
    "networks": ["practices", "search"],
    "cms": ["networks", "practices", "search"],
}
SUBJECTS = {
    "search.language": [],
    "search.engines": ["search.language"],
    "search.evaluation": ["search.engines"],
    "search.wording": ["search.language", "search.engines"],
    "search.outbox": ["search.engines", "search.evaluation"],
    "practices.municipalities": [],
    "practices.taxonomy": ["practices.municipalities"],
    "practices.attachments": [],
    "practices.library": ["practices.attachments", "practices.municipalities", "practices.taxonomy"],
    "practices.finding": ["practices.municipalities", "practices.taxonomy", "practices.library"],
    "practices.comparison": ["practices.municipalities", "practices.taxonomy", "practices.library"],
    "networks.mail": [],
    "networks.people": ["networks.mail"],
    "networks.publishing": ["networks.mail", "networks.people"],
    "networks.alerts": ["networks.mail", "networks.people"],
}


def violations(root):
    """One line for each import under `root` that the tables above do not allow."""
    files = [file for room in ROOMS for file in sorted((root / room).rglob("*.py"))]
    return [
        f"{file.relative_to(root)}:{line} imports {imported}"
        for file in files
        for line, imported in imports(file, root)
        if not is_allowed(module_name(file, root), imported)
    ]


def module_name(file, root):
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file, root):
    """Line and full name of everything that a file imports, inside functions as well."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package(file, root, node.level) if node.level else ""
            base = ".".join(filter(None, [start, node.module]))
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def package(file, root, level):
    """The package that a relative import of `level` dots starts from."""
    return ".".join(file.relative_to(root).parts[:-level])


def is_allowed(importer, imported):
    if imported.startswith("tests"):
        return False
    room, other = owner(importer, ROOMS), owner(imported, ROOMS)
    if other is None:
        return True
    if room != other:
        return other in ROOMS[room]
    subject, other = owner(importer, SUBJECTS), owner(imported, SUBJECTS)
    return None in (subject, other) or subject == other or other in SUBJECTS[subject]


def owner(name, table):
    """The room or subject of a module, or None when it is in none of them."""
    return next((entry for entry in table if name == entry or name.startswith(f"{entry}.")), None)
