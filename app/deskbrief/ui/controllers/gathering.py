"""Several documents of the library that are opened together, for a brief of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts


class Gathering(QObject):
    """Opens documents and waits for their outlines.

    `ready` carries the hashes of those that could be opened, the first one in front; nothing comes of one
    that another gathering has taken the place of, or when none could be opened.
    """

    ready = Signal(object)

    def __init__(self, parts: Parts, documents: Documents) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._documents = documents
        self._wanted: list[str] = []
        for changed in (documents.front_changed, documents.outline_changed, documents.desk_changed):
            changed.connect(self._look)
        documents.other_changed.connect(self._look)

    def begin(self, documents: Sequence[tuple[str, Path]]) -> None:
        """Open documents, each a hash and the file where it was last seen; the first one is in front."""
        self._wanted = []
        for sha256, path in reversed(documents):
            self._documents.open_at(sha256, path, None)
        self._wanted = [sha256 for sha256, _ in documents]
        self._look()

    def _look(self, *_: object) -> None:
        """Tell when every document that is wanted has its outline, or will have none."""
        if not self._wanted:
            return
        items = [self._item(sha256) for sha256 in self._wanted]
        if any(item is not None and not _is_settled(item) for item in items):
            return
        there = [
            sha256
            for sha256, item in zip(self._wanted, items, strict=True)
            if item is not None and item.outline is not None
        ]
        self._wanted = []
        if there:
            self.ready.emit(there)

    def _item(self, sha256: str) -> OpenDocument | None:
        """Return what is open under a hash; one that is on its way is waited for under any."""
        held = next(iter(self._parts.desk.holding(sha256)), None)
        waiting = (item for item in self._parts.desk.documents if item.document is None and item.opens)
        return held or next(waiting, None)


def _is_settled(item: OpenDocument) -> bool:
    return bool(item.trouble) or item.outline is not None
