#!/usr/bin/env bash
# Opens the sample article in the window; without a display it makes the sample's brief instead.
set -euo pipefail
venv=$1
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
    exec "$venv/bin/deskbrief" --sample
fi
echo "There is no display here, so no window can be opened. Making the sample's brief instead …"
mkdir -p out
"$venv/bin/deskbrief" brief seeds/*.txt -o out/brief.pdf
echo "Look at $(pwd)/out/brief.pdf, or run this again on a desktop."
