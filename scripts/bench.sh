#!/usr/bin/env bash
# Prints the figures for speed; nothing here passes or fails.
set -euo pipefail
bin=$1/bin
"$bin/python" tests/benchmarks/start.py
bash scripts/with_display.sh "$bin/python" tests/benchmarks/gaps.py
"$bin/python" tests/benchmarks/reading.py
"$bin/python" tests/benchmarks/store_torture.py
