"""The bookmarks of a PDF, and the paragraphs that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.importers.html_extract import key_of
from deskbrief.importers.pdf_paragraphs import Paragraph

#: The most bookmarks that are read.
MOST_BOOKMARKS = 5_000
#: The longest heading in code points.
LONGEST = 220
#: Bookmarks of at least this many letters may have been cut.
CUT = 50
#: How many letters of titles are compared where they are matched by their order.
COMPARED = 40
#: How many pairs of titles are compared at most.
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the PDF's own outline: its title, its depth from 1, and its page from 0 (-1 = nowhere)."""

    title: str
    level: int
    page: int


def bookmarks_of(file: pypdfium2.PdfDocument) -> Iterator[Bookmark]:
    """Yield the bookmarks of `file`, as far as they can be read."""
    try:
        for count, entry in enumerate(file.get_toc(max_depth=8)):
            if count >= MOST_BOOKMARKS:
                return
            goal = entry.get_dest() or _goal_of_action(file, entry)
            page = goal.get_index() if goal else None
            yield Bookmark(entry.get_title()[:400], entry.level + 1, -1 if page is None else page)
    except (pypdfium2.PdfiumError, ValueError):
        return


def _goal_of_action(file: pypdfium2.PdfDocument, entry: pypdfium2.PdfBookmark) -> pypdfium2.PdfDest | None:
    """Return where the action of a bookmark leads inside `file`; the action itself is never run."""
    action = pdfium.FPDFBookmark_GetAction(entry.raw)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_GOTO:
        return None
    goal = pdfium.FPDFAction_GetDest(file.raw, action)
    return pypdfium2.PdfDest(goal, file) if goal else None


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
    two = [key_of(paragraph.words)[:COMPARED] for paragraph in likely]
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
        text = key_of(paragraph.words)
        longest = LONGEST if len(title) >= CUT else 1.15 * len(key) + 4
        if text == key or (len(key) > 12 and text.startswith(key) and len(text) < longest):
            return [paragraph]
        if text and len(text) > 3 and key.startswith(text) and index + 1 < len(waiting):
            both = text + key_of(waiting[index + 1].words)
            if both == key:
                return [paragraph, waiting[index + 1]]
    return []
