"""The plain text of a message: quoted lines set apart, flowed lines joined (RFC 3676), the signature kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from deskbrief.document.model import BlockKind
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Piece, folded
from deskbrief.importers.plain import add_plain


def add_mail_text(builder: Builder, text: str, *, flowed: bool = False) -> None:
    """Add the body `text` of a message to `builder`; lines that quote another message become quotes."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for quoted, group in groupby(lines, key=lambda line: line.startswith(">")):
        run = list(group)
        run = list(_unflowed(run)) if flowed else run
        if quoted:
            for paragraph in _paragraphs(line.lstrip("> ") for line in run):
                builder.block(BlockKind.QUOTE, folded([Piece(paragraph)]))
        else:
            add_plain(builder, "\n".join(run) + "\n")


def _paragraphs(lines: Iterator[str]) -> Iterator[str]:
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield " ".join(group)


def _unflowed(lines: Iterable[str]) -> Iterator[str]:
    """Yield `lines` with those that end in a space joined to what follows."""
    held = ""
    for stuffed in lines:
        line = stuffed.removeprefix(" ")
        if line.endswith(" ") and line != "-- ":
            held += line
        else:
            yield held + line
            held = ""
    if held:
        yield held
