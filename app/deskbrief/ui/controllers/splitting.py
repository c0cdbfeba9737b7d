"""Two places, or two documents, side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from deskbrief.document.spans import Span
from deskbrief.services.settings import Settings
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.panes import Pane
from deskbrief.ui.parts import Parts, Store

BESIDE, BELOW = "beside", "below"


class Splitting(QObject):
    """Splits the view, fills the other pane and takes it away; `show` shows in a pane what it stands on."""

    def __init__(
        self, parts: Parts, store: Store, documents: Documents, show: Callable[[Pane], None]
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._store = store
        self._documents = documents
        self._show = show

    def toggle(self) -> None:
        """Split the view, with the keyboard in the new pane; or show one text again, the active one."""
        if self._parts.panes.second is not None:
            self.close()
        elif self._open(self._parts.desk.front) is not None:
            self.other()

    def turn(self) -> None:
        """Put the panes beside each other, or one above the other."""
        panes = self._parts.panes
        if panes.second is None:
            self.toggle()
        beside = not panes.beside
        panes.turn(beside=beside)
        self._store.save(replace(self._store.settings, split=BESIDE if beside else BELOW))

    def other(self) -> None:
        """Give the keyboard to the other pane; without one, the view is split."""
        pane = self._parts.panes.other
        if pane is None:
            self.toggle()
        else:
            self._parts.panes.activate(pane)
            pane.reader.setFocus()

    def close(self) -> None:
        """Take one pane away and leave the active one's text."""
        panes = self._parts.panes
        item, view = self._parts.desk.front, panes.active.reader.view
        place, went = view.place(), panes.number
        if panes.second is None:
            return
        panes.unsplit()
        if item is not None and went:
            item.histories = item.histories[1], item.histories[0]
            item.pages[0] = item.pages[1]
            item.place, panes.first.shown = place, None
        if item is not None:
            item.pages[1] = None
        self._documents.front_changed.emit()
        panes.first.reader.setFocus()

    def go(self, span: Span) -> None:
        """Show a passage of the document in front in the other pane; the keyboard stays where it is."""
        item = self._parts.desk.front
        pane = self._parts.panes.other or self._open(item)
        if item is None or pane is None:
            return
        if pane.item is not item:
            self._put(pane, item)
        number = 1 - self._parts.panes.number
        item.histories[number].jump(pane.reader.view.place(), span.start)
        pane.reader.view.go_to(span)

    def show_document(self, item: OpenDocument) -> None:
        """Show an open document in the other pane."""
        pane = self._parts.panes.other or self._open(item)
        if pane is not None and pane.item is not item:
            self._put(pane, item)

    def restore(self) -> None:
        """Split the view as it was at the end of the last session."""
        settings, desk = self._store.settings, self._parts.desk
        item = desk.find(Path(settings.split_file)) if settings.split_file else None
        if item is None or desk.front is None or self._parts.panes.second is not None:
            return
        item.pages[1] = settings.split_pages
        pane = self._open(item, share=min(max(settings.split_share, 10), 90))
        if pane is not None and item.document is not None:
            pane.reader.view.go_to(Span(settings.split_place, settings.split_place), flash=False)

    def _open(self, item: OpenDocument | None, share: int = 50) -> Pane | None:
        """Make the other pane and show `item` in it, at the place where it is read."""
        if item is None:
            return None
        panes, wanted = self._parts.panes, self._store.settings.split
        self._documents.keep_places()
        pane = panes.split(beside=panes.has_room_beside() and wanted != BELOW, share=share)
        # Its way begins where that of the first pane is: it can be gone back from either.
        item.histories = item.histories[0], item.histories[0].copy()
        self._put(pane, item)
        return pane

    def _put(self, pane: Pane, item: OpenDocument) -> None:
        pane.item = item
        self._documents.wake(item)
        self._show(pane)


def stored(settings: Settings, parts: Parts) -> Settings:
    """Return `settings` with how the view is split."""
    other = parts.panes.other
    if other is None or other.item is None:
        return replace(settings, split_file="")
    return replace(
        settings,
        split_file=str(other.item.path),
        split_place=other.reader.view.place(),
        split_share=parts.panes.share,
        split_pages=other.reader.original,
    )
