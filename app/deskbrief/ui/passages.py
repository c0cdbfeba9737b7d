"""Passages that are dragged from one window of the program to another, beside what other programs take."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData

from deskbrief.document.links import LONGEST_LINK, PassageLink, link_to, read_link
from deskbrief.document.model import Document
from deskbrief.document.spans import Span

#: What only this program reads: the link to the passage, and whether it is that of a row.
FORMAT = "application/x-deskbrief-passage"
_ROW = "row "


class Dragged(NamedTuple):
    """A passage, and whether a row of a panel stands for it rather than a selection of the text."""

    link: PassageLink
    row: bool


def add_passage(data: QMimeData, document: Document, span: Span, *, row: bool = False) -> None:
    """Let `data` name a passage of a document."""
    link = link_to(document.sha256, span.start, span.end, document.quote(span))
    data.setData(FORMAT, f"{_ROW if row else ''}{link}".encode())


def passage_in(data: QMimeData) -> Dragged | None:
    """Return the passage that `data` names, if it names one."""
    stored = bytes(data.data(FORMAT).data()) if data.hasFormat(FORMAT) else b""
    if not stored or len(stored) > LONGEST_LINK:
        return None
    text = stored.decode("utf-8", "replace")
    link = read_link(text.removeprefix(_ROW))
    return None if link is None else Dragged(link, text.startswith(_ROW))
