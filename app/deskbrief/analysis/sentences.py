"""Sentences told by punctuation alone, for use before the language model has read a text and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.spans import Span

#: Kinds of block whose text is made of sentences.
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE})

_BREAK = re.compile(r"[.!?…][\"'”’)\]]{0,2}(?=\s)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“]{1,20}$")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "st",
        "jr",
        "sr",
        "vs",
        "no",
        "nos",
        "vol",
        "fig",
        "figs",
        "eq",
        "ed",
        "eds",
        "pp",
        "p",
        "ch",
        "sec",
        "art",
        "al",
        "inc",
        "ltd",
        "corp",
        "co",
        "dept",
        "est",
        "approx",
        "e.g",
        "i.e",
        "cf",
        "viz",
        "u.s",
        "u.k",
        "u.n",
        "d.c",
        "a.m",
        "p.m",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
        "ph.d",
    ]
)


def sentence_spans(text: str) -> Iterator[Span]:
    """Yield the sentences of `text`, without white space at either end."""
    start = 0
    for match in _BREAK.finditer(text):
        if _ends_sentence(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield Span(start + left, start + len(piece.rstrip()))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    follows = text[match.end() : match.end() + 40].lstrip()[:1]
    if follows.islower():
        return False
    if text[match.start()] != ".":
        return True
    found = _WORD_BEFORE.search(text, max(match.start() - 20, 0), match.start())
    word = found[0].lower() if found else ""
    if word in _ABBREVIATIONS and follows:
        return word in {"u.s", "u.k", "u.n", "p.m", "a.m"} and _opens(text, match.end())
    return not (len(word) == 1 and word.isalpha() and word != "i")


_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "it",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "as",
        "for",
        "however",
    ]
)


def _opens(text: str, at: int) -> bool:
    """Tell whether the word after an abbreviation in capitals is one that begins sentences."""
    word = text[at : at + 20].split()
    return bool(word) and word[0].lower() in _OPENERS and word[0][0].isupper()


def block_sentences(document: Document, number: int) -> list[Sentence]:
    """Return the sentences of block `number`, told by punctuation, offsets into the document."""
    block = document.blocks[number]
    text = document.text[block.start : block.end]
    return [
        Sentence(span.start + block.start, span.end + block.start, number) for span in sentence_spans(text)
    ]


def is_prose(block: Block) -> bool:
    """Tell whether the block's text is made of sentences."""
    return block.kind in PROSE
