"""What stands on every page around the text: the foot, and a running head from page two on."""

from __future__ import annotations

from deskbrief.brief.characters import plain
from deskbrief.brief.geometry import Area
from deskbrief.brief.lines import Run
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import MARKING, MASTHEAD, STRONG_RULE, Paper, Style
from deskbrief.brief.text import Typesetter
from deskbrief.brief.textblock import TextBlock
from deskbrief.document.plan import BriefPlan

#: The baseline grid of head and foot, in points from the edge of the paper.
HEAD_TOP, FOOT_BOTTOM = 22.0, 44.0
GAP = 14.0
#: More characters than this never fit one line.
MOST_CHARACTERS = 240
#: Words of a running head with its marking: more would be taken for text that no reader is told of.
HEAD_WORDS = 7
#: Characters of a file's name in the foot.
NAME_LENGTH = 44
PROGRAM = "made with Deskbrief"


class Furniture:
    """Draws head and foot of the pages of one plan, in which `coded` characters are shown as codes."""

    def __init__(self, plan: BriefPlan, setter: Typesetter, paper: Paper, coded: int = 0) -> None:
        self._plan = plan
        self._setter = setter
        self._paper = paper
        self._words = footer_words(plan, coded)

    def draw(self, sheet: Sheet, page: int, pages: int, root: Node) -> None:
        """Draw what belongs on `page` of `pages`, counted from 1.

        Where the brief comes from is read aloud once, at its end; all other heads and feet are artifacts.
        """
        self._draw_foot(sheet, f"{page} / {pages}", root.add("P") if page == pages else None)
        if page > 1:
            self._draw_head(sheet)

    def _draw_foot(self, sheet: Sheet, folio: str, node: Node | None) -> None:
        top = self._paper.height - FOOT_BOTTOM
        area = Area(self._paper.side, top + 5.0, self._paper.column, MASTHEAD.leading)
        sheet.rule(area.left, top, area.width, STRONG_RULE)
        number = self._line(folio, MASTHEAD, None, align=1.0)
        left = self._cut(self._words, MASTHEAD, area.width - number.natural_width() - GAP, node)
        left.draw(sheet, area)
        number.draw(sheet, area)

    def _draw_head(self, sheet: Sheet) -> None:
        area = Area(self._paper.side, HEAD_TOP, self._paper.column, MASTHEAD.leading)
        sheet.rule(area.left, HEAD_TOP + 16.0, area.width, STRONG_RULE)
        marking = self._cut(self._plan.marking, MARKING, area.width / 2, None, align=1.0)
        room = area.width - marking.natural_width() - GAP
        self._cut(short_title(self._plan.title, self._plan.marking), MASTHEAD, room, None).draw(sheet, area)
        marking.draw(sheet, area)

    def _cut(
        self, text: str, style: Style, width: float, node: Node | None, *, align: float = 0.0
    ) -> TextBlock:
        """Return `text` on one line, shortened by an ellipsis to `width` where it must be."""
        text = plain(text)
        if len(text) <= MOST_CHARACTERS:
            whole = self._line(text, style, node, align=align)
            if whole.natural_width() <= width:
                return whole
        low, high = 0, min(len(text), MOST_CHARACTERS)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._line(f"{text[:middle]}…", style, None).natural_width() <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        # A word is cut only where it is long.
        space = text.rfind(" ", low * 3 // 4, low + 1)
        return self._line(f"{text[: space if space > 0 else low].rstrip()}…", style, node, align=align)

    def _line(self, text: str, style: Style, node: Node | None, *, align: float = 0.0) -> TextBlock:
        return TextBlock(self._setter, [Run(text, style)], node, align=align)


def short_title(title: str, marking: str = "") -> str:
    """Return the first words of `title`, for running heads in which `marking` stands, too."""
    words, most = title.split(), max(HEAD_WORDS - len(marking.split()), 3)
    if len(words) <= most:
        return title
    # A title that quotes is still a quote when it is cut.
    close = "”" if title.startswith("“") and title.endswith("”") else ""
    return " ".join(words[:most]).rstrip(",;:") + f"…{close}"


def footer_words(plan: BriefPlan, coded: int = 0) -> str:
    """Return what the foot says: the source's file and hash, and how many of the brief's quotes it holds.

    `coded` characters that no face has are shown as codes, so that quotes cannot be read as they are.
    """
    quotes = _quote_words(plan)
    if coded:
        quotes += f", {coded:,} character{'s' if coded > 1 else ''} shown as codes"
    return " · ".join(filter(None, (*_source_words(plan), quotes, PROGRAM)))


def _source_words(plan: BriefPlan) -> tuple[str, ...]:
    if plan.others:
        return (f"{len(plan.sources)} sources",)
    digest = f"sha256 {plan.source.sha256[:8]}" if plan.source.sha256 else ""
    return short_name(plan.source.file_name), digest


def _quote_words(plan: BriefPlan) -> str:
    if any(section.passages for section in plan.sections):
        noted = any(row.marks or row.notes for section in plan.sections for row in section.passages)
        return "source text with the reader’s marks" if noted else "source text"
    verified = sum(reference.verified for reference in plan.references)
    return f"{verified} of {len(plan.references)} quotes verified" if plan.references else "no quotes"


def short_name(name: str) -> str:
    """Return a file's name, in its middle cut when it is long, so that the words after it have room."""
    return name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 16]}…{name[-15:]}"
