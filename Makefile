# Every target works on a machine that has only Python 3.11+, make and git.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
STAMP := $(VENV)/.installed
HEART := meeting privacy swedish
CATALOGUE := data/locale/sv/LC_MESSAGES/sip_tui

# The tests start the program some eighty times: it is compiled once, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: docs help install demo test lint types layers unit properties heart coverage bench growth soak faults fuzz sbom screenshots messages lock clean

help: ## List the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(STAMP) ## Make .venv from the lock file, with .venv/bin/sip-tui

$(STAMP): requirements.lock pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit("sip-tui needs Python 3.11 or later: set PYTHON=/path/to/python3.11" if sys.version_info < (3, 11) else 0)'
	@echo "1/3  Gör en egen miljö i $(VENV) · Making an environment of its own"
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "2/3  Hämtar biblioteken, en gång: ungefär en halv minut · Fetching the libraries, once: about half a minute"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	@echo "3/3  Installerar sip-tui · Installing sip-tui"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@echo "Klart: $(BIN)/sip-tui"
	@touch $(STAMP)

$(CATALOGUE).mo: $(CATALOGUE).po | $(STAMP)
	$(BIN)/pybabel -q compile -d data/locale -D sip_tui

demo: $(STAMP) $(CATALOGUE).mo ## Open the demo meeting; without a terminal, play it through and print its minutes
	@$(BIN)/sip-tui demo

test: ## Everything that must pass: format, lint, types, layers, tests
	@$(MAKE) --no-print-directory -j2 unit types lint layers

lint: $(STAMP) ## Format, lint and spelling, without changing anything
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell

types: $(STAMP) ## mypy --strict on the program and its tests
	$(BIN)/mypy

layers: $(STAMP) ## The import contracts: every import goes downwards
	$(BIN)/lint-imports

unit: $(STAMP) $(CATALOGUE).mo ## The tests, which also reach every branch of meeting, privacy and swedish from their own folders
	HEART_COVERAGE=1 $(BIN)/pytest -q -n auto --dist worksteal

properties: $(STAMP) $(CATALOGUE).mo ## The properties with all the examples that each asks for; the tests try an eighth of them
	THOROUGH=1 $(BIN)/pytest -q -n auto -m hypothesis

heart: $(STAMP) $(CATALOGUE).mo ## Branch coverage of meeting, privacy and swedish from their own tests: 100 %
	HEART_COVERAGE=1 $(BIN)/pytest -q -n auto $(addprefix tests/,$(HEART))

coverage: $(STAMP) $(CATALOGUE).mo ## Branch coverage of the whole program: at least 95 %
	$(BIN)/pytest -q -n auto --cov=sip_tui --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=95

bench: $(STAMP) $(CATALOGUE).mo ## Speed as ratios, each measured against its baseline in the same run
	$(BIN)/python tests/bench

growth: $(STAMP) $(CATALOGUE).mo ## Double what each command is given: time and memory grow no more than in proportion
	$(BIN)/python tests/growth

soak: $(STAMP) $(CATALOGUE).mo ## A whole meeting at ten times its speed, two programs that are killed now and then (six minutes)
	$(BIN)/python tests/soak

faults: $(STAMP) $(CATALOGUE).mo ## Kills, power cuts, full disks, flipped bits: cause each for real, and write the counts into docs/reliability.md
	$(BIN)/python tests/faults

fuzz: $(STAMP) $(CATALOGUE).mo ## Bytes that atheris makes, for every reader: a minute each (Linux, Python 3.11-3.13)
	$(BIN)/python -m pip install -qq --disable-pip-version-check 'atheris>=3,<3.1'
	$(BIN)/python tests/fuzz

sbom: $(STAMP) ## What is installed, with licences, as CycloneDX in build/sip-tui.cdx.json
	$(PYTHON) -m venv build/sbom && build/sbom/bin/pip install -qq --disable-pip-version-check cyclonedx-bom
	build/sbom/bin/cyclonedx-py environment $(BIN)/python --pyproject pyproject.toml --mc-type application -o build/sip-tui.cdx.json

screenshots: $(STAMP) $(CATALOGUE).mo ## Draw every screen as SVG into docs/screenshots
	$(BIN)/python docs/screenshots.py
	$(BIN)/python docs/first_minute.py

docs: $(STAMP) $(CATALOGUE).mo ## Write the pages that the program itself makes: docs/keys.md
	$(BIN)/sip-tui --lang sv keys --table > docs/keys.md

messages: $(STAMP) ## Collect the texts of the interface and compile the Swedish catalogue
	@mkdir -p build
	$(BIN)/pybabel -q extract -k N_ --no-location --sort-output -o build/messages.pot \
	  sip_tui $$($(BIN)/python -c 'import argparse; print(argparse.__file__)')
	$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete -i build/messages.pot \
	  -d data/locale -D sip_tui -l sv
	$(BIN)/pybabel -q compile -d data/locale -D sip_tui

lock: ## Pin the newest versions that pyproject.toml allows
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install -qq uv
	build/lock/bin/uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements.lock

clean: ## Remove the environment and everything that tools left behind
	rm -rf $(VENV) .coverage build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
