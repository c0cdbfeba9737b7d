"""What stands on every page around the text, as artifacts: the foot, and a running head from page two on."""

from __future__ import annotations

from deskbrief.brief.blocks import TextBlock
from deskbrief.brief.characters import plain
from deskbrief.brief.sheet import Area, Sheet
from deskbrief.brief.styles import MARKING, MASTHEAD, STRONG_RULE, Paper, Style
from deskbrief.brief.text import Run, Typesetter
from deskbrief.document.plan import BriefPlan

#: The baseline grid of head and foot, in points from the edge of the paper.
HEAD_TOP, FOOT_BOTTOM = 20.0, 44.0
GAP = 14.0
#: More characters than this never fit one line.
MOST_CHARACTERS = 240
PROGRAM = "made with Deskbrief"


class Furniture:
    """Draws head and foot of the pages of one plan."""

    def __init__(self, plan: BriefPlan, setter: Typesetter, paper: Paper) -> None:
        self._plan = plan
        self._setter = setter
        self._paper = paper

    def draw(self, sheet: Sheet, page: int, pages: int) -> None:
        """Draw what belongs on `page` of `pages`, counted from 1."""
        top = self._paper.height - FOOT_BOTTOM
        sheet.rule(self._paper.side, top, self._paper.column, STRONG_RULE)
        self._pair(sheet, top + 5.0, footer_words(self._plan), f"{page} / {pages}")
        if page > 1:
            self._pair(sheet, HEAD_TOP, self._plan.title, self._plan.marking)
            sheet.rule(self._paper.side, HEAD_TOP + 16.0, self._paper.column, STRONG_RULE)

    def _pair(self, sheet: Sheet, top: float, left: str, right: str) -> None:
        """Draw two texts at the ends of one line, in the marking's style where that is one of them."""
        column = self._paper.column
        area = Area(self._paper.side, top, column, MASTHEAD.leading)
        end = self._cut(right, MARKING if right == self._plan.marking else MASTHEAD, column / 2, align=1.0)
        end.draw(sheet, area)
        self._cut(left, MASTHEAD, column - end.natural_width() - GAP, align=0.0).draw(sheet, area)

    def _cut(self, text: str, style: Style, width: float, *, align: float) -> TextBlock:
        """Return `text` on one line, shortened by an ellipsis to `width` where it must be."""
        text = plain(text)
        if len(text) <= MOST_CHARACTERS:
            whole = self._line(text, style, align)
            if whole.natural_width() <= width:
                return whole
        low, high = 0, min(len(text), MOST_CHARACTERS)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._line(f"{text[:middle]}…", style, align).natural_width() <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        return self._line(f"{text[:low].rstrip()}…", style, align)

    def _line(self, text: str, style: Style, align: float) -> TextBlock:
        return TextBlock(self._setter, [Run(text, style)], None, align=align)


def footer_words(plan: BriefPlan) -> str:
    """Return what the foot says: the source's file and hash, and how many of the brief's quotes it holds."""
    verified = sum(reference.verified for reference in plan.references)
    quotes = f"{verified} of {len(plan.references)} quotes verified" if plan.references else "no quotes"
    digest = f"sha256 {plan.source.sha256[:8]}" if plan.source.sha256 else ""
    return " · ".join(filter(None, (plan.source.file_name, digest, quotes, PROGRAM)))
