# One command a wish; the environment is made on first use from uv.lock, and anew when the lock changes.

PYTHON ?= python3
BIN := .venv/bin
UV = $(shell command -v uv || echo $(BIN)/uv)
ENVIRONMENT := $(UV) sync --locked --quiet --extra dev

# Nothing outside this folder is touched: no cache in the home, no other Python fetched.
export UV_CACHE_DIR ?= $(CURDIR)/build/cache
export UV_PYTHON_DOWNLOADS ?= never
export PIP_NO_CACHE_DIR ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK ?= 1

.PHONY: preview demo test lint slow wheel check newest oldest pythons format

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
	@rm -rf dist build/wheel && $(UV) build --quiet --wheel --out-dir dist
	@$(PYTHON) -m venv build/wheel && build/wheel/bin/python -m pip install --quiet dist/digest-*.whl
	@cd build && wheel/bin/digest demo --out demo.html && wheel/bin/digest init --config fresh.yaml && rm fresh.yaml

check: test lint slow wheel   ## everything that must hold

# What fails here once and then passes alone was the machine and not the release: it is shown, and tried again.
newest oldest: .venv/.ready   ## the tests with the newest, or the oldest, releases that pyproject.toml allows
	@echo "The tests with the $@ allowed releases." >&2
	@rm -rf build/$@ && $(UV) venv --quiet --python $(BIN)/python build/$@
	@$(UV) pip install --quiet --python build/$@ --resolution $(if $(filter oldest,$@),lowest-direct,highest) --editable '.[dev]'
	@build/$@/bin/python -m pytest -n 2 || build/$@/bin/python -m pytest --last-failed

pythons: .venv/.ready   ## the tests with each newer Python of this machine
	@for python in python3.12 python3.13 python3.14 python3.15 "$$HOME"/.pyenv/versions/3.1[2-9]*/bin/python; do \
		version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
		case " $$done " in *" $$version "*) continue ;; esac; \
		done="$$done $$version"; \
		echo "The tests with Python $$version." >&2; \
		UV_PROJECT_ENVIRONMENT=build/python-$$version $(ENVIRONMENT) --python "$$python" && \
		{ "build/python-$$version/bin/python" -m pytest -n 2 || "build/python-$$version/bin/python" -m pytest --last-failed; } || exit 1; \
	done

format: .venv/.ready    ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/.ready: pyproject.toml uv.lock .ci/uv.txt
	@echo "Making the environment in .venv from uv.lock: a minute or two, once until the lock changes." >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@rm -rf .venv && mkdir .venv || { echo "Nothing can be written into this folder. Copy it to one of yours and try again." >&2; exit 1; }
	@if command -v uv >/dev/null; then \
		$(ENVIRONMENT) --python "$(PYTHON)"; \
	else \
		$(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --require-hashes -r .ci/uv.txt && \
		$(ENVIRONMENT) --inexact --python $(BIN)/python; \
	fi
	@touch $@
