"""Parts of a page that came after it and wait, hidden, for a script to put them in their place.

React (and what is built on it) sends a page before all of it is ready. A gap is held open by
`<template id="B:1">` or `P:1`; what belongs there follows at the end, as `<div hidden id="S:1">`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

_SAID = re.compile(r"<div\s[^>]{0,40}id=[\"']?S:[0-9a-f]", re.IGNORECASE)
_PART = re.compile(r"S:([0-9a-f]{1,6})")
_GAP = re.compile(r"[BP]:([0-9a-f]{1,6})")


def place_streamed(root: HtmlElement, written: str) -> None:
    """Put the parts under `root` that came later where their gaps are; a part without one is only shown.

    `written` is the page as it stands in its file.
    """
    if not _SAID.search(written):
        return
    gaps = _numbered(root, "template", _GAP)
    for number, part in _numbered(root, "div", _PART).items():
        if "hidden" not in part.attrib:
            continue
        del part.attrib["hidden"]
        gap = gaps.get(number)
        around = None if gap is None else gap.getparent()
        if gap is not None and around is not None and part not in gap.iterancestors():
            part.drop_tree()
            around.replace(gap, _with_tail_of(gap, part))


def _numbered(root: HtmlElement, tag: str, form: re.Pattern[str]) -> Mapping[str, HtmlElement]:
    """Return the elements called `tag` by the number in their id, where that has the form `form`."""
    found = ((form.fullmatch(element.get("id", "")), element) for element in root.iter(tag))
    return {match[1]: element for match, element in found if match}


def _with_tail_of(gap: HtmlElement, part: HtmlElement) -> HtmlElement:
    part.tail = gap.tail
    return part
