"""Events that say what another one says already: of a summary and of the text that it sums up, say.

They become one row that cites all their passages. What the reader wrote, chose or confirmed stays a row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from deskbrief.document.edtf import bounds
from deskbrief.document.outline import Status
from deskbrief.document.plan import ChronologyRow

#: Events of the same time say the same when all telling words of one, which are at least so many, its figures
#: and its short names are among those of the other: where one word differs, so may the event.
FEWEST = 4
#: A row is compared with so many of the last ones of its passage and of its time.
MOST_COMPARED = 40
_WORD = re.compile(r"[^\W_]+")
_TELLING, _FIGURE = re.compile(r"[^\W\d_]{4,}"), re.compile(r"\d[\d.,]*\d|\d")
_SHORT_NAME = re.compile(r"\b(?!(?:The|In|On|At|By|As|An?|It|We|He|She|For|Of|To)\b)[A-Z]\w{0,2}\b")
_DENIES = re.compile(r"\b(?:not|no|never|without)\b|n[’']t\b")


def once(rows: Sequence[ChronologyRow]) -> list[ChronologyRow]:
    """Return `rows` without those that repeat one before them, which cites their passages as well."""
    found: list[_Said] = []
    # Only rows of one passage, or of one time, can say the same.
    near: defaultdict[int | str, list[_Said]] = defaultdict(list)
    for row in rows:
        said = _Said(row)
        keys: tuple[int | str, ...] = (*row.references, row.edtf)
        others = chain.from_iterable(near[key][-MOST_COMPARED:] for key in keys)
        first = next(filter(said.repeats, others), None)
        if first is not None:
            cited = dict.fromkeys((*first.row.references, *row.references))
            first.row = replace(first.row, references=tuple(cited))
            continue
        for key in keys:
            near[key].append(said)
        found.append(said)
    return [said.row for said in found]


class _Said:
    """A row, and the words that are shown of it."""

    def __init__(self, row: ChronologyRow) -> None:
        self.row = row
        self.text = f"{row.event} {row.detail}".casefold()
        self.telling = frozenset(_TELLING.findall(self.text))
        words = f"{row.event} {row.detail}"
        self.exact = frozenset(_FIGURE.findall(words)) | frozenset(_SHORT_NAME.findall(words))
        self.denies = bool(_DENIES.search(self.text))

    def repeats(self, other: _Said) -> bool:
        """Tell whether this row says what another one says that is shown."""
        rows = (self.row, other.row)
        if any(row.own or row.confirmed for row in rows):
            return False
        if (self.row.status == Status.NEGATED) != (other.row.status == Status.NEGATED):
            return False
        if set(self.row.references) & set(other.row.references):
            return self._stands_in(other)
        return bool(self.row.edtf) and self.row.edtf == other.row.edtf and self._is_like(other)

    def _stands_in(self, other: _Said) -> bool:
        """Tell whether the words that are shown of a passage hold those of this row, and its time."""
        dated = self.text == other.text and bool(self.exact & set(_FIGURE.findall(self.row.when)))
        told = dated or _overlap(self.row.edtf, other.row.edtf)
        return told and in_order(words_of(self.row.event), words_of(other.text))

    def _is_like(self, other: _Said) -> bool:
        less, more = sorted((self, other), key=lambda said: len(said.telling))
        whole = len(less.telling) >= FEWEST and less.telling <= more.telling
        return whole and less.exact <= more.exact and less.denies == more.denies


def in_order(words: Sequence[str], text: Sequence[str]) -> bool:
    """Tell whether all of `words` stand in `text`, one after the other."""
    rest = iter(text)
    return all(word in rest for word in words)


def words_of(text: str) -> list[str]:
    """Return the words and figures of `text` without their capitals."""
    return _WORD.findall(text.casefold())


def _overlap(one: str, other: str) -> bool:
    first, second = bounds(one), bounds(other)
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]
