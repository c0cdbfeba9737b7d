#!/usr/bin/env bash
# Writes requirements.lock anew: all packages for development, with hashes, for every platform.
set -euo pipefail
venv=$1
"$venv/bin/python" -m pip install --quiet uv
"$venv/bin/uv" pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes \
    --no-emit-index-url --no-annotate --custom-compile-command "make lock" pyproject.toml packaging/build.in -o requirements.lock
