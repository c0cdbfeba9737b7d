"""Lists as word processors write them into pages: in styles and classes instead of nested elements."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

#: The deepest level of a list, and how much of an attribute is looked at.
DEEPEST_LEVEL, LOOK = 8, 400

_MARKER = re.compile(r"mso-list:\s{0,3}Ignore", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list:\s{0,3}[a-z]{1,2}\d{1,5} level(\d) ", re.IGNORECASE)
_NESTED = re.compile(r"lst-kix_[a-z0-9]{1,40}-(\d)\b")


def item_marker(element: HtmlElement) -> str:
    """Return the marker of a list item where `element` is nothing but that, as Word and Outlook write it."""
    if element.tag != "span" or not _MARKER.search(element.get("style", "")[:LOOK]):
        return ""
    marker = "".join("".join(element.itertext()).split())[:12]
    return marker if any(sign.isalnum() for sign in marker) and marker not in ("o", "§") else "•"


def item_depth(element: HtmlElement) -> int:
    """Return how deep in a list the paragraph `element` stands by its style; 0 when nothing says so."""
    found = _LEVEL.search(f"{element.get('style', '')[:LOOK]} ")
    return min(max(int(found[1]) - 1, 0), DEEPEST_LEVEL) if found else 0


def list_depth(element: HtmlElement) -> int:
    """Return how deep a list is nested by its class, as Google Docs writes it; 0 when nothing says so."""
    found = _NESTED.search(element.get("class", "")[:LOOK])
    return min(int(found[1]), DEEPEST_LEVEL) if found else 0
