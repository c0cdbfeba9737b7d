"""The kinds of reading view, and the change from one to another.

The one that flows draws the text by itself. Screen readers can walk through Qt's own text widget letter by
letter, and through nothing else, so while one is running the text is shown in that, stretch by stretch. A
third one shows the pages of a PDF as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Union

from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Document

if TYPE_CHECKING:
    from deskbrief.ui.reader.original.view import PageView
    from deskbrief.ui.reader.paged.view import PagedView
    from deskbrief.ui.reader.view import ReadingView

AnyView = Union["ReadingView", "PagedView", "PageView"]


def made(*, paged: bool, parent: QWidget) -> AnyView:
    """Return a view of the text of one kind or the other."""
    if paged:
        from deskbrief.ui.reader.paged.view import PagedView

        return PagedView(parent)
    from deskbrief.ui.reader.view import ReadingView

    return ReadingView(parent)


def taken_over(old: AnyView, new: AnyView) -> None:
    """Show in `new` what `old` shows, at the same place and in the same way."""
    for action in old.actions():
        if action.parent() is old:
            action.setParent(new)
        new.addAction(action)
    document, place, selected = old.shown_document(), old.place(), old.selection()
    new.walking = old.walking
    new.pictures.fetch = old.pictures.fetch
    new.set_theme(old.theme())
    new.set_typography(old.typography())
    _show(new, document, place)
    new.set_marks(old.marks())
    new.set_markers(old.markers())
    if selected is not None:
        new.select(selected)


def _show(view: AnyView, document: Document | None, place: int) -> None:
    if document is not None:
        view.show_document(document, place)
