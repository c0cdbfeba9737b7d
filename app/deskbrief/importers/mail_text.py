"""The plain text of a message: quoted lines set apart, flowed lines joined (RFC 3676), the signature kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deskbrief.document.model import BlockKind
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Piece, folded
from deskbrief.importers.plain import add_plain

#: The most lines of a signature and the dashes above it.
LONGEST_SIGNATURE = 16

_QUOTED = re.compile(r"(?:> ?)*>")


def add_mail_text(builder: Builder, text: str, *, flowed: bool = False, joined: bool = False) -> None:
    """Add the body `text` of a message to `builder`; lines that quote another message become quotes.

    The lines of one that is `flowed` are joined where they end in a space, without that when `joined`. What
    stands below two dashes at the end is a signature, and read line by line.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for depth, group in groupby(lines, key=_depth):
        run = [_QUOTED.sub("", line, count=1) if depth else line for line in group]
        run = list(_unflowed(run, joined=joined)) if flowed else run
        if depth:
            for paragraph in _paragraphs(iter(run)):
                builder.block(BlockKind.QUOTE, folded([Piece(paragraph)]))
        else:
            at = _signature(run)
            add_plain(builder, "\n".join(run[:at]) + "\n")
            for line in run[at + 1 :]:
                builder.block(BlockKind.PARAGRAPH, folded([Piece(line)]))


def _signature(lines: Sequence[str]) -> int:
    """Return at which of `lines` a signature begins, which has no headings; past the end without one."""
    dashes = (at for at in range(len(lines) - 1, -1, -1) if lines[at].rstrip() == "--")
    at = next(dashes, len(lines))
    return at if sum(bool(line.strip()) for line in lines[at:]) <= LONGEST_SIGNATURE else len(lines)


def _depth(line: str) -> int:
    """Return how often the message has been quoted that `line` comes from."""
    marks = _QUOTED.match(line)
    return marks[0].count(">") if marks else 0


def _paragraphs(lines: Iterator[str]) -> Iterator[str]:
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield " ".join(group)


def _unflowed(lines: Iterable[str], *, joined: bool) -> Iterator[str]:
    """Yield `lines` with those that end in a space joined to what follows."""
    held = ""
    for stuffed in lines:
        line = stuffed.removeprefix(" ")
        if line.endswith(" ") and line != "-- ":
            held += line[:-1] if joined else line
            continue
        if held and line == "-- ":
            yield held
            held = ""
        yield held + line
        held = ""
    if held:
        yield held
