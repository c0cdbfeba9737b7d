"""Deciding about names: rename, merge, take apart, hide, another kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Name
from deskbrief.services.naming import NameItem, decide_name, fields_of, name_key
from deskbrief.ui.parts import Parts, Services

if TYPE_CHECKING:
    from deskbrief.ui.names.menus import NameWish


class Naming(QObject):
    """`changed` says that the names of the front document are to be shown anew."""

    changed = Signal()

    def __init__(self, parts: Parts, services: Services) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services

    def do(self, item: NameItem, wish: NameWish) -> None:
        """Do what the reader wishes for a name."""
        from deskbrief.ui.names.menus import NameAct

        match wish.act:
            case NameAct.RENAME:
                self._ask_name(item)
            case NameAct.MERGE:
                self._ask_target(item)
            case NameAct.SPLIT:
                self.split(item)
            case NameAct.HIDE:
                self.hide(item)
            case NameAct.KIND:
                self.keep(item, {"kind": wish.kind})

    def keep(self, item: NameItem, fields: Mapping[str, str]) -> None:
        """Keep the reader's own values of a name beside those that were kept before."""

        def act(document: Document) -> None:
            library = self._services.library
            kept = fields_of(item, library.decisions(document.sha256)) | dict(fields)
            library.decide(decide_name(document, item, Verdict.EDITED, kept))

        self._act(act)

    def hide(self, item: NameItem) -> None:
        """Hide a name, or show a hidden one again."""

        def act(document: Document) -> None:
            library = self._services.library
            kept = fields_of(item, library.decisions(document.sha256))
            if not item.hidden:
                library.decide(decide_name(document, item, Verdict.REJECTED, kept))
            elif kept:
                library.decide(decide_name(document, item, Verdict.EDITED, kept))
            else:
                library.undecide(document.sha256, name_key(item.found))

        self._act(act)

    def split(self, item: NameItem) -> None:
        """Take the names that were merged into one out of it again."""

        def act(document: Document) -> None:
            for found in item.merged:
                self._services.library.undecide(document.sha256, name_key(found))

        self._act(act)

    def _ask_name(self, item: NameItem) -> None:
        from PySide6.QtWidgets import QInputDialog

        name, good = QInputDialog.getText(
            self._parts.window,
            self.tr("Rename"),
            self.tr("A name for “{0}” and all that is told of it:").format(item.value.name),
            text=item.value.name,
        )
        if good and name.strip() and name.strip() != item.value.name:
            self.keep(item, {"name": " ".join(name.split())})

    def _ask_target(self, item: NameItem) -> None:
        front = self._parts.desk.front
        others = [other for other in front.names.shown if other.found != item.found] if front else []
        if not others:
            self._services.messages.say(self.tr("There is no other name to merge it into."))
            return
        others.sort(key=lambda other: _distance(item.value, other.value))
        shown = [f"{other.value.name} ({len(other.value.mentions)})" for other in others]
        label = self.tr("“{0}” becomes another name of:").format(item.value.name)
        from PySide6.QtWidgets import QInputDialog

        title = self.tr("Merge names")
        chosen, good = QInputDialog.getItem(self._parts.window, title, label, shown, 0, False)
        if good:
            self.keep(item, {"into": others[shown.index(chosen)].found})

    def _act(self, act: Callable[[Document], None]) -> None:
        front = self._parts.desk.front
        if front is None or front.document is None:
            return
        try:
            act(front.document)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        self.changed.emit()


def _distance(name: Name, other: Name) -> tuple[bool, bool, int]:
    """Return how unlike another name is: those that share a word come first, then those of the same kind."""
    shared = {word.casefold() for word in name.name.split()} & {
        word.casefold() for word in other.name.split()
    }
    return not shared, other.kind != name.kind, -len(other.mentions)
