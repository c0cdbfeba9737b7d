"""Boxes whose role says what they are (WAI-ARIA 1.2): they become the elements that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_SAID = re.compile(r"role\s{0,4}=\s{0,4}[\"']?(?:table|grid|treegrid|heading|blockquote|list)\b")
#: Elements that say nothing of themselves.
_PLAIN = frozenset({"div", "span", "section", "p", "figure"})
_TABLES = frozenset({"table", "grid", "treegrid"})
_IN_TABLES = {
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
    "rowgroup": "tbody",
    "caption": "caption",
}
#: What a table may hold beside its parts without being something else, such as a calendar to choose from.
_CONTROLS = ("button", "input", "select", "textarea")
#: A table has at least so many rows and cells.
FEWEST_ROWS, FEWEST_CELLS = 2, 4
#: The levels of headings, and the one of those that do not say theirs.
_LEVELS, _USUAL = frozenset("123456"), "2"


def name_by_roles(root: HtmlElement, written: str) -> None:
    """Give the boxes under `root` that have a role the names of the elements with that meaning.

    `written` is the page as it stands in its file, in small letters.
    """
    if not _SAID.search(written):
        return
    for element in list(_with_roles(root)):
        role = element.get("role", "").strip().lower()
        if role in _TABLES:
            _make_table(element)
        elif role == "heading" and not _is_within_heading(element):
            level = element.get("aria-level", "").strip()
            element.tag = f"h{level if level in _LEVELS else _USUAL}"
        elif role == "blockquote":
            element.tag = "blockquote"
        elif role == "list":
            _make_list(element)


def _with_roles(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter(*_PLAIN):
        if element.get("role"):
            yield element


def _is_within_heading(element: HtmlElement) -> bool:
    return next(element.iterancestors("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None


def _make_table(element: HtmlElement) -> None:
    """Make a table of `element` when it holds rows of cells and nothing to operate."""
    parts = [part for part in _with_roles(element) if part is not element and _table_role(part)]
    rows = [part for part in parts if _table_role(part) == "tr"]
    cells = [part for part in parts if _table_role(part) in ("td", "th")]
    operated = next(element.iter(*_CONTROLS), None) is not None
    if len(rows) < FEWEST_ROWS or len(cells) < FEWEST_CELLS or operated:
        return
    element.tag = "table"
    for part in parts:
        part.tag = _table_role(part)
    for row in rows:
        _lift(row, element)


def _table_role(element: HtmlElement) -> str:
    return _IN_TABLES.get(element.get("role", "").strip().lower(), "")


def _lift(row: HtmlElement, table: HtmlElement) -> None:
    """Take away the boxes around the cells of a row, and around the row, which only lay them out."""
    for cell in row.iter("td", "th"):
        _unwrap(cell, row)
    _unwrap(row, table, "tbody", "thead")


def _unwrap(element: HtmlElement, around: HtmlElement, *kept: str) -> None:
    parent = element.getparent()
    while parent is not None and parent is not around and parent.tag not in kept:
        above = parent.getparent()
        parent.drop_tag()
        parent = above


def _make_list(element: HtmlElement) -> None:
    items = [child for child in element if child.get("role", "").strip().lower() == "listitem"]
    if items and len(items) == len(element):
        element.tag = "ul"
        for item in items:
            item.tag = "li"
