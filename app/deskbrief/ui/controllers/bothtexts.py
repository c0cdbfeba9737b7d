"""Two editions side by side, the old one first, with what changed lit in either."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt

from deskbrief.document.differences import Turn
from deskbrief.document.spans import Span
from deskbrief.services.comparing import Became, Compared, Kind
from deskbrief.services.revising import Revision
from deskbrief.ui.panes import Pane
from deskbrief.ui.parts import Parts


class BothTexts(QObject):
    """Lights in both panes what changed, and again when a text comes later or is shown anew."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._lights: dict[str, list[Span]] = {}
        self._places: dict[str, Span] = {}
        self._old = ""
        self._heard: set[int] = set()

    def show(self, revision: Revision, places: tuple[Span | None, Span | None]) -> None:
        """Light what changed in the panes and go to `places`, in the old and the new text, if any."""
        hashes = (revision.old.document.sha256, revision.new.document.sha256)
        self._lights = dict(zip(hashes, lights(revision), strict=True))
        self._old = hashes[0]
        self._places = {key: span for key, span in zip(hashes, places, strict=True) if span is not None}
        for pane in self._parts.panes.all:
            if id(pane) not in self._heard:
                self._heard.add(id(pane))
                # It is said before the text is in.
                pane.reader.document_changed.connect(self._refresh, Qt.ConnectionType.QueuedConnection)
                pane.destroyed.connect(self._forget)
        self._refresh()

    def stop(self) -> None:
        """Light nothing any more."""
        for pane in self._lit():
            pane.reader.view.set_changes(())
            pane.reader.ruler.set_changes(())
        self._lights, self._places, self._old = {}, {}, ""

    def _lit(self) -> Iterator[Pane]:
        for pane in self._parts.panes.all:
            if pane.shown is not None and pane.shown.sha256 in self._lights:
                yield pane

    def _forget(self) -> None:
        # The address of a pane that is gone can be that of the next one.
        self._heard = {id(pane) for pane in self._parts.panes.all} & self._heard
        if self._lights and self._parts.panes.second is None:
            self.stop()

    def _refresh(self) -> None:
        if self._lights and self._parts.panes.second is None:
            self.stop()
        for pane in self._parts.panes.all:
            document = pane.reader.view.shown_document()
            if document is None or document.sha256 not in self._lights:
                continue
            changes, dropped = self._lights[document.sha256], document.sha256 == self._old
            pane.reader.view.set_changes(changes, dropped=dropped)
            pane.reader.ruler.set_changes(changes)
            place = self._places.pop(document.sha256, None)
            if place is not None:
                pane.reader.view.go_to(place)


def lights(revision: Revision) -> tuple[list[Span], list[Span]]:
    """Return what is lit in the old and in the new text: words that differ, whole paragraphs else."""
    old: list[Span] = []
    new: list[Span] = []
    for one in revision.comparison.changes() if revision.comparison else ():
        if one.kind is Kind.TEXT:
            old += _lit(one, one.old, Turn.DROPPED)
            new += _lit(one, one.new, Turn.ADDED)
    return sorted(old), sorted(new)


def _lit(one: Compared, whole: Span | None, turn: Turn) -> Iterator[Span]:
    if whole is not None and (one.became is not Became.CHANGED):
        yield whole
    elif one.became is Became.CHANGED:
        yield from (run.span for run in one.runs if run.turn is turn)
