"""The pictures that lie beside a Markdown file, and what becomes of those that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import normpath
from urllib.parse import unquote

from deskbrief.document.model import BlockKind, Picture
from deskbrief.importers.markdown_blocks import MarkdownBlock
from deskbrief.importers.source import Source


def with_pictures(
    blocks: Iterable[MarkdownBlock], source: Source, missing: list[str]
) -> Iterator[MarkdownBlock]:
    """Yield `blocks` with the pictures in them as figures after them.

    What each of those shows that do not lie beside the file is noted in `missing`; a figure says it itself.
    """
    for block in blocks:
        figure = block.kind is BlockKind.FIGURE
        if not figure:
            yield block
        for named in block.named:
            picture = _picture(named.address, source)
            if picture is not None:
                yield MarkdownBlock(BlockKind.FIGURE, alt=named.alt, picture=picture)
            elif not figure:
                missing.append(named.alt)
            elif block.pieces:
                yield block


def _picture(address: str, source: Source) -> Picture | None:
    name = normpath(unquote(address.partition("#")[0].partition("?")[0])) if source.parts else ""
    if name not in source.parts:
        return None
    return source.gallery.add(name, lambda: source.parts[name])
