"""What an EPUB lists of itself: the titles of its chapters, and the pages of the printed edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.archive import Archive
from deskbrief.importers.clean import Piece
from deskbrief.importers.decoding import decode
from deskbrief.importers.epub_package import Package
from deskbrief.importers.html_addresses import bare_label, place_in_book
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.xml_tree import Element, attribute, first, local, named, parse_xml, text_in

#: The longest title of a chapter, the most entries and how deep they go.
LONGEST_TITLE, MOST_ENTRIES, DEEPEST = 300, 20_000, 6
#: How much may stand in a line of contents beside its link: a number and the dots after it.
LONGEST_NUMBER = 12

_HEADS = frozenset(
    """contents tableofcontents inhalt inhaltsverzeichnis inhaltsübersicht sommaire tabledesmatières índice
    indice contenido tabladecontenido sumario sumário inhoud inhoudsopgave spistreści obsah innehåll
    indhold""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents: a title, the name of the place it leads to, and how deep it stands."""

    title: str
    place: str
    depth: int


def page_labels(archive: Archive, package: Package) -> Mapping[str, str]:
    """Return the labels of the pages of the printed edition by the names of their places."""
    name = package.contents.name if package.contents else ""
    data = archive.optional(name) if name else b""
    if b"page-list" in data:
        labels = dict(_page_list(name, parse_page(decode(data).text)))
        labels.pop("", None)
        if labels:
            return labels
    data = archive.optional(package.ncx) if package.ncx else b""
    return dict(_page_targets(package.ncx, parse_xml(data).root)) if b"pageTarget" in data else {}


def _page_list(name: str, root: HtmlElement) -> Iterator[tuple[str, str]]:
    for nav in _navs(root, "page-list"):
        for link in nav.iter("a"):
            label = " ".join("".join(link.itertext()).split())
            yield place_in_book(name, link.get("href", "")), bare_label(label)


def _page_targets(name: str, root: Element | None) -> Iterator[tuple[str, str]]:
    for target in named(root, "pageTarget"):
        label = text_in(first(target, "text")) or attribute(target, "value")
        content = first(target, "content")
        place = place_in_book(name, attribute(content, "src")) if content is not None else ""
        if place and label:
            yield place, bare_label(label)


def _navs(root: HtmlElement, kind: str) -> Iterator[HtmlElement]:
    for nav in root.iter("nav"):
        if kind in nav.get("epub:type", "").split():
            yield nav


def entries(archive: Archive, package: Package) -> list[Entry]:
    """Return the list of contents of a book, in order; the newer list of the two that a book may have."""
    name = package.contents.name if package.contents else ""
    found: list[Entry] = []
    if name:
        root = parse_page(decode(archive.optional(name)).text)
        found = [entry for nav in _navs(root, "toc") for entry in _listed(name, nav)]
    if not found and package.ncx:
        found = list(_points(package.ncx, parse_xml(archive.optional(package.ncx)).root))
    return found[:MOST_ENTRIES]


def _listed(name: str, nav: HtmlElement) -> Iterator[Entry]:
    for link in nav.iter("a"):
        place = place_in_book(name, link.get("href", ""))
        title = " ".join("".join(link.itertext()).split())[:LONGEST_TITLE]
        depth = sum(1 for above in link.iterancestors("ol") if above is not nav)
        if place and title:
            yield Entry(title, place, min(max(depth, 1), DEEPEST))


def _points(name: str, root: Element | None) -> Iterator[Entry]:
    for point in named(first(root, "navMap"), "navPoint"):
        children = {local(child): child for child in point if local(child) in ("navLabel", "content")}
        title = text_in(children.get("navLabel"))[:LONGEST_TITLE]
        place = place_in_book(name, attribute(children["content"], "src")) if "content" in children else ""
        if place and title:
            depth = 1 + sum(1 for _ in point.iterancestors("{*}navPoint"))
            yield Entry(title, place, min(depth, DEEPEST))


def is_listing(draft: Draft) -> bool:
    """Tell whether a block is nothing but a line of a list of contents, all of one, or the heading of one."""
    if draft.kind is BlockKind.TABLE:
        return all(any(_leads_inside(cell.pieces) for cell in row) for row in draft.rows)
    if draft.kind is BlockKind.HEADING:
        return key_of(draft.text) in _HEADS
    return draft.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) and _leads_inside(draft.pieces)


def _leads_inside(pieces: Iterable[Piece]) -> bool:
    """Tell whether all of `pieces` is a link to another place of the book, but for a number."""
    linked, beside = False, ""
    for piece in pieces:
        inside = any(mark.kind is InlineKind.LINK and mark.target.startswith("#") for mark in piece.marks)
        linked = linked or (inside and bool(piece.text.strip()))
        beside += "" if inside else piece.text.strip()
    return linked and len(beside) <= LONGEST_NUMBER and not beside.strip("0123456789ivxlcIVXLC.:)( –—-…·,")
