"""The two kinds of reading view, and which of them is in use.

The one that flows draws the text by itself. Screen readers can walk through Qt's own text widget letter by
letter, and through nothing else, so while one is running the text is shown in that, stretch by stretch.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.paged.view import PagedView
from deskbrief.ui.reader.view import ReadingView

AnyView = ReadingView | PagedView


class Mode(StrEnum):
    """How the text is shown; `AUTO` is paged while a screen reader is running."""

    AUTO = "auto"
    FLOWING = "flowing"
    PAGED = "paged"


def screen_reader_runs() -> bool:
    """Tell whether assistive technology is asking this program questions."""
    # Not at the top: all the names that Qt has for it would cost the start too much.
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()


def made(*, paged: bool, parent: QWidget) -> AnyView:
    """Return a reading view of one kind or the other."""
    return PagedView(parent) if paged else ReadingView(parent)


def taken_over(old: AnyView, new: AnyView) -> None:
    """Show in `new` what `old` shows, at the same place and in the same way."""
    for action in old.actions():
        new.addAction(action)
    document, place, selected = old.shown_document(), old.place(), old.selection()
    new.pictures.fetch = old.pictures.fetch
    new.set_theme(old.theme())
    new.set_typography(old.typography())
    new.resize(old.size())
    _show(new, document, place)
    new.set_marks(old.marks())
    new.set_markers(old.markers())
    if selected is not None:
        new.select(selected)


def _show(view: AnyView, document: Document | None, place: int) -> None:
    if document is not None:
        view.show_document(document, place)
        view.go_to(Span(place, place), flash=False)
