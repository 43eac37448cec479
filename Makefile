# Every verb is one line; the work is in scripts/house/. Without make: python3 scripts/desk.py <verb>
PYTHON ?= python3
NO_PYTHON = Leerkring needs Python 3.11 or newer and '$(PYTHON)' is not found: install it, or name yours, as in PYTHON=python3.12
DESK = @command -v $(PYTHON) >/dev/null 2>&1 || { echo "$(NO_PYTHON)"; exit 1; }; exec $(PYTHON) scripts/desk.py

.DEFAULT_GOAL := help
.PHONY: help run test test-postgres test-search bench bench-faults bench-relevance bench-search lint format check messages lock upgrade screenshots

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1	/' | expand -t 22
run: ## set up what is missing and start the site on http://localhost:8000 (PORT=8001 for another port)
	$(DESK) run
test: ## every test, in a real browser and on a real Elasticsearch too
	$(DESK) test
test-postgres: ## the tests without the browser, on a PostgreSQL server of their own
	$(DESK) test-postgres
test-search: ## only search on Elasticsearch: a server of its own, or the one that ELASTICSEARCH_TEST_URL names
	$(DESK) test-search
bench: ## how long pages take with 40 and with 10,000 practices
	$(DESK) bench
bench-faults: ## kill, slow down and fill what search leans on, and count what is lost: it must be nothing
	$(DESK) bench-faults
bench-relevance: ## how well search finds judged passages, beside its peers (PostgreSQL too when DATABASE_URL names one)
	$(DESK) bench-relevance
bench-search: ## how fast the engines and their peers are at 1,000, 10,000 and 100,000 entries (SIZES=1000 for less)
	$(DESK) bench-search
lint: ## read the code: ruff, and the layout of Python and templates
	$(DESK) lint
format: ## lay out Python and templates as `make lint` wants them
	$(DESK) format
check: ## migrations, production settings, translations: complete and safe
	$(DESK) check
messages: ## collect the texts to translate into locale/nl (needs gettext)
	$(DESK) messages
lock: ## write requirements/*.txt from requirements/*.in, keeping the versions that still fit
	$(DESK) lock
upgrade: ## the same with the newest versions
	$(DESK) upgrade
screenshots: ## make the pictures of the README anew
	$(DESK) screenshots
