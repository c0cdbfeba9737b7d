"""Small real values to keep in a library."""

from __future__ import annotations

import hashlib
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskbrief.document.anchors import make_anchor
from deskbrief.document.build import finished
from deskbrief.document.model import (
    Block,
    BlockKind,
    Cell,
    Coverage,
    DateEvidence,
    Document,
    Inline,
    InlineKind,
    LeftOut,
    Metadata,
    PageBreak,
    Row,
    SourceRun,
)
from deskbrief.document.notes import Decision, ItemKind, Note, Verdict, uuid7
from deskbrief.document.spans import Span

#: A text with everything that strings can do to a database: emoji, NUL, a lone surrogate, quotes.
TEXT = (
    "Grain quotas\n\nMinisters met on 3 March 2026; “no quota” was agreed. 🌾 naïve – café\n\n"
    "Year\tTonnes\n2026\t12\x00\n\nIt's 100 % 'quoted' \\ and half an emoji: \ud83c."
)


def memory_folder(prefix: str) -> Path:
    """Return a new folder in memory, where the system offers that, else on the disk."""
    memory = "/dev/shm"
    return Path(tempfile.mkdtemp(prefix=prefix, dir=memory if os.access(memory, os.W_OK) else None))


def sha(text: str) -> str:
    """Return the SHA-256 that identifies a document made of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sample(text: str = TEXT, *, title: str = "Grain quotas") -> Document:
    """Return a document with each kind of value in it; blocks are the stretches between blank lines."""
    blocks = []
    start = 0
    for piece in text.split("\n\n"):
        end = start + len(piece)
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=start, end=end, page="iv"))
        start = end + 2
    rows = (Row((Cell(blocks[-1].start, blocks[-1].end, header=True),)),)
    blocks[-1] = Block(kind=BlockKind.TABLE, start=blocks[-1].start, end=blocks[-1].end, rows=rows)
    return finished(
        Document(
            sha256=sha(text),
            metadata=Metadata(title=title, language="en", published=DateEvidence("2026-03-05", "5 March")),
            text=text,
            blocks=tuple(blocks),
            inlines=(Inline(InlineKind.LINK, 0, 5, "https://example.org/?a=1&b='"),),
            pages=(PageBreak(0, "iv"),),
            coverage=Coverage(
                len(text), (LeftOut("navigation", 12, "Home"),), ("The encoding was guessed.",)
            ),
            source_runs=(SourceRun(0, 0, len(text)),),
        )
    )


def long_document(words: int) -> Document:
    """Return a document of `words` words in paragraphs of sixty."""
    paragraph = " ".join(f"word{number}" for number in range(60))
    return sample("\n\n".join([paragraph] * (words // 60)), title="Long")


def note_on(document: Document, start: int = 0, end: int = 5, body: str = "", **fields: object) -> Note:
    """Return a new note on `[start, end)` of `document`, with times as a service sets them."""
    stamp = "2026-03-05T10:00:00.000Z"
    anchor = make_anchor(document, Span(start, end))
    values = {"created": stamp, "modified": stamp, **fields}
    return Note(id=uuid7(), document=document.sha256, anchor=anchor, body=body, **values)


def decision_on(
    document: Document, start: int = 0, verdict: Verdict = Verdict.CONFIRMED, **fields: str
) -> Decision:
    """Return a decision about an event at five code points from `start`."""
    return Decision(
        document=document.sha256,
        kind=ItemKind.EVENT,
        anchor=make_anchor(document, Span(start, start + 5)),
        verdict=verdict,
        fields=tuple(fields.items()),
        modified="2026-03-05T10:00:00.000Z",
    )


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 5, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        """Move the clock by `seconds`, back if they are negative."""
        self.now += timedelta(seconds=seconds)
