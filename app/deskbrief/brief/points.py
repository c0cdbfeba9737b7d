"""The bottom line, and what the source says."""

from __future__ import annotations

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.fonts import Face
from deskbrief.brief.stack import Frame, Inset, Look
from deskbrief.brief.styles import ACCENT, BAND, BODY, BOTTOM_LINE
from deskbrief.document.plan import PlanSection, Statement

BULLET = "•"


def bottom_line(context: Context, statement: Statement) -> Block:
    """Return the bottom line in its box."""
    runs = context.cited_runs(statement.text, BOTTOM_LINE, statement.references)
    paragraph = context.paragraph(runs, context.root.add("P"))
    look = Look(ground=BAND, bar=ACCENT, bar_width=3.0)
    box = Frame([paragraph], Inset(left=13.5, right=13.5, top=7.0, bottom=8.0), look)
    box.before = 10.0
    return box


def points(context: Context, section: PlanSection) -> list[Block]:
    """Return the section's statements as a list."""
    bullets = context.root.add("L")
    blocks: list[Block] = []
    for statement in section.points:
        item = bullets.add("LI")
        label = context.text(BULLET, BODY.with_face(Face.SANS), item.add("Lbl"))
        runs = context.cited_runs(statement.text, BODY, statement.references)
        body = context.paragraph(runs, item.add("LBody"))
        block = Frame([body], Inset(left=13.5), label=label)
        block.before = 3.0
        blocks.append(block)
    return blocks
