import django

django.setup()

from tests.benchmarks.search.run import main  # noqa: E402 - its models need the set-up

main()
