"""Rows put in order: filtered, grouped, sorted, with heads and messages between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from PySide6.QtCore import QObject

from deskbrief.document.outline import Strength
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.prepare import Content
from deskbrief.ui.outline.rows import (
    CardRow,
    EventRow,
    ItemRow,
    SectionRow,
    SubgroupRow,
    TimelineRow,
    TimeRow,
)
from deskbrief.ui.outline.sections import excerpt, section_at, shown_section, unfolded
from deskbrief.ui.outline.settings import EventOrder, Grouping
from deskbrief.ui.outline.wishes import STATE, Wishes

R = TypeVar("R", SectionRow, EventRow, CardRow, TimeRow)
_MIDDLE = attrgetter("middle")
#: The word for items about which nothing was decided.
UNDECIDED = "undecided"


class Arranger(QObject):
    """Puts the rows of a document in order."""

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels

    def arrange(self, content: Content, wishes: Wishes, *, wordless: bool = False) -> list[Row]:
        """Return the rows to show, from the top; of a `wordless` document the names of its pages alone."""
        if wordless:
            sections = self._sections(content.sections, wishes) if content.sections else ()
            return [MessageRow(key="wordless", text=self._labels.wordless()), *sections]
        return [
            *self._sections(content.sections, wishes),
            *self._events(content, wishes),
            *self._cards(content.cards, wishes),
            *self._times(content.times, wishes),
        ]

    def _sections(self, rows: list[SectionRow], wishes: Wishes) -> Iterator[Row]:
        found = _found(rows, wishes.needles)
        head = self._head("sections", self.tr("Sections"), len(found), len(rows), wishes)
        yield head
        if not head.open:
            return
        if not found:
            yield self._nothing("sections", self.tr("No headings found."), wishes, rows)
        is_long = len(rows) > wishes.room
        if wishes.needles:
            shown, here = found, None
        else:
            number = section_at(rows, wishes.offset)
            shown = unfolded(rows, wishes.turned, number, is_long=is_long and not wishes.all_sections)
            here = rows[shown_section(rows, number)] if number >= 0 else None
        part = shown if wishes.shows_all_sections() else excerpt(shown, here, wishes.room)
        yield from part
        if len(part) < len(shown):
            text = self.tr("{0} of {1} sections — show all").format(len(part), len(found))
            yield MessageRow(key="part|sections", text=text, action="sections")
        elif wishes.shows_all_sections() and len(shown) > wishes.room + 1:
            head.action = head.short_action = self.tr("show fewer")
            yield MessageRow(
                key="fewer|sections",
                text=self.tr("{0} of {1} sections — show fewer").format(len(part), len(found)),
                action="sections",
            )

    def _events(self, content: Content, wishes: Wishes) -> Iterator[Row]:
        kept = [row for row in content.events if not wishes.is_hidden(row)]
        found = _found(kept, wishes.needles)
        head = self._head("events", self.tr("Events"), len(found), len(kept), wishes)
        head.action, head.short_action, head.action_tip = self._labels.document_date()
        yield head
        if not head.open:
            return
        if not found:
            yield self._nothing("events", self._labels.no_events(foreign=wishes.is_foreign), wishes, kept)
        dated = found
        if len(kept) == len(content.events) and not wishes.needles:
            dated = content.dated
        elif found:
            here = {row.key for row in found}
            dated = [row for row in content.dated if row.key in here]
        bounds = wishes.bounds
        if dated:
            yield TimelineRow(key="timeline", events=sorted(dated, key=_MIDDLE), bounds=bounds)
        if dated and bounds is not None:
            seen = [row for row in dated if bounds.shows(row)]
            text = self.tr("{0} of {1} events — show all").format(len(seen), len(found))
            yield MessageRow(key="part|events", text=text, action="whole")
            here = {row.key for row in seen}
            in_text = wishes.settings.order is EventOrder.TEXT
            yield from (row for row in found if row.key in here) if in_text else seen
        elif wishes.settings.order is EventOrder.TEXT:
            yield from found
        else:
            yield from dated
            undated = [row for row in found if row.low is None]
            yield from self._subgroup("undated", self.tr("Undated"), undated, wishes)
        yield from self._rejected("events", content.events, kept)

    def _cards(self, cards: list[CardRow], wishes: Wishes) -> Iterator[Row]:
        kept = [row for row in cards if not wishes.is_hidden(row)]
        found = _found(kept, wishes.needles)
        head = self._head("cards", self.tr("Recommendations"), len(found), len(kept), wishes)
        if kept:
            head.action = head.short_action = self._labels.grouping(wishes.settings.group_by)
            head.chooses = True
        yield head
        if not head.open:
            return
        if not found:
            yield self._nothing("cards", self._labels.no_advice(foreign=wishes.is_foreign), wishes, kept)
        groups = self._grouped(found, wishes.settings.group_by)
        for name, title, rows in groups:
            if len(groups) > 1:
                yield from self._subgroup(name, title, rows, wishes)
            else:
                yield from rows
        yield from self._rejected("cards", cards, kept)

    def _times(self, rows: list[TimeRow], wishes: Wishes) -> Iterator[Row]:
        found = _found(rows, wishes.needles)
        if not rows or (wishes.needles and not found):
            return
        head = self._head("times", self.tr("Unresolved times"), len(found), len(rows), wishes)
        yield head
        if head.open:
            yield from found

    def _grouped(self, rows: list[CardRow], grouping: Grouping) -> list[tuple[str, str, list[CardRow]]]:
        if grouping is Grouping.ORDER:
            return [("", "", rows)]
        if grouping is Grouping.STRENGTH:
            ordered = ((strength, self._labels.strength(strength)) for strength in Strength)
            groups = [
                (f"strength|{strength}", title, [row for row in rows if row.item.value.strength is strength])
                for strength, title in ordered
            ]
            return [group for group in groups if group[2]]
        named: dict[str, list[CardRow]] = {}
        for row in rows:
            named.setdefault(row.addressee, []).append(row)
        by_size = sorted(named.items(), key=lambda group: (not group[0], -len(group[1]), group[0]))
        return [
            (f"addressee|{name}", name or self.tr("Addressee not stated"), part) for name, part in by_size
        ]

    def _head(self, name: str, title: str, shown: int, total: int, wishes: Wishes) -> GroupRow:
        key = f"group|{name}"
        return GroupRow(
            key=key, sticky=True, open=wishes.is_open(key), name=name, title=title, shown=shown, total=total
        )

    def _subgroup(self, name: str, title: str, rows: Sequence[Row], wishes: Wishes) -> Iterator[Row]:
        if rows:
            key = f"part|{name}"
            yield SubgroupRow(key=key, open=wishes.is_open(key), title=title, count=len(rows))
            if wishes.is_open(key):
                yield from rows

    def _nothing(self, name: str, sentence: str, wishes: Wishes, rows: Sequence[Row]) -> MessageRow:
        if wishes.needles and rows:
            sentence = self.tr("Nothing here matches the filter.")
        elif not wishes.is_complete:
            sentence = self.tr("Nothing found so far.")
        return MessageRow(key=f"message|{name}", text=sentence)

    def _rejected(self, name: str, rows: Sequence[ItemRow], kept: Sequence[ItemRow]) -> Iterator[MessageRow]:
        hidden = len(rows) - len(kept)
        if hidden:
            text = self.tr("{0} rejected — show").format(hidden)
            yield MessageRow(key=f"rejected|{name}", text=text, action="rejected")


def _found(rows: Iterable[R], wanted: tuple[str, ...]) -> list[R]:
    """Return the rows that hold every wanted word, and are in every wanted state."""
    found = list(rows)
    for word in wanted:
        if word.startswith(STATE):
            state = word.removeprefix(STATE)
            found = [row for row in found if state in _states(row)]
        else:
            found = [row for row in found if word in row.hay]
    return found


def _states(row: Row) -> tuple[str, ...]:
    """Return the words for what was decided about a row and for how its item is told."""
    match row:
        case EventRow():
            return row.item.verdict or UNDECIDED, row.item.value.status
        case CardRow():
            return row.item.verdict or UNDECIDED, row.item.value.strength
    return ()
