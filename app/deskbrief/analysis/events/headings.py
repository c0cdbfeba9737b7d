"""Events told by headings: "3 March 2021: Talks open", "Talks (3 March 2021)", a date over its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deskbrief.analysis.events.cells import DateCell, date_cell
from deskbrief.analysis.events.columns import Column
from deskbrief.analysis.events.daylines import day_line
from deskbrief.analysis.events.ending import date_at_end, is_fine
from deskbrief.analysis.events.lists import SHORTEST, clock_item, item_of
from deskbrief.analysis.events.nouns import names_happening
from deskbrief.analysis.events.overhead import time_over
from deskbrief.analysis.events.status import dated, worded
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.sentences import block_sentences
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Event, EventDate, Origin
from deskbrief.document.spans import Span

#: Headings that are a date and nothing else make a chronicle when there are as many.
FEWEST = 2
#: Words of the longest name of a place before the date of a dateline, and blocks at the top with one.
_PLACE, _TOP = 2, 5


@dataclass(frozen=True, slots=True)
class Head:
    """A heading with a date: where it stands, the date, what happened, and whether the text below says it.

    It is a `dateline` where nothing but a place stands before the date.
    """

    block: int
    date: DateCell
    told: Span
    below: bool = False
    dateline: bool = False


def heading_events(document: Document, times: Times, written: Moment | None) -> Iterator[Event]:
    """Yield the events that headings with a day or month tell."""
    heads = [head for number in range(len(document.blocks)) if (head := _head(document, number, times))]
    bare = sum(1 for head in heads if head.below)
    lines = sum(1 for head in heads if head.dateline)  # a text has one; several make a chronicle
    for head in heads:
        if (head.below and bare < FEWEST) or (head.dateline and head.block < _TOP and lines < FEWEST):
            continue
        hint = time_over(document, head.block, times)
        (date,) = Column(document.text, hint, written).dates([head.date])
        if date is not None and date.edtf:
            yield _event(document, head, date, written)


_LETTERS = re.compile(r"[^\W\d_]{2}")
_SERVICE = re.compile(
    r"(?:last )?(?:updated|published|posted|modified|printed|reviewed|accessed)\b|"
    r"(?:when|date|time|day|as of):|as of\b|(?:[a-z]{1,20} )?(?:report|paper|circular|bulletin|issue) no\b",
    re.IGNORECASE,
)


def _head(document: Document, number: int, times: Times) -> Head | None:
    block, text = document.blocks[number], document.text
    if not times.within(block.span):
        return None
    if block.kind is not BlockKind.HEADING:
        return _line(document, number, times)
    if _SERVICE.match(text, block.start, block.end):
        return None
    item = item_of(text, block, times)
    if item is not None:
        return Head(number, item.head, item.rest) if is_fine(item.head) else None
    whole = date_cell(text, block.span, times)
    if whole is not None:
        told = _below(document, number)
        return Head(number, whole, told, below=True) if told and is_fine(whole) else None
    ending = date_at_end(text, block, times, comma=True)
    return Head(number, *ending, dateline=_is_dateline(text, ending[1])) if ending else None


def _line(document: Document, number: int, times: Times) -> Head | None:
    """Return a line with a day and a sign, and the first sentence of the paragraph that it leads to.

    None where that paragraph has a date or a clock time of its own before what it tells.
    """
    text = document.text
    date = day_line(text, document.blocks[number], times)
    told = _below(document, number) if date else None
    if date is None or told is None or len(told) < SHORTEST:
        return None
    under = document.blocks[number + 1]
    own = item_of(text, under, times) or clock_item(text, under, times)
    if own or (not is_fine(date) and times.within(told)):
        return None
    return Head(number, date, told, below=True)


def _is_dateline(text: str, told: Span) -> bool:
    """Tell whether only a place may stand before a comma and the date: "Saltwick, 18 January 2024"."""
    words = told.of(text).split()
    capitals = all(word[:1].isupper() and word.isalpha() for word in words)
    named = any(names_happening(word.lower()) for word in words)
    return text[told.end : told.end + 1] == "," and len(words) <= _PLACE and capitals and not named


def _below(document: Document, number: int) -> Span | None:
    """Return the first sentence under a heading; the number that its paragraph begins with is none."""
    after = number + 1
    if after >= len(document.blocks) or document.blocks[after].kind is not BlockKind.PARAGRAPH:
        return None
    found = (sentence.span for sentence in block_sentences(document, after))
    return next((span for span in found if _LETTERS.search(document.text, span.start, span.end)), None)


def _event(document: Document, head: Head, date: EventDate, written: Moment | None) -> Event:
    text, block = document.text, document.blocks[head.block]
    title = short_title(text, head.told)
    said = worded(head.told.of(text))
    status, wording = said or (dated(date.edtf, written), "")
    whole, short = words_of(text, head.told), words_of(text, title)
    return Event(
        date=date,
        title=short,
        detail=whole if whole != short else "",
        spans=(block.span, Span(date.start, date.end), *((head.told,) if head.below else ())),
        status=status,
        status_wording=wording,
        source=Origin.HEADING,
        trigger=title,
        rule="a date as heading, and the text under it" if head.below else "a heading with a date",
        confidence=0.6 if head.below else 0.75,
    )
