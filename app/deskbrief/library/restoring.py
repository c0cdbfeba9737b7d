"""What differs between the library and a copy of it, and the acts that bring the copy's state back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from deskbrief.document.notes import Decision, Note
from deskbrief.document.records import dataclass
from deskbrief.library import acts, decisions, documents, notes
from deskbrief.library.checkup import connected, look_over_file
from deskbrief.library.database import Database
from deskbrief.library.history import Act

_NAME = "Restore from a copy"


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring a copy would do, or did.

    `back` are notes that only the copy has, `changed` pairs of a note as it is and as it was, `gone` notes
    that were made since, which would go to the trash. `decisions` and `documents` are counts.
    """

    back: tuple[Note, ...] = ()
    changed: tuple[tuple[Note, Note], ...] = ()
    gone: tuple[Note, ...] = ()
    decisions: int = 0
    documents: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.back or self.changed or self.gone or self.decisions or self.documents)


def compared(db: Database, copy: Path, *, keep_new: bool = False) -> Difference:
    """Return what differs in `copy`; with `keep_new`, notes made since stay. Raises `LibraryError`."""
    with closing(connected(copy)) as connection:
        other = Database(connection, wal=False, reason="A copy is only read.", next_step="")
        then = {note.id: note for note in notes.live(other, "")[0]}
        now = {note.id: note for note in notes.live(db, "")[0]}
        return Difference(
            back=tuple(note for key, note in then.items() if key not in now),
            changed=tuple((now[key], note) for key, note in then.items() if now.get(key, note) != note),
            gone=() if keep_new else tuple(note for key, note in now.items() if key not in then),
            decisions=len(_decisions(db, other)),
            documents=len(_texts(db, other)),
        )


def restore_acts(db: Database, copy: Path, *, keep_new: bool) -> Callable[[], list[Act]]:
    """Return a plan, to be worked out under the lock, of what makes notes and decisions as in `copy`."""

    def plan() -> list[Act]:
        found = compared(db, copy, keep_new=keep_new)
        return [
            *(acts.putting(db, note, _NAME) for note in found.back),
            *(acts.putting(db, then, _NAME) for _, then in found.changed),
            *(acts.deleting(db, note.id) for note in found.gone),
            *(acts.deciding(db, decision) for decision in _decisions_in(db, copy)),
        ]

    return plan


def bring_texts(db: Database, copy: Path) -> None:
    """Take over the texts that only `copy` has; inside `write`."""
    with closing(connected(copy)) as connection:
        other = Database(connection, wal=False, reason="A copy is only read.", next_step="")
        for sha256 in _texts(db, other):
            document = documents.find(other, sha256)
            if document is not None:
                documents.put(db, document, list(documents.prepare(document)))


def faults_of(copy: Path) -> tuple[str, ...]:
    """Return what is wrong with a copy, in sentences; nothing when it is sound."""
    return look_over_file(copy)


def _decisions_in(db: Database, copy: Path) -> list[Decision]:
    with closing(connected(copy)) as connection:
        other = Database(connection, wal=False, reason="A copy is only read.", next_step="")
        return _decisions(db, other)


def _decisions(db: Database, other: Database) -> list[Decision]:
    """Return the decisions of `other` that are not the same here."""
    return [
        decision
        for document in decisions.documents(other)
        for decision in decisions.of_document(other, document)[0]
        if decisions.find(db, document, decision.key) != decision
    ]


def _texts(db: Database, other: Database) -> list[str]:
    here = {row[0] for row in db.all("SELECT sha256 FROM document")}
    return [sha256 for sha256 in _hashes(other) if sha256 not in here]


def _hashes(db: Database) -> Iterator[str]:
    for row in db.all("SELECT sha256 FROM document ORDER BY id"):
        yield str(row[0])
