"""What the user makes of a document: notes, and decisions about what was extracted."""

from __future__ import annotations

import os
import time
from enum import StrEnum

from deskbrief.document.anchors import Anchor
from deskbrief.document.records import dataclass


class Role(StrEnum):
    """The six roles a mark can have, each with a colour and a letter of its own."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"
    ORANGE = "orange"

    @property
    def letter(self) -> str:
        """The letter that stands beside the colour, so that colour never says anything alone."""
        return {Role.PURPLE: "V"}.get(self, self.value[0].upper())


class MarkStyle(StrEnum):
    """How a mark is drawn."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A marked passage, with or without words of the reader's own.

    `id` is a UUIDv7 in text form, `document` the SHA-256 of the source, `body` Markdown, `created`
    and `modified` are UTC times in ISO 8601 to the millisecond.
    """

    id: str
    document: str
    anchor: Anchor
    role: Role = Role.YELLOW
    style: MarkStyle = MarkStyle.HIGHLIGHT
    body: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""


#: Code points before a quote that belong to the identity of an item.
WORDS_BEFORE = 16


class ItemKind(StrEnum):
    """The kinds of outline item that a reader can decide about."""

    EVENT = "event"
    RECOMMENDATION = "recommendation"
    NAME = "name"


class Verdict(StrEnum):
    """What the reader decided about an item."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    EDITED = "edited"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The reader's word on one outline item.

    It is keyed by document, kind and exact quote, so that it survives a new analysis; `ordinal` tells items
    apart that share one quote and the words before it (0 for the first). `fields` holds the reader's own
    values for an edited or added item, as pairs of field and text.
    """

    document: str
    kind: ItemKind
    anchor: Anchor
    verdict: Verdict
    ordinal: int = 0
    fields: tuple[tuple[str, str], ...] = ()
    modified: str = ""

    @property
    def key(self) -> str:
        """The identity of the item within its document."""
        return item_key(self.kind, self.ordinal, self.anchor.prefix[-WORDS_BEFORE:], self.anchor.exact)


def item_key(kind: ItemKind, ordinal: int, before: str, exact: str) -> str:
    """Return the key under which a decision is kept.

    It is made of kind, ordinal, the last `WORDS_BEFORE` code points before the quote, and the quote.
    """
    return f"{kind}|{ordinal}|{before}|{exact}"


def uuid7(now_ms: int | None = None) -> str:
    """Return a new UUIDv7 (RFC 9562, section 5.7) in text form; `now_ms` is Unix time in milliseconds."""
    stamp = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    number = (stamp & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
