"""XML files in no format that is known: their text without the tags, an element of text a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.model import BlockKind, Document, Metadata
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import plain
from deskbrief.importers.language import guess_language
from deskbrief.importers.plain import read_plain
from deskbrief.importers.source import Source
from deskbrief.importers.xml_tree import Element, local, parse_xml

#: The longest text of an element that is called a title and is one, and the deepest level of headings.
LONGEST_TITLE, DEEPEST = 300, 6
#: How many blocks the language is told by.
LOOK = 200

_TITLES = frozenset({"title", "head", "heading", "header", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNKNOWN = "This XML file is in no format that Deskbrief knows, so its text is read without its tags."
_BROKEN = "The file is damaged: what stands behind the damage could not be read."


def read_xml(source: Source) -> Document:
    """Return the text of an XML file in the order of its elements; one that is none is read as it stands."""
    tree = parse_xml(source.data)
    if tree.root is None:
        return read_plain(source)
    builder = Builder(placed=False)
    builder.remark(_UNKNOWN)
    if not tree.whole:
        builder.lose(_BROKEN)
    said: list[str] = []
    title = ""
    for element, depth in _elements_of_text(tree.root):
        line = text_of(element)
        head = local(element).lower() in _TITLES and len(line) <= LONGEST_TITLE
        title = title or (line if head else "")
        kind = BlockKind.HEADING if head else BlockKind.PARAGRAPH
        builder.block(kind, plain(line), level=min(depth, DEEPEST) if head else 0)
        said += [line] if len(said) < LOOK else []
    metadata = Metadata(title=title, language=guess_language(" ".join(said)), format="xml")
    return builder.finish(source.sha256, metadata)


def text_of(element: Element) -> str:
    """Return all text under `element` as one line; an empty element parts words as the end of a line does."""
    parts = []
    for one in element.iter():
        empty = one is not element and not len(one) and not one.text
        parts += [one.text or "" if isinstance(one.tag, str) else "", " " if empty else ""]
        parts.append(one.tail or "" if one is not element else "")
    return " ".join("".join(parts).split())


def _elements_of_text(root: Element) -> Iterator[tuple[Element, int]]:
    """Yield the outermost elements that hold words of their own, and how many named parts they stand in."""
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        kids = list(element)
        if (element.text or "").strip() or any((kid.tail or "").strip() for kid in kids):
            yield element, depth
            continue
        inner = depth + any(local(kid).lower() in _TITLES for kid in kids)
        waiting += [(kid, depth if local(kid).lower() in _TITLES else inner) for kid in reversed(kids)]
