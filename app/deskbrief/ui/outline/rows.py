"""The kinds of row in the outline."""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from deskbrief.document.outline import Event, Recommendation, Section, TimeExpression
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.curation import Item
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.timeline import Bounds


@dataclass(slots=True, kw_only=True, eq=False)
class SubgroupRow(Row):
    """The head of a part of a group, such as one addressee's recommendations."""

    title: str
    count: int


@dataclass(slots=True, kw_only=True, eq=False)
class SectionRow(Row):
    """One section; `parent` is the number of the section around it, -1 for none."""

    section: Section
    title: str
    paragraphs: str
    parent: int
    has_children: bool = False
    hay: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class EventRow(Row):
    """One event: `when` in words, `low` and `high` in decimal years (None when it has no place in time).

    `middle` is where it stands on a timeline.
    """

    item: Item[Event]
    when: str
    title: str
    second: str
    place: str
    low: float | None = None
    high: float | None = None
    middle: float = 0.0
    is_interval: bool = False
    hay: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class CardRow(Row):
    """One recommendation; `addressee` is the name under which its addressee is grouped."""

    item: Item[Recommendation]
    title: str
    text: str
    chip: str
    addressee: str
    place: str
    hay: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class TimeRow(Row):
    """A time expression that could not be resolved."""

    time: TimeExpression
    wording: str
    place: str
    hay: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class TimelineRow(Row):
    """The strip above the events: those with a place in time, by their middles; `chosen` is one's number.

    `bounds` is the part that is seen, None for the whole.
    """

    events: list[EventRow] = field(default_factory=list)
    chosen: int = -1
    bounds: Bounds | None = None


ItemRow: TypeAlias = EventRow | CardRow


@dataclass(slots=True)
class Here:
    """Where the reader is: the section's span, and the key of its row."""

    span: Span = field(default_factory=lambda: Span(-1, -1))
    key: str = ""

    def holds(self, row: Row) -> bool:
        """Tell whether the row's passage begins in the section that is being read."""
        return row.span is not None and self.span.start <= row.span.start < self.span.end
