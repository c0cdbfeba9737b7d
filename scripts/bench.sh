#!/usr/bin/env bash
# Prints the figures for speed and memory beside their targets; nothing here passes or fails.
set -euo pipefail
bin=$1/bin
"$bin/python" tests/benchmarks/start.py
for windowed in lists memory marking gaps view calls; do
    bash scripts/with_display.sh "$bin/python" "tests/benchmarks/$windowed.py"
done
"$bin/python" tests/benchmarks/finding.py
"$bin/python" tests/benchmarks/reading.py
"$bin/python" tests/benchmarks/store_torture.py
