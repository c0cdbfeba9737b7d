"""The references: each numbered passage with its place, exact quote, and a link back to its citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.brief.blocks import Block
from deskbrief.brief.columns import TwoColumns
from deskbrief.brief.context import Context, citing_place, reference_place
from deskbrief.brief.fonts import Face
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import ACCENT, SMALL, WARNING
from deskbrief.brief.text import Run
from deskbrief.document.plan import Reference

#: So many references run on in one paragraph: enough to be compact, few enough to be set quickly.
IN_PARAGRAPH = 40
#: Between two references: an em space on each side of a break opportunity.
APART = "\u00a0\u00a0 "


def references(context: Context, cited: Sequence[Reference]) -> list[Block]:
    """Return the list of references, run in, in two columns so that its small type has short lines."""
    return [_paragraph(context, cited[at : at + IN_PARAGRAPH]) for at in range(0, len(cited), IN_PARAGRAPH)]


def _paragraph(context: Context, cited: Sequence[Reference]) -> Block:
    node = context.root.add("P")
    runs = [run for reference in cited for run in _runs(context, reference)]
    block = TwoColumns(context.paragraph(runs, node))
    block.before = 3.0
    return block


def _runs(context: Context, reference: Reference) -> Iterator[Run]:
    note = Node("Note", identifier=reference_place(reference.number))
    link = Node("Link", parent=note)
    number = SMALL.with_face(Face.SANS_BOLD).coloured(ACCENT)
    yield Run(
        str(reference.number),
        number,
        node=link,
        link=citing_place(reference.number),
        says=f"Back to where reference {reference.number} is cited",
        place=reference_place(reference.number),
    )
    where = reference.locator
    if not context.plan.one_page and reference.section:
        where = f"{where}, {reference.section}"
    yield Run(f"\u00a0{where} “{reference.quote}”", SMALL, node=note)
    if not reference.verified:
        yield Run(" (not found in the source)", SMALL.with_face(Face.SANS_BOLD).coloured(WARNING), node=note)
    yield Run(APART, SMALL, node=note)
