"""The program's own fonts, so that text looks the same on every machine and in the brief."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

SERIF = "Deskbrief Serif"
SANS = "Deskbrief Sans"


def load_fonts() -> None:
    """Make the shipped faces known to Qt; one that cannot be loaded leaves the system's own in its place."""
    for entry in sorted(files("deskbrief.resources").joinpath("fonts").iterdir(), key=lambda file: file.name):
        if entry.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(entry.read_bytes())


def interface_font() -> QFont:
    """Return the font of everything but the text that is read."""
    font = QFont([SANS, "Inter", "Segoe UI", "Helvetica Neue", "sans-serif"])
    font.setPointSizeF(10)
    return font
