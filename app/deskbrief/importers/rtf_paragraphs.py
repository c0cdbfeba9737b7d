"""Paragraphs of RTF: heading, list item or plain text, by style, outline level and list."""

from __future__ import annotations

import re

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.office_draft import OfficeDraft
from deskbrief.importers.rtf_finds import Finds
from deskbrief.importers.rtf_state import DEEPEST_LIST, Shape
from deskbrief.importers.rtf_styles import Style, level_of

#: A marker that somebody typed at the beginning of a paragraph with a hanging indent.
_TYPED = re.compile(r"\s{0,9}(?P<marker>[•‣◦▪●■–·*-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s{0,3}\t\s{0,9}")
_NUMBER = re.compile(r"\d{1,9}(?=\D{0,3}$)")
#: What bullets become when their font of symbols is not said.
_BULLETS = frozenset("·o§Ø")


class Maker:
    """Makes drafts of paragraphs; remembers how the items of the list that goes on were indented."""

    def __init__(self, finds: Finds) -> None:
        self._finds = finds
        self._indents: list[int] = []
        self._offsets: dict[int, int] = {}
        self._above = (0, -1)

    def draft(self, pieces: list[Piece], size: int, shape: Shape, written: str) -> OfficeDraft | None:
        """Return a paragraph as a draft, or None when nothing of it is shown; `written` is its marker."""
        draft = OfficeDraft(BlockKind.PARAGRAPH, pieces, size=size / 2)
        style = self._finds.styles.style(shape.style)
        if not draft.line:
            return draft if any(piece.places for piece in pieces) else None
        if style.contents:
            self._finds.contents.append(draft.line)
            return None
        if style.subtitle and not self._finds.subtitle:
            draft.aside, self._finds.subtitle = True, draft.line
        self._set_kind(draft, style, shape, written)
        return draft

    def _set_kind(self, draft: OfficeDraft, style: Style, shape: Shape, written: str) -> None:
        level = level_of(shape.outline) or style.level
        marker = self._marker(shape, written)
        if style.kind is not None:
            draft.kind = style.kind
        elif level:
            draft.kind, draft.level = BlockKind.HEADING, level
            if marker[-1:].isalnum() or marker.endswith((".", ")")):
                draft.pieces.insert(0, Piece(f"{marker} "))
        elif marker := marker or _take_marker(draft, shape):
            draft.kind, draft.marker = BlockKind.LIST_ITEM, marker
            draft.depth = self._depth(shape)
        if draft.kind is not BlockKind.LIST_ITEM:
            self._indents, self._offsets, self._above = [], {}, (0, -1)
        if draft.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            _drop_marks(draft)
        if draft.kind is BlockKind.CODE:
            draft.pieces = [Piece(line) for line in "".join(p.text for p in draft.pieces).split("\n")]

    def _marker(self, shape: Shape, written: str) -> str:
        """Return the marker of a paragraph: as it is written, or else as its list counts."""
        lists = self._finds.lists
        if written in _BULLETS or (lists.bulleted(shape.listed, shape.depth) and written.isalnum()):
            return "•"
        return written if lists.written else lists.marker(shape.listed, shape.depth)

    def _depth(self, shape: Shape) -> int:
        """Return the depth of an item; the indent tells that of hand-made lists and of lists in lists."""
        if not shape.listed:
            while self._indents and self._indents[-1] > shape.left:
                self._indents.pop()
            if not self._indents or self._indents[-1] < shape.left:
                self._indents.append(shape.left)
            return min(len(self._indents) - 1, DEEPEST_LIST)
        left, depth = self._above
        if shape.listed not in self._offsets:
            inner = shape.left > left and depth >= 0
            self._offsets[shape.listed] = max(depth + 1 - shape.depth, 0) if inner else 0
        depth = min(shape.depth + self._offsets[shape.listed], DEEPEST_LIST)
        self._above = (shape.left, depth)
        return depth


def next_marker(marker: str) -> str:
    """Return the marker of the item after one with `marker`: the next number, or the same bullet."""
    number = _NUMBER.search(marker)
    if number:
        return f"{marker[: number.start()]}{int(number[0]) + 1}{marker[number.end() :]}"
    return "" if any(sign.isalnum() for sign in marker) else marker


def _take_marker(draft: OfficeDraft, shape: Shape) -> str:
    """Take the marker off the beginning of a paragraph with a hanging indent; empty without one."""
    text = "".join(piece.text for piece in draft.pieces[:9])
    found = _TYPED.match(text) if shape.first < 0 else None
    if not found or not text[found.end() :].strip():
        return ""
    cut, pieces = found.end(), []
    for piece in draft.pieces:
        pieces.append(piece._replace(text=piece.text[cut:]))
        cut = max(cut - len(piece.text), 0)
    draft.pieces = pieces
    return found["marker"]


def _drop_marks(draft: OfficeDraft) -> None:
    """Drop the marks that all letters of a paragraph have: its style says as much."""
    lettered = [piece for piece in draft.pieces if piece.text.strip()]
    for kind in (InlineKind.STRONG, InlineKind.EMPHASIS):
        if all(any(mark.kind is kind for mark in piece.marks) for piece in lettered):
            draft.pieces = [
                piece._replace(marks=tuple(mark for mark in piece.marks if mark.kind is not kind))
                for piece in draft.pieces
            ]
