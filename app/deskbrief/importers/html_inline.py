"""Text and formatting inside the blocks of a page; what is not there to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from deskbrief.document.model import InlineKind
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.html_addresses import Addresses, page_label

#: Elements that hold nothing to read.
_UNREAD = frozenset(
    """head script style noscript template svg iframe object embed canvas audio video map select button
    input textarea datalist progress meter applet frameset noframes rp rt rtc link meta title
    base""".split()  # noqa: SIM905
)
_MARKS = {
    "b": InlineKind.STRONG,
    "strong": InlineKind.STRONG,
    "i": InlineKind.EMPHASIS,
    "em": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "dfn": InlineKind.EMPHASIS,
    "var": InlineKind.EMPHASIS,
    "code": InlineKind.CODE,
    "kbd": InlineKind.CODE,
    "samp": InlineKind.CODE,
    "tt": InlineKind.CODE,
    "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT,
}
_HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s{0,4}:\s{0,4}(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s{0,4}:\s{0,4}(?:italic|oblique)", re.IGNORECASE)
_UNSEEN = re.compile(
    r"\b(?:sr-only|visually-?hidden|screen-reader(?:-text)?|u-hidden-visually|assistive-text)\b"
)
_NUMBERED = frozenset({"span", "td", "a", "div", "pre"})
_NUMBERS = re.compile(
    r"(?:^|\s)(?:l-?num|line-?nu(?:m|mber|mbers|ms)|linenos?|line-?no|lineno-?\w{1,12}|gutter)(?:\s|$)",
    re.IGNORECASE,
)
#: Code points of the numbers beside a text, at most.
MOST_NUMBERS = 20_000
_NAMED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "th"})
_LINES = frozenset({"br", "div", "p", "li", "tr"})
_CELLS = frozenset({"td", "th"})


def is_unread(element: HtmlElement) -> bool:
    """Tell whether `element` holds nothing to read."""
    if not isinstance(element.tag, str):
        return True
    if element.tag == "button":
        # A button in a heading is the heading: a click on it opens what it names.
        above = element.getparent()
        return above is None or above.tag not in _NAMED
    return element.tag in _UNREAD or are_line_numbers(element)


def are_line_numbers(element: HtmlElement) -> bool:
    """Tell whether `element` holds the numbers of lines that stand beside a poem or code."""
    named = element.get("class") if element.tag in _NUMBERED else None
    if not named or not _NUMBERS.search(named[:200]):
        return False
    numbers = "".join(element.itertext())
    return len(numbers) < MOST_NUMBERS and "".join(numbers.split()).isdecimal()


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether a browser would not show `element`, or only speak it."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style and _HIDDEN.search(style[:400]):
        return True
    return is_spoken(element)


def is_spoken(element: HtmlElement) -> bool:
    """Tell whether `element` is there for screen readers alone, as its class says."""
    named = element.get("class")
    return bool(named and _UNSEEN.search(named[:400]))


def is_speck(image: HtmlElement) -> bool:
    """Tell whether a picture is too small to be one: a spacer, or something that counts readers."""
    return any(image.get(side, "").strip() in ("0", "1", "2") for side in ("width", "height"))


def mark_of(element: HtmlElement, addresses: Addresses) -> Mark | None:
    """Return the formatting that `element` gives its text, if any."""
    kind = _MARKS.get(element.tag)
    if kind is not None:
        return Mark(kind)
    target = addresses.target(element.get("href", "")) if element.tag == "a" else ""
    return Mark(InlineKind.LINK, target) if target else _styled(element)


def _styled(element: HtmlElement) -> Mark | None:
    """Return the formatting that the style of a bare element gives its text: that of exported pages."""
    style = element.get("style", "")[:400] if element.tag in ("span", "font") else ""
    if _BOLD.search(style):
        return Mark(InlineKind.STRONG)
    return Mark(InlineKind.EMPHASIS) if _ITALIC.search(style) else None


def pieces_under(element: HtmlElement, addresses: Addresses) -> list[Piece]:
    """Return the text under `element` with its marks; blocks in it are set apart by a space."""
    pieces: list[Piece] = []
    stack: list[tuple[HtmlElement, tuple[Mark, ...], bool]] = [(element, (), True)]
    while stack:
        node, marks, entering = stack.pop()
        if not entering:
            if node.tail and node is not element:
                pieces.append(Piece(node.tail, marks=marks))
            continue
        stack.append((node, marks, False))
        if node is not element:
            page = page_label(node)
            if page:
                pieces.append(Piece("", places=(*addresses.places(node), Place(page, page=True))))
            if page or is_unread(node) or is_hidden(node):
                continue
        mark = mark_of(node, addresses)
        inner = (*marks, mark) if mark else marks
        if node.tag in _LINES or (node.tag in _CELLS and node is not element):
            pieces.append(Piece(" "))
        places = addresses.places(node)
        if node.text or places:
            pieces.append(Piece(node.text or "", marks=inner, places=places))
        stack += [(child, inner, True) for child in reversed(node)]
    return pieces


def text_lines(element: HtmlElement) -> list[str]:
    """Return the text under `element` line by line with its white space, as code needs it."""
    parts: list[str] = [element.text or ""]
    numbers = [node for node in element.iterdescendants(*_NUMBERED) if are_line_numbers(node)]
    inside = {inner for node in numbers for inner in node.iterdescendants()}
    for node in element.iterdescendants():
        if node in inside:
            continue
        if node.tag in _LINES:
            parts.append("\n")
        if isinstance(node.tag, str) and node.tag not in _UNREAD and node not in numbers:
            parts.append(node.text or "")
        parts.append(node.tail or "")
    return "".join(parts).strip("\n").split("\n")


def to_first_letter(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield `element` and the elements in it that hold its first letter, the outermost first."""
    node: HtmlElement | None = element
    while node is not None:
        yield node
        if (node.text or "").strip():
            return
        node = next((child for child in node if "".join(islice(child.itertext(), 20)).strip()), None)
