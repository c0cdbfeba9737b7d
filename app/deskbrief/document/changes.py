"""What a write changed and how that is counted: each view looks at this and refreshes itself by it."""

from __future__ import annotations

from enum import StrEnum

from deskbrief.document.records import dataclass


class Subject(StrEnum):
    """The kinds of thing that a write can change."""

    DOCUMENTS = "documents"
    NOTES = "notes"
    DECISIONS = "decisions"
    OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Change:
    """One write: which kind of thing of which document changed, and the ids that did.

    `label` names the act for Undo ("Delete note"); it is empty when there is nothing to undo.
    """

    subject: Subject
    document: str
    ids: tuple[str, ...] = ()
    label: str = ""


def many(count: int, word: str) -> str:
    """Return a number with the word for what it counts: "1 note", "1,200 notes"."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
