"""A page as a tree: parsed without any access to network or disk, and never much deeper than 200 elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree, html
from lxml.html import HtmlElement

from deskbrief.importers.mathml import set_formulas_in_line

#: The deepest nesting of a tree; lxml itself silently drops what is deeper than about 2,000.
DEEPEST = 200
#: Elements that are kept for some levels more, because they hold the text or set it apart.
_INNERMOST = frozenset(
    """p li dt dd tr td th br h1 h2 h3 h4 h5 h6 a script style""".split()  # noqa: SIM905
)
_SLACK = 20
#: What may stand in the head of a page (HTML Standard, metadata content).
_OF_HEAD = frozenset(["base", "link", "meta", "noscript", "script", "style", "template", "title"])
#: Younger elements that end a paragraph (HTML Standard, "close a p element"); the parser does not know them.
_ENDERS = (
    *("article", "aside", "details", "dialog", "figcaption", "figure", "footer", "header", "hgroup"),
    *("main", "nav", "search", "section", "summary"),
)
#: What no button can hold: the parser passes over the end tag of one with something open in it, and the
#: button takes in all that follows.
_BEYOND_BUTTON = ("button", "form", "h1", "main", "article")
#: What a tree takes as the name of an element; the parser lets damaged ones through.
_NAME = re.compile(r"[a-z][a-z0-9._-]*", re.IGNORECASE)
#: The most attributes of a tag that are read: the parser compares each with all before it.
MOST_ATTRIBUTES = 200
#: The kinds of mark-up that a book may ask for and that are read.
_SHOWN = ("http://www.w3.org/1998/Math/MathML", "http://www.w3.org/1999/xhtml")
#: A tag that is long enough for so many attributes, and the next attribute of one.
_LONG_TAG = re.compile(r"<(?P<name>[a-z][^\s<>/]{0,40})[\s/][^<>]{400}", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""[\s/]+[^\s<>/=]+(?:\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""")


def parse_page(text: str) -> HtmlElement:
    """Return the root element of the page in `text`; one without any mark-up gets a body around it."""
    data = "".join(_fewer_attributes(text)).encode("utf-8", "replace")
    root = _document(data)
    return _mended(_flat_document(data) if is_deep(root) else root)


def _fewer_attributes(text: str) -> Iterator[str]:
    """Yield `text` without those attributes of its tags that are too many to be read."""
    done = last = 0
    for tag in _LONG_TAG.finditer(text):
        # What looks like a tag within the attributes of one is none.
        if tag.start() < last:
            continue
        keep = last = tag.end("name")
        count = 0
        while found := _ATTRIBUTE.match(text, last):
            last, count = found.end(), count + 1
            keep = last if count <= MOST_ATTRIBUTES else keep
        if last > keep:
            yield text[done:keep]
            done = last
    yield text[done:]


def _mended(root: HtmlElement) -> HtmlElement:
    """Put right where the parser, older than "main" and "figure", took left out tags amiss; return `root`."""
    _give_body(root)
    for switch in list(root.iter("switch", "epub:switch", "ops:switch")):
        _show_one_form(switch)
    _show_formulas(root)
    for button in list(root.iter("button")):
        if next(button.iterdescendants(*_BEYOND_BUTTON), None) is not None:
            button.drop_tag()
    for element in list(root.iter(*_ENDERS)):
        parent = element.getparent()
        if parent is not None and parent.tag == "p":
            _end_before(parent, parent.index(element))
    return root


def _show_one_form(switch: HtmlElement) -> None:
    """Keep of the forms in `switch` the first that can be shown, or else the last (EPUB 3.0, 2.2.4)."""
    forms = [form for form in switch if isinstance(form.tag, str)]
    shown = next((form for form in forms if form.get("required-namespace", "") in _SHOWN), None)
    for form in forms:
        if form is not (shown if shown is not None else forms[-1]):
            form.drop_tree()


def _show_formulas(root: HtmlElement) -> None:
    """Put the formulas of a page on one line each, also those that pictures stand for on the screen."""
    for formula in list(root.iter("math")):
        around = formula.getparent()
        picture = around.getnext() if around is not None else None
        if (
            around is not None
            and picture is not None
            and picture.tag == "img"
            and "none" in around.get("style", "")
        ):
            # The page hides the letters of a formula beside the picture of the formula.
            del around.attrib["style"]
            picture.drop_tree()
    set_formulas_in_line(root)


def _end_before(paragraph: HtmlElement, place: int) -> None:
    """End a paragraph before the child at `place`: it and all after it follow the paragraph."""
    strays, after = paragraph[place:], paragraph.tail or ""
    paragraph.tail = None
    for element in reversed(strays):
        paragraph.addnext(element)
    strays[-1].tail = (strays[-1].tail or "") + after


def _document(data: bytes) -> HtmlElement:
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return html.document_fromstring(b"<html><body></body></html>")


def _give_body(root: HtmlElement) -> None:
    """Move what cannot stand in a head to the beginning of the body.

    A page may leave out the tags of its head and body; its elements, and all up to the first that the
    parser knows, stand in the head then.
    """
    head = root.find("head")
    if head is None:
        return
    first = next((n for n, child in enumerate(head) if child.tag not in _OF_HEAD), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = html.html_parser.makeelement("body")
        head.addnext(body)
    strays, own = head[first:], body.text or ""
    body.text = None
    for place, element in enumerate(strays):
        body.insert(place, element)
    strays[-1].tail = (strays[-1].tail or "") + own


def is_deep(root: HtmlElement) -> bool:
    """Tell whether any element under `root` is nested deeper than `DEEPEST`."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def _flat_document(data: bytes) -> HtmlElement:
    """Return the tree of a page without the elements that are nested too deeply, but with all their text."""
    target = cast("etree.ParserTarget", _Flattener())  # comments and instructions are left out
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True, no_network=True)
    parser.feed(data)
    root: HtmlElement = parser.close()
    return root


class _Flattener:
    """Builds a tree from the events of a parser, passing over tags beyond a depth and those of no kind.

    The events come from libxml2 balanced and at any depth; only the trees that it builds have a limit.
    """

    def __init__(self) -> None:
        self._builder = etree.TreeBuilder(element_factory=html.html_parser.makeelement)
        self._kept: list[bool] = []
        self._open: list[Any] = []
        self._depth = 0

    def start(self, tag: Any, attrib: dict[Any, Any]) -> None:
        """Open an element."""
        limit = DEEPEST + _SLACK if tag in _INNERMOST else DEEPEST
        kept = self._depth < limit and bool(_NAME.fullmatch(tag))
        self._kept.append(kept)
        self._depth += kept
        if kept:
            self._open.append(tag)
            self._builder.start(tag, attrib)
        else:
            self._builder.data(" ")

    def end(self, tag: Any) -> None:
        """Close an element."""
        kept = self._kept.pop()
        self._depth -= kept
        if kept:
            self._open.pop()
            self._builder.end(tag)
        else:
            self._builder.data(" ")

    def data(self, data: Any) -> None:
        """Add text."""
        self._builder.data(data)

    def close(self) -> HtmlElement:
        """Return the root of the tree."""
        # A parser that gives up on a broken page closes no elements.
        while self._open:
            self._builder.end(self._open.pop())
        root: HtmlElement = self._builder.close()
        return root
