"""A document as analysis reads it: the marks that lead to notes are no part of its sentences."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from deskbrief.document.model import BlockKind, Document, Inline, InlineKind

#: What leads to a note: "36", "4, 5", "[12]", "[n 8]", "a", "*", "†"; several may follow each other.
_MARK = re.compile(
    r"(?:[\s\[(]{0,2}(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}|(?:n|nb|note)\s\d{1,2}|[a-z]|[*†‡§¶]{1,3})[\s\])]{0,2}){1,6}"
)
#: The same where the file does not say that it is raised: "ended.[12][13]", "ended.36 Trade".
_PLAIN = re.compile(
    r"(?<=[^\s\[(])(?:\[(?:\d{1,3}|(?:n|nb|note)\s\d{1,2})\]){1,9}"
    r"|(?<=[a-z]{4}[.!?])\d{1,3}(?=\s{1,3}[A-Z“\"]|\s{0,2}(?:\n|\Z))"
)
#: A number, or a unit or sign of one or two letters, which has an exponent: "10", "km", "R".
_BASE = re.compile(r"(?:\d|(?<![^\W\d_])[^\W\d_]{1,2})$")


def without_marks(document: Document) -> Document:
    """Return the document with spaces in place of the marks of notes, every offset as it was."""
    notes = {f"#{block.start}" for block in document.blocks if block.kind is BlockKind.FOOTNOTE}
    raised = [one for one in document.inlines if _is_mark(document.text, one, notes)]
    parts: list[str] = []
    at = 0
    for one in raised:
        if one.start >= at:
            parts.extend((document.text[at : one.start], " " * (one.end - one.start)))
            at = one.end
    bare = _PLAIN.sub(lambda match: " " * len(match[0]), "".join((*parts, document.text[at:])))
    return document if bare == document.text else replace(document, text=bare)


def _is_mark(text: str, one: Inline, notes: AbstractSet[str]) -> bool:
    """Tell whether an inline range is such a mark: it is raised, or its address is one of `notes`."""
    if not _MARK.fullmatch(text, one.start, one.end):
        return False
    if one.kind is InlineKind.LINK:
        return one.target in notes
    return one.kind is InlineKind.SUPERSCRIPT and _BASE.search(text, max(one.start - 3, 0), one.start) is None
