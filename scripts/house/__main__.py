"""Finds the verb that was typed; what a verb cannot do it says in one sentence."""

import sys

from scripts.house import checks, environment, postgres, site, suite
from scripts.house.commands import CannotGoOnError

VERBS = {
    "run": site.run,
    "test": suite.test_everything,
    "test-postgres": postgres.test,
    "test-search": suite.test_search,
    "bench": suite.bench,
    "bench-faults": suite.bench_faults,
    "bench-relevance": suite.bench_relevance,
    "bench-search": suite.bench_search,
    "lint": checks.lint,
    "format": checks.write_format,
    "check": checks.check,
    "messages": checks.collect_messages,
    "lock": environment.lock,
    "upgrade": environment.upgrade,
    "screenshots": suite.take_screenshots,
}


def main(words):
    if len(words) != 1 or words[0] not in VERBS:
        sys.exit(f"Choose one of: {', '.join(VERBS)}.")
    try:
        VERBS[words[0]]()
    except CannotGoOnError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(sys.argv[1:])
