"""The links beside the headings of a wiki with which its readers edit a section: no words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

#: The reason under which such links are counted; with it a reader takes them in.
EDITS = "links for editing"

_NAMED = re.compile(r"(?:^|\s)(?:mw-)?editsection(?:\s|$)")


def cut_edit_links(root: HtmlElement) -> Iterator[str]:
    """Take such links out of the page under `root`; yield their texts."""
    for element in [one for one in root.iter("span") if _NAMED.search(one.get("class", "")[:200])]:
        text = " ".join(element.text_content().split())
        if element.getparent() is not None:
            element.drop_tree()
        if text:
            yield text
