"""Markdown files: CommonMark with tables and footnotes, and front matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.document.model import BlockKind, Document, Metadata
from deskbrief.importers.builder import Builder, CellDraft
from deskbrief.importers.clean import Piece, folded, plain, verbatim
from deskbrief.importers.decoding import decode
from deskbrief.importers.language import guess_language
from deskbrief.importers.markdown_front import FrontMatter, read_front_matter
from deskbrief.importers.markdown_guard import guarded, is_plain, is_unwieldy
from deskbrief.importers.plain import add_plain
from deskbrief.importers.source import Source

#: The share of the letters of a file that must have become text, or its mark-up is not followed.
KEPT_SHARE = 0.5
#: How many letters are too few to say.
FEW = 200

_UNFOLLOWED = "The mark-up of this file could not be followed, so it is read as plain text."


def read_markdown(source: Source) -> Document:
    """Return the document in a Markdown file.

    A file without blank lines and mark-up is plain text that happens to be called Markdown; a parser
    would join its paragraphs and swallow its tables, so it is read as what it is.
    """
    decoded = decode(source.data)
    builder = Builder()
    builder.note_decoding(decoded)
    front = read_front_matter(decoded.text)
    body = decoded.text[front.end :]
    if is_plain(body):
        metadata = add_plain(builder, decoded.text if not front.end else " " * front.end + body)
        return builder.finish(source.sha256, _with_front(metadata, front))
    blocks = [] if is_unwieldy(body) else _blocks(body, front, decoded.text)
    return builder.finish(source.sha256, Metadata())
