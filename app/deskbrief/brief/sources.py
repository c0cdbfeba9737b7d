"""The sources of a brief of several: the numbers that stand before the places of its passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.fonts import Face
from deskbrief.brief.lines import Run
from deskbrief.brief.stack import Frame, Inset
from deskbrief.brief.styles import CELL, MEASURE, MUTED
from deskbrief.document.plan import SourceFacts

#: How far a source is set in for its number, in points.
HANG = 24.0


def sources(context: Context, listed: Sequence[SourceFacts]) -> Iterator[Block]:
    """Yield the sources, numbered from 1."""
    items = context.root.add("L")
    for number, source in enumerate(listed, start=1):
        item = items.add("LI")
        label = context.text(f"[{number}]", CELL.with_face(Face.SANS_BOLD), item.add("Lbl"))
        facts = " · ".join(filter(None, (source.line.removeprefix("Source: "), _digest(source))))
        runs = [Run(source.title or source.file_name, CELL.with_face(Face.SANS_BOLD))]
        said = " · ".join((facts, *source.remarks))
        runs.append(Run(f" · {said}", CELL.coloured(MUTED)))
        entry = Frame(
            [context.paragraph(runs, item.add("LBody"))], Inset(left=HANG, right=MEASURE), label=label
        )
        entry.before = 3.0
        yield entry


def _digest(source: SourceFacts) -> str:
    digest = f"sha256 {source.sha256[:8]}" if source.sha256 else ""
    return " ".join(filter(None, (source.file_name, digest)))
