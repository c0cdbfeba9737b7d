"""Plain text: structure without mark-up, told from the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from deskbrief.document.model import BlockKind, DateEvidence, Document, InlineKind, Metadata
from deskbrief.document.spans import Span
from deskbrief.importers.builder import RUNNING_HEADS, Builder, CellDraft
from deskbrief.importers.clean import Clean, Mark, Piece, as_it_stands, folded, folded_one, is_fit, verbatim
from deskbrief.importers.dates import find_date
from deskbrief.importers.decoding import decode
from deskbrief.importers.gutenberg import LICENCE, own_text, said_before
from deskbrief.importers.hyphens import LineWords, joins
from deskbrief.importers.language import guess_language
from deskbrief.importers.plain_front import names_in
from deskbrief.importers.plain_labels import labels_of, parts_of
from deskbrief.importers.plain_letters import catalogued
from deskbrief.importers.plain_outline import PlainOutline, outline_of
from deskbrief.importers.plain_units import Unit
from deskbrief.importers.source import Preview, Source

#: A heading inside a message is followed by more code points than this.
FEWEST_AFTER = 200
#: The beginning of texts longer than this many bytes is shown first, and how much of it.
LONG, PREVIEWED = 300_000, 30_000

#: How many units at the head of a text may say what a catalogue says of it.
CATALOGUE = 10

#: A word that a hyphen parts at the end of a line.
_PARTED = re.compile(r"[^\W\d_]-$")
#: A text that parts so many words does so by rule; one that parts fewer has words that are written so.
OFTEN = 3
#: Before these words a hyphen stands for what comes after them: "short- and long-term".
_HANGING = frozenset(["and", "or", "to", "und", "oder", "bis", "et", "ou"])
_BROKEN = re.compile(r"[^\W\d_]-[ ]?\r?\n[ ]{0,8}[^\W\d_]")
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


def read_plain(source: Source) -> Document:
    """Return the document in a plain text, with a run for each stretch of its decoded source."""
    decoded = decode(source.data)
    builder = Builder()
    builder.note_decoding(decoded)
    return builder.finish(source.sha256, add_plain(builder, decoded.text, decoded.feeds))


def plain_steps(source: Source) -> Iterator[Preview | Document]:
    """Yield the beginning of a long plain text, and then the whole of it."""
    head = source.data[:PREVIEWED]
    cut = head.rfind(b"\n")
    if len(source.data) > LONG and cut > 0:
        yield Preview(read_plain(replace(source, data=head[: cut + 1])))
    yield read_plain(source)


def add_plain(builder: Builder, text: str, feeds: Sequence[int] = ()) -> Metadata:
    """Add the blocks of a decoded plain text to `builder`, and return what its head says of it.

    A title is claimed only where a title line stands; otherwise it stays empty, and the file name is
    for the window to show. What follows other blocks has no title of its own. At `feeds` new pages begin.
    """
    own = own_text(text)
    before, behind = text[: own.start], text[own.end :]
    builder.leave_out(LICENCE, f"{before}\n{behind}".strip(), len(before) + len(behind))
    # As much white space as there was text keeps all that follows in its place.
    text = "\n" * own.start + text[own.start : own.end]
    outline = outline_of(text, feeds=feeds)
    apart = outline.furniture
    builder.leave_out(RUNNING_HEADS, " · ".join(dict.fromkeys(apart)), sum(map(len, apart)))
    parted = sum(1 for _ in islice(_BROKEN.finditer(text), OFTEN))
    words = LineWords(line.rstrip() for line in text.splitlines()) if parted == OFTEN else None
    labels = labels_of(text, outline.units, outline.kinds)
    titled = builder.empty
    for index, unit in enumerate(outline.units):
        kind = outline.kinds[index]
        if kind in _HEADS and not titled:
            kind = BlockKind.HEADING if _heads_text(outline, index) else BlockKind.PARAGRAPH
        if kind is BlockKind.TABLE:
            builder.table(_rows(text, unit))
        elif kind is BlockKind.CODE:
            builder.block(kind, verbatim(Piece(span.of(text), span.start) for span in unit.slices))
        elif kind in _HEADS:
            level = outline.levels.get(index, int(not titled))
            builder.block(kind, folded(_with_number(text, unit)), level=level)
        else:
            depth = outline.depths.get(index, 0)
            pieces = _labelled(text, unit, labels.get(index, 0), words)
            builder.block(kind, folded(pieces), depth=depth, marker=unit.marker)
    metadata = _metadata(outline, text)
    title, author = said_before(before)
    return replace(metadata, title=title or metadata.title, byline=author or metadata.byline)


def _heads_text(outline: PlainOutline, index: int) -> bool:
    """Tell whether more than a few words follow the unit at `index`: under a letter stands only a name."""
    return sum(len(unit.text) for unit in outline.units[index + 1 :]) > FEWEST_AFTER


def _labelled(text: str, unit: Unit, label: int, words: LineWords | None) -> Iterator[Piece]:
    """Yield the pieces of a unit, the first `label` code points of which stand out."""
    slices = unit.slices
    if label:
        name, rest = parts_of(slices[0], label)
        yield Piece(name.of(text), name.start, (Mark(InlineKind.STRONG),))
        slices = (rest, *slices[1:])
    yield from _pieces(text, slices, words)


def _pieces(text: str, slices: Sequence[Span], words: LineWords | None = None) -> Iterator[Piece]:
    """Yield the lines of a unit as pieces; words that a hyphen parts at a line's end are put together."""
    for number, span in enumerate(slices):
        line = span.of(text)
        following = slices[number + 1].of(text) if number + 1 < len(slices) else ""
        hangs = following.partition(" ")[0] in _HANGING
        broken = (
            line[-1:] == "-" and bool(_PARTED.search(line[-2:])) and following[:1].islower() and not hangs
        )
        if words is not None and broken and words.drops(line, following):
            line = line[:-1]
        yield Piece(line, span.start)
        if following and not broken and not joins(line, following):
            yield Piece(" ", span.end)


def _with_number(text: str, unit: Unit) -> Iterator[Piece]:
    """Yield the pieces of a heading: the number before it, a marker in a list, is part of a heading."""
    first = unit.slices[0]
    lead = text.rfind(unit.marker, 0, first.start) if unit.marker else first.start
    return _pieces(text, (Span(lead, first.end), *unit.slices[1:]))


def _rows(text: str, unit: Unit) -> Iterator[list[CellDraft]]:
    """Yield the rows of a table; those that are shorter than most are filled up with empty cells."""
    usual = sorted(len(row) for row in unit.rows)[len(unit.rows) // 2]
    for number, row in enumerate(unit.rows):
        header = number < unit.headers
        line = text[row[0].start : row[-1].end].replace("\t", " ") if row else ""
        if "\\|" not in line and is_fit(line):
            cells = [CellDraft(as_it_stands(text, span.start, span.end), header) for span in row]
        else:
            cells = [CellDraft(_cell(text, span), header) for span in row]
        yield cells + [CellDraft(Clean(), header)] * (usual - len(cells))


def _cell(text: str, span: Span) -> Clean:
    """Return the text of a cell, in which a pipe may stand after a backslash."""
    written = span.of(text)
    if "\\|" not in written:
        return folded_one(Piece(written, span.start))
    pieces = []
    at = span.start
    for part in written.split("\\|"):
        if at > span.start:
            pieces.append(Piece("|", at - 1))
        pieces.append(Piece(part, at))
        at += len(part) + 2
    return folded(pieces)


def _metadata(outline: PlainOutline, text: str) -> Metadata:
    title = byline = ""
    published = None
    said = catalogued(outline.units[:CATALOGUE])
    for unit, kind in zip(outline.units[:8], outline.kinds, strict=False):
        if kind is BlockKind.TITLE:
            title = folded(_with_number(text, unit)).text
        elif kind is BlockKind.BYLINE:
            byline = byline or names_in(unit.text)
            found = find_date(unit.text)
            if found and published is None:
                published = DateEvidence(found[0], found[1], "byline")
    if said:
        title, byline = said["title"], said.get("author") or said.get("authors") or byline
    return Metadata(
        title=title, byline=byline, published=published, language=guess_language(text), format="text"
    )
