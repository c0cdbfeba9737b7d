"""Events and recommendations as they leave for other programs: plain values, each with its citation."""

from __future__ import annotations

from deskbrief.document.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where an item stands: the document's title, file and hash, section and place, and the exact words."""

    title: str
    file_name: str
    sha256: str
    section: str
    place: str
    quote: str

    @property
    def words(self) -> str:
        """The citation in one line."""
        where = ", ".join(filter(None, (self.title, self.section, self.place)))
        return f"“{self.quote}” ({where})"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOut:
    """One event; `key` tells it from all others, `wording` is the date in the words of the source.

    `further` are lines about what other sources tell of it.
    """

    key: str
    edtf: str
    shown: str
    wording: str
    reason: str
    title: str
    detail: str
    who: tuple[str, ...]
    where: str
    status: str
    checked: bool
    citation: Citation
    further: tuple[str, ...] = ()

    @property
    def added(self) -> str:
        """The detail, where the quote does not say it word for word."""
        words = " ".join(self.detail.split())
        return (
            "" if words.rstrip(".").casefold() in " ".join(self.citation.quote.split()).casefold() else words
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceOut:
    """One recommendation."""

    addressee: str
    action: str
    strength: str
    wording: str
    condition: str
    deadline: str
    speaker: str
    checked: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class Written:
    """A file of items, and the titles of those that it cannot hold."""

    data: bytes
    count: int
    left_out: tuple[str, ...] = ()
