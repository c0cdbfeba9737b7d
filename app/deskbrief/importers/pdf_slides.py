"""Slides saved as a PDF: the line at the top of each is its title, whatever it looks like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from deskbrief.document.model import BlockKind
from deskbrief.importers.pdf_lines import Page
from deskbrief.importers.pdf_paragraphs import Paragraph

#: The fewest slides, and the most letters on one of them as a rule.
FEWEST, MOST_LETTERS = 5, 1_200
#: The share of the pages that have a title; the share of titles at one height, in so many points.
SHARE, MOST, HEIGHT = 0.5, 0.6, 4.0
#: The longest title, in letters and in lines.
LONGEST, MOST_LINES = 120, 2


def are_slides(pages: Sequence[Page]) -> bool:
    """Tell whether `pages` are slides: wider than high, with few words on each."""
    if len(pages) < FEWEST or any(page.width <= page.height for page in pages):
        return False
    letters = sorted(sum(len(line.text) for line in page.lines) for page in pages)
    return letters[len(letters) // 2] <= MOST_LETTERS


def mark_slide_titles(
    paragraphs: Sequence[Paragraph], pages: Sequence[Page], title: Paragraph | None
) -> None:
    """Make headings of the titles of slides, below those that bookmarks and looks have made."""
    if not are_slides(pages):
        return
    first: dict[int, Paragraph] = {}
    for paragraph in paragraphs:
        first.setdefault(paragraph.lines[0].page, paragraph)
    able = [one for one in first.values() if one is not title and _may_be_title(one)]
    titles = _at_one_height(able) or _of_one_face(able)
    if len(titles) < SHARE * len(pages):
        return
    told = Counter(one.level for one in titles if one.kind is BlockKind.HEADING)
    others = [one.level for one in paragraphs if one.kind is BlockKind.HEADING]
    usual_level = told.most_common(1)[0][0] if sum(told.values()) > SHARE * len(titles) else 0
    level = usual_level or max(others, default=0) + 1
    for one in titles:
        if one.kind is BlockKind.PARAGRAPH:
            one.kind, one.level = BlockKind.HEADING, level


def _at_one_height(able: Sequence[Paragraph]) -> list[Paragraph]:
    """Return those that stand at the height at which most do, none when most do not."""
    heights = Counter(round(one.lines[0].top / HEIGHT) for one in able)
    usual = max(heights, key=heights.__getitem__, default=0)
    level = [one for one in able if abs(one.lines[0].top / HEIGHT - usual) <= 1]
    return level if len(level) >= MOST * len(able) else []


def _of_one_face(able: Sequence[Paragraph]) -> list[Paragraph]:
    """Return those in the letters of most: slides that are centred up and down have titles anywhere."""
    faces = Counter((one.face.font, one.face.size) for one in able)
    usual = max(faces, key=faces.__getitem__, default=("", 0.0))
    return [one for one in able if (one.face.font, one.face.size) == usual]


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    short = 1 < len(text) <= LONGEST and len(paragraph.lines) <= MOST_LINES
    whole = not text.endswith((".", ",", ";"))
    return short and whole and paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
