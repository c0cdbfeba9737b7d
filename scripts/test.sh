#!/usr/bin/env bash
# Every check, the quick ones first: format, lint, types, layers, tests without Qt, tests with the window.
set -euo pipefail
venv=$1
bin=$venv/bin

step() { printf '\n== %s\n' "$*"; }

step "format"
"$bin/ruff" format --check -q app tests scripts packaging
step "lint"
"$bin/ruff" check -q app tests scripts packaging
step "types"
"$bin/mypy"
step "layers"
"$bin/lint-imports"

step "everything below the window, with no Qt installed"
bash scripts/noqt.sh "$venv" .venv-noqt
# Without Qt's plugin for pytest, its settings in pyproject.toml are unknown words: hence no --strict-config.
.venv-noqt/bin/python -m pytest -q -o addopts="-ra --strict-markers --import-mode=importlib" \
    -W ignore::pytest.PytestConfigWarning tests/unit tests/process tests/cli tests/gold

step "the window, on a virtual display"
bash scripts/with_display.sh "$bin/python" -m pytest -q tests/ui tests/e2e
