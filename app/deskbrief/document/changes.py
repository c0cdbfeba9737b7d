"""What a write changed: each view looks at this and refreshes itself, without knowing the others."""

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
