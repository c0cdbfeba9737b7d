"""Notes on their way in from a file of another program, or of our own: what the file says, nothing more."""

from __future__ import annotations

from dataclasses import field

from deskbrief.document.anchors import Anchor, AnchorState
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.records import dataclass

#: The place of a passage whose position a file does not tell, or counts in another way than we do.
NOWHERE = -1
#: The longest of each kind of text, and the most notes, that are taken from one file.
LONGEST_TEXT, LONGEST_NAME = 1_000_000, 500
MOST_NOTES = 100_000
MOST_TAGS = 100
#: The largest file that is read for notes.
LARGEST_BYTES = 20 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a file says about the document that a note is on; an empty string means not stated."""

    sha256: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    file_name: str = ""

    @property
    def name(self) -> str:
        """What the document is called where a name is needed: its title, else its file without the ending."""
        stem = self.file_name.rpartition(".")[0] or self.file_name
        return self.title or " ".join(stem.replace("_", " ").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One note of a file.

    `id` is its UUID where the file has one, `key` what else tells it from the others of its document. None
    stands for what the file does not tell. `anchor.start` is `NOWHERE` when the position is not known.
    """

    anchor: Anchor
    work: Work = field(default_factory=Work)
    id: str = ""
    key: str = ""
    body: str = ""
    role: Role | None = None
    style: MarkStyle | None = None
    tags: tuple[str, ...] | None = None
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNotes:
    """What was found in a file: in whose form it is, the notes, and how many entries hold no passage."""

    form: str
    notes: tuple[Incoming, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class PlacedAnchor:
    """What became of a passage, and the anchor of its note: its own words where the place is not sure."""

    state: AnchorState
    anchor: Anchor
    score: float = 0.0


def foreign_anchor(quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """Return the anchor of a passage of which only the words are known."""
    exact = quote[:LONGEST_TEXT]
    return Anchor(NOWHERE, NOWHERE, exact, prefix[-256:], suffix[:256])
