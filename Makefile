# One command a wish; the environment is made on first use, by uv where it is, by venv and pip where it is not.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: preview demo test check format golden wheel clean

preview: .venv/.ready   ## today's edition from the feeds of config.yaml
	@$(BIN)/digest preview

demo: .venv/.ready      ## the bundled sample day, offline
	@$(BIN)/digest demo

test: .venv/.ready      ## the tests
	@$(BIN)/python -m pytest -n 2

check: .venv/.ready     ## everything that must hold: style, types, layers, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2
	$(BIN)/python -m pytest -m slow

format: .venv/.ready    ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/.ready: pyproject.toml
	@if command -v uv >/dev/null; then \
		uv sync --quiet --all-extras; \
	else \
		$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")' && \
		$(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'; \
	fi
	@touch $@
