"""Notes of a web page, told by the marks in its text that lead to them, wherever on the page they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft

#: What a mark that leads to a note says: "3", "[3]", "(b)", "*".
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[a-z]|[*†‡§]{1,3})[\])]?")
#: The most marks that are followed, and the longest address and text of one.
MOST_MARKS, LONGEST = 5_000, 100
#: How many elements around a block may be what a mark leads to, and the most blocks of one note.
REACH, MOST_BLOCKS = 3, 8
#: So many links of a block are looked at for one that leads back.
MOST_BACK = 30
#: A block with this share of links is a list of contents rather than a note, if none leads back to a mark.
LINKED = 0.6
#: The fewest letters of a note.
FEWEST = 5


def noted_in(drafts: Sequence[Draft], found: Iterable[int]) -> frozenset[int]:
    """Return the positions of the blocks after those at `found` that marks in these lead to.

    They are made footnotes where they stand outside of the text that the marks stand in.
    """
    held = sorted(found)
    marks = list(islice(_marks(drafts[at] for at in held), MOST_MARKS))
    if not marks:
        return frozenset()
    names = {target for target, _ in marks}
    places = {
        name for _, mark in marks for element in (mark, mark.getparent()) for name in _own_names(element)
    }
    inside, blocks = set(held), dict[str, list[int]]()
    times = Counter(draft.whole for draft in drafts)
    for index in range(held[0] + 1, len(drafts)):
        draft = drafts[index]
        if index in inside or draft.kind is BlockKind.HEADING or times[draft.whole] > MOST_BLOCKS:
            continue
        if not _may_be_note(draft, places):
            continue
        for name in names.intersection(_called(draft)):
            blocks.setdefault(name, []).append(index)
    notes = frozenset(at for found_at in blocks.values() if len(found_at) <= MOST_BLOCKS for at in found_at)
    for index in notes:
        drafts[index].kind, drafts[index].depth = BlockKind.FOOTNOTE, 0
    return notes


def _may_be_note(draft: Draft, marks: AbstractSet[str]) -> bool:
    """Tell whether a block says something that is not in links, or leads back to one of the `marks`."""
    if len(draft.text.strip("^↑↩ ")) < FEWEST:
        return False
    if draft.linked <= LINKED * len(draft.text):
        return True
    # Notes that cite are links for the most part.
    return any(_target(link) in marks for link in islice(draft.whole.iter("a"), MOST_BACK))


def _marks(drafts: Iterable[Draft]) -> Iterator[tuple[str, HtmlElement]]:
    """Yield the marks in `drafts` with the name of the place on the page that each leads to."""
    # What several blocks stand in is looked through once.
    for element in dict.fromkeys(draft.whole for draft in drafts):
        for link in element.iter("a"):
            target = _target(link)
            text = "".join(islice(link.itertext(), 5)).strip()
            if target and _MARK.fullmatch(text):
                yield target, link


def _target(link: HtmlElement) -> str:
    """Return the name of the place on a page that `link` leads to, or an empty string."""
    _, hash_, target = link.get("href", "")[: LONGEST + 1].rpartition("#")
    return target if hash_ and len(target) <= LONGEST else ""


def _called(draft: Draft) -> Iterator[str]:
    """Yield the names of a block, of what is in it, and of the elements right around it."""
    around = islice(draft.whole.iterancestors("li", "div", "p", "aside", "dd", "td", "tr", "span"), REACH)
    for element in (*around, *draft.whole.iter()):
        yield from _own_names(element)


def _own_names(element: HtmlElement) -> Iterator[str]:
    for name in ("id", "name"):
        value = element.get(name)
        if value:
            yield value
