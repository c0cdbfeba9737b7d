"""The parts of letters, memos and catalogue heads in plain text that are short lines and head nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_units import Unit
from deskbrief.importers.plain_words import FAREWELL, SALUTATION

#: The longest line of a signature or an address, and the most lines of one.
SHORT, MOST_LINES = 60, 7
#: The most lines of a signature.
MOST_SIGNED = 4
#: A letter opens among so many lines.
SALUTED = 20

#: What a memo, or the head that a library puts before a book, calls its lines.
_LABEL = re.compile(
    r"(?:to|from|cc|bcc|through|thru|via|attn|attention|subject|subj|re|date|ref|our ref|your ref|file no"
    r"|title|author|authors|translator|editor|release date|last updated|posting date|language|encoding"
    r"|character set encoding|von|an|betreff|datum|de|à|objet):(?:\s|$)"
    r"|(?:present|attending|in attendance|attendees|absent|apologies|venue|place|time|chair|action):\s+\S",
    re.IGNORECASE,
)
#: The head of a book or report as a catalogue has it.
_CATALOGUED = re.compile(r"(title|authors?|date|release date|published): +(\S.{0,200})", re.IGNORECASE)
#: The line of an address with the town: a state and its postal code, or a British one.
_TOWN = re.compile(
    r".{2,40},? (?:[A-Z]\.?[A-Z]\.?,? \d{5}(?:-\d{4})?|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})"
    r"(?:,? [A-Z][\w ]{1,20})?"
)


def letter_parts(units: Sequence[Unit]) -> set[int]:
    """Return the positions of the lines of a letter or memo that head nothing, whatever they look like.

    They say who writes to whom, where that is, when and of what, and greet at the start and the end.
    """
    parts: set[int] = set()
    for index, unit in enumerate(units):
        if len(unit.text) < SHORT and FAREWELL.fullmatch(unit.text):
            under = range(index + 1, min(index + 1 + MOST_SIGNED, len(units)))
            parts |= {index, *takewhile(lambda at: len(units[at].text) < SHORT, under)}
        elif index < SALUTED and SALUTATION.fullmatch(unit.text[:SHORT]):
            parts.add(index)
        elif len(unit.text) < SHORT and _TOWN.fullmatch(unit.text):
            parts |= {index, *_above(units, index)}
    labelled = (
        at for at, unit in enumerate(units) if unit.kind is BlockKind.PARAGRAPH and _LABEL.match(unit.text)
    )
    return parts.union(labelled)


def catalogued(units: Sequence[Unit]) -> dict[str, str]:
    """Return what the lines "Title: ..." and the like say at the head of a text, by their names.

    Only where one of them gives the title are the others believed.
    """
    found = [_CATALOGUED.match(unit.text) for unit in units if unit.kind is BlockKind.PARAGRAPH]
    said = {match[1].casefold(): match[2] for match in found if match}
    return said if "title" in said and len(said) > 1 else {}


def _above(units: Sequence[Unit], town: int) -> Iterator[int]:
    """Yield the positions of the lines that stand right above the one with the town."""
    for index in range(town - 1, max(town - MOST_LINES, -1), -1):
        if len(units[index].text) >= SHORT or units[index + 1].first - units[index].last > 1:
            return
        yield index
