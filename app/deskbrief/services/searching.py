"""One search over everything in a document: headings, all kinds of item, notes, text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice

from deskbrief.document.edtf import display
from deskbrief.document.model import Document
from deskbrief.document.outline import Name, Outline
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated
from deskbrief.services.notetaking import PlacedNote

#: Code points shown on each side of a hit in the text.
AROUND = 40


class Kind(StrEnum):
    """The groups of hits, in the order in which they are shown."""

    HEADING = "Sections"
    EVENT = "Events"
    RECOMMENDATION = "Recommendations"
    NAME = "Names"
    FIGURE = "Figures"
    QUOTE = "Quotes"
    NOTE = "Notes"
    TEXT = "Text"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its group, a line to show, and the passage that it leads to."""

    kind: Kind
    line: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """What is searched: a document as the reader has it."""

    document: Document
    outline: Outline | None
    curated: Curated
    notes: tuple[PlacedNote, ...]
    names: tuple[Name, ...] = ()


def search(where: Searchable, query: str, most: int = 6) -> tuple[Hit, ...]:
    """Return up to `most` hits of each kind for `query`, case-blind, in the order of the text."""
    wanted = query.casefold().strip()
    if not wanted:
        return ()
    hits: list[Hit] = []
    for source in (_headings, _events, _advice, _names, _figures, _quotes, _notes):
        hits.extend(islice((hit for hit in source(where) if wanted in hit.line.casefold()), most))
    hits.extend(islice(_text(where.document, wanted), most))
    return tuple(hits)


def _headings(where: Searchable) -> Iterator[Hit]:
    for section in where.outline.sections if where.outline else ():
        yield Hit(Kind.HEADING, section.title, Span(section.start, section.start + len(section.title)))


def _events(where: Searchable) -> Iterator[Hit]:
    for item in where.curated.kept_events():
        event = item.value
        when = display(event.date.edtf) if event.date.edtf else ""
        yield Hit(Kind.EVENT, _line(when, event.title, event.detail), item.span)


def _advice(where: Searchable) -> Iterator[Hit]:
    for item in where.curated.kept_recommendations():
        advice = item.value
        yield Hit(Kind.RECOMMENDATION, _line(advice.addressee, advice.title, advice.action), item.span)


def _names(where: Searchable) -> Iterator[Hit]:
    for name in where.names:
        if name.mentions:
            yield Hit(Kind.NAME, _line(name.name, *name.aliases), name.mentions[0])


def _figures(where: Searchable) -> Iterator[Hit]:
    for figure in where.outline.figures if where.outline else ():
        yield Hit(Kind.FIGURE, _line(figure.text, figure.of), figure.span)


def _quotes(where: Searchable) -> Iterator[Hit]:
    for quote in where.outline.quotes if where.outline else ():
        yield Hit(Kind.QUOTE, _line(quote.speaker, where.document.quote(quote.spans[0])), quote.spans[0])


def _notes(where: Searchable) -> Iterator[Hit]:
    for item in where.notes:
        if item.span:
            yield Hit(Kind.NOTE, _line(item.note.body, item.note.anchor.exact), item.span)


def _line(*parts: str) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _text(document: Document, wanted: str) -> Iterator[Hit]:
    for start, end in _places(document.text, wanted):
        low, high = max(start - AROUND, 0), min(end + AROUND, len(document.text))
        words = " ".join(document.text[low:high].split())
        yield Hit(Kind.TEXT, f"…{words}…", Span(start, end))


def _places(text: str, wanted: str) -> Iterable[tuple[int, int]]:
    lowered = text.lower()
    if len(lowered) != len(text):
        # A few letters change their length in lower case: then the slower way keeps the offsets right.
        for found in re.finditer(re.escape(wanted), text, re.IGNORECASE):
            yield found.span()
        return
    at = lowered.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = lowered.find(wanted, at + len(wanted))
