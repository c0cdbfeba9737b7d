"""What can be done with several notes at once: those that were chosen, else all that are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from deskbrief.document.notes import Role
from deskbrief.ui.notes.rows import NoteWords


class TogetherButton(QToolButton):
    """A button with a menu.

    `recolour_asked` carries ids and a Role, `tags_asked` ids and all known tags, `untag_asked` ids and one
    tag, `delete_asked` and `export_asked` ids.
    """

    recolour_asked = Signal(object, object)
    tags_asked = Signal(object, object)
    untag_asked = Signal(object, str)
    delete_asked = Signal(object)
    export_asked = Signal(object)
    import_asked = Signal()

    def __init__(
        self,
        words: NoteWords,
        notes: Callable[[], tuple[Sequence[str], bool]],
        tags: Callable[[], Sequence[str]],
        known: Callable[[], Sequence[str]],
        parent: QWidget,
    ) -> None:
        """`notes` tells the ids, and whether they were chosen one by one; `tags` which tags they have.

        `known` tells all tags that there are.
        """
        super().__init__(parent)
        self._words = words
        self._notes = notes
        self._tags = tags
        self._known = known
        self.setText("⋯")
        self.setAutoRaise(True)
        self.setMinimumSize(28, 28)
        self.setAccessibleName(self.tr("Act on several notes"))
        self.setToolTip(self.tr("Act on all notes shown, or on those chosen with Ctrl, Shift or Space"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        ids, chosen = self._notes()
        menu = self.menu()
        menu.clear()
        words = self.tr("{0} chosen") if chosen else self.tr("All {0} shown")
        menu.addAction(words.format(len(ids)) if ids else self.tr("No notes")).setEnabled(False)
        for role in Role:
            action = menu.addAction(f"{role.letter}  {self._words.role(role)}")
            action.triggered.connect(partial(self._recolour, role))
        menu.addSeparator()
        for name, slot in (
            (self.tr("Add tags…"), self._tag),
            (self.tr("Remove a tag"), None),
            (self.tr("Delete"), self._delete),
            (self.tr("Export…"), self._export),
            (self.tr("Import…"), self.import_asked.emit),
        ):
            if slot is None:
                self._fill_tags(menu.addMenu(name))
            else:
                menu.addAction(name).triggered.connect(slot)
        for action in menu.actions()[1:-2]:
            action.setEnabled(bool(ids) and action.isEnabled())

    def _fill_tags(self, menu: QMenu) -> None:
        for tag in self._tags():
            menu.addAction(f"#{tag}".replace("&", "&&")).triggered.connect(partial(self._untag, tag))
        menu.setEnabled(not menu.isEmpty())

    def _untag(self, tag: str) -> None:
        self.untag_asked.emit(self._notes()[0], tag)

    def _recolour(self, role: Role) -> None:
        self.recolour_asked.emit(self._notes()[0], role)

    def _export(self) -> None:
        self.export_asked.emit(self._notes()[0])

    def _delete(self) -> None:
        self.delete_asked.emit(self._notes()[0])

    def _tag(self) -> None:
        self.tags_asked.emit(self._notes()[0], self._known())
