# Quizsheet: `make help` lists the targets. Each sets up what it needs in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test check bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s  %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(VENV)/ready-to-run ## play the quiz in a browser
	@$(BIN)/quizsheet demo

test: $(VENV)/ready-to-work ## run all tests; the end says what was left out
	@$(BIN)/python -m pytest

check: $(VENV)/ready-to-work ## lint, format, types, and the shipped sheet
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/quizsheet check --strict content/

bench: $(VENV)/ready-to-work ## measure what the docs state
	@$(BIN)/python -m tests.bench

lock: $(VENV)/ready-to-work ## pin the dependencies again, with hashes
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --group build pyproject.toml -o deploy/locks/run.lock
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --all-extras --group build --group dev pyproject.toml -o deploy/locks/work.lock

clean: ## forget the set-up
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
		"Quizsheet needs Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/ready-to-run: deploy/locks/run.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up in $(VENV); this takes a minute, once."
	@$(PIP) --require-hashes -r deploy/locks/run.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-to-work: deploy/locks/work.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up for work in $(VENV); this takes a few minutes, once."
	@$(PIP) --require-hashes -r deploy/locks/work.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/ready-to-run
