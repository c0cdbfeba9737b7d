"""What restoring a backup would do, document by document, each row to be chosen or left out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from deskbrief.library.comparison import DocumentChange
from deskbrief.services.backups import Preview
from deskbrief.ui.library.backuppaint import ChangePainter
from deskbrief.ui.library.backuprows import BackupWords, ChangeRow, NoteRow, StandingRow, name_of, note_row
from deskbrief.ui.models.grouped import GroupedPanel
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded


class PreviewPanel(GroupedPanel):
    """The rows; Space chooses one, or on a head all below it, "A" all. `chosen` says that this changed."""

    chosen = Signal()

    def __init__(self, words: BackupWords, parent: QWidget) -> None:
        self._words = words
        self._preview: Preview | None = None
        self._skipped: set[str] = set()
        painter = ChangePainter(words)
        super().__init__(
            words,
            {StandingRow: painter, NoteRow: painter},
            name=self.tr("What would change"),
            hint=self.tr("Filter what would change"),
            letters=frozenset({" ", "a"}),
            parent=parent,
        )

    def show_preview(self, preview: Preview | None) -> None:
        """Show what would change, None while that is being found out; everything is chosen at first."""
        self._preview = preview
        self._skipped.clear()
        self.all_as_begun()
        self.refill()
        self.list.verticalScrollBar().setValue(0)

    def wanted_keys(self) -> frozenset[str]:
        """Return the keys of what is to be restored."""
        return (self._preview.found.keys if self._preview else frozenset()) - self._skipped

    def arranged(self) -> Iterator[Row]:
        found = self._preview.found.documents if self._preview and not self._preview.trouble else ()
        for change in found:
            rows = list(self._rows(change))
            shown = [row for row in rows if self._matches(row, change)]
            if shown:
                head = self.head(change.sha256, name_of(change), len(shown), len(rows))
                yield self._with_act(head, rows)
                yield from shown if head.open else ()

    def nothing(self) -> str:
        if self._preview is None:
            return self.tr("Looking at the backup …")
        if self._preview.trouble:
            return self._preview.trouble
        if self._preview.found.is_empty:
            return self.tr("Nothing of this backup differs from the library as it is now.")
        return self.tr("Nothing that would change matches the filter.")

    def lettered(self, row: Row | None, letter: str) -> None:
        if letter == "a":
            every = self._preview.found.keys if self._preview else frozenset()
            self._turn(every)
        elif isinstance(row, ChangeRow):
            self._turn({row.key})
        elif isinstance(row, GroupRow):
            self._turn(self._below(row.name))

    def _rows(self, change: DocumentChange) -> Iterator[ChangeRow]:
        if change.is_changed:
            skipped = change.sha256 in self._skipped
            yield StandingRow(key=change.sha256, change=change, skipped=skipped)
        for one in change.notes:
            yield note_row(one, skipped=one.note.id in self._skipped)

    def _matches(self, row: ChangeRow, change: DocumentChange) -> bool:
        wanted = self.wanted()
        hay = f"{row.hay} {folded(name_of(change))} {folded(self._words.state(row))}" if wanted else ""
        return all(word in hay for word in wanted)

    def _with_act(self, head: GroupRow, rows: list[ChangeRow]) -> GroupRow:
        """Give a head the link that chooses all rows below it, or leaves them out."""
        every = all(not row.skipped for row in rows)
        head.action = self.tr("Leave all out") if every else self.tr("Choose all")
        head.short_action = self.tr("None") if every else self.tr("All")
        head.action_tip = self.tr("All of this document (Space)")
        return head

    def _below(self, sha256: str) -> set[str]:
        found = self._preview.found.documents if self._preview else ()
        change = next(one for one in found if one.sha256 == sha256)
        own = {sha256} if change.is_changed else set()
        return own | {one.note.id for one in change.notes}

    def _turn(self, keys: set[str] | frozenset[str]) -> None:
        """Leave out what `keys` name if all of it is chosen, else choose all of it."""
        if keys & self._skipped:
            self._skipped -= keys
        else:
            self._skipped |= keys
        self.refill()
        self.chosen.emit()

    def _open(self, row: Row) -> None:
        if isinstance(row, ChangeRow):
            self._turn({row.key})
        elif isinstance(row, GroupRow):
            super()._flip(row)

    def _flip(self, row: Row, zone: str = "") -> None:
        if isinstance(row, ChangeRow):
            self._turn({row.key})
        elif isinstance(row, GroupRow) and zone:
            self._turn(self._below(row.name))
        else:
            super()._flip(row)
