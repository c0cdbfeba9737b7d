"""Numbers that count nothing, as the whole document tells: marks of notes, an index, names of models."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deskbrief.analysis.figures.references import codes_in
from deskbrief.analysis.sentences import is_prose
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span

#: How a note begins: its mark, and a word with a capital.
_NOTE = re.compile(r"\s{0,3}(\d{1,3})\s(?=[A-Z“\"‘])")
#: Notes between two marks that are read as one series; the shortest series of notes.
_GAP, _SERIES = 3, 3
#: A model by its number, told of as one thing: "the 737 MAX is", "a 350 XWB's".
_MODEL = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Ee]ach|[Ee]very)\s(?:\w{1,12}\s)?(?P<name>\d{2,4}\s[A-Z]{2,8})"
    r"(?=['’]s\b|\s(?:is|was|has)\b|[,.;)])"
)
_NAMED = re.compile(r"\s[A-Z]{2,8}\b")
#: An entry of an index: a page behind a comma, and no unit behind it.
_PAGE = re.compile(
    r"[^\W\d_][)”’\"]?,\s\d{1,3}(?:[-–]\d{1,3})?n?\b(?!\s(?:million|billion|per\b|[a-z]{3,12}s\b))"
)
_WORD = re.compile(r"\S+")
#: Entries of the shortest piece of an index, and the share of its words that are pages.
_ENTRIES, _PAGES = 6, 0.2
_ENDS = re.compile(r"[.!?][”\"]?\s[A-Z]")
#: Dots that lead from one cell of a table to the next, and the fewest of them in a row of one.
_LEADERS, _CELLS = re.compile(r"\.{5,}|(?:\.\s){5,}"), 2
#: Amounts of money, or four numbers, with nothing between them.
_NUMBERS = re.compile(
    r"[$€£]\s?\(?\d[\d,.]{0,20}\)?\s{1,3}[$€£]\s?\(?\d"
    r"|(?<![\w.,])(?:\(?\d[\d,.]{0,20}%?\)?[ \t]){3}\(?\d"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The blocks that hold no prose though they look like it, where marks of notes begin, and models."""

    blocks: frozenset[int]
    marks: frozenset[int]
    models: frozenset[str]
    codes: frozenset[str] = frozenset()

    def is_in_a_name(self, text: str, start: int, end: int) -> bool:
        """Tell whether the number `[start, end)` begins the name of a model that the document tells of."""
        if text[start:end] in self.codes:
            return True
        if not self.models:
            return False
        match = _NAMED.match(text, end)
        return match is not None and " ".join(text[start : match.end()].split()) in self.models


def furniture_of(document: Document) -> Furniture:
    """Return what of `document` holds numbers that are no figures."""
    text = document.text
    blocks = frozenset(
        number
        for number, block in enumerate(document.blocks)
        if is_prose(block) and (_is_index(text, block.span) or is_a_row(text, block.span))
    )
    models = frozenset(" ".join(match["name"].split()) for match in _MODEL.finditer(text))
    return Furniture(blocks, frozenset(_marks(document)), models, codes_in(text))


def _is_index(text: str, span: Span) -> bool:
    """Tell whether a block is a piece of an index: "Warner Brothers, 97, 102 weblogs, 41–45"."""
    entries = sum(1 for _ in _PAGE.finditer(text, span.start, span.end))
    if entries < _ENTRIES:
        return False
    words = _WORD.findall(text, span.start, span.end)
    pages = sum(word[:1].isdigit() for word in words)
    sentences = len(_ENDS.findall(text, span.start, span.end))
    return pages >= _PAGES * len(words) and 2 * sentences < entries


def is_a_row(text: str, span: Span) -> bool:
    """Tell whether a stretch is a row of a table: dots lead to its cells, or number follows on number."""
    led = len(_LEADERS.findall(text, span.start, span.end)) >= _CELLS
    return led or _NUMBERS.search(text, span.start, span.end) is not None


def _marks(document: Document) -> Iterator[int]:
    """Yield where the marks of notes begin: of footnotes, and of blocks numbered one after another."""
    series: list[tuple[int, int]] = []
    for block in document.blocks:
        match = _NOTE.match(document.text, block.start, block.end) if is_prose(block) else None
        if match is None:
            continue
        number = int(match[1])
        if block.kind is BlockKind.FOOTNOTE:
            yield match.start(1)
        if series and not 0 < number - series[-1][1] <= _GAP:
            yield from _long(series)
            series = []
        series.append((match.start(1), number))
    yield from _long(series)


def _long(series: list[tuple[int, int]]) -> Iterator[int]:
    if len(series) >= _SERIES:
        yield from (start for start, _ in series)
