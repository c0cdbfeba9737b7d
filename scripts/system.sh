#!/usr/bin/env bash
# Makes sure that the libraries a Qt window needs are there, and with "display" a virtual screen too.
# Installs them where it may; elsewhere it names them in one line.
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0

window=(libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-xinerama0 libxcb-xkb1)
display=(xvfb openbox desktop-file-utils)

wanted=()
for group in "$@"; do
    [ "$group" = window ] && wanted+=("${window[@]}")
    [ "$group" = display ] && wanted+=("${display[@]}")
done

if ! command -v dpkg-query >/dev/null; then
    # Not a Debian kind of system: only what can be seen is asked for.
    for group in "$@"; do
        if [ "$group" = display ] && ! command -v Xvfb >/dev/null; then
            echo "Please install a virtual display (Xvfb) and openbox with your package manager." >&2
            exit 1
        fi
    done
    exit 0
fi

# Newer releases have some of these under a name that ends in t64.
there() { { dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null || true; } | grep -qx installed; }

missing=()
for package in "${wanted[@]}"; do
    there "$package" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    run=()
elif sudo -n true 2>/dev/null; then
    run=(sudo -n)
else
    echo "Please run: sudo apt-get install ${missing[*]}" >&2
    exit 1
fi
echo "Installing system libraries: ${missing[*]}"
"${run[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
