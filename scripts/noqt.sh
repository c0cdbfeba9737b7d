#!/usr/bin/env bash
# Makes an environment like the first one, but with no Qt in it: links to every installed package except Qt's.
set -euo pipefail
venv=$(realpath "$1")
noqt=$2
packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
rm -rf "$noqt"
"$venv/bin/python" -m venv --without-pip "$noqt"
target=$("$noqt/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
for entry in "$packages"/*; do
    case $(basename "$entry" | tr '[:upper:]' '[:lower:]') in
        pyside6* | shiboken6* | pytest_qt* | pytestqt*) ;;
        *) ln -s "$entry" "$target/" ;;
    esac
done
