"""What changed between two editions of a text: recommendations, events, figures, its words and sections.

Items are paired by where their passages went, and what has moved too far for that by what it says. Only what
they say is compared then, field by field; that a sentence was polished is no change of its recommendation,
but of the text, whose paragraphs are compared word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from deskbrief.document.model import Document
from deskbrief.document.outline import Event, Figure, Outline, Recommendation, Section
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.document.tracing import Tracer
from deskbrief.services.curation import Curated, shortened
from deskbrief.services.joining import telling
from deskbrief.services.pairing import Candidate, paired
from deskbrief.services.redlining import Redline, Run, redlines

T = TypeVar("T")


class Kind(StrEnum):
    """What is compared."""

    RECOMMENDATION = "recommendation"
    EVENT = "event"
    FIGURE = "figure"
    TEXT = "text"
    SECTION = "section"


class Became(StrEnum):
    """What became of an item from the old edition to the new one; only paragraphs of the text are moved."""

    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    SAME = "same"


class Field(StrEnum):
    """What of an item can change."""

    ACTION = "action"
    ADDRESSEE = "addressee"
    STRENGTH = "strength"
    CONDITION = "condition"
    DEADLINE = "deadline"
    DATE = "date"
    TITLE = "title"
    WHO = "who"
    WHERE = "where"
    STATUS = "status"
    NUMBER = "number"
    UNIT = "unit"
    ABOUT = "about"
    OF = "of"
    WORDS = "words"


#: A whole number of so many digits, before its decimals, that it is not a year.
_LONG_NUMBER = re.compile(r"(?<![\d.])\d{5,300}")


@dataclass(frozen=True, slots=True)
class Detail:
    """A field that differs, with its values in words in the old and the new edition; empty for none."""

    field: Field
    old: str
    new: str

    @property
    def shown(self) -> tuple[str, str]:
        """Both values as people write them: with commas between the thousands of long numbers."""
        if self.field is not Field.NUMBER:
            return self.old, self.new
        old, new = (_LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", one) for one in (self.old, self.new))
        return old, new


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An item and what became of it; `old` and `new` are its passages in the two texts, where it stands.

    `title` is what it is called in the new edition, of a dropped one what it was called; a paragraph has the
    title of its section, empty before the first one. `runs` tell how the words of one that is in both differ.
    """

    kind: Kind
    became: Became
    title: str
    old: Span | None = None
    new: Span | None = None
    details: tuple[Detail, ...] = ()
    runs: tuple[Run, ...] = ()

    @property
    def place(self) -> Span:
        """Its passage in the edition that it is in, the new one if in both."""
        return self.new or self.old or Span(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """One of the two editions: its text, and its outline with the reader's decisions."""

    document: Document
    outline: Outline
    curated: Curated


@dataclass(frozen=True, slots=True)
class Comparison:
    """All items of two editions, by kind, in the order of the new text; dropped ones where they stood."""

    items: tuple[Compared, ...] = ()

    def count(self, kind: Kind, became: Became) -> int:
        """Return how many items of one kind came to this."""
        return sum(one.kind is kind and one.became is became for one in self.items)

    def changes(self) -> tuple[Compared, ...]:
        """Return the items that are not the same in both."""
        return tuple(one for one in self.items if one.became is not Became.SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sort(Generic[T]):
    """How one kind of item is compared: what it is called, where it stands, what it says."""

    kind: Kind
    title: Callable[[T], str]
    span: Callable[[T], Span]
    place: Callable[[T], Span]
    fields: Callable[[T], tuple[tuple[Field, str], ...]]


def compare(old: Edited, new: Edited, tracer: Tracer | None = None) -> Comparison:
    """Return what became of each item of two editions; takes no longer than comparing the texts does."""
    tracer = tracer or Tracer(old.document.text, new.document.text)
    return Comparison(
        (
            *_compared(
                _RECOMMENDATIONS,
                [item.value for item in old.curated.kept_recommendations()],
                [item.value for item in new.curated.kept_recommendations()],
                tracer,
            ),
            *_compared(
                _EVENTS,
                [item.value for item in old.curated.kept_events()],
                [item.value for item in new.curated.kept_events()],
                tracer,
            ),
            *_compared(_FIGURES, old.outline.figures, new.outline.figures, tracer),
            *(_reworded(one, old, new) for one in redlines(old.document, new.document, tracer)),
            *_sections(old, new, tracer),
        )
    )


def _reworded(one: Redline, old: Edited, new: Edited) -> Compared:
    edition, span = (old, one.old) if one.new is None else (new, one.new)
    return Compared(
        kind=Kind.TEXT,
        became=_became(one),
        title=_section_at(edition.outline.sections, span.start if span else 0),
        old=one.old,
        new=one.new,
        runs=one.runs,
    )


def _became(one: Redline) -> Became:
    if one.old is None:
        return Became.ADDED
    if one.new is None:
        return Became.DROPPED
    if one.moved:
        return Became.MOVED
    return Became.CHANGED if one.runs else Became.SAME


def _section_at(sections: Sequence[Section], offset: int) -> str:
    at = bisect_right(sections, offset, key=lambda section: section.start)
    return sections[at - 1].title if at else ""


def _compared(sort: _Sort[T], old: Sequence[T], new: Sequence[T], tracer: Tracer) -> Iterator[Compared]:
    there = [tracer.stretch(sort.place(item)) for item in old]
    left = [_candidate(sort, item, span) for item, span in zip(old, there, strict=True)]
    right = [_candidate(sort, item, sort.place(item)) for item in new]
    pairs = dict(paired(left, right))
    taken = {number: at for at, number in pairs.items()}
    rows = [(_order(sort, item, span), _gone(sort, item)) for at, (item, span) in
            enumerate(zip(old, there, strict=True)) if at not in pairs]  # fmt: skip
    for number, item in enumerate(new):
        order = (sort.span(item).start, 1)
        rows.append((order, _met(sort, old[taken[number]] if number in taken else None, item)))
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _candidate(sort: _Sort[T], item: T, place: Span | None) -> Candidate:
    facts = tuple(value.casefold() for _, value in sort.fields(item))
    return Candidate(place, telling(sort.title(item)), facts)


def _order(sort: _Sort[T], item: T, span: Span | None) -> tuple[int, int]:
    return (span.start if span else sort.span(item).start, 0)


def _gone(sort: _Sort[T], item: T) -> Compared:
    return Compared(kind=sort.kind, became=Became.DROPPED, title=sort.title(item), old=sort.span(item))


def _met(sort: _Sort[T], old: T | None, new: T) -> Compared:
    if old is None:
        return Compared(kind=sort.kind, became=Became.ADDED, title=sort.title(new), new=sort.span(new))
    pairs = zip(sort.fields(old), sort.fields(new), strict=True)
    details = tuple(Detail(field, was, now) for (field, was), (_, now) in pairs if _plain(was) != _plain(now))
    became = Became.CHANGED if details else Became.SAME
    return Compared(
        kind=sort.kind,
        became=became,
        title=sort.title(new),
        old=sort.span(old),
        new=sort.span(new),
        details=details,
    )


def _plain(words: str) -> str:
    """Return words without what says nothing else: case, white space, the stop at the end."""
    return " ".join(words.casefold().split()).rstrip(".;,")


def _sections(old: Edited, new: Edited, tracer: Tracer) -> Iterator[Compared]:
    """Yield what became of the sections, by their headings; changed are those whose own words are others."""
    own_old, own_new = _own(old.outline.sections), _own(new.outline.sections)
    sort = _Sort[Section](
        kind=Kind.SECTION,
        title=_section_title,
        span=_heading,
        place=_heading,
        fields=lambda section: ((Field.TITLE, section.title),),
    )
    beside = {section.start: span for section, span in zip(new.outline.sections, own_new, strict=True)}
    before = {section.start: span for section, span in zip(old.outline.sections, own_old, strict=True)}
    for one in _compared(sort, old.outline.sections, new.outline.sections, tracer):
        yield _with_words(one, before, beside, tracer)


def _with_words(one: Compared, before: dict[int, Span], beside: dict[int, Span], tracer: Tracer) -> Compared:
    if one.old is None or one.new is None:
        return one
    dropped, added = tracer.dropped(before[one.old.start]), tracer.added(beside[one.new.start])
    if not (dropped or added):
        return one
    words = Detail(Field.WORDS, str(dropped), str(added))
    return Compared(
        kind=one.kind,
        became=Became.CHANGED,
        title=one.title,
        old=one.old,
        new=one.new,
        details=(*one.details, words),
    )


def _own(sections: Sequence[Section]) -> list[Span]:
    """Return of each section the stretch up to the next heading, whatever its level."""
    starts = [*(section.start for section in sections[1:]), *(section.end for section in sections[-1:])]
    return [
        Span(section.start, max(min(start, section.end), section.start))
        for section, start in zip(sections, starts, strict=True)
    ]


def _heading(section: Section) -> Span:
    return Span(section.start, section.start + max(len(section.title), 1))


def _section_title(section: Section) -> str:
    return section.title


def _advice_fields(value: Recommendation) -> tuple[tuple[Field, str], ...]:
    return (
        (Field.ACTION, value.action),
        (Field.ADDRESSEE, value.addressee),
        (Field.STRENGTH, value.strength.value),
        (Field.CONDITION, value.condition),
        (Field.DEADLINE, value.deadline),
    )


def _event_fields(value: Event) -> tuple[tuple[Field, str], ...]:
    return (
        (Field.DATE, value.date.shown),
        (Field.TITLE, value.title),
        (Field.WHO, ", ".join(value.who)),
        (Field.WHERE, value.where),
        (Field.STATUS, value.status.value),
    )


def _figure_fields(value: Figure) -> tuple[tuple[Field, str], ...]:
    number = value.low if value.low == value.high else f"{value.low}–{value.high}"
    return (
        (Field.NUMBER, number),
        (Field.UNIT, value.unit),
        (Field.ABOUT, value.about),
        (Field.OF, value.of),
    )


_RECOMMENDATIONS = _Sort[Recommendation](
    kind=Kind.RECOMMENDATION,
    title=lambda value: value.title or shortened(value.action, 160),
    span=lambda value: value.spans[0],
    place=lambda value: value.spans[0],
    fields=_advice_fields,
)
_EVENTS = _Sort[Event](
    kind=Kind.EVENT,
    title=lambda value: value.title,
    span=lambda value: value.spans[0],
    place=lambda value: value.spans[0],
    fields=_event_fields,
)
_FIGURES = _Sort[Figure](
    kind=Kind.FIGURE,
    title=lambda value: " ".join(filter(None, (value.text, value.of))),
    span=lambda value: value.span,
    place=lambda value: value.span,
    fields=_figure_fields,
)
