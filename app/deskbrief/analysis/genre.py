"""Whether a text is a tale: a novel, a story or a memoir, whose days are those of its own world."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.document.model import Block, BlockKind, Document

#: Words of the shortest tale; the shortest that is told to be one whatever day stands at its head.
SHORT, LONG = 1200, 5_000
#: Paragraphs that are looked through, taken evenly from the whole.
_MOST = 1500
#: The least share of paragraphs that begin with speech; where fewer do, the least of speeches in 1000 words.
_SPOKEN, _SPEECHES = 0.15, 1.5
#: The least share of words that are persons, and the most years in 1000 words.
_PERSONAL, _YEARS = 0.03, 1.0
_WORD = re.compile(r"[^\W_]+")
_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|I|me|my|you|your)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,$£€/-])(?:1[5-9]\d\d|20\d\d)(?![\d%/-]|,\d)")
_SPEECH = re.compile(r"[“‘\"'«—–]")
#: What follows speech in a tale: "…?” he asked", "…,” said Tom"; reports name who said it before the verb.
_TAG = re.compile(
    r"[,.?!…—][\"”’'»]\s(?:(?:he|she|I|they|we|(?:the\s)?[\w.]{2,14}(?:\s[A-Z]\w{1,14})?)\s)?"
    r"(?:said|asked|cried|replied|answered|exclaimed|whispered|shouted|murmured|muttered|returned|"
    r"remarked|repeated|inquired|called|laughed|growled|begged|sighed|continued|went on)\b"
)


def is_tale(document: Document, *, at_least: int = SHORT) -> bool:
    """Tell whether the prose tells of persons who talk, with hardly a year named.

    News and hearings quote as well, but are short of one of these. A tale has `at_least` so many words.
    """
    chosen, share = _sample(document)
    text = _text(document, chosen)
    words = _count(_WORD, text)
    return (
        words >= at_least * share
        and _count(_PERSON, text) >= _PERSONAL * words
        and 1000 * _count(_YEAR, text) <= _YEARS * words
        and 1000 * _count(_TAG, text) >= _SPEECHES * words
        and _spoken(document.text, chosen) >= _SPOKEN * len(chosen)
    )


def names_few_years(document: Document) -> bool:
    """Tell whether the prose names hardly a year."""
    text = _text(document, _sample(document)[0])
    return 1000 * _count(_YEAR, text) <= _YEARS * _count(_WORD, text)


def _sample(document: Document) -> tuple[list[Block], float]:
    """Return blocks of the prose, taken evenly, and their share of it."""
    prose = [block for block in document.blocks if block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}]
    chosen = prose[:: max(1, len(prose) // _MOST)]
    return chosen, len(chosen) / max(1, len(prose))


def _text(document: Document, blocks: Sequence[Block]) -> str:
    return "\n".join(document.text[block.start : block.end] for block in blocks)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _spoken(text: str, blocks: Sequence[Block]) -> int:
    """Count the paragraphs that begin with speech."""
    return sum(1 for block in blocks if _SPEECH.match(text, block.start))
