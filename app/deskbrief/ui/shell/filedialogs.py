"""Asking for files with the dialogs of the system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskbrief.ui.mainwindow import MainWindow

#: The names of files that the dialog offers first.
PATTERNS = (
    "*.pdf *.docx *.odt *.fodt *.rtf *.epub *.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.eml *.mbox "
    "*.md *.markdown *.txt *.text"
)

#: The same for files with notes.
NOTE_PATTERNS = (
    "*.jsonld *.json *.jsonl *.annotations *.annotation *.md *.csv *.lua *.epub *.rdf *.html "
    "*calibre_bookmarks.txt *lippings*.txt "
    "*.calibre_annotation_collection *.calibre_highlights"
)


class FileDialogs:
    """Asks for files with the system's dialogs."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def _above(self) -> QWidget:
        """Return the window that the user is in: a dialog above another one would bring that to the front."""
        from PySide6.QtWidgets import QApplication

        return QApplication.activeWindow() or self._window

    def files_to_open(self, folder: Path) -> list[Path]:
        """Return the files the user chose to open."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self._above(),
            self._window.tr("Open"),
            str(folder),
            self._window.tr("Documents ({0});;All files (*)").format(PATTERNS),
        )
        return [Path(name) for name in names]

    def brief_to_check(self, folder: Path) -> Path | None:
        """Return the brief that the user chose to be checked."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._window, self._window.tr("Check a brief"), str(folder), self._window.tr("Briefs (*.pdf)")
        )
        return Path(name) if name else None

    def place_for(self, suggestion: Path) -> Path | None:
        """Return where the user wants a brief to be saved."""
        from PySide6.QtWidgets import QFileDialog

        tr = self._window.tr
        filters = {
            ".pdf": tr("PDF (*.pdf)"),
            ".docx": tr("Word (*.docx)"),
            ".html": tr("Web page (*.html)"),
            ".md": tr("Markdown (*.md)"),
        }
        name, chosen = QFileDialog.getSaveFileName(
            self._above(),
            tr("Save the brief"),
            str(suggestion),
            ";;".join(filters.values()),
            filters.get(suggestion.suffix, ""),
        )
        if not name:
            return None
        ending = next((suffix for suffix, words in filters.items() if words == chosen), "")
        place = _with_ending(Path(name), ending, frozenset(filters))
        # The dialog asked before it let another file be replaced, but not this one.
        return self.place_for(place) if place != Path(name) and place.exists() else place

    def picture_to_use(self, folder: Path) -> Path | None:
        """Return the picture that the user chose as a logo."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._above(),
            self._window.tr("Choose a logo"),
            str(folder),
            self._window.tr("Pictures (*.png *.jpg *.jpeg)"),
        )
        return Path(name) if name else None

    def notes_to_import(self, folder: Path) -> list[Path]:
        """Return the files with notes that the user chose."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self._above(),
            self._window.tr("Import notes"),
            str(folder),
            self._window.tr("Files with notes ({0});;All files (*)").format(NOTE_PATTERNS),
        )
        return [Path(name) for name in names]

    def place_for_notes(self, suggestion: Path, ending: str) -> Path | None:
        """Return where the user wants notes to be saved."""
        return self._place(self._window.tr("Save notes"), suggestion, ending)

    def place_for_events(self, suggestion: Path, ending: str) -> Path | None:
        """Return where the user wants events to be saved."""
        return self._place(self._window.tr("Save the chronology"), suggestion, ending)

    def _place(self, title: str, suggestion: Path, ending: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._above(), title, str(suggestion), f"*{ending}")
        if not name:
            return None
        place = _with_ending(Path(name), ending, frozenset())
        # The dialog asked before it let another file be replaced, but not this one.
        return self._place(title, place, ending) if place != Path(name) and place.exists() else place


def _with_ending(place: Path, ending: str, known: frozenset[str]) -> Path:
    """Return `place` with the ending of the format that was chosen, in place of another format's."""
    if not ending or place.suffix.lower() == ending:
        return place
    if place.suffix.lower() in known:
        return place.with_suffix(ending)
    return place.with_name(place.name + ending)
