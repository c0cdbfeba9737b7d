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
below_the_window() {
    .venv-noqt/bin/python -m pytest -q -o addopts="-ra --strict-markers --import-mode=importlib" \
        -o cache_dir=".pytest_cache/$1" -W ignore::pytest.PytestConfigWarning "${@:2}"
}
# In two parts at once: each waits for processes of its own half of the time.
log=$(mktemp)
below_the_window jobs tests/process tests/cli tests/gold >"$log" 2>&1 &
jobs=$!
trap 'kill "$jobs" 2>/dev/null || true; rm -f "$log"' EXIT
failed=0
below_the_window parts tests/unit || failed=1
wait "$jobs" || failed=1
cat "$log"
[ "$failed" -eq 0 ]

step "the window, on a virtual display"
bash scripts/with_display.sh "$bin/python" -m pytest -q tests/ui tests/e2e
