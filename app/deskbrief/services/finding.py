"""Finding words in a document's text, in steps that are short whatever its length."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from deskbrief.document.folding import Fold, Folded
from deskbrief.document.model import Document
from deskbrief.document.query import MOST, Query, batches, matches
from deskbrief.document.spans import Span

#: A line's end, with the hyphen before it that parts a word. Between blocks there are mostly two.
_LINE_END = re.compile(r"(?:(?<=[^\W\d_])[-\u2010](?=\n[^\W\d_])|(?<!\n))\n(?!\n)")
#: A word that was parted so, in the form in which it is searched: signs that are left out.
_PARTED = "\u00ad\u00ad"
#: Code points that are folded, and hits that are collected, in one step.
STEP, HITS = 50_000, 500


class Hits(Sequence[Span]):
    """Where something was found, in the order of the text; made to hold many."""

    def __init__(self) -> None:
        self.starts = array("I")
        self.ends = array("I")

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return [Span(*pair) for pair in zip(self.starts[index], self.ends[index], strict=True)]
        return Span(self.starts[index], self.ends[index])

    def add(self, start: int, end: int) -> None:
        """Add a hit after all others."""
        self.starts.append(start)
        self.ends.append(end)

    def add_all(self, ats: list[int], shift: int, wide: int) -> None:
        """Add hits of `wide` code points each, `shift` code points after `ats`."""
        self.starts.extend(ats if not shift else [at + shift for at in ats])
        self.ends.extend([at + shift + wide for at in ats])

    def take(self, places: array[int]) -> None:
        """Add hits after all others, given as starts and ends in turn."""
        self.starts.extend(places[0::2])
        self.ends.extend(places[1::2])


class Buffer:
    """A document's text in the form that is searched, with the way back to its offsets.

    Line breaks inside a block are found by a plain space, and words that are parted at a line's end as if
    they were not. What else is equal is said by `document.folding`.
    """

    def __init__(self, document: Document, *, case: bool = False, accents: bool = False) -> None:
        """Take the text of `document`; `prepare` has to run to its end before anything is found."""
        self._document = document
        self._fold = Fold(case=case, accents=accents)
        self._folded = Folded(self._fold)
        self._done = 0

    def prepare(self) -> Iterator[None]:
        """Make what is still to be made of the buffer; each step is short. Several may do this in turn."""
        while self._done < len(self._document.text):
            start, self._done = self._done, self._done + STEP
            self._folded.add(self._part(start))
            yield
        _ = self._folded.text
        yield

    def find(self, query: Query, hits: Hits) -> Iterator[None]:
        """Add to `hits` where `query` is found, none of which overlap; each step is short."""
        needle = self._fold.word(query.words)
        if not query.near and not query.whole:
            yield from self._find_plain(needle, hits)
            return
        for found in matches(self._folded.text, needle, query):
            if found is None:
                yield
                continue
            self._add(hits, *found)
            if len(hits) >= MOST:
                break
            if len(hits) % HITS == 0:
                yield
        yield

    def _find_plain(self, needle: str, hits: Hits) -> Iterator[None]:
        wide = len(needle)
        for starts in batches(self._folded.text, needle):
            for at in range(0, len(starts), HITS):
                batch = starts[at : at + min(HITS, MOST - len(hits))]
                shift = self._folded.shift(batch[0], batch[-1] + wide) if batch else None
                if shift is not None:
                    hits.add_all(batch, shift, wide)
                    continue
                for start in batch:
                    self._add(hits, start, start + wide)
            yield

    def _add(self, hits: Hits, at: int, end: int) -> None:
        """Add what is at `[at, end)` of the buffer, unless it shares a letter with the last hit."""
        start = self._folded.start(at)
        if not len(hits) or start >= hits.ends[-1]:
            hits.add(start, self._folded.end(end))

    def first(self, query: Query, origin: int) -> Iterator[Span | None]:
        """Yield where `query` is found first at or after the offset `origin`, and None before that."""
        begin = self._folded.place(origin)
        for found in matches(self._folded.text, self._fold.word(query.words), query, begin):
            if found is None:
                yield None
            else:
                yield Span(self._folded.start(found[0]), self._folded.end(found[1]))
                return

    def offset(self, at: int) -> int:
        """Return the offset in the document of the code point at `at` in the buffer."""
        return self._folded.start(at)

    def _part(self, start: int) -> str:
        """Return the text of one step, with a space for each line break inside a block."""
        text = self._document.text[start : start + STEP]
        if "\n" not in text:
            return text
        parts: list[str] = []
        done = 0
        for match in _LINE_END.finditer(text):
            if self._inside(start + match.end() - 1):
                parts += (text[done : match.start()], _PARTED if len(match[0]) > 1 else " ")
                done = match.end()
        return "".join((*parts, text[done:]))

    def _inside(self, offset: int) -> bool:
        block = self._document.block_at(offset)
        return block.start <= offset < block.end and not block.rows


class Buffers:
    """The buffers of the document that was searched last, one for each way to fold."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self._made: dict[tuple[bool, bool], Buffer] = {}

    def of(self, document: Document, query: Query) -> Buffer:
        """Return the buffer to look for `query` in; it may still have to be prepared."""
        if document is not self._document:
            self._document, self._made = document, {}
        kind = (query.case, query.accents)
        if kind not in self._made:
            self._made[kind] = Buffer(document, case=query.case, accents=query.accents)
        return self._made[kind]

    def forget(self) -> None:
        """Let go of all of them: in a book they are as large as its text."""
        self._document, self._made = None, {}
