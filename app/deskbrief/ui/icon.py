"""The program's icon."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPixmap

from deskbrief.ui.resources import resource


def application_icon() -> QIcon:
    """Return the icon, drawn at several sizes from the picture that ships with the program."""
    icon = QIcon()
    for size in (64, 256):
        pixmap = QPixmap()
        pixmap.loadFromData(resource(f"icons/deskbrief-{size}.png").read_bytes())
        icon.addPixmap(pixmap)
    return icon
