"""Parts of a document that tell no events of their own: references, further reading, verse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.document.model import BlockKind, Document

_SOURCES = r"(?:notes?|references?|sources?|citations?|footnotes?|endnotes?|bibliography|links|literature)"
_APART = re.compile(
    r"\W{0,3}(?:\d{1,2}\W{1,3})?(?:works cited|further reading|see also|reference list"
    rf"|(?:(?:selected|external|general|explanatory)\s)?{_SOURCES}(?:(?:\s(?:and|&)|,)\s{_SOURCES}){{0,2}}"
    r"(?:\s(?:cited|list))?)\W{0,3}(?:\[edit\])?\W{0,3}",
    re.IGNORECASE,
)
#: Code points of the longest such heading.
_LONGEST = 60


#: Lines in a row that make verse, code points of the longest, and the share that runs on into the next.
_LINES, _LINE, _RUN_ON = 8, 70, 0.3
#: The share of lines with figures from which it is a list of facts.
_FACTS = 0.2
_DIGIT = re.compile(r"\d")


def blocks_apart(document: Document) -> frozenset[int]:
    """Return the numbers of the blocks of verse, and of those under headings of references and the like."""
    return _under_headings(document) | _verse(document)


def _verse(document: Document) -> frozenset[int]:
    """Return the blocks that are lines of verse: short paragraphs in a row that run on into each other."""
    found: set[int] = set()
    run: list[int] = []
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.PARAGRAPH and block.end - block.start <= _LINE:
            run.append(number)
            continue
        if block.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.HEADING:
            found.update(run if _is_verse(document, run) else ())
            run = []
    found.update(run if _is_verse(document, run) else ())
    return frozenset(found)


def _is_verse(document: Document, run: Sequence[int]) -> bool:
    lines = [document.text[document.blocks[at].start : document.blocks[at].end].rstrip() for at in run]
    on = sum(1 for line in lines if line[-1:].isalnum() or line[-1:] in {",", "—", "–"})
    facts = sum(1 for line in lines if _DIGIT.search(line))
    return len(lines) >= _LINES and on >= _RUN_ON * len(lines) and facts <= _FACTS * len(lines)


def _under_headings(document: Document) -> frozenset[int]:
    """Return the blocks under headings of references and the like, subsections included."""
    found: set[int] = set()
    level = 0
    for number, block in enumerate(document.blocks):
        if block.kind in {BlockKind.HEADING, BlockKind.TITLE}:
            own = block.level or 1
            if level and own > level:
                continue
            short = block.end - block.start <= _LONGEST
            level = own if short and _APART.fullmatch(document.text, block.start, block.end) else 0
        elif level:
            found.add(number)
    return frozenset(found)
