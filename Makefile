# One command a wish; the environment is made on first use, by uv where it is, by venv and pip where it is not.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: preview demo test lint slow wheel check format

preview: .venv/.ready   ## today's edition from the feeds of config.yaml
	@$(BIN)/digest preview

demo: .venv/.ready      ## the bundled sample day, offline
	@$(BIN)/digest demo

test: .venv/.ready      ## the tests
	@$(BIN)/python -m pytest -n 2

lint: .venv/.ready      ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

slow: .venv/.ready      ## the tests that need seconds, or programs beside Python
	@$(BIN)/python -m pytest -m slow

wheel: .venv/.ready     ## the built package works in an empty environment
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --upgrade >/dev/null
	@rm -rf build dist && $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@rm -rf build/wheel && $(BIN)/python -m venv build/wheel
	@build/wheel/bin/python -m pip install --quiet --disable-pip-version-check dist/digest-*.whl
	@cd build && wheel/bin/digest demo --out demo.html && wheel/bin/digest init --config fresh.yaml && rm fresh.yaml

check: test lint slow wheel   ## everything that must hold; CI calls the same

format: .venv/.ready    ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/.ready: pyproject.toml
	@echo "Making the environment in .venv, once: a minute or two." >&2
	@if command -v uv >/dev/null; then \
		uv sync --quiet --extra dev; \
	else \
		$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")' && \
		$(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'; \
	fi
	@touch $@
