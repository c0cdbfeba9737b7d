"""The trash: deleted notes and removed documents, to be looked through and brought back at any time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbrief.document.edtf import display
from deskbrief.document.note_text import plain_text
from deskbrief.document.records import dataclass
from deskbrief.library.catalogue import Card
from deskbrief.services.librarian import Deleted, Trash
from deskbrief.ui.models.grouped import GroupedPanel
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.look import EDGE, TARGET, draw_box, draw_focus, draw_lines, draw_text
from deskbrief.ui.models.page import Page
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded, wrapped
from deskbrief.ui.theme import Theme
from deskbrief.ui.words import numbered

_PAD, _GAP = 8, 6
BACK, WITH_NOTES = "back", "with notes"


@dataclass(slots=True, kw_only=True, eq=False)
class DeletedRow(Row):
    """A note in the trash."""

    deleted: Deleted
    hay: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class RemovedRow(Row):
    """A removed document, with those of its notes that are in the trash."""

    card: Card
    notes: tuple[Deleted, ...]
    hay: str = ""


class TrashWords(QObject):
    """Says rows of the trash in words."""

    def title(self, row: Row) -> str:
        """Return what a row is called: a note's words, else its quote; a document's title."""
        if isinstance(row, DeletedRow):
            return plain_text(row.deleted.note.body).partition("\n")[0] or self.quote(row)
        if isinstance(row, RemovedRow):
            return row.card.title or row.card.path.rpartition("/")[2] or row.card.sha256[:12]
        return row.title if isinstance(row, GroupRow) else getattr(row, "text", "")

    def quote(self, row: DeletedRow) -> str:
        """Return the passage of a note."""
        return f"“{' '.join(row.deleted.note.anchor.exact.split())}”"

    def facts(self, row: Row) -> str:
        """Return where it comes from and when it went."""
        if isinstance(row, DeletedRow):
            tags = (f"#{tag}" for tag in row.deleted.note.tags)
            title = row.deleted.title or self.tr("a document that is not here any more")
            return " · ".join((title, self.tr("deleted {0}").format(_day(row.deleted.at)), *tags))
        if isinstance(row, RemovedRow):
            words = self.tr("{0} words").format(f"{row.card.words:,}")
            kept = self.tr("{0} kept").format(self._notes(row.card.notes)) if row.card.notes else ""
            gone = self.tr("{0} in the trash").format(self._notes(len(row.notes))) if row.notes else ""
            return " · ".join(filter(None, (words, kept, gone)))
        return ""

    def spoken(self, row: Row) -> str:
        """Return all that a row shows, as one spoken sentence."""
        if isinstance(row, MessageRow):
            return row.text
        quote = self.quote(row) if isinstance(row, DeletedRow) and row.deleted.note.body else ""
        return ", ".join(part for part in (self.title(row), quote, self.facts(row)) if part)

    def tip(self, row: Row) -> str:
        """Return the words of a note in full."""
        if isinstance(row, DeletedRow):
            return f"{self.quote(row)}\n\n{row.deleted.note.body}"
        return self.title(row)

    def acts(self, row: Row) -> Iterator[tuple[str, str]]:
        """Yield name and words of what can be done with a row."""
        yield BACK, self.tr("Bring back")
        if isinstance(row, RemovedRow) and row.notes:
            yield WITH_NOTES, self.tr("Bring back with {0}").format(self._notes(len(row.notes)))

    def _notes(self, count: int) -> str:
        return numbered(count, self.tr("1 note"), self.tr("{0} notes"))


class TrashPainter(RowPainter[Row]):
    """What it is, its passage, where it comes from; the links at the right."""

    def __init__(self, words: TrashWords) -> None:
        super().__init__()
        self._words = words

    def measure(self, row: Row, width: int) -> int:
        room = width - 2 * EDGE - 28
        quote = ""
        if isinstance(row, DeletedRow) and row.deleted.note.body:
            quote = self._words.quote(row)
        row.laid = (wrapped(quote, self.look.quote, room, 2),)
        return (
            self.look.bold.line
            + len(row.laid[0]) * self.look.quote.line
            + self.look.small.line
            + 2 * _PAD
            + _GAP
        )

    def zones(self, row: Row, rect: QRect) -> Iterable[Zone]:
        right = rect.right() - EDGE - 12
        for name, words in reversed(list(self._words.acts(row))):
            wide = max(self.look.small_link.advance(words), TARGET)
            yield Zone(name, QRect(right - wide, rect.top() + _PAD - 3, wide, TARGET), words)
            right -= wide + 16

    def draw(self, painter: QPainter, rect: QRect, row: Row, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        card = rect.adjusted(EDGE, 0, -EDGE, -_GAP)
        draw_box(painter, card, theme.hover if state.hovered or state.current else theme.card, theme.line)
        if state.focused:
            draw_focus(painter, card, look)
        inner = card.adjusted(14, _PAD, -12, -_PAD)
        zones = list(self.zones(row, rect))
        names = dict(self._words.acts(row))
        for zone in zones:
            face = look.small_link if state.zone == zone.name else look.small
            draw_text(painter, zone.rect, names[zone.name], face, theme.accent)
        head = QRect(inner.left(), inner.top(), inner.width(), look.bold.line)
        head.setRight(min(zone.rect.left() for zone in zones) - 12)
        draw_text(painter, head, self._words.title(row), look.bold, theme.ink)
        below = QRect(inner.left(), inner.top() + look.bold.line, inner.width(), 0)
        y = draw_lines(painter, below, row.laid[0], look.quote, theme.muted)
        line = QRect(inner.left(), y, inner.width(), look.small.line)
        draw_text(painter, line, self._words.facts(row), look.small, theme.muted)


class TrashList(GroupedPanel):
    """Documents, then notes; `bring_asked` carries cards and notes."""

    bring_asked = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        self._words = TrashWords()
        self._rows: list[Row] = []
        self._known = False
        painter = TrashPainter(self._words)
        super().__init__(
            self._words,
            {DeletedRow: painter, RemovedRow: painter},
            name=self.tr("Trash"),
            hint=self.tr("Filter the trash"),
            letters=frozenset({"b"}),
            parent=parent,
        )

    def show_trash(self, trash: Trash) -> None:
        """Show what is in the trash."""
        self._known = True
        self._rows = [self._removed(card, trash.notes) for card in trash.documents]
        self._rows += [self._deleted(one) for one in trash.notes]
        self.refill()

    def shown(self) -> tuple[list[Card], list[Deleted]]:
        """Return the documents and notes that the filter leaves."""
        rows = [row for row in self._rows if self._matches(row)]
        cards = [row.card for row in rows if isinstance(row, RemovedRow)]
        return cards, [row.deleted for row in rows if isinstance(row, DeletedRow)]

    def arranged(self) -> Iterator[Row]:
        for kind, name in (
            (RemovedRow, self.tr("Removed documents")),
            (DeletedRow, self.tr("Deleted notes")),
        ):
            rows = [row for row in self._rows if isinstance(row, kind)]
            shown = [row for row in rows if self._matches(row)]
            if shown:
                head = self.head(kind.__name__, name, len(shown), len(rows))
                yield head
                yield from shown if head.open else ()

    def nothing(self) -> str:
        if not self._known:
            return self.tr("Looking into the trash …")
        if self._rows:
            return self.tr("Nothing in the trash matches the filter.")
        return self.tr("The trash is empty. Notes that you delete and documents that you remove come here.")

    def lettered(self, row: Row | None, letter: str) -> None:
        if row is not None and letter == "b":
            self._bring(row, BACK)

    def _open(self, row: Row) -> None:
        if isinstance(row, GroupRow):
            self._flip(row)

    def _flip(self, row: Row, zone: str = "") -> None:
        if isinstance(row, GroupRow):
            super()._flip(row)
        elif zone:
            self._bring(row, zone)

    def _bring(self, row: Row, act: str) -> None:
        if isinstance(row, DeletedRow):
            self.bring_asked.emit([], [row.deleted.note])
        elif isinstance(row, RemovedRow):
            self.bring_asked.emit([row.card], [one.note for one in row.notes if act == WITH_NOTES])

    def _removed(self, card: Card, notes: Sequence[Deleted]) -> RemovedRow:
        own = tuple(one for one in notes if one.note.document == card.sha256)
        return RemovedRow(key=card.sha256, card=card, notes=own, hay=folded(f"{card.title} {card.path}"))

    def _deleted(self, one: Deleted) -> DeletedRow:
        note = one.note
        hay = folded(" ".join((note.body, note.anchor.exact, one.title, *note.tags)))
        return DeletedRow(key=note.id, deleted=one, hay=hay)

    def _matches(self, row: Row) -> bool:
        hay = row.hay if isinstance(row, RemovedRow | DeletedRow) else ""
        return all(word in hay for word in self.wanted())


class TrashPage(Page):
    """The trash in the text's place; `bring_asked` carries cards and notes, `left` asks for the library."""

    bring_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trashPage")
        self.setWindowTitle(self.tr("Trash"))
        # In the order in which Tab is to meet them.
        back = QPushButton(self.tr("← Library"), self)
        self.every = QPushButton(self)
        self.rows = TrashList(self)
        self.list = self.rows.list
        title = QLabel(self.tr("Trash"), self)
        title.setObjectName("documentTitle")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        top, whole = QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(14, 10, 14, 0)
        top.addWidget(back)
        top.addWidget(title, 1)
        top.addWidget(self.every)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        back.clicked.connect(self.left)
        self.every.clicked.connect(self._bring_every)
        self.rows.bring_asked.connect(self.bring_asked)
        self.rows.list.model().modelReset.connect(self._say)
        self.rows.list.model().rowsInserted.connect(self._say)
        self.rows.list.model().rowsRemoved.connect(self._say)
        self._say()

    def show_trash(self, trash: Trash) -> None:
        """Show what is in the trash."""
        self.rows.show_trash(trash)
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.rows.set_theme(theme)

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self.rows.focus_filter()

    def _say(self) -> None:
        """Say on the button what it would do."""
        cards, notes = self.rows.shown()
        count = len(cards) + len(notes)
        one, many = self.tr("Bring back the one shown"), self.tr("Bring back all {0} shown")
        self.every.setText(numbered(count, one, many) if count else self.tr("Bring back"))
        self.every.setEnabled(count > 0)

    def _bring_every(self) -> None:
        cards, notes = self.rows.shown()
        self.bring_asked.emit(cards, [one.note for one in notes])


def _day(stamp: str) -> str:
    """Return the day of a time in ISO 8601, as people here write it."""
    try:
        at = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return stamp
    return display(at.date().isoformat())
