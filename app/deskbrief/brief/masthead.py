"""The head of a brief: its logo, who prepared it and when, its marking, title and source."""

from __future__ import annotations

from datetime import date

from deskbrief.brief.blocks import Block, RuleBlock
from deskbrief.brief.characters import plain
from deskbrief.brief.context import Context
from deskbrief.brief.heading import title_heading
from deskbrief.brief.logo import LogoBlock
from deskbrief.brief.picture import Picture
from deskbrief.brief.stack import Frame, Inset
from deskbrief.brief.styles import ASIDE, MARKING, MASTHEAD, MEASURE, SOURCE, STRONG_RULE
from deskbrief.brief.table import Columns, Row

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
#: The marking takes at most this share of the line.
MARKING_SHARE = 0.45
GUTTER = 14.0


def masthead(context: Context) -> list[Block]:
    """Return the blocks of the head, down to the source line."""
    first_line = _first_line(context)
    rule = RuleBlock(STRONG_RULE, before=5.0)
    heading = title_heading(context)
    others = len(context.plan.others)
    words = f"{others + 1} sources, listed at the end" if others else context.plan.source.line
    source = context.text(words, SOURCE, context.root.add("P"))
    source.before = 2.0
    blocks = [first_line, rule, heading, source]
    if not others:
        blocks += [_remark(context, words) for words in context.plan.source.remarks]
    return blocks


def _remark(context: Context, words: str) -> Block:
    remark = Frame([context.text(words, ASIDE, context.root.add("P"))], Inset(right=2 * MEASURE))
    remark.before = 3.5
    return remark


def prepared_words(prepared: str, author: str) -> str:
    """Return "Brief · prepared 22 November 2026 by A. Reader", as far as these are known."""
    by = f" by {author}" if author.strip() else ""
    day = long_date(prepared)
    return f"Brief · prepared {day}{by}" if day else f"Brief{by}"


def long_date(iso: str) -> str:
    """Return a date in ISO 8601 as "22 November 2026"; what is not one is returned as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _first_line(context: Context) -> Block:
    """Return who prepared the brief and its marking, and before them the logo, if there is one.

    All stand on the rule below them, however high the logo is.
    """
    plan, column = context.plan, context.paper.column
    picture = Picture(plan.logo) if plan.logo else None
    if picture and plan.logo:
        words = plain(plan.logo.words)
        figure = context.root.add("Figure", alternative=words) if words else None
        width, height = picture.size
        cells: list[Block] = [LogoBlock(picture, figure)]
        widths, inset = [width], Inset(top=max(height - MASTHEAD.leading, 0.0))
    else:
        cells, widths, inset = [], [], Inset()
    column -= sum(widths) + GUTTER * len(widths)
    left = context.text(prepared_words(plan.prepared, plan.author), MASTHEAD, context.root.add("P"))
    node = context.root.add("P")
    right = context.text(plan.marking, MARKING, node, align=1.0)
    share = min(right.natural_width() + 0.1, MARKING_SHARE * column)
    cells += [Frame([left], inset), Frame([right], inset)]
    return Row(cells, Columns((*widths, column - share - GUTTER, share), GUTTER, padding=0.0))
