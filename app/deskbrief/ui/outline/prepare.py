"""Items made into rows, a slice at a time; rows of items that did not change are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import field

from deskbrief.document.edtf import time_order
from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Degree, Event, Outline, Recommendation, TimeExpression
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, Item
from deskbrief.services.titles import sentence_case
from deskbrief.ui.models.dates import Dates
from deskbrief.ui.models.places import Places
from deskbrief.ui.models.words import folded, on_one_line
from deskbrief.ui.outline.addressees import Addressees
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.rows import CardRow, EventRow, ItemRow, SectionRow, TimeRow
from deskbrief.ui.outline.sections import section_rows

#: Rows made before the clock is looked at.
_STRIDE = 32


@dataclass(slots=True)
class Content:
    """All rows of items; `dated` are the events with a place in time, by date.

    `longest_date` is the number of characters of the longest date in words.
    """

    sections: list[SectionRow] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    dated: list[EventRow] = field(default_factory=list)
    cards: list[CardRow] = field(default_factory=list)
    times: list[TimeRow] = field(default_factory=list)
    longest_date: int = 0


#: Decisions by which the words of an item are the reader's.
OWN = frozenset({Verdict.EDITED, Verdict.ADDED})


class Preparer:
    """Makes the rows of one document at a time; `content` holds them when `prepare` is exhausted."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._document: Document | None = None
        self._places: Places | None = None
        self._events: dict[str, EventRow] = {}
        self._cards: dict[str, CardRow] = {}
        self._dates = Dates()
        self.content = Content()

    def forget(self) -> None:
        """Drop all rows."""
        self._document, self._places = None, None
        self._events, self._cards, self.content = {}, {}, Content()

    def prepare(self, document: Document, outline: Outline, curated: Curated) -> Iterator[None]:
        """Make the rows; yields whenever the window may have its turn."""
        places = self._turn_to(document)
        yield
        content = Content()
        told = Counter(event.span for event in curated.events)
        for place, event in enumerate(curated.events):
            content.events.append(self._event(event, alone=told[event.span] == 1))
            if place % _STRIDE == 0:
                yield
        addressees = Addressees(outline.names)
        for place, advice in enumerate(curated.recommendations):
            content.cards.append(self._card(advice, addressees))
            if place % _STRIDE == 0:
                yield
        content.dated = sorted((row for row in content.events if row.low is not None), key=_by_date)
        yield
        opening = self._labels.tr("Opening")
        for place, row in enumerate(section_rows(document, places, outline.sections, opening)):
            content.sections.append(row)
            if place % _STRIDE == 0:
                yield
        content.times = self._unresolved(outline.times, content.events)
        content.longest_date = max((len(row.when) for row in content.events), default=0)
        self._events = {row.key: row for row in content.events}
        self._cards = {row.key: row for row in content.cards}
        self.content = content

    def _turn_to(self, document: Document) -> Places:
        known = self._document
        if known is None or self._places is None or document.blocks is not known.blocks:
            self.forget()
            self._places = Places(document)
        self._document = document
        return self._places

    def _event(self, item: Item[Event], *, alone: bool) -> EventRow:
        known = self._events.get(item.key)
        if known is not None and known.item.value is item.value:
            _decided(known, item.verdict)
            known.item = item
            return known
        event = item.value
        # A title of the reader's own stays.
        alone = alone and item.verdict not in OWN
        when = self._dates.when(event.date.edtf)
        wording = self._wording(event.date.start, event.date.end) if when.low is None else ""
        words = wording or event.date.words or when.words or self._labels.tr("undated")
        title = sentence_case(on_one_line(self._labels.event_title(event, alone=alone)))
        second = on_one_line(self._labels.second_line(event, alone=alone))
        return EventRow(
            key=item.key,
            depth=1,
            span=item.span,
            item=item,
            when=words,
            title=title,
            second=second,
            place=self._place(item.span),
            low=when.low,
            high=when.high,
            middle=when.middle,
            is_interval=when.is_interval,
            hay=folded(f"{words} {title} {second} {event.date.edtf}"),
        )

    def _card(self, item: Item[Recommendation], addressees: Addressees) -> CardRow:
        known = self._cards.get(item.key)
        if known is not None and known.item.value is item.value:
            _decided(known, item.verdict)
            known.item, known.addressee = item, addressees.name(item.value.addressee)
            return known
        advice = item.value
        chip = on_one_line(advice.wording) or self._labels.strength(advice.strength)
        title, text = on_one_line(advice.title), on_one_line(advice.action)
        told = " ".join(
            (title, text, chip, advice.addressee, advice.speaker, advice.condition, advice.deadline)
        )
        return CardRow(
            key=item.key,
            depth=1,
            span=item.span,
            item=item,
            title=title,
            text=sentence_case(text),
            chip=chip,
            addressee=addressees.name(advice.addressee),
            place=self._place(item.span),
            hay=folded(told),
        )

    def _unresolved(self, times: tuple[TimeExpression, ...], events: list[EventRow]) -> list[TimeRow]:
        shown = {(row.item.value.date.start, row.item.value.date.end) for row in events if row.low is None}
        return [
            self._time(time)
            for time in times
            if time.degree is Degree.UNRESOLVED
            and (time.start, time.end) not in shown
            and not self._is_vague_word(time)
        ]

    def _is_vague_word(self, time: TimeExpression) -> bool:
        """Tell whether it is a wording like "recent" or "now", which no date of the document can resolve."""
        return time.is_vague or (
            time.value.endswith("_REF") and " " not in self._wording(time.start, time.end)
        )

    def _time(self, time: TimeExpression) -> TimeRow:
        wording = self._wording(time.start, time.end)
        return TimeRow(
            key=f"time|{time.start}|{time.end}",
            depth=1,
            span=time.span,
            time=time,
            wording=wording,
            place=self._place(time.span),
            hay=folded(f"{wording} {time.reason}"),
        )

    def _wording(self, start: int, end: int) -> str:
        return on_one_line(self._document.text[start:end]) if self._document else ""

    def _place(self, span: Span) -> str:
        return self._places.cited(span.start) if self._places else ""


def _decided(row: ItemRow, verdict: Verdict | None) -> None:
    """Have the row measured again when the decision about it changed, since it is shown in words."""
    if row.item.verdict is not verdict:
        row.stamp = -1


def _by_date(row: EventRow) -> tuple[float, float]:
    return time_order(None if row.low is None or row.high is None else (row.low, row.high))
