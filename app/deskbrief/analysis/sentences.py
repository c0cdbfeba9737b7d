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
#: Titles, and words that never stand last.
_NEVER_LAST = frozenset(
    [
        "adm",
        "amb",
        "asst",
        "brig",
        "capt",
        "cf",
        "cmdr",
        "col",
        "dr",
        "e.g",
        "gen",
        "gov",
        "hon",
        "i.e",
        "lt",
        "maj",
        "messrs",
        "mlle",
        "mme",
        "mr",
        "mrs",
        "ms",
        "prof",
        "rep",
        "rev",
        "sen",
        "sgt",
        "supt",
        "viz",
        "vs",
    ]
)
#: Words that stand before a number; without one after them they are words like others.
_NUMBERED = frozenset(
    "app arts art ch cl eq eqs exh fig figs no nos p para paras pp pt pts sec secs tit vol vols".split()  # noqa: SIM905
)
#: Words of citations of law and of reports, which go on with a number or with the next short form.
_CITED = frozenset("ann cir cong ct fed pub rec reg rept sess stat supp".split())  # noqa: SIM905
#: Words that may stand last, as what follows tells.
_AT_TIMES_LAST = frozenset(
    [
        "al",
        "apr",
        "approx",
        "assn",
        "aug",
        "ave",
        "blvd",
        "bros",
        "co",
        "corp",
        "dec",
        "dept",
        "dist",
        "ed",
        "eds",
        "est",
        "feb",
        "fri",
        "ft",
        "govt",
        "inc",
        "jan",
        "jr",
        "jul",
        "jun",
        "ltd",
        "mar",
        "mon",
        "mt",
        "nov",
        "oct",
        "ph.d",
        "sat",
        "sep",
        "sept",
        "sr",
        "st",
        "sun",
        "thu",
        "thur",
        "thurs",
        "tue",
        "tues",
        "univ",
        "wed",
    ]
)
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_NUMBER = re.compile(r"[\[(]?(?:[\d§#]|[IVXLC]+\b|[A-Z]{1,6}[-/.]?\d)")
_SHORT_FORM = re.compile(r"[A-Z][a-z]{0,4}\.")


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
    follows = text[match.end() : match.end() + 40].lstrip()
    if follows[:1].islower():
        return False
    if text[match.start()] != ".":
        return True
    found = _WORD_BEFORE.search(text, max(match.start() - 20, 0), match.start())
    return not follows or not _goes_on(found[0].lower() if found else "", follows)


def only_shortens(text: str, dot: int) -> bool:
    """Tell whether the dot at `dot` shortens a word that ends no sentence: "Pub. L. 107", "Gen. Ruiz"."""
    found = _WORD_BEFORE.search(text, max(dot - 20, 0), dot)
    word = found[0].lower() if found else ""
    certain = word in _NEVER_LAST or word in _NUMBERED or word in _CITED
    follows = text[dot + 1 : dot + 41].lstrip()
    return certain and follows != "" and _goes_on(word, follows)


def _goes_on(word: str, follows: str) -> bool:
    """Tell whether the dot after `word`, before the text `follows`, only shortens the word."""
    if word in _NEVER_LAST:
        return True
    if word in _NUMBERED:
        return bool(_NUMBER.match(follows))
    if word in _CITED:
        return bool(_NUMBER.match(follows) or _SHORT_FORM.match(follows))
    if word in _AT_TIMES_LAST or _DOTTED.fullmatch(word):
        return not _opens(follows)
    return len(word) == 1 and word.isalpha() and word != "i"


_OPENERS = frozenset(
    [
        "a",
        "according",
        "after",
        "also",
        "although",
        "an",
        "and",
        "as",
        "at",
        "because",
        "before",
        "but",
        "by",
        "for",
        "from",
        "he",
        "her",
        "his",
        "however",
        "i",
        "if",
        "in",
        "it",
        "its",
        "later",
        "many",
        "now",
        "on",
        "others",
        "our",
        "she",
        "since",
        "some",
        "such",
        "that",
        "the",
        "their",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "to",
        "we",
        "when",
        "while",
        "with",
        "you",
    ]
)


def _opens(follows: str) -> bool:
    """Tell whether the word after a shortened one is one that begins sentences."""
    word = follows.split(maxsplit=1)[0]
    return word.lower() in _OPENERS and word[0].isupper()


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
