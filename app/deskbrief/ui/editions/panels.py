"""The two lists of a comparison: the notes by what became of them, and the items that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from deskbrief.document.anchors import AnchorState
from deskbrief.document.spans import Span
from deskbrief.services.comparing import Became, Kind
from deskbrief.services.revising import Fate, Revision, put
from deskbrief.ui.editions.making import MadePanel
from deskbrief.ui.editions.paint import ChangePainter, FatePainter
from deskbrief.ui.editions.rows import ChangeRow, EditionWords, FateRow, TextRow, change_row, fate_row
from deskbrief.ui.models.rows import Row

#: What has to be looked at comes first.
STATES = (AnchorState.UNCERTAIN, AnchorState.LOST, AnchorState.MOVED, AnchorState.EXACT)
#: What a letter does, by the names of the links.
ACTS = {"y": "yes", "x": "no", "p": "put", " ": "choose"}


class FatesPanel(MadePanel[FateRow]):
    """The notes of the old edition.

    `opened` carries a row; `place_asked` a FateRow and what is to be done about its place: "yes", "no" or
    "put". `chosen` says that other notes are to be taken over.
    """

    place_asked = Signal(object, str)
    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._words = EditionWords()
        self._revision: Revision | None = None
        self._toggled: set[str] = set()
        self._said: dict[str, Fate] = {}
        super().__init__(
            self._words,
            {FateRow: FatePainter(self._words)},
            name=self.tr("Notes on the earlier edition"),
            hint=self.tr("Filter these notes"),
            letters=frozenset(ACTS),
            parent=parent,
        )

    def show_revision(self, revision: Revision | None, *, again: bool) -> None:
        """Show a comparison; what the reader said about it stays when it is the same one `again`."""
        self._revision = revision
        if not again:
            self._toggled.clear()
            self._said.clear()
            self.all_as_begun()
        # What was chosen is done with once a note is taken over.
        self._toggled -= {one.note.id for one in self.fates() if not one.is_open}
        self.make(map(self._row, self.fates()) if revision is not None else None)

    def fates(self) -> tuple[Fate, ...]:
        """Return every note with what the reader said about its place."""
        found = self._revision.fates if self._revision else ()
        return tuple(self._said.get(one.note.id, one) if one.is_open else one for one in found)

    def wanted_fates(self) -> tuple[Fate, ...]:
        """Return the notes that are to be taken over."""
        return tuple(one for one in self.fates() if one.is_open and not self._is_skipped(one))

    def say(self, fate: Fate) -> None:
        """Keep what the reader says about a note that is not taken over yet; one with a place is wanted."""
        self._said[fate.note.id] = fate
        self._toggled.discard(fate.note.id)
        self._renew(fate.note.id)

    def arranged(self) -> Iterator[Row]:
        wanted = self.wanted()
        groups: dict[AnchorState, list[FateRow]] = {state: [] for state in STATES}
        for row in self._rows:
            groups[row.fate.placement.state].append(row)
        for state, rows in groups.items():
            shown = [row for row in rows if row.holds(wanted)] if wanted else rows
            if shown:
                head = self.head(state, self._words.fate(state), len(shown), len(rows))
                yield head
                yield from shown if head.open else ()

    def nothing(self) -> str:
        if self._revision is None or self.is_making:
            return self.tr("The two texts are being compared …")
        if self._revision.fates:
            return self.tr("No note matches the filter.")
        return self.tr("There are no notes on the earlier edition.")

    def lettered(self, row: Row | None, letter: str) -> None:
        if isinstance(row, FateRow):
            self._act(row, ACTS[letter])

    def _row(self, fate: Fate) -> FateRow:
        revision = self._revision
        if revision is None:
            raise ValueError("no comparison is shown")
        return fate_row(fate, revision.old.document, revision.new.document, skipped=self._is_skipped(fate))

    def _renew(self, note_id: str) -> None:
        """Show anew what became of one note."""
        fate = next((one for one in self.fates() if one.note.id == note_id), None)
        if fate is not None:
            self._rows = [self._row(fate) if row.key == note_id else row for row in self._rows]
            self.refill()

    def _is_skipped(self, fate: Fate) -> bool:
        """Tell whether a note is left out; at first these are the ones deleted there, or found nowhere."""
        is_lost = fate.placement.state is AnchorState.LOST and fate.note.id not in self._said
        begins = fate.dropped or is_lost
        return begins is not (fate.note.id in self._toggled)

    def _act(self, row: FateRow, act: str) -> None:
        fate, offered = row.fate, {name for name, *_ in self._words.acts(row)}
        if act == "choose":
            if fate.is_open:
                self._toggled ^= {fate.note.id}
                self._renew(fate.note.id)
                self.chosen.emit()
        elif fate.is_open and act in {"yes", "no"} and fate.note.id in self._said:
            # The same key takes back what was said.
            del self._said[fate.note.id]
            self._toggled.discard(fate.note.id)
            self._renew(fate.note.id)
            self.chosen.emit()
        elif act in offered:
            if fate.is_open and act != "put":
                self.say(put(fate, fate.placement.span if act == "yes" else None))
                self.chosen.emit()
            else:
                self.place_asked.emit(row, act)

    def _flip(self, row: Row, zone: str = "") -> None:
        if isinstance(row, FateRow):
            self._act(row, zone)
        else:
            super()._flip(row)


class ChangesPanel(MadePanel[ChangeRow]):
    """Items, paragraphs and sections that are not the same in both texts; `opened` carries a row."""

    def __init__(self, parent: QWidget) -> None:
        self._words = EditionWords()
        self._revision: Revision | None = None
        self._counts: Counter[tuple[Kind, Became]] = Counter()
        super().__init__(
            self._words,
            {ChangeRow: ChangePainter(self._words), TextRow: ChangePainter(self._words)},
            name=self.tr("What changed"),
            hint=self.tr("Filter these changes"),
            parent=parent,
        )

    def show_revision(self, revision: Revision | None, *, again: bool) -> None:
        """Show a comparison; open and closed groups stay when it is the same one `again`."""
        self._revision = revision
        items = revision.comparison.items if revision and revision.comparison else ()
        self._counts = Counter((one.kind, one.became) for one in items)
        if not again:
            self.all_as_begun()
        self.make(self._changes(revision) if revision and revision.comparison else None)

    def places(self) -> tuple[Span | None, Span | None]:
        """Return where the current row stands in the old and in the new text."""
        row = self.list.current
        return (row.before, row.after) if isinstance(row, ChangeRow) else (None, None)

    def arranged(self) -> Iterator[Row]:
        wanted = self.wanted()
        groups: dict[Kind, list[ChangeRow]] = {kind: [] for kind in Kind}
        for row in self._rows:
            groups[row.compared.kind].append(row)
        for kind, rows in groups.items():
            shown = [row for row in rows if row.holds(wanted)] if wanted else rows
            if shown:
                head = self.head(kind, self._title(kind), len(shown), len(rows))
                yield head
                yield from shown if head.open else ()

    def nothing(self) -> str:
        if self._revision is None or self._revision.comparison is None or self.is_making:
            return self.tr("Both texts are being read for recommendations, events and figures …")
        if self._rows:
            return self.tr("No change matches the filter.")
        return self.tr("Nothing was added, dropped, moved or changed: both texts say the same.")

    def _changes(self, revision: Revision) -> Iterator[ChangeRow]:
        old, new = revision.old.document, revision.new.document
        changes = revision.comparison.changes() if revision.comparison else ()
        return (change_row(number, one, old, new) for number, one in enumerate(changes))

    def _title(self, kind: Kind) -> str:
        counts = [(became, self._counts[kind, became]) for became in Became]
        told = " · ".join(f"{count} {self._words.became(one)[2:]}" for one, count in counts if count)
        return f"{self._words.kind(kind)} ({told})"
