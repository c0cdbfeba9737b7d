"""Finding words in a document's text, in steps that are short whatever its length."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from deskbrief.document.model import Document
from deskbrief.document.spans import Span

#: Letters that may become longer when case is folded.
_GROWING = re.compile("[\u00df\u0130\u0149\u01f0\u0390\u03b0\u0587\u1e96-\u1e9e\u1f50-\u1fff\ufb00-\ufb17]")
#: Code points that are folded, and hits that are collected, in one step.
STEP, HITS = 200_000, 4_000
#: The most hits that are kept; nobody looks at more one by one.
MOST = 100_000


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


class Buffer:
    """A document's text in the form that is searched, with the way back to its offsets.

    Line breaks inside a block, and spaces that do not break, are found by a plain space. Without regard
    to case the text is folded (Unicode default case folding, D145), which makes some letters longer.
    """

    def __init__(self, document: Document, *, fold: bool) -> None:
        """Take the text of `document`; `prepare` has to run to its end before anything is found."""
        self._document = document
        self._fold = fold
        self._text = ""
        # Letters that grow: where in the document, where in the buffer, by how much in all.
        self._letters: list[int] = []
        self._places: list[int] = []
        self._surplus: list[int] = [0]

    def prepare(self) -> Iterator[None]:
        """Make the buffer; each step is short."""
        parts: list[str] = []
        for start in range(0, len(self._document.text), STEP):
            parts.append(self._part(start))
            yield
        self._text = "".join(parts)
        yield

    def find(self, words: str, hits: Hits) -> Iterator[None]:
        """Add to `hits` where `words` stand, none of which overlap; each step is short."""
        needle = self._needle(words)
        at = self._text.find(needle) if needle else -1
        while at >= 0 and len(hits) < MOST:
            span = self._span(at, needle)
            if not len(hits) or span.start >= hits.ends[-1]:
                hits.add(span.start, span.end)
            at = self._text.find(needle, at + len(needle))
            if len(hits) % HITS == 0:
                yield
        yield

    def first(self, words: str, origin: int) -> Span | None:
        """Return where `words` stand first at or after the offset `origin`."""
        needle = self._needle(words)
        begin = origin + self._surplus[bisect_left(self._letters, origin)]
        at = self._text.find(needle, begin) if needle else -1
        return self._span(at, needle) if at >= 0 else None

    def offset(self, at: int) -> int:
        """Return the offset in the document of the code point at `at` in the buffer."""
        count = bisect_right(self._places, at)
        if count and at - self._places[count - 1] <= self._surplus[count] - self._surplus[count - 1]:
            return self._letters[count - 1]
        return at - self._surplus[count]

    def _needle(self, words: str) -> str:
        needle = words.replace("\u00a0", " ")
        return needle.casefold() if self._fold else needle

    def _span(self, at: int, needle: str) -> Span:
        if not self._places:
            return Span(at, at + len(needle))
        return Span(self.offset(at), self.offset(at + len(needle) - 1) + 1)

    def _part(self, start: int) -> str:
        text = self._document.text[start : start + STEP].replace("\u00a0", " ")
        if "\n" in text:
            text = self._joined(text, start)
        if not self._fold:
            return text
        folded = text.casefold()
        if len(folded) != len(text):
            self._note_growth(text, start)
        return folded

    def _joined(self, text: str, start: int) -> str:
        """Return `text`, which begins at `start`, with a space for each line break inside a block."""
        letters: list[str] = []
        done = 0
        at = text.find("\n")
        while at >= 0:
            if self._inside(start + at):
                letters += (text[done:at], " ")
                done = at + 1
            at = text.find("\n", at + 1)
        return "".join((*letters, text[done:]))

    def _inside(self, offset: int) -> bool:
        block = self._document.block_at(offset)
        return block.start <= offset < block.end and not block.rows

    def _note_growth(self, text: str, start: int) -> None:
        """Take note of where letters of `text` stand in the buffer that are longer there, and by how much."""
        for match in _GROWING.finditer(text):
            more = len(match[0].casefold()) - 1
            if more:
                self._letters.append(start + match.start())
                self._places.append(self._letters[-1] + self._surplus[-1])
                self._surplus.append(self._surplus[-1] + more)
