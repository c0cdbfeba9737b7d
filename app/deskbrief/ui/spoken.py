"""Saying things to assistive technology.

What Qt has for it is imported when something is said: all the names of its roles cost a start too much.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have `words` said on behalf of `widget`, without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def is_listened_to() -> bool:
    """Tell whether assistive technology is asking this program questions."""
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()


def alert(widget: QWidget) -> None:
    """Have it said that `widget` shows something that must not be missed."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
