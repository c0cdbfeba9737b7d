"""Drafts on their way to the disk: not at each key, and never on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer

from deskbrief.document.plan import Logo
from deskbrief.services.drafts import Draft
from deskbrief.services.shelf import Kept, Shelf

#: So long after the last change a draft is written.
PATIENCE_MS = 600


class DraftKeeper(QObject):
    """Writes drafts to `shelf`; what a disk refuses is told once by `refused`."""

    def __init__(self, shelf: Shelf, refused: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._refused = refused
        self._waiting: dict[str, Draft] = {}
        self._writer = ThreadPoolExecutor(1, "drafts")
        self._written: Future[None] | None = None
        self._told = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PATIENCE_MS)
        self._later.timeout.connect(self._write)

    def draft(self, document: str) -> Draft | None:
        """Return the draft of a document as it is now."""
        return self._waiting.get(document) or self._shelf.draft(document)

    def keep(self, document: str, draft: Draft) -> None:
        """Keep the draft of a document from now on."""
        self._waiting[document] = draft
        self._later.start()

    def flush(self) -> None:
        """Write what waits, and wait until it is written."""
        self._write()
        if self._written is not None:
            self._check(self._written)
        self._waiting.clear()

    def last_logo(self) -> Logo | None:
        """Return the logo that was used last."""
        return self._shelf.last_logo()

    def keep_last_logo(self, logo: Logo | None) -> None:
        """Keep the logo that new drafts begin with."""
        self._check(self._writer.submit(self._shelf.keep_last_logo, logo))

    def templates(self) -> tuple[Kept, ...]:
        """Return the reader's templates."""
        return self._shelf.templates()

    def keep_template(self, name: str, draft: Draft) -> None:
        """Keep a template."""
        self._check(self._writer.submit(self._shelf.keep_template, name, draft))

    def drop_template(self, name: str) -> None:
        """Delete a template."""
        self._check(self._writer.submit(self._shelf.drop_template, name))

    def _write(self) -> None:
        self._later.stop()
        for document, draft in self._waiting.items():
            self._written = self._writer.submit(self._shelf.keep, document, draft)

    def _check(self, written: Future[None]) -> None:
        try:
            written.result()
        except OSError:
            if not self._told:
                self._told = True
                self._refused()
