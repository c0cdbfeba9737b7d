"""Sentences told by punctuation alone, for use before the language model has read a text and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.forms import breaks
from deskbrief.analysis.words import Sentence
from deskbrief.document.abbreviations import dots_ordinals, goes_on, word_before
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.spans import Span

#: Kinds of block whose text is made of sentences.
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE})

_BREAK = re.compile(r"[.!?…][\"'”’)\]]{0,2}(?=\s)")


def sentence_spans(text: str, language: str = "") -> Iterator[Span]:
    """Yield the sentences of `text`, without white space at either end."""
    ordinals = dots_ordinals(language)
    start = 0
    for end in (*breaks(text), len(text)):
        yield from _sentences(text, start, end, ordinals=ordinals)
        start = end


def _sentences(text: str, start: int, end: int, *, ordinals: bool) -> Iterator[Span]:
    """Yield the sentences of a stretch that no sentence leaves."""
    for match in _BREAK.finditer(text, start, end):
        if _ends_sentence(text, match, ordinals=ordinals):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield Span(start + left, start + len(piece.rstrip()))


def _ends_sentence(text: str, match: re.Match[str], *, ordinals: bool) -> bool:
    follows = text[match.end() : match.end() + 40].lstrip()
    if follows[:1].islower():
        return False
    if text[match.start()] != ".":
        return True
    return not goes_on(word_before(text, match.start()), follows, ordinals=ordinals)


def block_sentences(document: Document, number: int) -> list[Sentence]:
    """Return the sentences of block `number`, told by punctuation, offsets into the document."""
    block = document.blocks[number]
    text = document.text[block.start : block.end]
    return [
        Sentence(span.start + block.start, span.end + block.start, number)
        for span in sentence_spans(text, document.metadata.language)
    ]


def is_prose(block: Block) -> bool:
    """Tell whether the block's text is made of sentences."""
    return block.kind in PROSE
