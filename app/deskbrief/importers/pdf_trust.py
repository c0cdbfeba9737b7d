"""Whether the tags of a PDF can be believed: many files have some that name nothing, or the wrong things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deskbrief.document.model import BlockKind
from deskbrief.importers.pdf_bookmarks import Bookmark, match_bookmarks
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_lines import Line
from deskbrief.importers.pdf_paragraphs import Paragraph
from deskbrief.importers.pdf_tagged import Tagged

#: The share of the letters that elements must own, and that headings may hold.
OWNED, HEADED = 0.95, 0.25
#: The share of the bookmarks that must be found to count, and of those found that must be headings.
TRUSTED, AGREED = 0.6, 0.8
#: The longest heading, and how much larger than the text letters are that must be those of headings.
LONGEST, LARGER = 220, 1.15
#: So many of a kind may be wrong: lines that look like headings for each that is one, steps back up a page,
#: paragraphs that are cut into lines, headings inside items of lists.
MISSED, BACK, CUT, INSIDE = 0.15, 0.03, 0.1, 0.02


def is_good(found: Tagged, usual: Face) -> bool:
    """Tell whether the tags of a document own its text, name its headings and hold together."""
    heads = [p for p in found.paragraphs if p.kind is BlockKind.HEADING]
    if not heads or not _covers(found):
        return False
    texts = [p for p in found.paragraphs if p.kind is BlockKind.PARAGRAPH]
    missed = sum(_looks_like_heading(p, usual) for p in texts)
    inside = sum(p.item > 0 for p in heads)
    return (
        _are_headings(heads, found.paragraphs)
        and missed <= max(MISSED * len(heads), 1)
        and inside <= INSIDE * len(heads)
        and _goes_down(found.paragraphs)
        and _are_whole(texts)
    )


def agrees(found: Tagged, bookmarks: Sequence[Bookmark]) -> bool:
    """Tell whether what the bookmarks of the file name are headings by its tags, if they name anything."""
    heads = [p for p in found.paragraphs if p.kind is BlockKind.HEADING]
    named, share = match_bookmarks(found.paragraphs, heads, bookmarks)
    if share < TRUSTED or len(named) < 3:
        return True
    return sum(id(p) in named for p in heads) >= AGREED * len(named)


def _covers(found: Tagged) -> bool:
    """Tell whether elements own most of the text."""
    owned = sum(_letters(p.lines) for p in found.paragraphs) + _letters((*found.contents, *found.in_figures))
    return owned >= OWNED * (owned + _letters(found.loose))


def _letters(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _are_headings(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether what is named so is short, and no more than headings can be."""
    long = sum(len(p.text) > LONGEST for p in heads)
    share = sum(_letters(p.lines) for p in heads) / max(sum(_letters(p.lines) for p in paragraphs), 1)
    return long <= 0.05 * len(heads) and (share <= HEADED or len(paragraphs) < 3 * len(heads))


def _looks_like_heading(paragraph: Paragraph, usual: Face) -> bool:
    """Tell whether a paragraph is short and larger than the text; the first page may hold anything."""
    short = 3 < len(paragraph.text) < 120 and len(paragraph.lines) < 4
    return short and paragraph.lines[0].page > 0 and paragraph.size >= LARGER * usual.size


def _goes_down(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether each paragraph stands below the one before it in its column, but for a few."""
    steps = list(_steps([p for p in paragraphs if p.kind is not BlockKind.FOOTNOTE]))
    return sum(not down for down in steps) <= max(BACK * len(steps), 1)


def _steps(paragraphs: Sequence[Paragraph]) -> Iterator[bool]:
    """Yield of each paragraph under or over the one before it on its page whether it is under it."""
    for one, two in pairwise(paragraphs):
        last, first = one.lines[-1], two.lines[0]
        beside = min(last.right, first.right) - max(last.left, first.left) > 0
        if last.page == first.page and beside:
            yield first.bottom > last.top


def _are_whole(texts: Sequence[Paragraph]) -> bool:
    """Tell whether paragraphs are whole: few go on in small letters after no end of a sentence."""
    cut = sum(
        one.lines[-1].page == two.lines[0].page
        and two.text[:1].islower()
        and one.text.rstrip()[-1:].isalpha()
        and abs(one.size - two.size) < 1
        for one, two in pairwise(texts)
    )
    return cut <= max(CUT * len(texts), 1)
