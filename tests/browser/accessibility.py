"""axe-core on a page: every rule for WCAG 2.2 A and AA, the size of targets included."""

import functools

import pytest

from scripts.house.tools import AXE

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},  # axe leaves it off unless asked
    "resultTypes": ["violations"],
}


@functools.cache
def axe_source():
    if not AXE.exists():
        pytest.skip("axe-core is missing: npm ci")
    return AXE.read_text()


def violations(page):
    """One line for each element that breaks a rule: which rule, where, and what would mend it."""
    page.evaluate(axe_source())  # not a script tag: our own Content-Security-Policy would refuse it
    result = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
