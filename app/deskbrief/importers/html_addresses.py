"""Places and links of a page: what its links lead to, which of its elements are named, where pages begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from deskbrief.importers.clean import Place
from deskbrief.importers.links import link_target

#: The longest name of a place.
LONGEST_NAME = 300
#: The longest number of a page with what stands around it.
LONGEST_LABEL = 20

_PAGE_BREAKS = frozenset({"pagebreak", "doc-pagebreak"})
#: How books without such roles call the number of a page in the middle of their text.
_PAGE_CLASSES = frozenset({"pagenum", "pageno", "pagebreak"})
_NOTES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
#: How programs that make pages of Markdown call the items of a list of notes.
_NOTE_NAME = re.compile(r"(?:fn|footnote|endnote)[:_-]?\d{1,4}")
_BACK_LINKS = frozenset({"backlink", "doc-backlink"})
_HERE_SIGNS = frozenset({"¶", "#", "§", "🔗"})
_BACK_SIGNS = frozenset({"↩", "↩︎", "↩\ufe0f", "⏎", "↑"})


@dataclass(frozen=True, slots=True)
class Addresses:
    """What names and links mean on one page.

    `base` is the address that relative links start from. `file` is the name of the page among the
    files of a book, which links may name as well. `pages` are the labels of the pages that begin at a
    named place, where the book lists them.
    """

    base: str = ""
    file: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)

    def target(self, href: str) -> str:
        """Return what a link leads to: a web address, `#` with the name of a place, or an empty string."""
        href = href.strip()
        if len(href) > LONGEST_NAME and not href.lower().startswith(("http:", "https:")):
            return ""
        if href.startswith("#"):
            return f"#{self.file}#{unquote(href[1:])}" if len(href) > 1 else ""
        if self.file and not self.base:
            inside = place_in_book(self.file, href)
            if inside:
                return f"#{inside}"
        return link_target(href, self.base)

    def places(self, element: HtmlElement) -> tuple[Place, ...]:
        """Return the names of the place where `element` begins."""
        name = element.get("id") or (element.get("name") if element.tag == "a" else None)
        if not name or len(name) > LONGEST_NAME:
            return ()
        full = f"{self.file}#{unquote(name)}"
        page = self.pages.get(full)
        return (Place(full), Place(page, page=True)) if page else (Place(full),)


def place_in_book(file: str, href: str) -> str:
    """Return the name of the place that `href`, written in `file`, has inside the same book, if any."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    # What begins with a slash begins at the root of the book (EPUB 3.3, container root URL).
    path = normpath(join(dirname(file), unquote(parts.path))).lstrip("/")
    if path.startswith(".."):
        return ""
    return f"{path}#{unquote(parts.fragment)}"


def page_label(element: HtmlElement) -> str:
    """Return the label of the page that begins at `element`, or an empty string."""
    if not element.attrib:
        return ""
    said = bool(_roles(element) & _PAGE_BREAKS)
    if not said and _PAGE_CLASSES.isdisjoint(element.get("class", "")[:LONGEST_NAME].split()):
        return ""
    label = element.get("title") or element.get("aria-label") or "".join(element.itertext())
    label = " ".join(label.split())
    return bare_label(label) if said else _number_of(label)


def bare_label(label: str) -> str:
    """Return the label of a page without the word "page" and without braces around it."""
    bare = label.removeprefix("Page ").removeprefix("page ")
    return bare.strip("{} ")[:LONGEST_LABEL] or bare[:LONGEST_LABEL]


def _number_of(label: str) -> str:
    """Return the number of a page that is written like "[Pg 12]"; empty when `label` is anything else."""
    if len(label) > LONGEST_LABEL:
        return ""
    number = label.strip("[](){}|. ").lower()
    for word in ("page", "pg", "p"):
        number = number.removeprefix(word)
    number = number.strip(". ")
    arabic = number.isascii() and number.isdecimal() and len(number) < 5
    return number if arabic or (number and not number.strip("ivxlc")) else ""


def is_note(element: HtmlElement) -> bool:
    """Tell whether `element` is a footnote or an endnote."""
    if _roles(element) & _NOTES or element.get("class", "").strip() == "footnote":
        return True
    return element.tag == "li" and _NOTE_NAME.fullmatch(element.get("id", "")[:LONGEST_NAME]) is not None


def is_back_link(element: HtmlElement) -> bool:
    """Tell whether `element` leads from a note back to its reference, or from a heading to itself."""
    if element.tag != "a" or not element.attrib:
        return False
    if _roles(element) & _BACK_LINKS or element.get("class", "") == "headerlink":
        return True
    text = "".join(element.itertext()).strip()
    return text in _BACK_SIGNS or (text in _HERE_SIGNS and element.get("href", "").startswith("#"))


def _roles(element: HtmlElement) -> set[str]:
    attributes = element.attrib
    if not attributes:
        return set()
    return {*attributes.get("epub:type", "").lower().split(), attributes.get("role", "").lower()}
