"""Events that say what another one says already: of a summary and of the text that it sums up, say.

They become one row that cites all their passages. What the reader wrote, chose or confirmed stays a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.document.edtf import bounds
from deskbrief.document.likeness import share_most
from deskbrief.document.outline import Status
from deskbrief.document.plan import ChronologyRow

#: Events of the same time say the same when they share so much of the telling words of the one with fewer,
#: which are at least so many, and the figures of one are among those of the other.
ALIKE, FEWEST = 0.75, 4
_WORD = re.compile(r"[^\W_]+")
_TELLING, _FIGURE = re.compile(r"[^\W\d_]{4,}"), re.compile(r"\d[\d.,]*\d|\d")


def once(rows: Sequence[ChronologyRow]) -> list[ChronologyRow]:
    """Return `rows` without those that repeat one before them, which cites their passages as well."""
    found: list[ChronologyRow] = []
    for row in rows:
        if not (row.own or row.confirmed):
            at = next((at for at, other in enumerate(found) if _repeats(row, other)), -1)
            if at >= 0:
                cited = dict.fromkeys((*found[at].references, *row.references))
                found[at] = replace(found[at], references=tuple(cited))
                continue
        found.append(row)
    return found


def _repeats(row: ChronologyRow, other: ChronologyRow) -> bool:
    denied = Status.NEGATED
    if other.own or other.confirmed or (row.status == denied) != (other.status == denied):
        return False
    mine, theirs = _said(row), _said(other)
    if set(row.references) & set(other.references):
        # Of one passage, what stands in the words that are shown of it anyhow; the same words for any time.
        same = mine == theirs or _overlap(row.edtf, other.edtf)
        return same and in_order(words_of(row.event), words_of(theirs))
    if not row.edtf or row.edtf != other.edtf:
        return False
    words, others = set(_TELLING.findall(mine)), set(_TELLING.findall(theirs))
    figures, shown = set(_FIGURE.findall(mine)), set(_FIGURE.findall(theirs))
    few = min(len(words), len(others)) < FEWEST
    return not few and share_most(words, others, ALIKE) and (figures <= shown or shown <= figures)


def in_order(words: Sequence[str], text: Sequence[str]) -> bool:
    """Tell whether all of `words` stand in `text`, one after the other."""
    rest = iter(text)
    return all(word in rest for word in words)


def words_of(text: str) -> list[str]:
    """Return the words and figures of `text` without their capitals."""
    return _WORD.findall(text.casefold())


def _said(row: ChronologyRow) -> str:
    return f"{row.event} {row.detail}".casefold()


def _overlap(one: str, other: str) -> bool:
    first, second = bounds(one), bounds(other)
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]
