"""The clause that ends a treaty, a deed or a resolution: "Done at Minsk on 8 December 1991"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.events.gapping import without_own_date
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.ranges import date_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Event, Origin, Status
from deskbrief.document.spans import Span

_CLAUSE = re.compile(
    r"(?:(?:This \w{3,20} was )?(?:Done|DONE|Signed|SIGNED|Adopted|ADOPTED|Executed|Proclaimed|Promulgated)|"
    r"(?:Given|GIVEN)(?: under my hand(?: and seal)?)?)"
    r",?\s(?:(?:at|in)\s(?:the\s)?(?:[Cc]ity of\s)?"
    r"(?P<name>[A-Z][\w’'.-]+(?:[ ,]{1,2}[A-Z][\w’'.-]+){0,3}))?"
    r"[,\s]{0,2}(?:in [a-z ]{3,30})?(?:on|this|the|as of)?"
)
#: The farthest from the beginning of the clause that its date stands.
_REACH = 110
#: The longest heading that names what was signed.
_LONGEST = 110


def signing(
    document: Document, number: int, sentence: Span, dates: Sequence[Time], times: Times
) -> Event | None:
    """Return what the clause tells, with the name of the text; none where it has no day."""
    text = document.text
    clause = _CLAUSE.match(text, sentence.start, sentence.end)
    first = next((time for time in dates if time.worked.moment and time.worked.moment.grain == "day"), None)
    if clause is None or first is None or not 0 <= first.start - sentence.start <= _REACH:
        return None
    date = date_of(text, first, times)
    wording = words_of(text, Span(first.start, first.end))
    said = without_own_date(words_of(text, short_title(text, sentence)), wording)
    named = _named(document, number)
    return Event(
        date=date,
        title=f"[{named}] {_small(said)}" if named else said,
        detail=words_of(text, sentence),
        spans=(sentence, Span(date.start, date.end)),
        where=clause["name"] or "",
        status=Status.OCCURRED,
        source=Origin.PROSE,
        rule="the clause that says where and when a text was made",
        confidence=0.8,
    )


def _small(said: str) -> str:
    """Return a clause with its first word in small letters."""
    first, _, rest = said.partition(" ")
    return f"{first.lower()} {rest}"


def _named(document: Document, number: int) -> str:
    """Return the title of the document, or else its first heading, where a title it can be."""
    tops = (block for block in document.blocks[:number] if block.kind is BlockKind.TITLE)
    heads = (
        block for block in document.blocks[:number] if block.kind is BlockKind.HEADING and block.level <= 1
    )
    top = next(tops, None) or next(heads, None)
    name = document.metadata.title or (words_of(document.text, top.span) if top is not None else "")
    return name if 0 < len(name) <= _LONGEST else ""
