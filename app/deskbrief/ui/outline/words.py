"""The rows of the outline in words: for display, for a screen reader, and in full."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.outline.labels import Labels, only
from deskbrief.ui.outline.rows import (
    CardRow,
    EventRow,
    SectionRow,
    SubgroupRow,
    TimelineRow,
    TimeRow,
)
from deskbrief.ui.words import numbered, spoken_place

if TYPE_CHECKING:
    from deskbrief.ui.outline.tips import Tips


class OutlineWords(QObject):
    """Says rows in words."""

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._tips: dict[type[Row], Callable[[Any], str]] = {
            GroupRow: self._group_tip,
            SectionRow: self._section_tip,
            EventRow: self._event_tip,
            CardRow: self._card_tip,
            TimeRow: self._time_tip,
            TimelineRow: self._timeline_tip,
        }
        self._spoken: dict[type[Row], Callable[[Any], list[str]]] = {
            GroupRow: self._group,
            SubgroupRow: self._subgroup,
            SectionRow: self._section,
            EventRow: self._event,
            CardRow: self._card,
            TimeRow: self._time,
            TimelineRow: self._timeline,
        }

    def title(self, row: Row) -> str:
        """Return the row's short text."""
        match row:
            case GroupRow() | SubgroupRow() | SectionRow() | EventRow():
                return row.title
            case CardRow():
                return row.title or row.text
            case TimeRow():
                return row.wording
            case MessageRow():
                return row.text
        return self.tr("Timeline")

    def spoken(self, row: Row) -> str:
        """Return all that the row shows, as one spoken sentence."""
        speak = self._spoken.get(type(row))
        return ", ".join(only(speak(row))) if speak else self.title(row)

    def tip(self, row: Row) -> str:
        """Return the full text and the reasoning, as plain text."""
        tell = self._tips.get(type(row))
        return tell(row) if tell else ""

    def _group(self, row: GroupRow) -> list[str]:
        all_shown = row.shown == row.total
        count = str(row.total) if all_shown else self.tr("{0} of {1}").format(row.shown, row.total)
        return [row.title, count, self._open(row), row.action]

    def _subgroup(self, row: SubgroupRow) -> list[str]:
        return [row.title, str(row.count), self._open(row)]

    def _section(self, row: SectionRow) -> list[str]:
        level = self.tr("section, level {0}").format(row.depth + 1)
        return [row.title, level, row.paragraphs, self._open(row)]

    def _event(self, row: EventRow) -> list[str]:
        status = self._labels.status(row.item.value.status)
        where = spoken_place(row.place)
        return [row.when, row.title, row.second, status, where, self._labels.verdict(row.item.verdict)]

    def _card(self, row: CardRow) -> list[str]:
        advice = row.item.value
        who = [self._labels.addressee(advice), self._labels.speaker(advice)]
        where = spoken_place(row.place)
        return [row.title, row.text, row.chip, *who, where, self._labels.verdict(row.item.verdict)]

    def _time(self, row: TimeRow) -> list[str]:
        where = spoken_place(row.place)
        return [row.wording, self.tr("not resolved"), row.time.reason, where]

    def _timeline(self, row: TimelineRow) -> list[str]:
        count = numbered(len(row.events), self.tr("Timeline, 1 event"), self.tr("Timeline, {0} events"))
        if 0 <= row.chosen < len(row.events):
            return [count, row.events[row.chosen].when, row.events[row.chosen].title]
        return [count, self.tr("from {0} to {1}").format(row.events[0].when, row.events[-1].when)]

    def _open(self, row: Row) -> str:
        return "" if row.open is None else self.tr("expanded") if row.open else self.tr("collapsed")

    def _group_tip(self, row: GroupRow) -> str:
        return row.action_tip

    @cached_property
    def _full(self) -> Tips:
        from deskbrief.ui.outline.tips import Tips

        return Tips(self._labels, self)

    def _event_tip(self, row: EventRow) -> str:
        return self._full.of_event(row)

    def _card_tip(self, row: CardRow) -> str:
        return self._full.of_card(row)

    def _section_tip(self, row: SectionRow) -> str:
        return "\n\n".join(only([row.title, *map(self._labels.quoted, row.section.gist)]))

    def _time_tip(self, row: TimeRow) -> str:
        return "\n".join(only((f"“{row.wording}”", row.time.reason)))

    def _timeline_tip(self, _row: TimelineRow) -> str:
        keys = self.tr("Left and Right go from event to event, Enter goes to the passage.")
        return keys + "\n" + self.tr("Ctrl and the wheel, or + and -, zoom; drag to move along; 0 shows all.")
