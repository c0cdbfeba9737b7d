"""The program's own fonts, so that text looks the same on every machine and in the brief."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from deskbrief.document.shipped import shipped

SERIF = "Deskbrief Serif"
SANS = "Deskbrief Sans"
#: What the application remembers: that emoji were looked for in the system's fonts.
_ASKED = "deskbrief_emoji"


def load_fonts() -> None:
    """Make the shipped faces known to Qt; one that cannot be loaded leaves the system's own in its place."""
    for file in sorted(shipped("resources/fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def interface_font() -> QFont:
    """Return the font of everything but the text that is read."""
    font = QFont([SANS, "Inter", "Segoe UI", "Helvetica Neue", "sans-serif"])
    font.setPointSizeF(10)
    return font


def provide_emoji() -> None:
    """Let emoji be drawn where the system has no font for them; that is looked for once."""
    application = QGuiApplication.instance()
    if application is None or application.property(_ASKED):
        return
    application.setProperty(_ASKED, True)
    if not any("emoji" in family.casefold() for family in QFontDatabase.families()):
        for file in shipped("resources/fonts/emoji").glob("*.ttf"):
            QFontDatabase.addApplicationFont(str(file))
