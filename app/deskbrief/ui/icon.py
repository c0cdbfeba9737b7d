"""The program's icon."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtGui import QIcon, QPixmap


def application_icon() -> QIcon:
    """Return the icon, drawn at several sizes from the picture that ships with the program."""
    icon = QIcon()
    for size in (64, 256):
        pixmap = QPixmap()
        pixmap.loadFromData(files("deskbrief.resources").joinpath(f"icons/deskbrief-{size}.png").read_bytes())
        icon.addPixmap(pixmap)
    return icon
