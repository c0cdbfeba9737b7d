"""Where in its document an offset of a stored text stands, read from the few blocks around it."""

from __future__ import annotations

from bisect import bisect_right

from deskbrief.document.errors import LibraryError
from deskbrief.document.model import BlockKind, paragraph_words
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Json
from deskbrief.library import bundles
from deskbrief.library.database import Database

#: So many parts of the list of blocks before that of a place are looked through for a heading.
HEADING_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Located:
    """The page (empty: the format has none), how the paragraph is cited (empty: not), the heading above."""

    page: str = ""
    paragraph: str = ""
    section: str = ""


class Locator:
    """Locates offsets of stored texts; what it has read last is kept for the next passage of that text."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._bundle = -1
        self._numbers = self._pages = range(0)
        self._read: dict[int, list[dict[str, Json]]] = {}

    def at(self, sha256: str, offset: int) -> Located:
        """Return where `offset` stands, as `Document.page_at` and `place_at` tell it.

        Of a text that is not kept, or whose blocks are damaged, nothing is known.
        """
        row = self._db.one("SELECT id, bundle FROM document WHERE sha256 = ?", (sha256,))
        if row is None:
            return Located()
        try:
            return self._at(row[0], row[1], offset)
        except LibraryError:
            return Located()

    def _at(self, document: int, bundle: int, offset: int) -> Located:
        if bundle != self._bundle:
            self._bundle, self._read = bundle, {}
            self._numbers = bundles.lists(self._db, bundle, "blocks")
            self._pages = bundles.lists(self._db, bundle, "pages")
        if not self._numbers:
            return Located()
        part = bundles.holding(self._db, bundle, self._numbers, "blocks", offset)
        blocks = self._part(part)
        at = max(bisect_right(blocks, offset, key=_start) - 1, 0)
        heading = self._heading(part, at)
        return Located(
            self._page(offset) or (blocks[at].get("page", "") if blocks else ""),
            self._paragraph(part, at),
            self._words(document, heading) if heading else "",
        )

    def _page(self, offset: int) -> str:
        """Return the label of the page that begins last before `offset`, or an empty string."""
        if not self._pages:
            return ""
        part = bundles.holding(self._db, self._bundle, self._pages, "pages", offset)
        pages = self._items("pages", self._pages[part])
        at = bisect_right(pages, offset, key=_offset) - 1
        return str(pages[at]["label"]) if at >= 0 else ""

    def _part(self, part: int) -> list[dict[str, Json]]:
        """Return the blocks in the part with this index among those of the list."""
        return self._items("blocks", self._numbers[part])

    def _items(self, key: str, number: int) -> list[dict[str, Json]]:
        """Return the items of the list under `key` in the part `number`, read once."""
        if number not in self._read:
            self._read[number] = bundles.read_one(self._db, self._bundle, number, "").data[key]
        return self._read[number]

    def _paragraph(self, part: int, at: int) -> str:
        """Return how a block is cited, or the next one that is numbered; behind the last, that one."""
        for number in range(part, len(self._numbers)):
            for block in self._part(number)[at if number == part else 0 :]:
                if block.get("paragraph"):
                    return _place(block)
        for number in range(part, -1, -1):
            for block in reversed(self._part(number)):
                if block.get("paragraph"):
                    return _place(block)
        return ""

    def _heading(self, part: int, at: int) -> dict[str, Json] | None:
        for number in range(part, max(part - HEADING_BEFORE, 0) - 1, -1):
            blocks = self._part(number)
            for block in reversed(blocks[: at + 1] if number == part else blocks):
                if block["kind"] == BlockKind.HEADING.value:
                    return block
        return None

    def _words(self, document: int, heading: dict[str, Json]) -> str:
        start, end = heading["start"], heading["end"]
        row = self._db.one(
            "SELECT substr(text, ?, ?) FROM document_text WHERE document = ?",
            (start + 1, end - start, document),
        )
        return " ".join(str(row[0]).split()) if row else ""


def _place(block: dict[str, Json]) -> str:
    return paragraph_words(int(block["paragraph"]), str(block.get("label", "")))


def _start(block: dict[str, Json]) -> int:
    return int(block["start"])


def _offset(page: dict[str, Json]) -> int:
    return int(page["offset"])
