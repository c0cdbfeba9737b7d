# `make run` opens the sample article, `make test` runs every check. Both set up what they need.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help run test setup system display format screenshots install-desktop uninstall-desktop bench gold quality fuzz hostile-table lock clean

help:
	@echo "make run              set everything up and open the sample article"
	@echo "make test             set everything up and run every check"
	@echo "make install-desktop  let a double-click open files with Deskbrief (for you, not for the system)"
	@echo "make screenshots      draw the README's pictures from the running program"
	@echo "make gold             score the program on annotated data (GOLD=folder)"
	@echo "make quality          the same beside other tools, as a table, into the README (GOLD=folder)"
	@echo "make bench            measure speed and memory"
	@echo "make hostile-table    open every file of a folder and tell what came of it (FOLDER=folder)"
	@echo "make fuzz             feed damaged files to every importer (MINUTES=10 for each)"

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock scripts/setup.sh
	@PYTHON="$(PYTHON)" bash scripts/setup.sh "$(VENV)"
	@touch $(STAMP)

system:
	@bash scripts/system.sh window

display:
	@bash scripts/system.sh window display

run: setup system
	@bash scripts/run.sh "$(VENV)"

test: setup display
	@bash scripts/test.sh "$(VENV)"

format: setup
	@$(BIN)/ruff check --fix -q app tests scripts packaging; $(BIN)/ruff format -q app tests scripts packaging

screenshots: setup display
	@$(BIN)/python scripts/screenshots.py docs/pictures

install-desktop: setup system
	@$(BIN)/python packaging/install_desktop.py --program "$(CURDIR)/$(BIN)/deskbrief"

uninstall-desktop:
	@$(PYTHON) packaging/install_desktop.py --remove

bench: setup display
	@bash scripts/bench.sh "$(VENV)"

gold: setup
	@$(BIN)/python tests/gold/gate.py --gold "$(GOLD)"

quality: setup
	@$(BIN)/python tests/gold/quality.py --gold "$(GOLD)" --into README.md

fuzz: setup
	@$(BIN)/python scripts/fuzz.py --minutes $$(( $(or $(MINUTES),10) * 12 ))

hostile-table: setup
	@$(BIN)/python scripts/hostile_table.py "$(FOLDER)"

lock: setup
	@bash scripts/lock.sh "$(VENV)"

clean:
	rm -rf $(VENV) .venv-noqt build dist
