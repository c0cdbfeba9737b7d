"""What mouse, keys and menus on the outline's rows mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from deskbrief.document.notes import Verdict
from deskbrief.document.spans import Span
from deskbrief.ui.models.heads import MessageRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.outline.decisions import toggled
from deskbrief.ui.outline.menus import Act, OutlineMenus, Wish
from deskbrief.ui.outline.rows import CardRow, EventRow, ItemRow, TimelineRow

_LETTER_ACTS = {
    "y": Act.CONFIRM,
    "x": Act.REJECT,
    "e": Act.EDIT,
    "d": Act.DATE,
    "i": Act.WHY,
    "/": Act.FILTER,
    "+": Act.NEARER,
    "=": Act.NEARER,
    "-": Act.FARTHER,
    "0": Act.WHOLE,
}
#: Letters that rows understand.
LETTERS = frozenset(_LETTER_ACTS)


class OutlineActs(QObject):
    """Turns what is done to rows into what is asked for.

    `going` and `going_beside`, for the other pane, carry a Span, `deciding` rows and a Verdict or None,
    `editing` an Item, `flipping` the row of a head to open or close, `stepping` a timeline row and the
    number of one of its events, `wished` a wish that concerns the whole outline.
    """

    going = Signal(object)
    going_beside = Signal(object)
    deciding = Signal(object, object)
    editing = Signal(object)
    flipping = Signal(object)
    stepping = Signal(object, int)
    wished = Signal(object)

    def __init__(
        self, menus: OutlineMenus, chosen: Callable[[], list[ItemRow]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._menus = menus
        self._chosen = chosen
        self._asked: Row | None = None

    def open(self, row: Row) -> None:
        """Go to the row's passage, or open and close a head."""
        match row:
            case MessageRow(action="rejected"):
                self.wished.emit(Wish(Act.SHOW_REJECTED))
            case MessageRow(action="whole"):
                self.wished.emit(Wish(Act.WHOLE))
            case MessageRow(action="sections"):
                self.wished.emit(Wish(Act.SECTIONS))
            case TimelineRow():
                self._open_chosen(row)
            case _ if row.span is not None:
                self.going.emit(row.span)
            case _ if row.open is not None:
                self.flipping.emit(row)

    def open_beside(self, row: Row) -> None:
        """Show the row's passage in the other pane."""
        if row.span is not None:
            self.going_beside.emit(row.span)

    def press(self, row: Row, zone: str) -> None:
        """Do what a part of a row stands for."""
        kind, _, rest = zone.partition(":")
        if kind == "dot" and isinstance(row, TimelineRow):
            self._step_to(row, rest)
        elif kind == "fold":
            self.flipping.emit(row)
        elif zone == "head:events":
            self.wished.emit(Wish(Act.DATE))
        elif zone == "head:sections":
            self.wished.emit(Wish(Act.SECTIONS))
        elif zone == "head:cards":
            self.wished.emit(Wish(Act.GROUPINGS))
        else:
            self.do(row, Act(kind))

    def type(self, row: Row | None, letter: str) -> None:
        """Do what a letter stands for."""
        self.do(row, _LETTER_ACTS[letter])

    def fold(self, row: Row, wanted: bool) -> None:
        """Answer Left and Right: along a timeline, else open or close a head."""
        if isinstance(row, TimelineRow):
            step = 1 if wanted else -1
            self.stepping.emit(row, min(max(row.chosen + step, 0), len(row.events) - 1))
        elif row.open is not None and row.open is not wanted:
            self.flipping.emit(row)
        else:
            self.wished.emit(Wish(Act.ENTER if wanted else Act.LEAVE))

    def ask(self, row: Row, at: QPoint) -> None:
        """Show the context menu of a row."""
        self._asked = row
        chosen = self._chosen()
        several = len(chosen) if row in chosen else 0
        self.pop_up(self._menus.of_several(several) if several > 1 else self._menus.of_row(row), at)

    def pop_up(self, menu: QMenu, at: QPoint | None = None) -> None:
        """Show a menu of the outline, at the mouse when no place is given."""
        menu.triggered.connect(self._triggered)
        menu.popup(QCursor.pos() if at is None else at)

    def do(self, row: Row | None, act: Act) -> None:
        """Do one act with a row, or with the outline when it concerns no row."""
        if act is Act.GO and row is not None:
            self.open(row)
        elif act is Act.GO_BESIDE and row is not None:
            self.open_beside(row)
        elif act in {Act.CONFIRM, Act.REJECT, Act.EDIT}:
            if isinstance(row, EventRow | CardRow):
                self._decide(row, act)
        else:
            self.wished.emit(Wish(act))

    def _decide(self, row: EventRow | CardRow, act: Act) -> None:
        if act is Act.EDIT:
            self.editing.emit(row.item)
            return
        wanted = Verdict.CONFIRMED if act is Act.CONFIRM else Verdict.REJECTED
        chosen = self._chosen()
        rows = chosen if row in chosen else [row]
        verdict = together(rows, wanted)
        changed = [one for one in rows if _changed(one, verdict) is not one.item.verdict]
        if changed:
            self.deciding.emit(changed, verdict)

    def _step_to(self, row: TimelineRow, shared: str) -> None:
        """Go to the event of a dot; where several share it, each click goes to the next of them."""
        first, last = (int(number) for number in shared.split("-"))
        self.stepping.emit(row, row.chosen + 1 if first <= row.chosen < last else first)
        self._open_chosen(row)

    def _open_chosen(self, row: TimelineRow) -> None:
        span: Span | None = row.events[row.chosen].span if 0 <= row.chosen < len(row.events) else None
        if span is not None:
            self.going.emit(span)

    def _triggered(self, action: QAction) -> None:
        wish = action.data()
        if isinstance(wish, Wish) and (wish.settings is not None or wish.state):
            self.wished.emit(wish)
        elif isinstance(wish, Wish):
            self.do(self._asked, wish.act)


def together(rows: Sequence[ItemRow], wanted: Verdict) -> Verdict | None:
    """Return the decision about rows after ✓ or ✕: none when it stands on all of them, else `wanted`."""
    return None if all(toggled(row.item.verdict, wanted) is None for row in rows) else wanted


def _changed(row: ItemRow, verdict: Verdict | None) -> Verdict | None:
    """Return the decision that a row has then; what the reader edited or added is confirmed by that."""
    was = row.item.verdict
    return was if verdict is Verdict.CONFIRMED and was in {Verdict.EDITED, Verdict.ADDED} else verdict
