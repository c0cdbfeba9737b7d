"""The package of an EPUB: what it says about the book, and in which order its pages are read (EPUB 3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from deskbrief.document.errors import SourceError
from deskbrief.document.model import OF_THE_BOOK, DateEvidence, Metadata
from deskbrief.importers.archive import Archive
from deskbrief.importers.dates import find_date
from deskbrief.importers.html_addresses import place_in_book
from deskbrief.importers.xml_tree import Element, attribute, first, local, named, parse_xml, text_in

#: The most pages of a book.
MOST_PAGES = 5_000

_NCX = "application/x-dtbncx+xml"
_PAGES = (".xhtml", ".html", ".htm")
#: How many files that stand in for one another are followed.
_LONGEST_CHAIN = 10
#: A year or a month. Calibre writes the year 101 where it knows none.
_MONTH = re.compile(r"[1-9]\d{3}(?:-(?:0[1-9]|1[0-2]))?")
#: Which of several dates of a book counts, by what happened then; others count last.
_EVENTS = ("publication", "original-publication", "")
#: What hides the fonts of a book, and none of its text.
_FONT_LOCKS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book: its name in the archive, empty when it is missing, and in the package.

    `fallback` is the id of the file that is read by those who cannot read this one.
    """

    name: str
    href: str
    media_type: str = ""
    contents: bool = False
    fallback: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page of text."""
        return "html" in self.media_type or self.href.lower().split("#")[0].endswith(_PAGES)

    @property
    def is_drawing(self) -> bool:
        """Whether it is a drawing (SVG), which may hold text."""
        return self.media_type == "image/svg+xml" or self.href.lower().endswith(".svg")

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self.media_type.startswith("image/") and not self.is_drawing


@dataclass(frozen=True, slots=True)
class Package:
    """A book: its metadata, its pages in reading order, and the files that list its contents.

    `contents` is a page of the book, and `ncx` is the name of the list that older books have instead. They
    may say that one of their pages, `listing`, lists the contents as well. `spare` are covers and lists of
    contents that have no place in the order.
    """

    metadata: Metadata = field(default_factory=Metadata)
    pages: tuple[Item, ...] = ()
    spare: tuple[Item, ...] = ()
    contents: Item | None = None
    ncx: str = ""
    listing: str = ""
    remarks: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()


#: How files are called that hold a cover or a list of contents.
_APART = re.compile(
    r"(?<![a-z])(?:(?:front|back|book)?cover(?:page|image)?|toc|(?:table-?_?of-?_?)?contents|nav(?:igation)?)"
    r"(?![a-z])",
    re.IGNORECASE,
)


def read_package(archive: Archive, name: str) -> Package:
    """Return the package of the book `name`; raises `SourceError` when it is locked or has no page."""
    path = _package_path(archive)
    root = parse_xml(archive.optional(path)).root if path else None
    items = {attribute(element, "id"): _item(archive, path, element) for element in named(root, "item")}
    # A page stands in the order once; files that name it again and again mean harm.
    order = dict.fromkeys(attribute(reference, "idref") for reference in named(root, "itemref"))
    pages = list(dict.fromkeys(_in_order(items, key) for key in order if key in items))
    losses = _losses(items, order) if pages else ()
    remarks = []
    if not pages:
        pages = [item for item in items.values() if item.name and item.is_page] or _all_pages(archive)
        remarks.append(
            "The book does not say in which order it is read, so its files are shown as they come."
        )
    if not pages:
        raise SourceError(f"{name} is an EPUB without any pages.", "Get it again, or open another edition.")
    listing = _guided(archive, path, root)
    outside = _outside(items.values(), pages)
    spare = [item for item in outside if item.name == listing or _APART.search(item.href)]
    further = [item for item in outside if item not in spare]
    if further:
        remarks.append(
            "One page stands outside of the book's reading order, and comes last."
            if len(further) == 1
            else f"{len(further)} pages stand outside of the book's reading order, and come last."
        )
    pages += further
    _refuse_locked(archive, name, pages)
    contents = next((item for item in items.values() if item.contents), None)
    ncx = _ncx(archive, items.values())
    if len(pages) > MOST_PAGES:
        cut = len(pages) - MOST_PAGES
        losses = (*losses, f"Only the first {MOST_PAGES:,} pages of the book are read; {cut:,} follow.")
    return Package(
        metadata_of(root),
        tuple(pages[:MOST_PAGES]),
        tuple(spare[:MOST_PAGES]),
        contents,
        ncx,
        listing,
        tuple(remarks),
        losses,
    )


def _losses(items: Mapping[str, Item], order: Iterable[str]) -> tuple[str, ...]:
    """Return what is to be said of entries in the reading order that stand for nothing."""
    unknown = [key for key in order if key not in items]
    names = ", ".join(key[:60] for key in unknown[:3])
    told = f"The book names parts in its reading order that it does not hold: {names}."
    return (told,) if unknown else ()


def _in_order(items: Mapping[str, Item], key: str) -> Item:
    """Return the file `key` in the order of a book, or the page that stands in for one that is no page."""
    item = chain = items[key]
    for _ in range(_LONGEST_CHAIN):
        if chain.is_page or chain.fallback not in items:
            break
        chain = items[chain.fallback]
    return chain if chain.name and chain.is_page else item


def _outside(items: Iterable[Item], pages: Sequence[Item]) -> list[Item]:
    """Return the pages of a book that its reading order leaves out."""
    read = {page.name for page in pages} | {""}
    return [item for item in items if item.name not in read and not item.contents and item.is_page]


def _package_path(archive: Archive) -> str:
    container = parse_xml(archive.optional("META-INF/container.xml")).root
    named_path = next((attribute(file, "full-path") for file in named(container, "rootfile")), "")
    if archive.find(named_path):
        return archive.find(named_path)
    return next((part for part in archive.names if part.lower().endswith(".opf")), "")


def _item(archive: Archive, path: str, element: Element) -> Item:
    href = element.get("href", "")
    name = f"{path[: path.rfind('/') + 1]}{href}"
    if not href or name not in archive or "./" in name:
        inside = place_in_book(path, href).partition("#")[0]
        name = archive.find(inside) if inside else ""
    contents = "nav" in element.get("properties", "").split()
    return Item(name, href, element.get("media-type", "").lower(), contents, element.get("fallback", ""))


def _guided(archive: Archive, path: str, root: Element | None) -> str:
    """Return the name of the page that the guide of an older book calls its list of contents."""
    found = (entry for entry in named(root, "reference") if attribute(entry, "type").lower() == "toc")
    inside = (place_in_book(path, attribute(entry, "href")).partition("#")[0] for entry in found)
    return next((archive.find(name) for name in inside if name), "")


def _ncx(archive: Archive, items: Iterable[Item]) -> str:
    """Return the name of the older list of contents; files that forget to list it have it all the same."""
    listed = (
        item.name
        for item in items
        if item.name and (item.media_type == _NCX or item.name[-4:].lower() == ".ncx")
    )
    return next(listed, "") or next((name for name in archive.names if name[-4:].lower() == ".ncx"), "")


def _all_pages(archive: Archive) -> list[Item]:
    return [Item(name, name) for name in sorted(archive.names) if name.lower().endswith(_PAGES)]


def _refuse_locked(archive: Archive, name: str, pages: list[Item]) -> None:
    """Raise `SourceError` when the pages of the book are encrypted for a shop's own reader."""
    root = parse_xml(archive.optional("META-INF/encryption.xml")).root
    wanted = {page.name for page in pages if page.name}
    for data in named(root, "EncryptedData"):
        method, reference = first(data, "EncryptionMethod"), first(data, "CipherReference")
        lock = attribute(method, "Algorithm") if method is not None else ""
        target = attribute(reference, "URI") if reference is not None else ""
        if lock not in _FONT_LOCKS and archive.find(unquote(target)) in wanted:
            raise SourceError(
                f"{name} is locked by its shop (DRM), so that only the shop's own reader can show it.",
                "Ask for an edition without a lock.",
            )


def metadata_of(root: Element | None) -> Metadata:
    """Return what the package says about the book."""
    holder = first(root, "metadata")
    said: dict[str, list[str]] = {}
    for element in holder.iter() if holder is not None else ():
        text = text_in(element)
        if text and local(element) in ("title", "creator", "publisher", "language"):
            said.setdefault(local(element), []).append(text[:400])
    authors = [name for name in dict.fromkeys(said.get("creator", [])) if name.lower() != "unknown"]
    return Metadata(
        title=said.get("title", [""])[0],
        byline=", ".join(authors[:20]),
        publisher=said.get("publisher", [""])[0],
        published=_date([element for element in named(holder, "date") if text_in(element)]),
        language=said.get("language", [""])[0],
        format="epub",
    )


def _date(elements: list[Element]) -> DateEvidence | None:
    """Return the day, month or year of publication by the first of `elements` that holds one."""
    for element in sorted(elements, key=_event):
        text = text_in(element)[:40]
        found = find_date(text)
        if found and found[0] >= "1000":
            return DateEvidence(found[0], text, OF_THE_BOOK)
        if _MONTH.fullmatch(text):
            return DateEvidence(text, text, OF_THE_BOOK)
    return None


def _event(element: Element) -> int:
    event = attribute(element, "event").lower()
    return _EVENTS.index(event) if event in _EVENTS else len(_EVENTS)
