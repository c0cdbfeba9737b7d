"""The menu of the library and of all commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.document.errors import DeskbriefError
from deskbrief.library.library import Library
from deskbrief.ui.actions import Actions

#: So many documents can be opened again from the menu.
RECENT = 10
#: Stands for the menu of these among the commands.
OPEN_RECENT = "open recent"
CONTEXT = "menus"
#: The commands of the menu itself, in its order; "" stands for a line between groups.
FIRST: tuple[str, ...] = ("library", "", "open", "paste", OPEN_RECENT, "close", "reopen", "remember", "")
FIRST += ("brief", "export", "check_brief", "print", "compare", "")
FIRST += ("back_up", "backups", "")
#: The menus in it, and what is in them.
MENUS = (
    (
        QT_TRANSLATE_NOOP("menus", "&Edit"),
        *("undo", "redo", "", "copy", "copy_text", "copy_html", "cite", ""),
        *("sentence_on", "sentence_back", "paragraph_on", "paragraph_back"),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&Find and go"),
        *("find", "find_next", "find_previous", "find_this", "search", "search_this", ""),
        *("back", "forward", "go_to", "sections", "where", "", "next_document", "previous_document", ""),
        *("next_sentence", "previous_sentence", "next_paragraph", "previous_paragraph"),
        *("next_mark", "previous_mark"),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&Notes"),
        *("mark", "note", "", "mark_1", "mark_2", "mark_3", "mark_4", "mark_5", "mark_6", ""),
        *("pen", "", "event", "recommendation", "to_brief", ""),
        *("begin_earlier", "begin_later", "end_earlier", "end_later", "merge", "put_note", "delete"),
        *("", "export_notes", "import_notes"),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&View"),
        *("outline", "notes", "names", "figures", "quotes", "next_panel", "coverage", ""),
        *("split", "turn_split", "other_pane", ""),
        *("pages", "pages_beside", "page_place", "in_step", "dim_pages", ""),
        *("larger", "smaller", "normal", "", "aloud", "aloud_faster", "aloud_slower", "aloud_stop", ""),
        "full_screen",
    ),
    (QT_TRANSLATE_NOOP("menus", "&Help"), "keys", "protection", "about"),
)


class LibraryMenu(QMenu):
    """Recent documents first, then every command by group; `open_requested` carries a list with one path.

    It is filled when it is first opened: a hundred entries take longer than the rest of the bar.
    """

    open_requested = Signal(object)

    def __init__(
        self, actions: Actions, library: Library, post: Callable[[Callable[[], None]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._library = library
        self._post = post
        self._recent: QMenu | None = None
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put every command into the menu, unless they are there already."""
        if self._recent is not None:
            return
        for command in FIRST:
            if command == OPEN_RECENT:
                self._recent = self.addMenu(self.tr("Open &recent"))
                self._recent.aboutToShow.connect(self._fill_recent)
                self._recent.triggered.connect(self._chosen)
            else:
                self._actions.fill(self, command)
        for title, *commands in MENUS:
            menu = self.addMenu(QCoreApplication.translate(CONTEXT, str(title)))
            self._actions.fill(menu, *commands)
        self._actions.fill(self, "", "quit")

    def _fill_recent(self) -> None:
        menu = self._recent
        if menu is None:
            return
        menu.clear()
        try:
            entries = self._library.recent(RECENT)
        except DeskbriefError:
            entries = ()
        for entry in entries:
            action = QAction((entry.title or Path(entry.path).name).replace("&", "&&"), menu)
            action.setData(entry.path)
            action.setToolTip(entry.path)
            action.setEnabled(bool(entry.path))
            menu.addAction(action)
        if not entries:
            menu.addAction(self.tr("Nothing yet")).setEnabled(False)
        from deskbrief.services.aside import aside

        # A drive of a network that is gone may take a minute to answer.
        paths = [entry.path for entry in entries]
        aside(partial(_gone, paths), self._tell_gone, self._post)

    def _tell_gone(self, gone: set[str]) -> None:
        """Say which files are not there; the library still has their text."""
        for action in self._recent.actions() if self._recent is not None else ():
            if action.data() in gone:
                action.setText(self.tr("{0} (file not found)").format(action.text()))

    def _chosen(self, action: QAction) -> None:
        if action.data():
            self.open_requested.emit([Path(action.data())])


def _gone(paths: list[str]) -> set[str]:
    return {path for path in paths if not _is_there(path)}


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:
        # As of a folder that may not be looked into.
        return False
