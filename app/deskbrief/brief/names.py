"""The names: one run-in paragraph for each kind, with how often the source mentions them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.fonts import Face
from deskbrief.brief.lines import Run
from deskbrief.brief.stack import Frame, Inset
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import MEASURE, MUTED, NOTE
from deskbrief.document.plan import NameRow, PlanSection

#: What each kind of name is called in the plural; other kinds go by their own word.
KINDS = {"person": "People", "organisation": "Organisations", "place": "Places", "other": "Other names"}


def names(context: Context, section: PlanSection) -> list[Block]:
    """Return one paragraph for each kind of name, in the order in which the kinds first occur."""
    kinds = dict.fromkeys(row.kind for row in section.names)
    return [_paragraph(context, kind, [row for row in section.names if row.kind == kind]) for kind in kinds]


def _paragraph(context: Context, kind: str, rows: Sequence[NameRow]) -> Block:
    title = KINDS.get(kind, kind.capitalize() or KINDS["other"])
    # Words between links are elements of their own: content of the paragraph itself is taken to come first.
    words = Node("Span")
    runs = [Run(f"{title}  ", NOTE.with_face(Face.SANS_BOLD), node=words)]
    for row in rows:
        runs.append(Run(row.name, NOTE, node=words))
        if row.mentions > 1:
            runs.append(Run(f"\u00a0×{row.mentions:,}", NOTE.coloured(MUTED), node=words))
        marks = context.marks(NOTE, row.references)
        runs += (mark if mark.node else replace(mark, node=words) for mark in marks)
        words = Node("Span") if marks else words
        runs.append(Run("." if row is rows[-1] else ", ", NOTE, node=words))
    block = Frame([context.paragraph(runs, context.root.add("P"))], Inset(right=MEASURE))
    block.before = 3.0
    return block
