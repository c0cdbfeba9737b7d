"""Draw the icon's pictures from its SVG: run after the drawing changed (needs rsvg-convert or ImageMagick).

usage: python scripts/make_icons.py
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


def draw(size: int) -> None:
    """Write the icon at `size` pixels."""
    source, target = ICONS / "deskbrief.svg", ICONS / f"deskbrief-{size}.png"
    if shutil.which("rsvg-convert"):
        command = ["rsvg-convert", "-w", str(size), "-h", str(size), "-o", str(target), str(source)]
    else:
        command = ["convert", "-background", "none", "-resize", f"{size}x{size}", str(source), str(target)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    for size in (64, 256):
        draw(size)
