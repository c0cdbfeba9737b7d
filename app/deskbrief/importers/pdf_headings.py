"""Headings of a PDF: by its own bookmarks where it has some, else by size, weight and the space around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
#: Letters smaller than this share of the text's are those of no heading.
SMALLEST = 0.93
#: The share of the bookmarks that must be found in the text for them to be trusted alone.
TRUSTED = 0.6
#: Bookmarks of at least this many letters may have been cut.
CUT = 50
#: How many letters of titles are compared where they are matched by their order.
COMPARED = 40
#: How many pairs of titles are compared at most.
LARGEST = 1_000_000

_ENDS = (".", ",", ";", "…", "?”")
_CODE_SIGNS = "_=;{}<>'\\"
_NEVER_FIRST = "“\"'(*["
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z]\.|[IVX]{1,5}\.|(?:Chapter|Appendix|Part|Section)\s\w{1,4})[.:)]?\s+\S"
)
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


def mark_headings(
    paragraphs: Sequence[Paragraph], usual: Face, bookmarks: Sequence[Bookmark], title: str
) -> None:
    """Make headings of those `paragraphs` that are some, with their levels.

    Where the first pages repeat the `title` of the document, or parts of it, that is no heading.
    """
    cover = cover_of(paragraphs, usual)
    whole = key_of(title)
    looks = {
        id(p): style_of(p)
        for p in headings_by_looks(paragraphs, usual)
        if p.lines[0].page not in cover and not (p.lines[0].page < 4 and key_of(p.text) in whole)
    }
    named, share = match_bookmarks(paragraphs, [p for p in paragraphs if id(p) in looks], bookmarks)
    if share >= TRUSTED and len(named) > 2:
        likely = _styles_of_named(paragraphs, named)
        found = {key: style for key, style in looks.items() if key in named or style in likely}
        _set_levels(paragraphs, found, named)
    else:
        _set_levels(paragraphs, looks, {})


def cover_of(paragraphs: Sequence[Paragraph], usual: Face) -> set[int]:
    """Return the number of the first page when it holds no running text while others do."""
    texts = {p.lines[0].page for p in paragraphs if len(p.text) > 200 and p.face.size == usual.size}
    return {0} if len(texts) > 2 and 0 not in texts else set()


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
    found: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        if id(paragraph) in likely and _heads(paragraphs, index, likely):
            found.append(paragraph)
    # A style that mostly stands on lines without text under them is that of figures or tables.
    kept = Counter(style_of(p) for p in found)
    return [p for p in found if kept[style_of(p)] >= 0.4 * frequent[style_of(p)]]


def _may_head(paragraph: Paragraph, usual: Face) -> bool:
    if not _reads_like_one(paragraph):
        return False
    face = paragraph.face
    if face.size >= LARGER * usual.size:
        return True
    if face.size < SMALLEST * usual.size:
        return False
    return (paragraph.bold and not usual.bold) or _stands_out(paragraph, usual)


def _reads_like_one(paragraph: Paragraph) -> bool:
    """Tell whether the words of `paragraph` may be those of a heading, whatever they look like."""
    text = paragraph.text.strip()
    if len(paragraph.lines) > MOST_LINES or not 2 < len(text) <= LONGEST or text.endswith(_ENDS):
        return False
    if paragraph.kind is BlockKind.LIST_ITEM:
        return paragraph.marker[:1].isalnum()
    letters = len(_LETTERS.findall(text))
    begins = not text[0].islower() and text[0] not in _NEVER_FIRST
    return paragraph.kind is BlockKind.PARAGRAPH and begins and letters >= max(2, 0.4 * len(text))


def _stands_out(paragraph: Paragraph, usual: Face) -> bool:
    """Tell whether a line no larger or bolder than the text stands apart, in capitals or italics."""
    text = paragraph.text
    if len(text) > 100 or len(paragraph.lines) > 2 or text.endswith(":"):
        return False
    if any(sign in _CODE_SIGNS for sign in text):
        return False
    italic = paragraph.italic and not usual.italic and len(text) < 80 and ":" not in text
    return paragraph.above > 1.4 * usual.size and (style_of(paragraph).capitals or italic)


def _heads(paragraphs: Sequence[Paragraph], index: int, likely: set[int]) -> bool:
    """Tell whether text follows the paragraph at `index`, or a heading that text follows."""
    around = (*paragraphs[max(index - 1, 0) : index], *paragraphs[index + 1 : index + 2])
    if paragraphs[index].kind is BlockKind.LIST_ITEM and _is_numbered_item(around):
        return False
    if paragraphs[index].marginal:
        return True
    for paragraph in paragraphs[index + 1 : index + 6]:
        if id(paragraph) in likely:
            continue
        return len(paragraph.text) > 50 or paragraph.kind is not BlockKind.PARAGRAPH
    return False


def _is_numbered_item(around: Sequence[Paragraph]) -> bool:
    return any(p.kind is BlockKind.LIST_ITEM and p.marker[:1].isalnum() for p in around)


def match_bookmarks(
    paragraphs: Sequence[Paragraph], likely: Sequence[Paragraph], bookmarks: Sequence[Bookmark]
) -> tuple[dict[int, int], float]:
    """Return the level of each paragraph that a bookmark names, by its identity, and the share found.

    Bookmarks that lead nowhere are looked for, in their order, among the paragraphs that are `likely`.
    """
    wanted = [bookmark for bookmark in bookmarks if key_of(bookmark.title)]
    placed = [bookmark for bookmark in wanted if bookmark.page >= 0]
    named = _named_on_pages(paragraphs, placed) if placed else _named_in_order(likely, wanted)
    found = len({id(bookmark) for bookmark in named.values()})
    levels = {key: bookmark.level for key, bookmark in named.items()}
    return levels, found / len(placed or wanted) if wanted else 0.0


def _named_on_pages(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> dict[int, Bookmark]:
    pages: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        pages.setdefault(paragraph.lines[0].page, []).append(paragraph)
    named: dict[int, Bookmark] = {}
    for bookmark in bookmarks:
        near = (bookmark.page, bookmark.page + 1, bookmark.page - 1)
        places = [paragraph for page in near for paragraph in pages.get(page, ())]
        for paragraph in _named(places, bookmark.title, named):
            named[id(paragraph)] = bookmark
    return named


def _named_in_order(likely: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> dict[int, Bookmark]:
    """Return which bookmark names which of the `likely` paragraphs when both are in the same order."""
    one = [key_of(bookmark.title)[:COMPARED] for bookmark in bookmarks]
    two = [key_of(paragraph.text)[:COMPARED] for paragraph in likely]
    return {
        id(likely[at]): bookmarks[number]
        for number, at in common_order(one, two[: LARGEST // max(len(one), 1)])
    }


def common_order(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of places of a longest common subsequence (Wagner and Fischer, 1974)."""
    lengths = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        row, below = lengths[i], lengths[i + 1]
        for j in range(len(two) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if one[i] == two[j] else max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(one) and j < len(two):
        if one[i] == two[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _named(places: Iterable[Paragraph], title: str, taken: Mapping[int, Bookmark]) -> list[Paragraph]:
    """Return the paragraph that is `title`, or two that follow one another and are it together.

    Programs cut long titles, most often after 60 letters: the paragraph may be longer then.
    """
    waiting = [p for p in places if len(p.text) < 2 * LONGEST]
    key = key_of(title)
    for index, paragraph in enumerate(waiting):
        if id(paragraph) in taken or paragraph.table is not None:
            continue
        text = key_of(paragraph.text)
        longest = LONGEST if len(title) >= CUT else 1.15 * len(key) + 4
        if text == key or (len(key) > 12 and text.startswith(key) and len(text) < longest):
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


def _levels_of_styles(paragraphs: Sequence[Paragraph], named: dict[int, int]) -> dict[Style, int]:
    """Return the level that bookmarks mostly give to each style."""
    counts: dict[Style, Counter[int]] = {}
    for paragraph in paragraphs:
        if id(paragraph) in named:
            counts.setdefault(style_of(paragraph), Counter())[named[id(paragraph)]] += 1
    return {style: levels.most_common(1)[0][0] for style, levels in counts.items()}


def join_headings(paragraphs: list[Paragraph]) -> None:
    """Join headings of one style that stand close together on a page: one title over several lines."""
    index = 0
    while index + 1 < len(paragraphs):
        one, two = paragraphs[index], paragraphs[index + 1]
        gap = two.lines[0].base - one.lines[-1].base
        if (
            one.kind is two.kind is BlockKind.HEADING
            and one.lines[-1].page == two.lines[0].page
            and style_of(one) == style_of(two)
            and 0 < gap < 1.45 * one.size
            and not _NUMBERED.match(two.text)
        ):
            one.lines += paragraphs.pop(index + 1).lines
        else:
            index += 1


def _set_levels(paragraphs: Sequence[Paragraph], found: dict[int, Style], named: dict[int, int]) -> None:
    counts = Counter(found.values())
    most = max(counts.values(), default=0)
    # A style that is used once or twice, such as that of a part's title, takes no level away from others.
    styles = sorted((style for style in counts if counts[style] > 2 or most < 6), reverse=True)
    known = _levels_of_styles(paragraphs, named)
    above = 0
    for paragraph in paragraphs:
        if id(paragraph) in named:
            paragraph.kind, paragraph.level = BlockKind.HEADING, named[id(paragraph)]
        elif id(paragraph) in found:
            paragraph.kind = BlockKind.HEADING
            style = found[id(paragraph)]
            rank = max(sum(other > style for other in styles) + (style in styles), 1)
            level = known.get(style) or (min(rank, above + 1) if named else rank)
            paragraph.level = number_depth(paragraph.text) or level
        if paragraph.kind is BlockKind.HEADING:
            above = paragraph.level
