"""What restoring a backup would do, document by document, each row to be chosen or left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from deskbrief.services.backups import Preview
from deskbrief.ui.library.backuppaint import ChangePainter
from deskbrief.ui.library.backuprows import Arranged, BackupWords, ChangeRow, NoteRow, StandingRow
from deskbrief.ui.models.grouped import GroupedPanel
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded

#: When more notes than this differ, the documents begin closed.
MOST_OPEN = 300


class PreviewPanel(GroupedPanel):
    """The rows; Space chooses one, or on a head all below it, "A" all. `chosen` says that this changed."""

    chosen = Signal()

    def __init__(self, words: BackupWords, parent: QWidget) -> None:
        self._words = words
        self._preview: Preview | None = None
        self._skipped: set[str] = set()
        self._documents: Sequence[Arranged] = ()
        self._rows: dict[str, ChangeRow] = {}
        self._is_long = False
        self._keys: dict[str, frozenset[str]] = {}
        self._every: frozenset[str] = frozenset()
        painter = ChangePainter(words)
        super().__init__(
            words,
            {StandingRow: painter, NoteRow: painter},
            name=self.tr("What would change"),
            hint=self.tr("Filter what would change"),
            letters=frozenset({" ", "a"}),
            parent=parent,
        )

    def show_preview(self, preview: Preview | None, documents: Sequence[Arranged] = ()) -> None:
        """Show what would change, None while that is being found out; everything is chosen at first."""
        self._preview = preview
        self._documents = documents
        self._keys = {one.sha256: one.keys for one in documents}
        self._every = frozenset().union(*self._keys.values())
        self._rows = {row.key: row for one in documents for row in one.rows}
        self._is_long = sum(isinstance(row, NoteRow) for row in self._rows.values()) > MOST_OPEN
        self._skipped.clear()
        self.all_as_begun()
        self.refill()
        self.list.verticalScrollBar().setValue(0)

    def wanted_keys(self) -> frozenset[str]:
        """Return the keys of what is to be restored."""
        return self._every - self._skipped

    @property
    def total(self) -> int:
        """How much there is to be restored."""
        return len(self._every)

    def arranged(self) -> Iterator[Row]:
        wanted = self.wanted()
        states = [folded(state) for state in self._words.states()]
        for one in self._documents:
            rows = [row for row in one.rows if _matches(row, wanted, states)] if wanted else one.rows
            if rows:
                head = self.head(one.sha256, one.name, len(rows), len(one.rows), closed=self._is_long)
                yield self._with_act(head)
                if head.open:
                    yield from rows

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
            self._turn(self._every)
        elif isinstance(row, ChangeRow):
            self._turn({row.key})
        elif isinstance(row, GroupRow):
            self._turn(self._below(row.name))

    def _with_act(self, head: GroupRow) -> GroupRow:
        """Give a head the link that chooses all rows below it, or leaves them out."""
        every = self._skipped.isdisjoint(self._keys[head.name])
        head.action = self.tr("Leave all out") if every else self.tr("Choose all")
        head.short_action = self.tr("None") if every else self.tr("All")
        head.action_tip = self.tr("All of this document (Space)")
        return head

    def _below(self, sha256: str) -> frozenset[str]:
        return self._keys[sha256]

    def _turn(self, keys: Collection[str]) -> None:
        """Leave out what `keys` name if all of it is chosen, else choose all of it."""
        if self._skipped.isdisjoint(keys):
            self._skipped.update(keys)
        else:
            self._skipped.difference_update(keys)
        for key in keys:
            self._rows[key].skipped = key in self._skipped
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


def _matches(row: ChangeRow, wanted: Sequence[str], states: Sequence[str]) -> bool:
    """Tell whether a row holds all words, in what it is about or in what becomes of it."""
    return all(word in row.hay or word in states[row.comes - row.goes] for word in wanted)
