"""The menu of the sections around the one that is read."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.document.outline import Outline, Section
from deskbrief.document.spans import Span
from deskbrief.services.places import inner, path_at, sisters
from deskbrief.ui.words import isolated

#: The most sisters before and after a section, and the longest title.
BEFORE, AFTER, LONGEST = 10, 14, 70
STEP = "     "


def path_menu(outline: Outline, offset: int, parent: QWidget) -> QMenu:
    """Return a menu of the sections around `offset`, the sisters of the innermost and what is in it.

    Each action carries the Span of its section's heading.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    path = path_at(outline, offset)
    if not path:
        _add(menu, outline.sections[: BEFORE + AFTER], 0, None)
        return menu
    here = path[-1]
    for depth, section in enumerate(path[:-1]):
        _add(menu, [section], depth, None)
    beside, depth = sisters(outline, here), len(path) - 1
    at = beside.index(here)
    _add(menu, beside[max(at - BEFORE, 0) : at + 1], depth, here)
    _add(menu, inner(outline, here)[:AFTER], depth + 1, None)
    _add(menu, beside[at + 1 : at + 1 + AFTER], depth, here)
    return menu


def _add(menu: QMenu, sections: Iterable[Section], depth: int, here: Section | None) -> None:
    for section in sections:
        title = isolated(shorten(section.title, LONGEST, placeholder=" …")).replace("&", "&&")
        action = menu.addAction(STEP * depth + title)
        action.setData(Span(section.start, section.start + max(len(section.title), 1)))
        if section is here:
            action.setCheckable(True)
            action.setChecked(True)
            menu.setActiveAction(action)
