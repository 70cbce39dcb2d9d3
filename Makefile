# The commands of the README. Each sets up what is missing first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Without a screen Qt draws into memory.
ifeq ($(strip $(DISPLAY)$(WAYLAND_DISPLAY)),)
export QT_QPA_PLATFORM ?= offscreen
endif

.PHONY: help setup demo run test long bench package package-proof lint docs clean
.DEFAULT_GOAL := help

help:
	@echo "make demo   watch the program work by itself; pictures in build/demo/"
	@echo "make run    open the program in training mode"
	@echo "make test   run all checks and tests"
	@echo "make long   run the tests that wait for real seconds again and again"
	@echo "make bench  measure; table on the screen, figures in build/bench.json"
	@echo "make package  build the standalone program into dist/ and try it; make package-proof installs it in a clean Debian"
	@echo "make lint   only the checks that need no test run"
	@echo "make docs   write the file table of docs/architecture.md anew"
	@echo "make clean  remove what these commands made"

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt packaging/make-environment
	@packaging/make-environment "$(PYTHON)" "$(VENV)"
	@touch $@

demo: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py
	$(BIN)/picker-app demo

run: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py
	$(BIN)/picker-app --training

test: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py --for-tests
	@packaging/checks $(BIN)
	@rm -rf build/coverage && mkdir -p build/coverage
	$(BIN)/pytest --numprocesses=auto --dist=loadgroup --cov --cov-report=json --cov-report=
	@$(BIN)/python tests/house/coverage_gate.py

long: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py --for-tests
	$(BIN)/pytest --numprocesses=auto --dist=loadgroup -m long

bench: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py
	$(BIN)/python -m tests.bench

package: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py
	@packaging/make-environment "$(PYTHON)" "$(VENV)" dev,package
	$(BIN)/python packaging/build.py

package-proof: package
	packaging/try-in-clean-root dist/picker-app_*.deb

lint: $(STAMP)
	@packaging/checks $(BIN)

docs: $(STAMP)
	$(BIN)/python docs/file_table.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage*
	find picker_app tests docs packaging -name __pycache__ -type d -exec rm -rf {} +
