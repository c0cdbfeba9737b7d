"""The menu of the library and of all commands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.document.errors import DeskbriefError
from deskbrief.library.library import Library
from deskbrief.ui.actions import Actions

RECENT = 10


class LibraryMenu(QMenu):
    """Recent documents first, then every command by group; `open_requested` carries a list with one path."""

    open_requested = Signal(object)

    def __init__(self, actions: Actions, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        actions.fill(self, "library", "", "open", "paste")
        self._recent = self.addMenu(self.tr("Open &recent"))
        actions.fill(self, "close", "reopen", "remember", "", "brief", "export", "check_brief", "print", "")
        actions.fill(self, "compare")
        actions.fill(self, "export_notes", "import_notes", "", "back_up", "backups", "")
        actions.fill(
            self.addMenu(self.tr("&Edit")),
            *("undo", "redo", "", "copy", "copy_text", "copy_html", "cite", ""),
            *("sentence_on", "sentence_back", "paragraph_on", "paragraph_back"),
        )
        actions.fill(
            self.addMenu(self.tr("&Find and go")),
            *(
                "find",
                "find_next",
                "find_previous",
                "find_this",
                "search",
                "search_this",
                "",
                "back",
                "forward",
                "go_to",
                "sections",
                "where",
                "",
            ),
            *("next_document", "previous_document", ""),
            *("next_sentence", "previous_sentence", "next_paragraph", "previous_paragraph"),
            *("next_mark", "previous_mark"),
        )
        actions.fill(
            self.addMenu(self.tr("&Notes")),
            *("mark", "note", "", "mark_1", "mark_2", "mark_3", "mark_4", "mark_5", "mark_6", ""),
            *("pen", "", "event", "recommendation", "to_brief", ""),
            *("begin_earlier", "begin_later", "end_earlier", "end_later", "merge", "put_note", "delete"),
        )
        actions.fill(
            self.addMenu(self.tr("&View")),
            *(
                "outline",
                "notes",
                "names",
                "figures",
                "quotes",
                "next_panel",
                "coverage",
                "",
                "split",
                "turn_split",
                "other_pane",
                "",
                "pages",
                "pages_beside",
                "page_place",
                "in_step",
                "dim_pages",
                "",
                "larger",
                "smaller",
                "normal",
                "",
                "aloud",
                "aloud_faster",
                "aloud_slower",
                "aloud_stop",
                "",
                "full_screen",
            ),
        )
        actions.fill(self.addMenu(self.tr("&Help")), "keys", "protection", "about")
        actions.fill(self, "", "quit")
        self._recent.aboutToShow.connect(self._fill_recent)
        self._recent.triggered.connect(self._chosen)

    def _fill_recent(self) -> None:
        self._recent.clear()
        try:
            entries = self._library.recent(RECENT)
        except DeskbriefError:
            entries = ()
        for entry in entries:
            path = Path(entry.path)
            name = entry.title or path.name
            # Of a file that is gone the library still has the text.
            shown = name if path.exists() else self.tr("{0} (file not found)").format(name)
            action = QAction(shown.replace("&", "&&"), self._recent)
            action.setData(entry.path)
            action.setToolTip(entry.path)
            action.setEnabled(bool(entry.path))
            self._recent.addAction(action)
        if not entries:
            nothing = self._recent.addAction(self.tr("Nothing yet"))
            nothing.setEnabled(False)

    def _chosen(self, action: QAction) -> None:
        if action.data():
            self.open_requested.emit([Path(action.data())])
