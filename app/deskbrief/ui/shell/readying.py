"""What a window makes once it can be read: what its first picture did without, so that it comes at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.ui.side import FIGURES, NAMES, NOTES, QUOTES, Side

#: What the panel of notes needs, and the page of the library: so much at a time that no event waits long.
FOR_NOTES = tuple(f"deskbrief.ui.notes.{name}" for name in ("arrange", "editor", "list", "panel"))
FOR_LIBRARY = tuple(
    f"deskbrief.{name}"
    for name in (
        *("library.search", "services.everywhere", "services.comparing", "services.timeline"),
        *("services.librarian", "ui.library.timeline", "ui.library.page", "ui.controllers.libraries"),
    )
)
#: What is imported when a document has pages that can be shown, and so long after it has come.
FOR_PAGES = tuple(
    f"deskbrief.ui.{name}"
    for name in (
        *("reader.walker", "reader.handles", "reader.links", "reader.pointer", "reader.modes"),
        *("reader.original.pages", "reader.original.surface", "controllers.originals"),
    )
)
PAGES_MS = 1_500


class Readying(QObject):
    """Makes panels and imports modules, a piece in each turn of the event loop; `ended` follows the last."""

    ended = Signal()

    def __init__(self, side: Side, parent: QObject) -> None:
        super().__init__(parent)
        panels = [partial(side.panel, name) for name in (NOTES, NAMES, FIGURES, QUOTES)]
        self._left: list[Callable[[], object]] = [
            *map(_importing, FOR_NOTES),
            *panels,
            *map(_importing, FOR_LIBRARY),
        ]
        self._for_pages = [*map(_importing, FOR_PAGES)]

    def go_on(self) -> None:
        """Make the next piece, and the others in their turns."""
        if not self._left:
            self.ended.emit()
            return
        self._left.pop(0)()
        QTimer.singleShot(0, self, self.go_on)

    def await_pages(self) -> None:
        """Make what original pages need, after a while."""
        if self._for_pages:
            QTimer.singleShot(PAGES_MS, self, self._go_on_with_pages)

    def _go_on_with_pages(self) -> None:
        if self._for_pages:
            self._for_pages.pop(0)()
            QTimer.singleShot(0, self, self._go_on_with_pages)


def _importing(name: str) -> Callable[[], object]:
    return partial(import_module, name)
