"""The pages of a PDF as they are, in place of the text or beside it, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from deskbrief.document.spans import Span
from deskbrief.ui.controllers.splitting import Splitting
from deskbrief.ui.desk import SHORT, OpenDocument
from deskbrief.ui.panes import Pane
from deskbrief.ui.parts import Parts, Services, Store
from deskbrief.ui.reader.original.feed import PageFeed
from deskbrief.ui.reader.original.view import PageView

if TYPE_CHECKING:
    from deskbrief.ui.reader.modes import AnyView

#: So many documents are remembered that were last shown otherwise than they are at first.
MOST_REMEMBERED = 200
#: So long after the last change it is kept what was chosen, in milliseconds.
KEPT_MS = 600


class Originals(QObject):
    """Shows pages and text of the documents in the panes; `show` shows in a pane what it stands on."""

    def __init__(
        self,
        parts: Parts,
        services: Services,
        store: Store,
        splitting: Splitting,
        show: Callable[[Pane], None],
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._store = store
        self._splitting = splitting
        self._show = show
        # A wheel changes the zoom many times in a row, and each time would be a write to the disk; and a page
        # comes before it is written down that it did.
        self._zoom = store.settings.page_zoom
        self._shown = store.settings.original_pages
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(KEPT_MS)
        self._later.timeout.connect(self.save)

    def make(self, parent: QWidget) -> PageView:
        """Return a view of pages for a pane."""
        view = PageView(parent)
        view.use_feed(PageFeed(self._services.runner, self._file_of, view))
        view.set_zoom(self._zoom)
        view.dimmed = self._store.settings.dim_pages
        view.zoomed.connect(self._keep_zoom)
        view.lost.connect(self._tell_lost)
        return view

    def toggle(self) -> None:
        """Show the pages in the active pane in place of the text, or the text again, at the same place."""
        item, panes = self._parts.desk.front, self._parts.panes
        if item is None or not self._has_pages(item):
            return
        here = self._here(panes.active.reader.view)
        self._put(panes.active, item, original=not panes.active.reader.original)
        panes.active.reader.view.align(here)

    def beside(self) -> None:
        """Show the pages beside the text, or one of the two again."""
        item, panes = self._parts.desk.front, self._parts.panes
        if item is None or not self._has_pages(item):
            return
        other, original = panes.other, panes.active.reader.original
        if other is not None and other.item is item and other.reader.original is not original:
            self._splitting.close()
            self._parts.actions["pages"].setChecked(panes.active.reader.original)
            return
        item.pages[1 - panes.number] = not original
        if other is None:
            self._splitting.show_document(item)
        else:
            other.item = item
            self._show(other)
        shown = panes.other
        if shown is not None:
            shown.reader.view.align(self._here(panes.active.reader.view))

    def go_across(self) -> None:
        """Show the selection, or the place that is read, on the page when it is in the text, or there."""
        item, panes = self._parts.desk.front, self._parts.panes
        if item is None or not self._has_pages(item):
            return
        view = panes.active.reader.view
        if isinstance(view, PageView) and view.selection() is None and not view.has_place():
            self._services.messages.say(
                self.tr("Nothing on this page is in the text."),
                self.tr("It is a picture, or was left out; go to a page with words to see them in the text."),
            )
            return
        span = view.selection() or view.sentence_here() or Span(view.current(), view.current())
        self._show_across(item, span)

    def show_page(self, offset: int) -> None:
        """Show the page of a scan, whose place in the text is `offset`."""
        item = self._parts.desk.front
        if item is not None and self._has_pages(item):
            self._show_across(item, Span(offset, offset))

    def _show_across(self, item: OpenDocument, span: Span) -> None:
        """Show `span` on its page when the text is read, or in the text: in the other pane or in this one."""
        panes = self._parts.panes
        other, original = panes.other, panes.active.reader.original
        if other is not None and other.item is item and other.reader.original is not original:
            other.reader.view.go_to(span)
            return
        self._put(panes.active, item, original=not original)
        panes.active.reader.view.go_to(span)

    def follow(self, pane: Pane, offset: int) -> None:
        """Let the other pane show the place that the reader has come to in `pane`, if it shows the same."""
        other = self._parts.panes.other
        if not self._store.settings.in_step or other is None or pane is not self._parts.panes.active:
            return
        if other.item is pane.item and other.reader.original is not pane.reader.original:
            other.reader.view.align(offset)

    def keep_in_step(self, wanted: bool) -> None:
        """Keep whether text and pages beside one another scroll together."""
        self._store.save(replace(self._store.settings, in_step=wanted))
        pane = self._parts.panes.active
        self.follow(pane, pane.reader.view.current())

    def dim(self, wanted: bool) -> None:
        """Keep whether pages are darker in the dark."""
        self._store.save(replace(self._store.settings, dim_pages=wanted))
        for pane in self._parts.panes.all:
            if isinstance(pane.reader.view, PageView):
                pane.reader.view.dimmed = wanted
                pane.reader.view.viewport().update()

    def _put(self, pane: Pane, item: OpenDocument, *, original: bool) -> None:
        number = self._parts.panes.all.index(pane)
        item.pages[number] = original
        pane.reader.show_original(original)
        self._parts.actions["pages"].setChecked(original)
        if not number:
            self._remember(item, original=original)
        pane.reader.view.setFocus()

    def _remember(self, item: OpenDocument, *, original: bool) -> None:
        if item.document is None:
            return
        name = item.document.sha256[:SHORT]
        names = [one for one in self._shown.split() if one != name]
        kept = [*names, name] if original is not item.first_pages else names
        self._shown = " ".join(kept[-MOST_REMEMBERED:])
        self._later.start()

    def _has_pages(self, item: OpenDocument) -> bool:
        if not item.has_pages:
            self._services.messages.say(
                self.tr("Only a PDF has pages of its own to show."),
                self.tr("This text was read from another kind of file."),
            )
        return item.has_pages

    def _tell_lost(self) -> None:
        self._services.messages.say(
            self.tr("Where this text stands on its pages could not be found."),
            self.tr("The pages can be looked at; marks and places are shown in the text."),
        )

    def _here(self, view: AnyView) -> int:
        selected = view.selection()
        return view.current() if selected is None else selected.start

    def _keep_zoom(self, zoom: str) -> None:
        self._zoom = str(zoom)
        self._later.start()

    def save(self) -> None:
        """Write down what was chosen."""
        self._later.stop()
        self._store.save(replace(self._store.settings, page_zoom=self._zoom, original_pages=self._shown))

    def _file_of(self, sha256: str) -> Path | None:
        documents = self._parts.desk.documents
        return next((one.path for one in documents if one.document and one.document.sha256 == sha256), None)
