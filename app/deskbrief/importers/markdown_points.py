"""Lists in Markdown whose markers are not its own: "•", "(a)", "iv)".

CommonMark runs such lines together into one paragraph. Pandoc's Markdown knows the letters and numbers, and
whoever copies a list into a file writes the dots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.document.points import bullet_of, depth_of, enumerated, enumerator_of, is_bullet
from deskbrief.importers.clean import NOWHERE, Piece
from deskbrief.importers.markdown_blocks import MarkdownBlock

#: Bullets that CommonMark knows itself: where they stand in a paragraph, they are no markers.
_KNOWN = frozenset("-+*")
#: Code points of a line that are looked at.
LONGEST_HEAD = 20


@dataclass(slots=True)
class _Line:
    """A line of a block; `first` is that of the block, and `marker` what makes it an item."""

    block: MarkdownBlock
    pieces: list[Piece]
    first: bool
    marker: str = ""


def with_points(blocks: Iterable[MarkdownBlock]) -> Iterator[MarkdownBlock]:
    """Yield `blocks`, paragraphs and items with such lists in them in parts: what leads in, and the items."""
    lines = [line for block in blocks for line in _lines(block)]
    _mark(lines)
    around: list[tuple[str, str]] = []
    part: list[_Line] = []
    for line in lines:
        if part and (line.first or line.marker):
            yield _block(part, around)
            part = []
        part.append(line)
    if part:
        yield _block(part, around)


def _lines(block: MarkdownBlock) -> Iterator[_Line]:
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or block.html:
        yield _Line(block, block.pieces, first=True)
        return
    line = _Line(block, [], first=True)
    for piece in block.pieces:
        if piece.text == "\n" and line.pieces:
            yield line
            line = _Line(block, [], first=False)
        line.pieces.append(piece)
    yield line


def _mark(lines: Sequence[_Line]) -> None:
    """Find the markers: bullets that begin a block or several lines, letters that follow one another."""
    texts = [_text(line) for line in lines]
    for at in enumerated(texts):
        lines[at].marker = enumerator_of(texts[at])
    bullets = [bullet_of(text) for text in texts]
    held = Counter(id(line.block) for line, bullet in zip(lines, bullets, strict=True) if bullet)
    for line, bullet in zip(lines, bullets, strict=True):
        if bullet and bullet not in _KNOWN and (line.first or held[id(line.block)] > 1):
            line.marker = bullet


def _text(line: _Line) -> str:
    """Return how a line begins, nothing where it cannot begin with a marker."""
    if line.first and line.block.kind is not BlockKind.PARAGRAPH:
        return ""
    pieces = [piece for piece in line.pieces if piece.text != "\n"]
    if not pieces or any(mark.kind is InlineKind.CODE for mark in pieces[0].marks):
        return ""
    return "".join(piece.text for piece in pieces)[:LONGEST_HEAD]


def _block(part: Sequence[_Line], around: list[tuple[str, str]]) -> MarkdownBlock:
    """Return one block of lines; `around` are form and last label of each list that it stands in."""
    line = part[0]
    pieces = [piece for one in part for piece in one.pieces]
    rest = _without(line.marker, pieces) if line.marker else []
    if not any(piece.text.strip() for piece in rest):
        around.clear()
        return line.block if len(pieces) == len(line.block.pieces) else replace(line.block, pieces=pieces)
    if line.first and around and is_bullet(around[-1][1]) and not is_bullet(line.marker):
        # Letters in a paragraph of their own do not belong to the bullets above.
        around.clear()
    depth = depth_of(line.marker, around) + (line.block.depth + 1 if line.block.marker else 0)
    return MarkdownBlock(
        BlockKind.LIST_ITEM,
        rest,
        depth=depth,
        marker=line.marker,
        seen=line.block.seen if line.first else [],
        places=line.block.places if line.first else (),
        quotation=line.block.quotation,
    )


def _without(marker: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return `pieces` without the marker that they begin with, which may stand in a piece of its own."""
    left = len(marker)
    for at, piece in enumerate(pieces):
        rest = piece.text.lstrip() if piece.text.isspace() else piece.text[left:].lstrip()
        left -= min(len(piece.text.strip()), left)
        if rest:
            source = piece.source + len(piece.text) - len(rest) if piece.source != NOWHERE else NOWHERE
            return [piece._replace(text=rest, source=source), *pieces[at + 1 :]]
    return []
