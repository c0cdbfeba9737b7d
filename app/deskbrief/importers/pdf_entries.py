"""The entries of a list of contents in a PDF, and the paragraphs of the text that they are called like."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from deskbrief.importers.html_extract import key_of
from deskbrief.importers.pdf_bookmarks import COMPARED, LARGEST, LONGEST, common_order
from deskbrief.importers.pdf_contents import is_title
from deskbrief.importers.pdf_lines import Line
from deskbrief.importers.pdf_paragraphs import Paragraph

#: The share of the entries that must be found in the text for them to be believed, and the fewest of them.
FOUND, FEWEST = 0.6, 4
#: The most rows of one entry but its last.
MOST_ROWS = 4

#: Lines that begin to say an entry say so many letters of it.
LEAST = 12

_OF_PICTURE = re.compile(r"(?:tables\s|figures\s)?(?:table|figure)\s\d", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:appendix|annex|chapter|part|section)\s\w{1,5}\b", re.IGNORECASE)
_LEADERS = " \t.…_·"
_PAGE = re.compile(r"[^\w](?:\d{1,4}|[ivxlc]{1,6})$|_\d{1,4}$")


def entries_of(lines: Sequence[Line]) -> list[str]:
    """Return what the entries say that `lines` of lists of contents make; each ends with the page's number.

    How deep they stand is left alone: where lists are indented, headings say it more clearly.
    """
    found: list[str] = []
    waiting: list[str] = []
    for text in _rows(lines):
        waiting = [] if is_title(text) else [*waiting[-MOST_ROWS:], text]
        if waiting and (words := _words(" ".join(waiting))):
            found.append(words)
            waiting = []
    return found


def _words(text: str) -> str:
    """Return `text` without the number of a page at its end and what leads to it, if it ends with one."""
    bare = text.rstrip()
    end = _PAGE.search(bare[-8:])
    return bare[: len(bare[:-8]) + end.start()].rstrip(_LEADERS) if end else ""


def _rows(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the texts of lines that stand side by side, as one."""
    row: list[Line] = []
    for line in lines:
        if row and (line.page != row[0].page or abs(line.base - row[0].base) > 2):
            yield " ".join(one.text for one in row)
            row = []
        row.append(line)
    if row:
        yield " ".join(one.text for one in row)


def match_entries(paragraphs: Sequence[Paragraph], entries: Sequence[str]) -> set[int]:
    """Return which paragraphs `entries` name in their order, by their identity; none if few are found."""
    wanted = [key_of(entry)[:COMPARED] for entry in entries if not _OF_PICTURE.match(entry)]
    keys = set(wanted)
    short = [p for p in paragraphs if p.table is None and len(p.text) <= LONGEST]
    named = {id(p): key for p in short if (key := _named(p, keys))}
    likely = [p for p in short if id(p) in named and _is_largest(p, short, named)]
    likely = likely[: LARGEST // max(len(wanted), 1)]
    pairs = common_order(wanted, [named[id(p)] for p in likely])
    if len(pairs) < max(FEWEST, FOUND * len(wanted)):
        return set()
    return {id(likely[at]) for _, at in pairs}


def _named(paragraph: Paragraph, keys: Collection[str]) -> str:
    """Return the one of `keys` that `paragraph` says, or that it begins to say when it has a number."""
    own = key_of(paragraph.words)[:COMPARED]
    if own in keys or not _NUMBERED.match(paragraph.text) or len(own) < LEAST:
        return own if own in keys else ""
    begun = [key for key in keys if key.startswith(own)]
    return begun[0] if len(begun) == 1 else ""


def _is_largest(paragraph: Paragraph, paragraphs: Sequence[Paragraph], named: Mapping[int, str]) -> bool:
    """Tell whether no larger paragraph of the page says the same, as headings do beside running heads."""
    return not any(
        other.lines[0].page == paragraph.lines[0].page
        and other.size > paragraph.size
        and named.get(id(other)) == named[id(paragraph)]
        for other in paragraphs
    )
