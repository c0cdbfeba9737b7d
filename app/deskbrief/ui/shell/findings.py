"""What was extracted from the document in front, in the panels and as markers beside the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.outline import Outline
from deskbrief.services.curation import Curated
from deskbrief.services.naming import NameItems
from deskbrief.services.places import place_at
from deskbrief.services.settings import Settings
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.outline.panel import EventOrder, Grouping, OutlineSettings, OutlineState
from deskbrief.ui.parts import Parts
from deskbrief.ui.reader.values import Marker, MarkerKind
from deskbrief.ui.shell.titles import Titles
from deskbrief.ui.side import FIGURES, NAMES, QUOTES

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow

E = TypeVar("E", bound=StrEnum)


class Findings(QObject):
    """Shows what was extracted from the document in front.

    Each part has its turn of the event loop, so that none of them keeps the others waiting. `sectioned` says
    that the sections of the document are known, or are others now.
    """

    sectioned = Signal()

    def __init__(self, window: MainWindow, parts: Parts, titles: Titles) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._titles = titles
        self._marked: tuple[Curated, list[Marker]] | None = None
        self._outline_later = _later(self, self._show_outline)
        self._facts_later = _later(self, self.show_facts)
        self._markers_later = _later(self, self._show_markers)

    def show(self) -> None:
        """Show everything in its turn."""
        self._outline_later.start()
        self._markers_later.start()

    def catch_up(self) -> None:
        """Show now what waits for its turn."""
        for timer in (self._outline_later, self._markers_later, self._facts_later):
            if timer.isActive():
                timer.stop()
                timer.timeout.emit()

    def _show_outline(self) -> None:
        item = self._parts.desk.front
        document = item.document if item else None
        outline = item.outline if item else None
        curated = item.curated if item else Curated()
        state = _state(item)
        note = item.trouble if item else ""
        if item and outline and outline.remarks and not note:
            note = " ".join(outline.remarks)
        found = outline.dated if outline else None
        dated = document.dated(item.published, found) if item and document else None
        self._parts.outline.show_outline(dated, outline, curated, state, note)
        if document is not None and outline is not None:
            self.sectioned.emit()
            # The section of the place is known only now.
            offset = self._parts.reader.view.current()
            self._parts.status.show_place(place_at(document, outline, offset))

    def _show_markers(self) -> None:
        item = self._parts.desk.front
        document = item.document if item else None
        markers = self.markers(item.curated) if item and document else []
        for pane in self._parts.panes.all:
            if pane.item is item:
                pane.reader.view.set_markers(markers)
                self._titles.crumb(pane, pane.reader.view.current())
        self._facts_later.start()

    def markers(self, curated: Curated) -> list[Marker]:
        """Return what `markers_of` does; those of what was asked for last are kept."""
        if self._marked is None or self._marked[0] is not curated:
            self._marked = curated, markers_of(curated)
        return self._marked[1]

    def show_facts(self) -> None:
        """Show names, figures and quotes."""
        item = self._parts.desk.front
        document = item.document if item else None
        outline = (item.outline if item else None) or Outline()
        window, parts = self._window, self._parts
        names = item.names if item else NameItems()
        awaited = _is_awaited(item)
        if parts.side.has(NAMES):
            parts.names.show_names(document, names, awaited=awaited, unsought=outline.is_foreign)
            parts.names.show_terms(document, outline.acronyms, outline.terms)
        if parts.side.has(FIGURES):
            parts.figures.show_facts(document, outline.figures, awaited=awaited, unsought=outline.is_foreign)
        if parts.side.has(QUOTES):
            parts.quotes.show_facts(document, outline.quotes, awaited=awaited, unsought=outline.is_foreign)
        for dock, name, found in (
            (window.names_dock, self.tr("Names"), names.shown),
            (window.figures_dock, self.tr("Figures"), outline.figures),
            (window.quotes_dock, self.tr("Quotes"), outline.quotes),
        ):
            window.docks.name(dock, name, len(found))

    def settings(self, settings: Settings) -> None:
        """Group and sort the outline as the reader left it."""
        self._parts.outline.set_settings(
            OutlineSettings(
                group_by=_member(Grouping, settings.group_recommendations, Grouping.ADDRESSEE),
                order=_member(EventOrder, settings.sort_events, EventOrder.DATE),
                show_rejected=settings.show_rejected,
            )
        )

    def stored(self, settings: Settings, chosen: OutlineSettings) -> Settings:
        """Return `settings` with the outline's grouping and sorting."""
        return replace(
            settings,
            group_recommendations=chosen.group_by.value,
            sort_events=chosen.order.value,
            show_rejected=chosen.show_rejected,
        )


def _later(parent: QObject, act: Callable[[], None]) -> QTimer:
    """Return a timer that calls `act`, a bound method, as soon as the event loop is free."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer


def _member(kind: type[E], value: str, usual: E) -> E:
    """Return the member of `kind` with this value; settings files can hold anything."""
    return next((member for member in kind if member.value == value), usual)


def _is_awaited(item: OpenDocument | None) -> bool:
    """Tell whether the document is on the way, or the rest of its outline."""
    return item is not None and _state(item) in {
        OutlineState.OPENING,
        OutlineState.WAITING,
        OutlineState.RULES,
    }


def _state(item: OpenDocument | None) -> OutlineState:
    if item is not None and item.opens:
        return OutlineState.OPENING
    if item is None or item.outline is None:
        return OutlineState.FAILED if item and item.trouble else OutlineState.WAITING
    if item.trouble:
        return OutlineState.FAILED
    return OutlineState.FULL if item.complete else OutlineState.RULES


def markers_of(curated: Curated) -> list[Marker]:
    """Return the markers beside the text of what was extracted and not rejected."""
    events = [Marker(MarkerKind.EVENT, item.span, item.value.title) for item in curated.kept_events()]
    advice = [
        Marker(MarkerKind.RECOMMENDATION, item.span, item.value.title or item.value.action)
        for item in curated.kept_recommendations()
    ]
    return sorted(events + advice, key=lambda marker: marker.span)
