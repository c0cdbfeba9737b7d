"""Lists of contents that were typed into a document of an office program, and not made by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import BlockDraft

#: How far into a document its list of contents begins, in blocks, and the fewest entries with a page.
REACH, FEWEST = 80, 5
#: So many lines without a page stand between two entries, such as the names of chapters.
MOST_BETWEEN = 3
#: The longest line of a list, and the share of the steps between pages that go forward.
LONGEST, FORWARD = 250, 0.9

_TITLE = re.compile(
    r"(?:table of )?contents:?|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice", re.IGNORECASE
)
#: A page such as "3-12" may follow without a space, where what led to it was lost.
_PAGE = re.compile(r"\S(?:[\s.…_]+(?:(?P<part>\d{1,2}|[A-Z])-)?|(?P<near>\d{1,2})-)(?P<page>\d{1,4})$")


def without_contents(drafts: Sequence[BlockDraft]) -> tuple[list[BlockDraft], list[str]]:
    """Return `drafts` without a list of contents below its title, and the lines of that list.

    Its entries end with the numbers of their pages, which do not go back.
    """
    title = next((at for at, one in enumerate(drafts[:REACH]) if _TITLE.fullmatch(one.line)), None)
    if title is None:
        return list(drafts), []
    entries = _entries(drafts, title)
    steps = [two >= one for one, two in pairwise(place for _, place in entries)]
    if len(entries) < FEWEST or sum(steps) < FORWARD * len(steps):
        return list(drafts), []
    end = entries[-1][0] + 1
    taken, kept = drafts[title:end], drafts[end:]
    if kept:
        # Links to an entry lead to what follows the list.
        kept[0].places = (*(place for one in taken for place in one.places), *kept[0].places)
    return [*drafts[:title], *kept], [one.line for one in taken]


def _entries(drafts: Sequence[BlockDraft], title: int) -> list[tuple[int, tuple[int, int]]]:
    """Return the numbers of the drafts that end with a page, from `title` on, and their pages."""
    found: list[tuple[int, tuple[int, int]]] = []
    for at in range(title + 1, len(drafts)):
        draft = drafts[at]
        ended = _PAGE.search(draft.line[-40:]) if len(draft.line) <= LONGEST else None
        if ended and draft.kind is not BlockKind.TABLE:
            part = ended["part"] or ended["near"] or ""
            found.append((at, (int(part) if part.isdigit() else 0, int(ended["page"]))))
        elif at - (found[-1][0] if found else title) > MOST_BETWEEN:
            break
    return found
