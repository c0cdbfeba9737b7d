"""Headings of a PDF: by its own list of bookmarks where it has one, else by size, weight and the space around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.office_headings import number_depth
from deskbrief.importers.pdf_glyphs import Face
from deskbrief.importers.pdf_paragraphs import Paragraph

#: The longest heading in code points, and in lines.
LONGEST, MOST_LINES = 220, 6
#: Letters this many times as large as the text's are those of headings.
LARGER = 1.07
#: The share of the bookmarks that must be found in the text for them to be trusted alone.
TRUSTED = 0.6

_ENDS = (".", ",", ";", "…", "?”")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z]\.|[IVX]{1,5}\.|(?:Chapter|Appendix|Part|Section)\s\w{1,4})[.:)]?\s+\S")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the PDF's own outline: its title, its depth from 1, and its page from 0 (-1 = nowhere)."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True, order=True)
class Style:
    """What a heading looks like, for telling levels: larger, bold, capital letters come first."""

    size: float
    bold: bool
    capitals: bool
    upright: bool


def mark_headings(paragraphs: Sequence[Paragraph], usual: Face, bookmarks: Sequence[Bookmark]) -> None:
    """Make headings of those `paragraphs` that are some, with their levels."""
    looks = {id(p): style_of(p) for p in headings_by_looks(paragraphs, usual)}
    named, share = match_bookmarks(paragraphs, bookmarks)
    if share >= TRUSTED and len(named) > 2:
        likely = _styles_of_named(paragraphs, named)
        found = {key: style for key, style in looks.items() if key in named or style in likely}
        _set_levels(paragraphs, found, named)
    else:
        _set_levels(paragraphs, looks, {})


def style_of(paragraph: Paragraph) -> Style:
    """Return the style of `paragraph`."""
    letters = "".join(_LETTERS.findall(paragraph.text))
    capitals = letters.isupper() and len(letters) > 3
    size = round(max(line.size for line in paragraph.lines) * 2) / 2
    return Style(size, paragraph.bold, capitals, not paragraph.italic)


def headings_by_looks(paragraphs: Sequence[Paragraph], usual: Face) -> list[Paragraph]:
    """Return the paragraphs that look like headings and have text under them."""
    candidates = [p for p in paragraphs if _may_head(p, usual)]
    frequent = Counter(style_of(p) for p in candidates)
    likely = {id(p) for p in candidates}
    found = []
    for index, paragraph in enumerate(paragraphs):
        if id(paragraph) in likely and _heads(paragraphs, index, likely):
            found.append(paragraph)
    # A style that mostly stands on lines without text under them is that of figures or tables.
    kept = Counter(style_of(p) for p in found)
    return [p for p in found if kept[style_of(p)] >= 0.4 * frequent[style_of(p)]]


def _may_head(paragraph: Paragraph, usual: Face) -> bool:
    text = paragraph.text.strip()
    if paragraph.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or len(paragraph.lines) > MOST_LINES:
        return False
    if paragraph.kind is BlockKind.LIST_ITEM and not paragraph.marker[:1].isalnum():
        return False
    if not 2 < len(text) <= LONGEST or text.endswith(_ENDS) or len(_LETTERS.findall(text)) < max(2, 0.4 * len(text)):
        return False
    if text[0].islower() or text[0] in "“\"'(*[":
        return False
    face = paragraph.face
    if face.size >= LARGER * usual.size:
        return True
    if face.size < 0.93 * usual.size:
        return False
    if paragraph.bold and not usual.bold:
        return True
    if len(text) > 100 or len(paragraph.lines) > 2:
        return False
    style = style_of(paragraph)
    apart = paragraph.above > 1.4 * usual.size
    italic = paragraph.italic and not usual.italic and len(text) < 80 and ":" not in text
    return apart and (style.capitals or italic) and not text.endswith(":")


def _heads(paragraphs: Sequence[Paragraph], index: int, likely: set[int]) -> bool:
    """Tell whether text follows the paragraph at `index`, or a heading that text follows."""
    for paragraph in paragraphs[index + 1 : index + 6]:
        if id(paragraph) in likely:
            continue
        return len(paragraph.text) > 50 or paragraph.kind is not BlockKind.PARAGRAPH
    return False


def match_bookmarks(
    paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]
) -> tuple[dict[int, int], float]:
    """Return the level of each paragraph that a bookmark names, by its identity, and the share that was found."""
    pages: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        pages.setdefault(paragraph.lines[0].page, []).append(paragraph)
    named: dict[int, int] = {}
    hits = 0
    wanted = [bookmark for bookmark in bookmarks if bookmark.page >= 0 and key_of(bookmark.title)]
    for bookmark in wanted:
        places = (*pages.get(bookmark.page, ()), *pages.get(bookmark.page + 1, ()), *pages.get(bookmark.page - 1, ()))
        found = _named(places, key_of(bookmark.title), named)
        if found:
            hits += 1
            for paragraph in found:
                named[id(paragraph)] = bookmark.level
    return named, hits / len(wanted) if wanted else 0.0


def _named(places: Iterable[Paragraph], key: str, taken: dict[int, int]) -> list[Paragraph]:
    """Return the paragraph whose text has `key`, or several that follow one another and have it together."""
    waiting = list(places)
    for index, paragraph in enumerate(waiting):
        if id(paragraph) in taken or paragraph.table is not None:
            continue
        text = key_of(paragraph.text)
        if text == key or (len(key) > 12 and text.startswith(key) and len(text) < 1.15 * len(key) + 4):
            return [paragraph]
        if text and len(text) > 3 and key.startswith(text) and index + 1 < len(waiting):
            both = text + key_of(waiting[index + 1].text)
            if both == key:
                return [paragraph, waiting[index + 1]]
    return []


def _styles_of_named(paragraphs: Sequence[Paragraph], named: dict[int, int]) -> set[Style]:
    """Return the styles of which most paragraphs are named by bookmarks."""
    all_of: Counter[Style] = Counter()
    held: Counter[Style] = Counter()
    for paragraph in paragraphs:
        if paragraph.table is None and len(paragraph.text) < LONGEST:
            all_of[style_of(paragraph)] += 1
            held[style_of(paragraph)] += id(paragraph) in named
    return {style for style, count in held.items() if count > 1 and count >= 0.6 * all_of[style]}


def _set_levels(paragraphs: Sequence[Paragraph], found: dict[int, Style], named: dict[int, int]) -> None:
    styles = sorted(set(found.values()), reverse=True)
    above = 0
    for paragraph in paragraphs:
        if id(paragraph) in named:
            paragraph.kind, paragraph.level = BlockKind.HEADING, named[id(paragraph)]
        elif id(paragraph) in found:
            paragraph.kind = BlockKind.HEADING
            rank = styles.index(found[id(paragraph)]) + 1
            paragraph.level = number_depth(paragraph.text) or (min(rank, above + 1) if named else rank)
        if paragraph.kind is BlockKind.HEADING:
            above = paragraph.level
