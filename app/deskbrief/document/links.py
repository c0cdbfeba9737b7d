"""Links that open a passage and do nothing else: `deskbrief://open?doc=…&start=…&end=…&quote=…`.

`doc` is the SHA-256 of the source, `start` and `end` count code points of its text, `quote` is how the
passage begins. A link may also name a `note`, by which a file that was exported is recognised when it comes
back, and its `role`, which is its colour; opening a link takes no notice of either. `deskbrief://note/…`
leads to a note, wherever its passage is.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

from deskbrief.document.anchors import Anchor
from deskbrief.document.records import dataclass

SCHEME = "deskbrief"
PREFIX = "deskbrief://open?"
NOTE_PREFIX = "deskbrief://note/"
#: Longer links are not read, and no longer stretch of a passage is put into one.
LONGEST_LINK = 16_000
LONGEST_QUOTE = 240
#: Offsets beyond this are of no text that Deskbrief reads.
FARTHEST = 2**31
_HASH = re.compile(r"[0-9a-f]{64}")
_ROLE = re.compile(r"[a-z]{1,20}")
_NUMBER = re.compile(r"[0-9]{1,10}")
_NOTE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class PassageLink:
    """A passage that a link names: its document, where it stood, how it begins; a note and its role."""

    document: str
    start: int
    end: int
    quote: str
    note: str = ""
    role: str = ""

    @property
    def anchor(self) -> Anchor:
        """The beginning of the passage, to be looked up in a text."""
        return Anchor(self.start, self.start + len(self.quote), self.quote)


def link_to(document: str, start: int, end: int, words: str, note: str = "", role: str = "") -> str:
    """Return the link to `words`, which are `[start, end)` of `document`."""
    shown = words[:LONGEST_QUOTE].encode("utf-8", "replace").decode()
    named = f"&note={note}" if _NOTE.fullmatch(note) else ""
    named += f"&role={role}" if _ROLE.fullmatch(role) else ""
    return f"{PREFIX}doc={document}&start={start}&end={end}&quote={quote(shown, safe='')}{named}"


def note_link(note_id: str) -> str:
    """Return the link to a note of the library."""
    return f"{NOTE_PREFIX}{note_id}"


def linked_note(address: str) -> str:
    """Return the id of the note that `address` leads to, or nothing."""
    if address.startswith(NOTE_PREFIX):
        note_id = address.removeprefix(NOTE_PREFIX)
        return note_id if _NOTE.fullmatch(note_id) else ""
    link = read_link(address)
    return link.note if link is not None else ""


def read_link(text: str) -> PassageLink | None:
    """Return what a link names; None for anything that is not exactly such a link."""
    if len(text) > LONGEST_LINK:
        return None
    try:
        parts = urlsplit(text)
        fields = parse_qs(parts.query, max_num_fields=10, errors="strict")
    except ValueError:
        return None
    if (parts.scheme, parts.netloc.casefold()) != (SCHEME, "open") or parts.path not in {"", "/"}:
        return None
    if any(len(values) != 1 for values in fields.values()):
        return None
    return _link({key: values[0] for key, values in fields.items()})


def _link(fields: dict[str, str]) -> PassageLink | None:
    document, words, note = fields.get("doc", ""), fields.get("quote", ""), fields.get("note", "")
    start, end = _number(fields.get("start", "")), _number(fields.get("end", ""))
    if not _HASH.fullmatch(document) or not words or start is None or end is None:
        return None
    if not start < end <= FARTHEST:
        return None
    role = fields.get("role", "")
    return PassageLink(
        document,
        start,
        end,
        words,
        note if _NOTE.fullmatch(note) else "",
        role if _ROLE.fullmatch(role) else "",
    )


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None
