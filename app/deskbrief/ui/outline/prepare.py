"""Items made into rows, a slice at a time; rows of items that did not change are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from deskbrief.document.edtf import bounds, display, parse
from deskbrief.document.model import Document
from deskbrief.document.outline import Degree, Event, Outline, Recommendation, Section, TimeExpression
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, Item
from deskbrief.ui.models.places import Places
from deskbrief.ui.models.words import folded, on_one_line
from deskbrief.ui.outline.addressees import Addressees
from deskbrief.ui.outline.rows import CardRow, EventRow, SectionRow, TimeRow
from deskbrief.ui.outline.words import OutlineWords

#: Rows made before the clock is looked at.
_STRIDE = 32


@dataclass(slots=True)
class Content:
    """All rows of items: events both as the text tells them and by date, the undated apart."""

    sections: list[SectionRow] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    dated: list[EventRow] = field(default_factory=list)
    cards: list[CardRow] = field(default_factory=list)
    times: list[TimeRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _When:
    """A date in words, its bounds in decimal years, and whether it is a stretch."""

    words: str
    low: float | None
    high: float | None
    is_interval: bool


class Preparer:
    """Makes the rows of one document at a time; `content` holds them when `prepare` is exhausted."""

    def __init__(self, words: OutlineWords) -> None:
        self._words = words
        self._document: Document | None = None
        self._places: Places | None = None
        self._events: dict[str, EventRow] = {}
        self._cards: dict[str, CardRow] = {}
        self._dates: dict[str, _When] = {}
        self.content = Content()

    def forget(self) -> None:
        """Drop all rows."""
        self._document, self._places = None, None
        self._events, self._cards, self.content = {}, {}, Content()

    def prepare(self, document: Document, outline: Outline, curated: Curated) -> Iterator[None]:
        """Make the rows; yields whenever the window may have its turn."""
        if document is not self._document:
            self.forget()
            self._document, self._places = document, Places(document)
        yield
        content = Content()
        for place, event in enumerate(curated.events):
            content.events.append(self._event(event))
            if place % _STRIDE == 0:
                yield
        addressees = Addressees(outline.names)
        for place, advice in enumerate(curated.recommendations):
            content.cards.append(self._card(advice, addressees))
            if place % _STRIDE == 0:
                yield
        content.dated = sorted((row for row in content.events if row.low is not None), key=_by_date)
        yield
        content.sections = self._sections(outline.sections)
        yield
        content.times = self._unresolved(outline.times, content.events)
        self._events = {row.key: row for row in content.events}
        self._cards = {row.key: row for row in content.cards}
        self.content = content

    def _event(self, item: Item[Event]) -> EventRow:
        known = self._events.get(item.key)
        if known is not None and known.item.value is item.value:
            known.item = item
            return known
        event = item.value
        when = self._when(event)
        title = on_one_line(event.title) or on_one_line(event.detail)
        second = on_one_line(self._words.second_line(event))
        return EventRow(
            key=item.key,
            span=item.span,
            item=item,
            when=when.words,
            title=title,
            second=second,
            paragraph=self._paragraph(item.span),
            low=when.low,
            high=when.high,
            is_interval=when.is_interval,
            hay=folded(f"{when.words} {title} {second} {event.date.edtf}"),
        )

    def _when(self, event: Event) -> _When:
        known = self._dates.get(event.date.edtf)
        if known is None:
            known = self._dates[event.date.edtf] = _worked_out(event.date.edtf)
        if known.low is None:
            wording = self._wording(event.date.start, event.date.end)
            return _When(wording or known.words or self._words.tr("undated"), None, None, is_interval=False)
        return known

    def _card(self, item: Item[Recommendation], addressees: Addressees) -> CardRow:
        known = self._cards.get(item.key)
        if known is not None and known.item.value is item.value:
            known.item, known.addressee = item, addressees.name(item.value.addressee)
            return known
        advice = item.value
        chip = on_one_line(advice.wording) or self._words.strength(advice.strength)
        title, text = on_one_line(advice.title), on_one_line(advice.action)
        told = " ".join((title, text, chip, advice.addressee, advice.speaker, advice.condition, advice.deadline))
        return CardRow(
            key=item.key,
            span=item.span,
            item=item,
            title=title,
            text=text[:1].upper() + text[1:],
            chip=chip,
            addressee=addressees.name(advice.addressee),
            paragraph=self._paragraph(item.span),
            hay=folded(told),
        )

    def _sections(self, sections: tuple[Section, ...]) -> list[SectionRow]:
        rows: list[SectionRow] = []
        around: list[int] = []
        seen: Counter[str] = Counter()
        for number, section in enumerate(sections):
            while around and sections[around[-1]].end < section.end:
                around.pop()
            parent = around[-1] if around else -1
            if parent >= 0:
                rows[parent].has_children = True
            title = on_one_line(section.title) or self._words.tr("Opening")
            rows.append(self._section(section, title, parent, len(around), seen[title]))
            seen[title] += 1
            around.append(number)
        return rows

    def _section(self, section: Section, title: str, parent: int, depth: int, ordinal: int) -> SectionRow:
        return SectionRow(
            key=f"section|{ordinal}|{title}",
            span=Span(section.start, section.end),
            section=section,
            title=title,
            paragraphs=self._range(section),
            parent=parent,
            depth=depth,
            hay=folded(title),
        )

    def _unresolved(self, times: tuple[TimeExpression, ...], events: list[EventRow]) -> list[TimeRow]:
        shown = {(row.item.value.date.start, row.item.value.date.end) for row in events if row.low is None}
        return [
            self._time(time)
            for time in times
            if time.degree is Degree.UNRESOLVED and (time.start, time.end) not in shown
        ]

    def _time(self, time: TimeExpression) -> TimeRow:
        wording = self._wording(time.start, time.end)
        return TimeRow(
            key=f"time|{time.start}|{time.end}",
            span=time.span,
            time=time,
            wording=wording,
            paragraph=self._paragraph(time.span),
            hay=folded(f"{wording} {time.reason}"),
        )

    def _wording(self, start: int, end: int) -> str:
        return on_one_line(self._document.text[start:end]) if self._document else ""

    def _paragraph(self, span: Span) -> int:
        return self._places.paragraph(span.start) if self._places else 0

    def _range(self, section: Section) -> str:
        if self._places is None:
            return ""
        first, last = self._places.paragraph(section.start), self._places.paragraph_before(section.end)
        if not first:
            return ""
        return f"¶{first}–{last}" if last > first else f"¶{first}"


def _worked_out(edtf: str) -> _When:
    value = parse(edtf)
    limits = bounds(edtf)
    if value is None or limits is None:
        return _When(display(edtf), None, None, is_interval=False)
    return _When(display(edtf), *limits, is_interval=value.interval)


def _by_date(row: EventRow) -> tuple[float, float]:
    return row.low or 0.0, row.high or 0.0
