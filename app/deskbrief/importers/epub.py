"""EPUB books: their pages in reading order, read by the reader of web pages without leaving anything out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.tasks import Progress
from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Place, fit_text, plain
from deskbrief.importers.draft import BlockDraft, add_drafts, is_heading
from deskbrief.importers.epub_beyond import Beyond
from deskbrief.importers.epub_contents import Entry, entries, is_listing, page_labels
from deskbrief.importers.epub_package import Item, Package, read_package
from deskbrief.importers.epub_pages import page_text
from deskbrief.importers.epub_titles import with_titles
from deskbrief.importers.gallery import Gallery, Load
from deskbrief.importers.gutenberg import LICENCE, own_drafts
from deskbrief.importers.html_addresses import Addresses, place_in_book
from deskbrief.importers.html_draft import Draft, with_figures
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts
from deskbrief.importers.html_pictures import Carried, Find, Finder, Shown
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_unread import Unread
from deskbrief.importers.html_walk import walk
from deskbrief.importers.language import guess_language
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.source import Preview, Source

#: How many blocks are read to guess the language, and among how many the title is looked for.
LOOK, TITLE_REACH, FIRST_FEW = 60, 12, 4
#: How many blocks are shown before the rest of a book is read, and how many pages make a step.
PREVIEWED, PAGES_A_STEP = 80, 10
#: A list of so many links into the book is a list of contents, of fewer where the book calls the page so.
FEWEST_LISTED, FEWEST_GUIDED = 10, 2


def read_epub(source: Source) -> Document:
    """Return the book in an EPUB file, with a remark for each page that is missing or damaged.

    Raises `SourceError` when the book is locked, or holds no page that can be read.
    """
    return next(step for step in epub_steps(source) if isinstance(step, Document))


def epub_steps(source: Source) -> Iterator[Progress | Preview | Document]:
    """Yield how far the pages of a book are read, the first of them as a preview, and then the book."""
    archive = Archive(source)
    package = read_package(archive, source.name)
    reader = _Reader(archive, package, source.gallery)
    drafts: list[BlockDraft] = []
    shown = False
    for number, item in enumerate(package.pages, start=1):
        drafts += reader.drafts(item)
        if not shown and len(drafts) > PREVIEWED and number < len(package.pages):
            shown = True
            yield Preview(_beginning(source, package, reader, drafts[:PREVIEWED]))
        if number % PAGES_A_STEP == 0:
            yield Progress(number, len(package.pages) + 1, "Reading")
    drafts += reader.beyond()
    if not drafts and reader.lost:
        raise SourceError(f"None of the pages of {source.name} can be read.", "Get it again.")
    yield _book(source, package, reader, with_titles(drafts, reader.contents(), package.metadata.title))


def _beginning(source: Source, package: Package, reader: _Reader, drafts: Sequence[BlockDraft]) -> Document:
    """Return the beginning of a book; its list of contents is only asked for where no heading is found."""
    if not any(is_heading(draft) for draft in drafts):
        drafts = with_titles(drafts, reader.contents(), package.metadata.title)
    return _book(source, package, reader, drafts)


def _book(source: Source, package: Package, reader: _Reader, drafts: Sequence[BlockDraft]) -> Document:
    builder = Builder()
    builder.remark(*package.remarks)
    builder.lose(*package.losses)
    drafts, licence = own_drafts(drafts)
    builder.leave_out(LICENCE, licence)
    title = title_draft(drafts, package.metadata.title)
    if title is None and package.metadata.title:
        builder.block(BlockKind.TITLE, plain(package.metadata.title))
    add_drafts(builder, _titled_once(drafts, title), title)
    reader.tell(builder)
    text = " ".join(draft.line for draft in drafts[:LOOK])
    metadata = replace(
        package.metadata,
        title=fit_text(package.metadata.title or (title.line if title else "")),
        language=guess_language(text, package.metadata.language),
    )
    return builder.finish(source.sha256, metadata)


class _Reader:
    """Reads the pages of one book; `lost` are the names of those that could not be read."""

    def __init__(self, archive: Archive, package: Package, gallery: Gallery) -> None:
        self.lost: list[str] = []
        self._archive = archive
        self._package = package
        self._left_out: list[str] = []
        self._hidden: list[str] = []
        self._unread = Unread()
        self._gallery = gallery
        self._missing: list[str] = []
        self._labels = page_labels(archive, package)
        self._waiting: list[Place] = []
        self._beyond = Beyond(archive, package)

    def drafts(self, item: Item) -> Iterator[BlockDraft]:
        """Yield the blocks of one page; the list of contents is left out, for the outline shows it."""
        try:
            text = page_text(self._archive, item)
        except SourceError:
            self.lost.append(item.href)
            return
        carried = Carried(text)
        last, after = list[Shown](), list[Place]()
        addresses = Addresses(file=item.name, pages=self._labels)
        root = parse_page(carried.text)
        found = list(walk(root, addresses, last=last, after=after))
        self._unread.look(root)
        self._hidden += hidden_parts(root, carried.text, found)
        self._beyond.follow(found)
        self._beyond.follow_frames(root, item.name)
        finder = Finder(self._gallery, self._find_from(item.name, carried))
        if item.contents and item == self._package.contents:
            self._leave_out(found)
        else:
            label = self._labels.get(f"{item.name}#")
            page = (Place(label, page=True),) if label else ()
            self._waiting += (Place(f"{item.name}#"), *page)
            fewest = FEWEST_GUIDED if item.name == self._package.listing else FEWEST_LISTED
            for draft in with_figures(self._without_contents(found, fewest), finder, last):
                draft.places, self._waiting = (*self._waiting, *draft.places), []
                yield draft
            # What begins after the last words of a file begins with the first of the next.
            self._waiting += after
            self._missing += finder.missing

    def beyond(self) -> Iterator[BlockDraft]:
        """Yield the blocks of the pages outside the order that links lead to; the others are noted."""
        self._beyond.follow_entries(self.contents())
        for item in self._beyond.led_to():
            yield from self.drafts(item)

    def contents(self) -> list[Entry]:
        """Return the list of contents that the book has beside its pages."""
        return entries(self._archive, self._package)

    def _find_from(self, file: str, carried: Carried) -> Find:
        """Return what finds pictures of the book by the addresses that its page `file` uses for them."""

        def find(address: str) -> tuple[str, Load] | None:
            name = self._archive.find(place_in_book(file, address).partition("#")[0])
            if not name:
                return carried.find(address)
            return name, lambda: self._archive.picture(name)

        return find

    def _without_contents(self, drafts: Sequence[Draft], fewest: int) -> Iterator[Draft]:
        """Yield `drafts` without lists of at least `fewest` lines of nothing but links into the book."""
        for listed, run in groupby(drafts, key=is_listing):
            held = list(run)
            if listed and sum(max(len(draft.rows), 1) for draft in held) >= fewest:
                self._leave_out(held)
            else:
                yield from held

    def _leave_out(self, drafts: Sequence[Draft]) -> None:
        """Note that `drafts` list the contents; links to them lead to what follows."""
        self._left_out.append(" · ".join(draft.text for draft in drafts))
        for draft in drafts:
            self._waiting += (*draft.places, *(place for piece in draft.pieces for place in piece.places))

    def tell(self, builder: Builder) -> None:
        """Note in `builder` what was left out and what could not be read."""
        for text in self._left_out:
            builder.leave_out("list of contents", text)
        builder.leave_out(HIDDEN, "\n".join(self._hidden), sum(map(len, self._hidden)))
        self._unread.tell(builder)
        builder.place(*self._waiting)
        self._beyond.tell(builder)
        if self._missing:
            builder.remark(pictures_remark(self._missing))
        if self.lost:
            names = ", ".join(name[:60] for name in self.lost[:3])
            more = f" and {len(self.lost) - 3} more" if len(self.lost) > 3 else ""
            builder.lose(f"Parts of the book are missing or damaged: {names}{more}.")


def _titled_once(drafts: Sequence[BlockDraft], title: BlockDraft | None) -> Sequence[BlockDraft]:
    """Return `drafts` without a heading above all others that only says the title once more."""
    outermost = min((draft.level for draft in drafts if is_heading(draft) and draft is not title), default=0)
    highest = [
        draft for draft in drafts if is_heading(draft) and draft.level == outermost and draft is not title
    ]
    if title is None or len(highest) != 1 or key_of(highest[0].line) != key_of(title.line):
        return drafts
    said = replace(highest[0], kind=BlockKind.PARAGRAPH, level=0)
    return [said if draft is highest[0] else draft for draft in drafts]


def title_draft(drafts: Sequence[BlockDraft], title: str) -> BlockDraft | None:
    """Return the block near the beginning that is the title of the book, if there is one.

    Best a heading; a paragraph only among the first few.
    """
    key = key_of(title)
    found = None
    for number, draft in enumerate(drafts[:TITLE_REACH] if key else ()):
        if key_of(draft.line) == key:
            if is_heading(draft):
                return draft
            if number < FIRST_FEW and draft.kind is BlockKind.PARAGRAPH:
                found = found or draft
    return found
