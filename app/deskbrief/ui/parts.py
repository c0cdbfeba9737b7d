"""What the controllers work with: the services and the parts of the window, made once by the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from deskbrief.document.records import dataclass
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.messages import Messages
from deskbrief.services.notetaking import Notetaking
from deskbrief.services.reading import Reading
from deskbrief.services.settings import Settings
from deskbrief.ui.actions import Actions
from deskbrief.ui.desk import Desk, History
from deskbrief.ui.notices import Notice
from deskbrief.ui.outline.panel import OutlinePanel
from deskbrief.ui.panes import Panes
from deskbrief.ui.reader.panel import ReaderPanel
from deskbrief.ui.side import Side
from deskbrief.ui.statusline import StatusLine

if TYPE_CHECKING:
    from deskbrief.document.outline import Figure, Quote
    from deskbrief.ui.facts.panel import FactsPanel
    from deskbrief.ui.names.panel import NamesPanel
    from deskbrief.ui.notes.panel import NotesPanel


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The use cases, and what they stand on.

    `data` is the folder of the library, `clippings` that for what was copied elsewhere, `briefs` that of
    drafts and templates of briefs; `post` brings calls from other threads to the window's.
    """

    library: Library
    runner: Runner
    reading: Reading
    notetaking: Notetaking
    messages: Messages
    clippings: Path
    data: Path
    post: Callable[[Callable[[], None]], None]
    briefs: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of one window. The panels of `side` are made when they are first asked for."""

    window: QWidget
    panes: Panes
    outline: OutlinePanel
    side: Side
    status: StatusLine
    notice: Notice
    actions: Actions
    desk: Desk

    @property
    def reader(self) -> ReaderPanel:
        """The text that has or had the keyboard."""
        return self.panes.active.reader

    @property
    def history(self) -> History | None:
        """The way of the reader through the document in front, in the active pane."""
        front = self.desk.front
        return front.histories[self.panes.number] if front else None

    @property
    def notes(self) -> NotesPanel:
        """The panel of notes."""
        return self.side.notes

    @property
    def names(self) -> NamesPanel:
        """The panel of names."""
        return self.side.names

    @property
    def figures(self) -> FactsPanel[Figure]:
        """The panel of figures."""
        return self.side.figures

    @property
    def quotes(self) -> FactsPanel[Quote]:
        """The panel of quotes."""
        return self.side.quotes


class Store(Protocol):
    """Where settings are kept while the window runs."""

    settings: Settings

    def save(self, settings: Settings) -> None:
        """Keep `settings` from now on, on disk too."""


class Chooser(Protocol):
    """Asks the user for files; the window uses the system's dialogs."""

    def files_to_open(self, folder: Path) -> list[Path]:
        """Return the files to open, none when the user thinks better of it."""

    def brief_to_check(self, folder: Path) -> Path | None:
        """Return the brief to check, or None."""

    def place_for(self, suggestion: Path) -> Path | None:
        """Return where to save, or None."""

    def picture_to_use(self, folder: Path) -> Path | None:
        """Return the picture to use as a logo, or None."""

    def notes_to_import(self, folder: Path) -> list[Path]:
        """Return the files with notes to import, none when the user thinks better of it."""

    def place_for_notes(self, suggestion: Path, ending: str) -> Path | None:
        """Return where to save notes in a file whose name ends so, or None."""

    def place_for_events(self, suggestion: Path, ending: str) -> Path | None:
        """Return where to save events in a file whose name ends so, or None."""
