#!/usr/bin/env bash
# Makes the environment: every package in the version and with the hash that requirements.lock names.
set -euo pipefail
venv=$1
python=${PYTHON:-python3}

command -v "$python" >/dev/null || { echo "Deskbrief needs Python 3.11 or newer: install python3 and python3-venv." >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Deskbrief needs Python 3.11 or newer; $("$python" --version) is too old. Name another with: make PYTHON=python3.12 …" >&2
    exit 1
}
if [ ! -x "$venv/bin/python" ]; then
    echo "Making $venv …"
    "$python" -m venv "$venv" || {
        echo "The environment could not be made. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2
        exit 1
    }
fi
echo "Installing packages (a few minutes the first time) …"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_WARN_SCRIPT_LOCATION=1
"$venv/bin/python" -m pip install --quiet --require-hashes --no-deps -r requirements.lock
# Found through a line that names the folder: what setuptools does otherwise is code, which every start would run.
"$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
# The command as pip writes it loads regular expressions first, which takes longer than handing over a file.
sed -e '/^import re$/d' -e '/re\.sub(/d' "$venv/bin/deskbrief" > "$venv/bin/deskbrief.lean"
cat "$venv/bin/deskbrief.lean" > "$venv/bin/deskbrief" && rm "$venv/bin/deskbrief.lean"
# What an installer does and an editable install leaves out: without it every start would compile the program.
"$venv/bin/python" -m compileall -q app/deskbrief resources seeds
# PySide6 carries 100 kB of Python of its own and compiles it at every start, unless it may lay it down once.
SBK_EMBED=True "$venv/bin/python" -c "import PySide6.QtCore"
SBK_EMBED=False "$venv/bin/python" -c "import PySide6.QtCore"
"$venv/bin/python" -c "import compileall, shiboken6; compileall.compile_dir(shiboken6.__path__[0] + '/files.dir', quiet=1)"
