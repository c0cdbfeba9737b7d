"""The panels behind the first one at the side: made when they are first seen or asked for, or when idle."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from deskbrief.document.outline import Figure, Quote
    from deskbrief.ui.facts.panel import FactsPanel
    from deskbrief.ui.names.panel import NamesPanel
    from deskbrief.ui.notes.panel import NotesPanel

    Panel = NotesPanel | NamesPanel | FactsPanel[Figure] | FactsPanel[Quote]

NOTES, NAMES, FIGURES, QUOTES = "notes", "names", "figures", "quotes"


class Side(QObject):
    """Makes the panels of notes, names, figures and quotes, and keeps them.

    `made` carries the name of a panel that has just been made, so that it is put into its place, connected
    and filled before anybody uses it.
    """

    made = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._panels: dict[str, Panel] = {}
        self._makers: dict[str, Callable[[], Panel]] = {
            NOTES: self._make_notes,
            NAMES: self._make_names,
            FIGURES: self._make_figures,
            QUOTES: self._make_quotes,
        }

    def made_panels(self) -> tuple[Panel, ...]:
        """Return the panels that are made so far."""
        return tuple(self._panels.values())

    def has(self, name: str) -> bool:
        """Tell whether a panel is made."""
        return name in self._panels

    def panel(self, name: str) -> Panel:
        """Return the panel with this name, made if need be."""
        if name not in self._panels:
            self._panels[name] = self._makers[name]()
            self.made.emit(name)
        return self._panels[name]

    def flush(self) -> None:
        """Send what was typed into a note, at once."""
        if self.has(NOTES):
            self.notes.flush()

    @property
    def notes(self) -> NotesPanel:
        """The panel of notes."""
        return cast("NotesPanel", self.panel(NOTES))

    @property
    def names(self) -> NamesPanel:
        """The panel of names."""
        return cast("NamesPanel", self.panel(NAMES))

    @property
    def figures(self) -> FactsPanel[Figure]:
        """The panel of figures."""
        return cast("FactsPanel[Figure]", self.panel(FIGURES))

    @property
    def quotes(self) -> FactsPanel[Quote]:
        """The panel of quotes."""
        return cast("FactsPanel[Quote]", self.panel(QUOTES))

    def _make_notes(self) -> NotesPanel:
        from deskbrief.ui.notes.panel import NotesPanel

        return NotesPanel(self._window)

    def _make_names(self) -> NamesPanel:
        from deskbrief.ui.names.panel import NamesPanel

        return NamesPanel(self._window)

    def _make_figures(self) -> FactsPanel[Figure]:
        from deskbrief.ui.facts.figures import FigureRows
        from deskbrief.ui.facts.panel import FactsPanel

        return FactsPanel(
            FigureRows(),
            name=self.tr("Figures"),
            hint=self.tr("Filter these figures"),
            invitation=self.tr("Open a document to see its figures here."),
        )

    def _make_quotes(self) -> FactsPanel[Quote]:
        from deskbrief.ui.facts.panel import FactsPanel
        from deskbrief.ui.facts.quotes import QuoteRows

        return FactsPanel(
            QuoteRows(),
            name=self.tr("Quotes"),
            hint=self.tr("Filter these quotes"),
            invitation=self.tr("Open a document to see its quotes here."),
        )
