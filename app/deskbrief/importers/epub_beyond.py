"""The pages that the package of an EPUB does not place: what links lead to is found, the rest is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from deskbrief.document.errors import SourceError
from deskbrief.document.model import InlineKind
from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Piece
from deskbrief.importers.epub_contents import Entry
from deskbrief.importers.epub_package import Item, Package
from deskbrief.importers.epub_pages import page_text
from deskbrief.importers.html_addresses import LONGEST_NAME, place_in_book
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk

#: The most pages that are found by links alone, and how many of them a remark names.
MOST_FOUND, MOST_NAMED = 500, 3


class Beyond:
    """Finds the pages that the package of a book forgets and the pages of the book lead to."""

    def __init__(self, archive: Archive, package: Package) -> None:
        self._archive = archive
        self._spare = package.spare
        known = (*package.pages, *package.spare, *([package.contents] if package.contents else ()))
        self._known = {item.name for item in known}
        self._files: dict[str, None] = {}
        self._shown: list[str] = []
        self._further = False

    def follow(self, drafts: Iterable[Draft]) -> None:
        """Note the files that links in `drafts` lead to."""
        for draft in drafts:
            self._follow(draft.pieces)
            for row in draft.rows:
                for cell in row:
                    self._follow(cell.pieces)

    def _follow(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            for mark in piece.marks:
                if mark.kind is InlineKind.LINK and mark.target.startswith("#"):
                    self._files[mark.target[1:].partition("#")[0]] = None

    def follow_frames(self, root: HtmlElement, name: str) -> None:
        """Note the files that frames on the page `name` show."""
        for frame in root.iter("iframe"):
            place = place_in_book(name, frame.get("src", "")[:LONGEST_NAME])
            self._files.update({place.partition("#")[0]: None} if place else {})

    def follow_entries(self, entries: Iterable[Entry]) -> None:
        """Note the files that the list of contents leads to."""
        self._files.update(dict.fromkeys(entry.place.partition("#")[0] for entry in entries))

    def led_to(self) -> Iterator[Item]:
        """Yield the pages that were led to and that nobody knows, and those that these lead to in turn."""
        at = 0
        while at < len(self._files):
            # What is yielded may add files at the end.
            files = list(self._files)[at:]
            at += len(files)
            for name in map(self._archive.find, files):
                item = Item(name, name)
                if not name or name in self._known or not item.is_page:
                    continue
                self._known.add(name)
                if len(self._shown) < MOST_FOUND:
                    self._shown.append(name.rpartition("/")[2])
                    yield item
                else:
                    self._further = True

    def tell(self, builder: Builder) -> None:
        """Note in `builder` which pages were found, and the words of covers and lists that are not shown."""
        if self._shown:
            names = ", ".join(name[:60] for name in self._shown[:MOST_NAMED])
            more = f" and {len(self._shown) - MOST_NAMED} more" if len(self._shown) > MOST_NAMED else ""
            builder.remark(f"Pages that the book does not list but leads to come last: {names}{more}.")
        if self._further:
            builder.lose(f"Only the first {MOST_FOUND} pages that the book does not list are read.")
        texts = (f"{item.href}: {text}" for item in self._spare if (text := self._text(item)))
        builder.leave_out("covers and contents outside the reading order", "\n".join(texts))

    def _text(self, item: Item) -> str:
        try:
            page = page_text(self._archive, item)
        except SourceError:
            return "a damaged page"
        return " ".join(draft.text for draft in walk(parse_page(page)))
