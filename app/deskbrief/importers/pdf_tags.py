"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): which element owns which text of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

import pypdfium2.raw as pdfium

#: The most elements and pieces of content of one page, kids of one element, and elements inside one another.
MOST_ELEMENTS, MOST_KIDS, DEEPEST = 10_000, 10_000, 60
#: The longest text in place of a picture in code points.
LONGEST = 2_000
#: Elements inside lines of text, whose text belongs to the element around them, and those that mean nothing.
INLINE = frozenset(
    {"Span", "Link", "Quote", "Reference", "BibEntry", "Annot", "Em", "Strong", "Sub", "Form"}
) | {*("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "NonStruct", "Private")}
#: Headings, and all elements that go on with their own text after an element inside it.
HEADS = ("Title", "H", "H1", "H2", "H3", "H4", "H5", "H6")
TEXTS = frozenset({*HEADS, "P", "Note", "FENote", "Caption", "Lbl"})
#: What programs write in place of a picture by themselves.
_EMPTY = frozenset(["figure", "image", "picture", "graphic", "photo", "chart", "diagram"])


@dataclass(eq=False, slots=True)
class Tag:
    """One element: its role, the element around it, its place there, and its place among all elements.

    `size` is how many kids it has on all pages.
    """

    role: str
    parent: Tag | None = None
    index: int = 0
    number: int = 0
    size: int = 0
    alt: str = ""
    spans: tuple[int, int] = (1, 1)

    def around(self) -> Iterator[Tag]:
        """Yield the element itself and those around it, from the inside."""
        tag: Tag | None = self
        while tag is not None:
            yield tag
            tag = tag.parent

    def within(self, *roles: str) -> Tag | None:
        """Return the outermost element of one of `roles` around this one, or itself."""
        found = None
        for tag in self.around():
            if tag.role in roles:
                found = tag
        return found

    @property
    def level(self) -> int:
        """The level of a heading: 0 for what is none."""
        if self.role == "H":
            return max(sum(tag.role in ("Sect", "Art", "Part") for tag in self.around()), 1)
        if self.role == "Title":
            return 1
        return int(self.role[1:]) if self.role[:1] == "H" and self.role[1:].isdecimal() else 0


class TagReader:
    """Reads the trees of the pages of one file; an element that goes on on the next page is one element.

    `tags` are all elements that own text, by their numbers, which count in the order in which they are read.
    """

    def __init__(self) -> None:
        self.tags: dict[int, Tag] = {}
        self._count = 0
        self._left = 0
        self._owners: dict[int, int] = {}
        self._alts: dict[int, str] = {}
        self._before: dict[tuple[int, int], Tag] = {}
        self._open: dict[tuple[int, int], Tag] = {}

    def read(self, page: Any) -> tuple[dict[int, int], dict[int, str]]:
        """Return the numbers of the elements that own the marked content of `page`, and what figures say."""
        self._owners, self._alts, self._left = {}, {}, MOST_ELEMENTS
        self._before, self._open = self._open, {}
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return {}, {}
        try:
            for index in range(min(pdfium.FPDF_StructTree_CountChildren(tree), MOST_KIDS)):
                element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
                if element:
                    self._visit(element, None, index, 0)
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        return self._owners, self._alts

    def _visit(self, element: Any, parent: Tag | None, index: int, depth: int) -> None:
        tag = self._tag(element, parent, index)
        self._fill(element, tag, tag, depth)

    def _fill(self, element: Any, tag: Tag, flow: Tag | None, depth: int) -> Tag | None:
        """Give the content of `element` to `flow`, or to a new paragraph of `tag` after an element in it."""
        for index, kid in _kids(element):
            self._left -= 1
            if self._left < 0 or depth > DEEPEST:
                return flow
            role = "" if isinstance(kid, int) else _words(pdfium.FPDF_StructElement_GetType, kid)
            if isinstance(kid, int) or role in INLINE:
                flow = flow or self._new(Tag("P", tag, index))
            if isinstance(kid, int):
                if flow is not None:
                    self._own(kid, flow)
            elif role in INLINE:
                flow = self._fill(kid, tag, flow, depth + 1)
            else:
                self._visit(kid, tag, index, depth + 1)
                flow = flow if tag.role in TEXTS else None
        return flow

    def _own(self, content: int, tag: Tag) -> None:
        self._owners.setdefault(content, tag.number)
        self.tags[tag.number] = tag
        figure = tag.within("Figure", "Formula")
        if figure is not None and figure.alt:
            self._alts.setdefault(content, figure.alt)

    def _tag(self, element: Any, parent: Tag | None, index: int) -> Tag:
        """Return the element, which is one with that at the same place of the tree of the page before."""
        key = (parent.number if parent else 0, index)
        tag = self._before.get(key)
        if tag is None:
            role = _words(pdfium.FPDF_StructElement_GetType, element) or "Div"
            tag = self._new(Tag(role, parent, index, size=pdfium.FPDF_StructElement_CountChildren(element)))
            tag.alt = _alternative(element) if role in ("Figure", "Formula") else ""
            tag.spans = _spans(element) if role in ("TH", "TD") else (1, 1)
        self._open[key] = tag
        return tag

    def _new(self, tag: Tag) -> Tag:
        self._count += 1
        tag.number = self._count
        return tag


def _kids(element: Any) -> Iterator[tuple[int, Any]]:
    """Yield place and value of what `element` holds on its page: the numbers of content, and elements."""
    for index in range(min(pdfium.FPDF_StructElement_CountChildren(element), MOST_KIDS)):
        kid = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if kid:
            yield index, kid
            continue
        content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if content >= 0:
            yield index, content


def _words(function: Any, element: Any) -> str:
    """Return what a function of PDFium writes about `element`."""
    size = min(function(element, None, 0), 2 * LONGEST)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(element, buffer, size)
    return " ".join(buffer.raw.decode("utf-16-le", "replace").replace("\0", " ").split())


def _alternative(element: Any) -> str:
    alt = _words(pdfium.FPDF_StructElement_GetAltText, element)
    return "" if alt.strip(" .").lower() in _EMPTY else alt


def _spans(element: Any) -> tuple[int, int]:
    """Return over how many columns and rows a cell reaches."""
    found = {b"ColSpan": 1, b"RowSpan": 1}
    for at in range(min(pdfium.FPDF_StructElement_GetAttributeCount(element), 8)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, at)
        for name in found:
            value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name) if attributes else None
            number = ctypes.c_float()
            told = value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(number))
            if told and isfinite(number.value):
                found[name] = int(min(max(number.value, 1.0), 100.0))
    return found[b"ColSpan"], found[b"RowSpan"]
