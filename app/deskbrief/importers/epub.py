"""EPUB books: their pages in reading order, read by the reader of web pages without leaving anything out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from deskbrief.document.tasks import Progress
from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Place, fit_text, plain
from deskbrief.importers.decoding import decode
from deskbrief.importers.draft import BlockDraft, add_drafts, is_heading
from deskbrief.importers.epub_package import Item, Package, read_package
from deskbrief.importers.gallery import Gallery, Load
from deskbrief.importers.html_addresses import Addresses, place_in_book
from deskbrief.importers.html_draft import Draft, with_figures
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_pictures import Carried, Find, Finder, Shown
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.language import guess_language
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.source import Preview, Source

#: How many blocks are read to guess the language, and among how many the title is looked for.
LOOK, TITLE_REACH = 60, 12
#: How many blocks are shown before the rest of a book is read, and how many pages make a step.
PREVIEWED, PAGES_A_STEP = 80, 10
#: A list of so many links into the book is a list of contents.
FEWEST_LISTED = 10


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
            yield Preview(_book(source, package, reader, drafts[:PREVIEWED]))
        if number % PAGES_A_STEP == 0:
            yield Progress(number, len(package.pages) + 1, "Reading")
    if not drafts and reader.lost:
        raise SourceError(f"None of the pages of {source.name} can be read.", "Get it again.")
    yield _book(source, package, reader, drafts)


def _book(source: Source, package: Package, reader: _Reader, drafts: Sequence[BlockDraft]) -> Document:
    builder = Builder()
    builder.remark(*package.remarks)
    title = title_draft(drafts, package.metadata.title)
    if title is None and package.metadata.title:
        builder.block(BlockKind.TITLE, plain(package.metadata.title))
    add_drafts(builder, drafts, title)
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
        self._contents = package.contents
        self._left_out: list[str] = []
        self._gallery = gallery
        self._missing: list[str] = []
        self._labels = page_labels(archive, package.contents)

    def drafts(self, item: Item) -> Iterator[BlockDraft]:
        """Yield the blocks of one page; the list of contents is left out, for the outline shows it."""
        try:
            if not item.name:
                raise SourceError(f"{item.href} is missing.")
            data = self._archive.read(item.name)
        except SourceError:
            self.lost.append(item.href)
            return
        carried = Carried(decode(data, declared=True).text)
        last: list[Shown] = []
        found = list(walk(parse_page(carried.text), Addresses(file=item.name, pages=self._labels), last=last))
        finder = Finder(self._gallery, self._find_from(item.name, carried))
        if item.contents and item == self._contents:
            self._left_out.append(" · ".join(draft.line for draft in found))
        else:
            label = self._labels.get(f"{item.name}#")
            page = (Place(label, page=True),) if label else ()
            places = (Place(f"{item.name}#"), *page)
            for draft in with_figures(self._without_contents(found), finder, last):
                draft.places, places = (*places, *draft.places), ()
                yield draft
            self._missing += finder.missing

    def _find_from(self, file: str, carried: Carried) -> Find:
        """Return what finds pictures of the book by the addresses that its page `file` uses for them."""

        def find(address: str) -> tuple[str, Load] | None:
            name = self._archive.find(place_in_book(file, address).partition("#")[0])
            if not name:
                return carried.find(address)
            return name, lambda: self._archive.picture(name)

        return find

    def _without_contents(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield `drafts` without long lists of nothing but links into the book."""
        for listed, run in groupby(drafts, key=_leads_inside):
            held = list(run)
            if listed and len(held) >= FEWEST_LISTED:
                self._left_out.append(" · ".join(draft.line for draft in held))
            else:
                yield from held

    def tell(self, builder: Builder) -> None:
        """Note in `builder` what was left out and what could not be read."""
        for text in self._left_out:
            builder.leave_out("list of contents", text)
        if self._missing:
            builder.remark(pictures_remark(self._missing))
        if self.lost:
            names = ", ".join(name[:60] for name in self.lost[:3])
            more = f" and {len(self.lost) - 3} more" if len(self.lost) > 3 else ""
            builder.lose(f"Parts of the book are missing or damaged: {names}{more}.")


def _leads_inside(draft: Draft) -> bool:
    """Tell whether all of a list item is a link to another place of the book."""
    letters = [piece for piece in draft.pieces if piece.text.strip()]
    return draft.kind is BlockKind.LIST_ITEM and all(
        any(mark.kind is InlineKind.LINK and mark.target.startswith("#") for mark in piece.marks)
        for piece in letters
    )


def page_labels(archive: Archive, contents: Item | None) -> Mapping[str, str]:
    """Return the labels of the pages of the printed edition by the names of their places."""
    if contents is None or not contents.name:
        return {}
    root = parse_page(decode(archive.optional(contents.name)).text)
    labels = {}
    for nav in root.iter("nav"):
        if "page-list" in nav.get("epub:type", "").split():
            for link in nav.iter("a"):
                label = " ".join("".join(link.itertext()).split())
                labels[place_in_book(contents.name, link.get("href", ""))] = label[:20]
    return labels


def title_draft(drafts: Sequence[BlockDraft], title: str) -> BlockDraft | None:
    """Return the heading near the beginning that is the title of the book, if there is one."""
    key = key_of(title)
    for draft in drafts[:TITLE_REACH]:
        if is_heading(draft) and key and key_of(draft.line) == key:
            return draft
    return None
