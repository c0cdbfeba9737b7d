"""What two extractors take for the text of a page: trafilatura, and readability-lxml.

Both are heard, and neither is followed blindly: what they say becomes evidence about the blocks of the
page as it was (`html_content`), so a heading or a list that one of them lost is still there.
"""

from __future__ import annotations

import copy
import logging
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk

#: A block this long counts as heard wherever its text stands; a shorter one must be a line of its own.
LONG = 25
#: Spans with more figures than this are not believed.
LONGEST_SPAN = 2

_LETTERS = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """Return the letters and digits of `text` in lower case, by which texts are compared."""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text)).lower()


@dataclass(frozen=True, slots=True)
class Heard:
    """What one extractor said: the keys of its lines, and of all its text in one."""

    lines: frozenset[str] = frozenset()
    whole: str = ""

    def holds(self, draft: Draft, key: str) -> bool:
        """Tell whether the extractor took `draft`, whose key is `key`, for text of the page."""
        if not key:
            return False
        if key in self.lines or (len(key) > LONG and key in self.whole):
            return True
        return draft.kind is BlockKind.TABLE and self._holds_table(draft)

    def _holds_table(self, draft: Draft) -> bool:
        keys = [key_of("".join(piece.text for piece in cell.pieces)) for row in draft.rows for cell in row]
        keys = [key for key in keys if len(key) > 3]
        return bool(keys) and sum(key in self.whole for key in keys) > 0.8 * len(keys)


@dataclass(frozen=True, slots=True)
class Extract:
    """What trafilatura says of a page: its text, and what it found about it; empty where it found nothing."""

    heard: Heard = Heard()
    title: str = ""
    author: str = ""
    date: str = ""
    publisher: str = ""


def _heard(lines: Iterable[str]) -> Heard:
    keys = [key_of(line) for line in lines]
    return Heard(frozenset(keys), "".join(keys))


def by_trafilatura(root: HtmlElement) -> Extract:
    """Return what trafilatura says of the page under `root`; nothing when it fails."""
    from trafilatura import bare_extraction

    _silence("trafilatura", "htmldate")
    try:
        found = bare_extraction(
            _tamed(copy.deepcopy(root)),
            fast=True,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            # The extensive search asks a date parser about every line, and takes a minute for a long page.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # noqa: BLE001 - on broken pages it raises whatever its own libraries raise
        return Extract()
    if found is None or isinstance(found, dict):
        return Extract()
    return Extract(
        _heard(line.lstrip("- |") for line in (found.text or "").split("\n")),
        title=found.title or "",
        author=found.author or "",
        date=found.date or "",
        publisher=found.sitename or "",
    )


def _tamed(root: HtmlElement) -> HtmlElement:
    """Return the page under `root` with spans of cells that a table has: each spanned cell is written."""
    for cell in root.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            if len(cell.get(name, "").strip()) > LONGEST_SPAN:
                del cell.attrib[name]
    return root


def by_readability(root: HtmlElement) -> Heard:
    """Return what readability-lxml takes for the text of the page under `root`; nothing when it fails."""
    from readability import Document

    _silence("readability")
    try:
        summary = Document(copy.deepcopy(root)).summary()
    except Exception:  # noqa: BLE001 - as above
        return Heard()
    return _heard(draft.text for draft in walk(parse_page(summary)))


def _silence(*names: str) -> None:
    """Keep the extractors from writing about the page to the worker's standard error."""
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
