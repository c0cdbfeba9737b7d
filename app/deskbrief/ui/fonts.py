"""The program's own fonts, so that text looks the same on every machine and in the brief."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from deskbrief.document.shipped import shipped

SERIF = "Deskbrief Serif"
SANS = "Deskbrief Sans"


def load_fonts() -> None:
    """Make the shipped faces known to Qt; one that cannot be loaded leaves the system's own in its place."""
    for file in sorted(shipped("resources/fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def interface_font() -> QFont:
    """Return the font of everything but the text that is read."""
    font = QFont([SANS, "Inter", "Segoe UI", "Helvetica Neue", "sans-serif"])
    font.setPointSizeF(10)
    return font
