"""Bylines among the elements of a page: what their class, `rel`, `itemprop` or address calls one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from deskbrief.importers.html_byline import is_by, names_in_byline
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_inline import is_hidden, is_unread
from deskbrief.importers.html_regions import Regions

#: The longest text of a byline, and the most bylines beside each other.
LONGEST, MOST_AUTHORS = 400, 20
#: How many blocks before the title a byline may stand.
BEFORE = 3
#: How many elements may stand around a single byline.
REACH = 4

_CALLED = re.compile(
    r"(?:^|[-_\s])(?:byline|author|authors|autor|auteur|writer|creator|wrote[-_]?by|written[-_]?by|posted[-_]?by"
    r"|p-author|contributor)(?:[-_\s]|$)|author(?:name|link|s)|byline|[a-z]author\b"
)
_NOT_CALLED = re.compile(
    r"comment|tweet|prep|avatar|image|photo|related|social|count|date|time|bio\b|desc|title|role|follow|share|box|url"
)
#: What the parts of a byline are called that tell of the author, rather than name one.
_TELLS = re.compile(r"(?:^|[-_])(?:(?:micro)?bio|position|job|role|title|desc(?:ription)?)(?:[-_]|$)")
_ADDRESS = re.compile(
    r"/(?:authors?|auteurs?|autor(?:en|es)?|writers?|contributors?|editors?|columnists?|journalists?|reporters?|profiles?"
    r"|staff|signataires|newsteam|by)/[^/]",
    re.IGNORECASE,
)
_COMMAS = re.compile(r"(?: ?,)+ |(?: ,)+$")
#: What boxes are called in which a page shows what somebody else said.
_QUOTED = re.compile(r"(?:statement|claim|quote|quotation|pullquote|blockquote)(?:[-_]|$)")
_PLACES = (
    "span",
    "a",
    "p",
    "div",
    "address",
    "cite",
    "li",
    "small",
    "h3",
    "h4",
    "h5",
    "ul",
    "strong",
    "em",
    "b",
    "i",
)
#: Elements that stand below one another, so that two names in two of them are two.
_BOXES = frozenset({"div", "p", "h3", "h4", "h5", "ul"})
_ELSEWHERE = frozenset({"comments", "related"})
_FURNITURE = _ELSEWHERE | {"aside", "tag:aside", "footer", "tag:footer", "navigation", "tag:nav", "advert"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A byline on the page; `near` tells whether it stands beside the title, `after` whether below it.

    A `quoted` one names who made a statement that the page shows.
    """

    names: str
    element: HtmlElement
    near: bool
    after: bool = True
    quoted: bool = False


def bylines_on(drafts: Sequence[Draft], start: int, end: int) -> Iterator[Shown]:
    """Yield the bylines on a page; those are near that stand between the blocks `start` and `end`."""
    if not drafts:
        return
    first, title = drafts[max(start - BEFORE - 1, 0)].whole, drafts[start].whole
    # Loose text after other blocks stands in an element that begins before them.
    around = {title, *title.iterancestors()}
    last = next((draft.whole for draft in drafts[end:] if draft.whole not in around), None)
    regions, near, after = Regions(), False, False
    events = etree.iterwalk(first.getroottree(), events=("start",))
    for _, element in events:
        near = (near or element is first) and element is not last
        after = after or element is title
        if is_unread(element) or is_hidden(element):
            events.skip_subtree()
            continue
        if element.tag not in _PLACES or not _is_byline(element, near=near):
            continue
        names = names_in_byline(_text(element))
        held = {name for name, _ in regions.names(element)} if names else set()
        if names and not held & (_ELSEWHERE if near else _FURNITURE):
            events.skip_subtree()
            yield Shown(names, element, near, after, _is_quoted(element))


def _is_byline(element: HtmlElement, *, near: bool) -> bool:
    """Tell whether the class, `rel`, `itemprop` or address of `element` calls it a byline."""
    attributes = element.attrib
    if not attributes:
        return False
    called = " ".join(attributes.get(name, "") for name in ("class", "rel", "itemprop")).lower()[:300]
    if any(_CALLED.search(word) and not _NOT_CALLED.search(word) for word in called.split()):
        return True
    return near and element.tag == "a" and bool(_ADDRESS.search(attributes.get("href", "")[:300]))


def _is_quoted(element: HtmlElement) -> bool:
    """Tell whether `element` names who made a statement that the page quotes."""
    around = (one.get("class", "")[:300].lower().split() for one in islice(element.iterancestors(), REACH))
    return any(_QUOTED.match(word) for words in around for word in words)


def _text(element: HtmlElement) -> str:
    """Return the text of `element` on one line; two links or items without anything between are two names."""
    parts: list[str] = []
    events = etree.iterwalk(element, events=("start", "end"))
    for count, (event, node) in enumerate(events):
        if event == "start" and node is not element and _tells(node):
            events.skip_subtree()
            parts += [", "] if parts else []
            continue
        text = (node.text if event == "start" else node.tail if node is not element else "") or ""
        if parts and parts[-1][-1:].isalpha() and node is not element and text[:1].isalpha():
            apart = event == "start" and len(parts) > 1 and node.tag in ("a", "li")
            apart = apart or (event == "start" and node.tag in _BOXES and not is_by("".join(parts).strip()))
            parts.append(", " if apart else " ")
        if text and not (event == "start" and (is_unread(node) or is_hidden(node))):
            parts.append(text)
        if count > LONGEST or sum(map(len, parts)) > LONGEST:
            return ""
    return _COMMAS.sub(", ", " ".join("".join(parts).split())).strip(", ")


def _tells(element: HtmlElement) -> bool:
    """Tell whether `element`, a part of a byline, tells of the author."""
    named = element.get("class", "")[:300].lower().split()
    return any(_TELLS.search(word) and "name" not in word for word in named)


def together(shown: Sequence[Shown]) -> str:
    """Return the names of the first byline and of those beside it."""
    if not shown:
        return ""
    around = _around(shown[0].element)
    beside = [one.names for one in shown if _around(one.element) is around]
    names: list[str] = []
    for name in beside[:MOST_AUTHORS]:
        if not any(key_of(name) in key_of(other) for other in names):
            names.append(name)
    return ", ".join(names)


def _around(element: HtmlElement) -> HtmlElement | None:
    """Return the innermost element around `element` that holds more than `element` does."""
    return next((one for one in islice(element.iterancestors(), REACH) if len(one) > 1), element.getparent())
