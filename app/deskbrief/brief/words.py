"""Sections of the reader's own words: paragraphs and lists beside a rule, which cite nothing and say so."""

from __future__ import annotations

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.markdown import paragraphs
from deskbrief.brief.notes import said
from deskbrief.brief.stack import Frame, Inset, Look
from deskbrief.brief.styles import ASIDE, MUTED
from deskbrief.document.plan import PlanSection

#: What stands under such a section, so that nobody takes it for the source.
SAID_BY = "The reader’s own words, not taken from the source"
BAR, INDENT = 1.2, 9.6


def words(context: Context, section: PlanSection) -> list[Block]:
    """Return the reader's paragraphs beside a grey rule, and the line that says whose they are."""
    blocks: list[Block] = []
    for row in section.words:
        node = context.root.add("Div")
        lines = list(said(context, paragraphs(row.body), node))
        for line in lines[1:]:
            line.before = 3.0
        if lines:
            frame = Frame(lines, Inset(left=INDENT), Look(bar=MUTED, bar_width=BAR))
            frame.before = 5.0
            blocks.append(frame)
    aside = context.text(SAID_BY, ASIDE, context.root.add("P"))
    aside.before = 3.5
    return [*blocks, aside]
