"""Pages of a PDF that are pictures without text: which they are, and what the text has in their place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.gallery import Gallery
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.pdf_bookmarks import Bookmark
from deskbrief.importers.pdf_box import Box
from deskbrief.importers.pdf_drawer import Drawer
from deskbrief.importers.pdf_lines import Page
from deskbrief.importers.pdf_origins import origin_of
from deskbrief.importers.pdf_paragraphs import Paragraph

#: A page with fewer letters than this may be a picture.
FEWEST_LETTERS = 8
#: Pictures on a page with a stamp cover more of it; those that cover less than the second may be ornaments.
COVERED, LEAST_COVERED = 0.5, 0.05
#: How wide a page is drawn to see whether there is anything on it, in pixels; dots differ from the ground by
#: more than so many steps of 255, and something is drawn where so large a share of them does.
GLANCE, DIFFERENT, LEAST_DRAWN = 64, 16, 0.02
#: So many scanned pages of a file are shown as pictures in its text; the others are on its pages alone.
MOST_SHOWN = 40
#: Bookmarks lead to the blank page before the one that they are of, but no farther.
NEAR = 1
#: The reason under which specks are counted, and so many paragraphs of them are none.
SPECKS, FEWEST_SPECKS = "specks and lines of scanned pages", 10

#: What specks and lines are read as.
_SPECKS = re.compile(r"[Il|!](?:\s[Il|!]){0,200}")


def is_picture(page: pypdfium2.PdfPage, read: Page, sideways: str) -> bool:
    """Tell whether `page`, as it was `read`, holds something to look at and no text, not even `sideways`."""
    if sum(len(line.text) for line in read.lines) + len(sideways) >= FEWEST_LETTERS:
        return False
    if sum(box.area for box in read.pictures) > LEAST_COVERED * read.width * read.height:
        return True
    return pdfium.FPDFPage_CountObjects(page.raw) > 0 and _is_drawn(page)


def _is_drawn(page: pypdfium2.PdfPage) -> bool:
    """Tell whether more than a line or an even ground is seen on `page`: letters as shapes, or a picture."""
    width, height = page.get_size()
    scale = GLANCE / max(width, height / 4, 1.0)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    shades = Counter(bytes(bitmap.buffer))
    ground = shades.most_common(1)[0][0]
    drawn = sum(count for shade, count in shades.items() if abs(shade - ground) > DIFFERENT)
    return drawn > LEAST_DRAWN * shades.total()


def is_stamped(page: Page) -> bool:
    """Tell whether a page is a picture on which stands nothing but what all pages have at their edges."""
    whole = page.width * page.height
    return (
        not page.lines and bool(page.furniture) and any(box.area > COVERED * whole for box in page.pictures)
    )


class ScanDrafts:
    """Makes what stands in the text for pages without any: a figure for each, below the names they have."""

    def __init__(self, pages: Sequence[Page], scans: Sequence[int]) -> None:
        """Take all `pages`, and the numbers of those that are `scans`, from which their figures are taken."""
        self._scans = sorted(scans)
        self._pages = {page.number: page for page in pages}
        self._alts = {number: self._taken(self._pages[number]) for number in self._scans}

    @staticmethod
    def _taken(page: Page) -> str:
        """Take from a page its figures, since it is one as a whole, and return what the file says of them."""
        alt = " ".join(dict.fromkeys(words for _, words in page.told))
        page.pictures, page.told = [], []
        return alt

    def drafts(
        self, paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark], drawer: Drawer, gallery: Gallery
    ) -> dict[int, list[BlockDraft]]:
        """Return the drafts by the number of the paragraph that each stands before."""
        begins = [paragraph.lines[0].page for paragraph in paragraphs]
        names = self._names(paragraphs, bookmarks)
        # Where most pages are scans, the pages are shown and not the text.
        shown = self._scans[:MOST_SHOWN] if 2 * len(self._scans) <= len(self._pages) else []
        found: dict[int, list[BlockDraft]] = {}
        for number in self._scans:
            drafts = found.setdefault(bisect_left(begins, number), [])
            drafts += names.get(number, ())
            page = self._pages[number]
            draft = BlockDraft(
                BlockKind.FIGURE, alt=self._alts[number], source=origin_of(number, 0), scan=True
            )
            if number in shown:
                draft.picture = drawer.picture(Box(number, 0.0, 0.0, page.width, page.height), gallery)
            drafts.append(draft)
        return found

    def _names(
        self, paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]
    ) -> dict[int, list[BlockDraft]]:
        """Return headings by the page that a bookmark leads to, of those that no paragraph says."""
        names: dict[int, list[BlockDraft]] = {}
        said = {(p.lines[0].page, key_of(p.text)) for p in paragraphs if p.kind is BlockKind.HEADING}
        for bookmark in bookmarks:
            number = self._scan_at(bookmark.page)
            key = key_of(bookmark.title)
            near = range(bookmark.page - NEAR, bookmark.page + NEAR + 1)
            if number is None or not key or any((page, key) in said for page in near):
                continue
            pieces = [Piece(bookmark.title)]
            draft = BlockDraft(BlockKind.HEADING, pieces, level=bookmark.level, source=origin_of(number, 0))
            names.setdefault(number, []).append(draft)
        return names

    def _scan_at(self, number: int) -> int | None:
        """Return the scan that a bookmark to the page with this number leads to, if any."""
        at = bisect_left(self._scans, number)
        if number < 0 or at == len(self._scans):
            return None
        blank = all(
            not self._pages[page].lines for page in range(number, self._scans[at]) if page in self._pages
        )
        return self._scans[at] if self._scans[at] - number <= NEAR and blank else None


def merged(*groups: dict[int, list[BlockDraft]]) -> dict[int, list[BlockDraft]]:
    """Return drafts by the paragraph that they stand before, those of each in the order of their pages."""
    found: dict[int, list[BlockDraft]] = {}
    for index, drafts in (pair for group in groups for pair in group.items()):
        found.setdefault(index, []).extend(drafts)
    for drafts in found.values():
        drafts.sort(key=lambda draft: draft.source)
    return found


def specks_in(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs that are lines and specks of a scan which were read as letters.

    A few such letters may be numbers of parts; a scan that was read so has many.
    """
    found = [one for one in paragraphs if one.table is None and _SPECKS.fullmatch(one.text.strip())]
    return found if len(found) >= FEWEST_SPECKS else []
