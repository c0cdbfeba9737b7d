"""The letters that a letter quotes: what they tell counts from the day on which each of them was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span

#: The line above a quoted letter, in the words of programs for mail: "On Tue, 14 Oct 2025, Ann Lee wrote:".
_WROTE = re.compile(r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu)\s?:$")
#: Such a line has no more code points.
LONGEST = 250


class Letter(NamedTuple):
    """A quoted letter, and the day on which it was written."""

    span: Span
    written: Moment


def letters_in(document: Document, times: Times) -> Iterator[Letter]:
    """Yield the letters that `document` quotes, those that others quote after them; `times` are its times."""
    blocks = document.blocks
    for number, block in enumerate(blocks):
        if block.end - block.start > LONGEST or not _WROTE.search(document.quote(block.span)):
            continue
        end = number + 1
        while end < len(blocks) and blocks[end].kind is BlockKind.QUOTE:
            end += 1
        days = (time.worked.moment for time in times.within(block.span))
        day = next((one for one in days if one is not None and one.grain == "day" and one.year), None)
        if end > number + 1 and day is not None:
            yield Letter(Span(blocks[number + 1].start, blocks[end - 1].end), day.but(clock=""))
