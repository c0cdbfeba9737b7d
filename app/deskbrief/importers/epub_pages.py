"""The files in the order of an EPUB as pages; drawings and pictures are made into pages."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from deskbrief.document.errors import SourceError
from deskbrief.importers.archive import Archive
from deskbrief.importers.decoding import decode
from deskbrief.importers.epub_package import Item
from deskbrief.importers.xml_tree import named, parse_xml, text_in


def page_text(archive: Archive, item: Item) -> str:
    """Return the page that shows `item`; raises `SourceError` when it is missing or no page."""
    if not item.name:
        raise SourceError(f"{item.href} is missing.")
    if item.is_picture:
        return f'<img src="{quote(item.name.rpartition("/")[2])}" alt="">'
    if not item.is_page and not item.is_drawing:
        raise SourceError(f"{item.href} is no page.")
    data = archive.read(item.name)
    text = decode(data, declared=True).text
    return f"{text}{_words_drawn(data)}" if item.is_drawing and not item.is_page else text


def _words_drawn(drawing: bytes) -> str:
    """Return the texts in an SVG drawing as paragraphs of a page."""
    held = (element for element in named(parse_xml(drawing).root, "text", "foreignObject"))
    return "".join(f"<p>{escape(text)}</p>" for text in map(text_in, held) if text)
