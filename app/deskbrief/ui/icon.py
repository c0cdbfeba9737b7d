"""The program's icon."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPixmap

from deskbrief.document.shipped import shipped


def application_icon() -> QIcon:
    """Return the icon, drawn at several sizes from the picture that ships with the program."""
    icon = QIcon()
    for size in (64, 256):
        pixmap = QPixmap()
        pixmap.loadFromData(shipped(f"resources/icons/deskbrief-{size}.png").read_bytes())
        icon.addPixmap(pixmap)
    return icon
