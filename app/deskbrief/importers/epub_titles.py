"""Chapters of a book whose titles no heading says: they are found by the book's own list of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece, Place
from deskbrief.importers.draft import BlockDraft, is_heading
from deskbrief.importers.epub_contents import Entry
from deskbrief.importers.html_extract import key_of

#: How many blocks after its place the title of a chapter may stand, and of how many it may consist.
REACH, MOST_PARTS = 4, 3
#: The most entries that are looked at for one place.
MOST_ENTRIES = 5
#: Titles are put in where no more than this share of at least so many chapters has a heading.
MOST_HEADED, FEWEST_CHAPTERS = 0.1, 3

_TEXT = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)


def with_titles(
    drafts: Sequence[BlockDraft], contents: Sequence[Entry], title: str = ""
) -> Sequence[BlockDraft]:
    """Return `drafts` with a heading where each entry of `contents` leads, as far as there is none.

    Paragraphs there that say the title become its heading. In a book without headings the other titles
    are put in, but never the `title` of the book itself.
    """
    at = _places(drafts)
    found: dict[int, list[Entry]] = {}
    for entry in contents:
        index = at.get(entry.place)
        if index is not None and len(found.setdefault(index, [])) < MOST_ENTRIES:
            found[index].append(entry)
    if not found:
        return drafts
    marks = _Titles(drafts, found)
    headed = sum(marks.mark(index) for index in found)
    bare = len(found) >= FEWEST_CHAPTERS and headed <= MOST_HEADED * len(found)
    return list(marks.filled(key_of(title)) if bare else marks.kept())


def _places(drafts: Sequence[BlockDraft]) -> Mapping[str, int]:
    """Return at which block each named place is, those within a block left out."""
    at: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        for place in (*draft.places, *_first_places(draft)):
            at.setdefault(place.name, index)
    return at


def _first_places(draft: BlockDraft) -> tuple[Place, ...]:
    first = next((piece for piece in draft.pieces if piece.text.strip()), None)
    return first.places if first else ()


def _parted(draft: BlockDraft) -> tuple[tuple[Place, ...], BlockDraft]:
    """Return the names of the place where `draft` begins, and a copy of it without them."""
    places = _first_places(draft)
    pieces = [piece._replace(places=()) if piece.places == places else piece for piece in draft.pieces]
    return (*draft.places, *places), replace(draft, places=(), pieces=pieces)


class _Titles:
    """The blocks of a book, and for each place in `found` the entries that lead there."""

    def __init__(self, drafts: Sequence[BlockDraft], found: Mapping[int, Sequence[Entry]]) -> None:
        self._drafts = list(drafts)
        self._found = found
        self._merged: set[int] = set()
        self._levels = _levels(drafts, found)

    def mark(self, index: int) -> bool:
        """Make a heading of what says a title at `index`; tell whether there is one now."""
        stretch = self._stretch(index)
        if any(is_heading(draft) for draft in stretch):
            return True
        for entry in self._found[index]:
            key = key_of(entry.title)
            for start in range(min(len(stretch), REACH)):
                count = _parts(stretch[start:], key)
                if count:
                    self._join(index + start, count, entry)
                    return True
        return False

    def _stretch(self, index: int) -> Sequence[BlockDraft]:
        """Return the blocks from `index` on in which a title may stand: none of another chapter."""
        most = index + REACH + MOST_PARTS
        return self._drafts[index : next((at for at in range(index + 1, most) if at in self._found), most)]

    def _join(self, index: int, count: int, entry: Entry) -> None:
        parts = self._drafts[index : index + count]
        pieces = [piece for part in parts for piece in (*_placed(part), Piece(" "))]
        self._drafts[index] = BlockDraft(BlockKind.HEADING, pieces, level=self._level(entry))
        self._merged |= set(range(index + 1, index + count))

    def _level(self, entry: Entry) -> int:
        return self._levels.get(entry.depth, entry.depth)

    def kept(self) -> Iterator[BlockDraft]:
        """Yield the blocks without those that have become part of a heading."""
        return (draft for index, draft in enumerate(self._drafts) if index not in self._merged)

    def filled(self, own: str) -> Iterator[BlockDraft]:
        """Yield the blocks and the titles that nothing says, but not that of the book, whose key is `own`."""
        for index, block in enumerate(self._drafts):
            draft = block
            entry = self._found[index][-1] if index in self._found else None
            if entry and key_of(entry.title) != own and not any(map(is_heading, self._stretch(index))):
                places, draft = _parted(draft)
                pieces = [Piece(entry.title)]
                yield BlockDraft(BlockKind.HEADING, pieces, level=self._level(entry), places=places)
            if index not in self._merged:
                yield draft


def _placed(draft: BlockDraft) -> list[Piece]:
    return [Piece("", places=draft.places), *draft.pieces] if draft.places else draft.pieces


def _parts(stretch: Sequence[BlockDraft], key: str) -> int:
    """Return how many of the first blocks of `stretch` say together what `key` stands for; 0 for none."""
    said = ""
    for number, draft in enumerate(stretch[:MOST_PARTS], start=1):
        if draft.kind not in _TEXT or not draft.line:
            return 0
        said += key_of(draft.line)
        if said == key:
            return number
        if not key.startswith(said) or not said:
            return 0
    return 0


def _levels(drafts: Sequence[BlockDraft], found: Mapping[int, Sequence[Entry]]) -> Mapping[int, int]:
    """Return which level the headings of entries of each depth have in this book."""
    counts: dict[int, Counter[int]] = {}
    for index, listed in found.items():
        keys = {key_of(entry.title): entry.depth for entry in listed}
        heads = {
            key_of(draft.line): draft.level for draft in drafts[index : index + REACH] if is_heading(draft)
        }
        for key in keys.keys() & heads.keys():
            counts.setdefault(keys[key], Counter())[heads[key]] += 1
    return {depth: count.most_common(1)[0][0] for depth, count in counts.items()}
