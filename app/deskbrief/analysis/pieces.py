"""Prose cut into pieces that the language model can read one by one, within limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from deskbrief.analysis.forms import after_lead, breaks
from deskbrief.analysis.sentences import sentence_spans
from deskbrief.analysis.stretches import after_dateline
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

#: Tokens in one piece at most, roughly: a stride of about 50 ms.
MOST_TOKENS = 400
#: A sentence told by punctuation that is longer than this is cut.
LONGEST_SENTENCE = 250
#: Tokens of a document that the model reads; the rest of a longer one is outlined by rules.
MOST_IN_ALL = 500_000
#: Headings that the model reads; rules read the dates of the others as well.
MOST_HEADINGS = 1_000

#: Kinds of block that the model reads: prose, and headings for their dates.
_READ = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.FOOTNOTE,
        BlockKind.CAPTION,
    }
)
_TOKEN = re.compile(r"\w+|[^\w\s]")
#: What a sentence has: a word of more than one letter.
_WORD = re.compile(r"[^\W\d_]{2}")
_SHORTENED = (
    "The document is very long: the language model read its first {pages:,} pages, "
    "the rest was outlined by rules."
)
_WORDS_ON_PAGE = 450


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block that the model reads in one go; `tokens` is a guess of its length."""

    span: Span
    block: int
    tokens: int


def pieces_of(document: Document, pieces: list[Piece]) -> Steps[tuple[str, ...]]:
    """Add the pieces of `document` to `pieces`, and return what is to be said when it is too long."""
    total, headings = 0, 0
    for number, block in enumerate(document.blocks):
        headings += block.kind is BlockKind.HEADING
        if block.kind not in _READ or (block.kind is BlockKind.HEADING and headings > MOST_HEADINGS):
            continue
        stretch = document.text[block.start : block.end]
        spans = [span.shifted(block.start) for span in sentence_spans(stretch, document.metadata.language)]
        for piece in _of_block(document.text, number, spans):
            total += piece.tokens
            if total > MOST_IN_ALL:
                return (_SHORTENED.format(pages=MOST_IN_ALL // _WORDS_ON_PAGE),)
            pieces.append(piece)
        yield
    return ()


def _of_block(text: str, block: int, sentences: Sequence[Span]) -> Iterator[Piece]:
    """Yield the pieces of one block: whole sentences together up to the limit, overlong sentences cut."""
    start, end, size = -1, 0, 0
    first = sentences[0].start if sentences else 0
    apart = {first + at for at in breaks(text[first : sentences[-1].end])} if sentences else set()
    for part in _cut(text, _without_dateline(text, sentences)):
        tokens = sum(1 for _ in _TOKEN.finditer(text, part.start, part.end))
        # Only behind another part: before the first one of a block the whole text would be gone through.
        opens = start >= 0 and not apart.isdisjoint(range(end, part.start + 1))
        if opens or (start >= 0 and size + tokens > MOST_TOKENS):
            yield Piece(Span(start, end), block, size)
            start, size = -1, 0
        start = part.start if start < 0 else start
        end, size = part.end, size + tokens
    if start >= 0:
        yield Piece(Span(start, end), block, size)


def _without_dateline(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences of a block; the place and day of writing before the first are no part of it."""
    for at, sentence in enumerate(sentences):
        start = sentence.start if at else after_dateline(text, sentence.start, sentence.end)
        start = after_lead(text, start, sentence.end)
        if start < sentence.end:
            yield Span(start, sentence.end)


def _cut(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """Yield the sentences that have words, those that are too long for the model in several parts."""
    for part in _parts(text, sentences):
        if _WORD.search(text, part.start, part.end):
            yield part


def _parts(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    for sentence in sentences:
        start, count = sentence.start, 0
        for match in _TOKEN.finditer(text, sentence.start, sentence.end):
            count += 1
            if count > LONGEST_SENTENCE:
                yield Span(start, match.start())
                start, count = match.start(), 1
        yield Span(start, sentence.end)
