"""A page as a tree: parsed without any access to network or disk, and never deeper than 200 elements."""

from __future__ import annotations

from html.parser import HTMLParser

from lxml import etree, html
from lxml.html import HtmlElement

#: The deepest nesting of a tree; lxml itself silently drops what is deeper than a few hundred.
DEEPEST = 200

#: Elements that close by themselves or belong to one place: these are never taken out.
_KEPT = frozenset(
    "html head body title meta link base p li dt dd tr td th thead tbody tfoot caption option br hr img input "
    "script style h1 h2 h3 h4 h5 h6 area col wbr source track embed".split()
)


def parse_page(text: str) -> HtmlElement:
    """Return the root element of the page in `text`; a text without any mark-up gets a body around it."""
    root = _parse(text)
    if _is_deep(root):
        root = _parse(flattened(text))
    return root


def _parse(text: str) -> HtmlElement:
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    data = text.encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        root = html.document_fromstring(b"<html><body></body></html>")
    return root


def _is_deep(root: HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def flattened(text: str) -> str:
    """Return the page in `text` without the elements that are nested deeper than any writer meant."""
    flattener = _Flattener()
    flattener.feed(text)
    flattener.close()
    return "".join(flattener.parts)


class _Flattener(HTMLParser):
    """Writes a page again, leaving out the tags of nested elements beyond a depth, but none of their text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._open: dict[str, list[bool]] = {}
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        source = self.get_starttag_text() or ""
        if tag in _KEPT:
            self.parts.append(source)
            return
        kept = self._depth < DEEPEST // 2
        self._open.setdefault(tag, []).append(kept)
        self._depth += kept
        self.parts.append(source if kept else " ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        stack = self._open.get(tag)
        if tag not in _KEPT and stack:
            kept = stack.pop()
            self._depth -= kept
            self.parts.append(f"</{tag}>" if kept else " ")
        elif tag in _KEPT:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")
