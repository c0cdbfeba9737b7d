"""Undo: one history for each document, of notes and decisions together, kept in the library.

A step holds the value before and after the act; undoing writes the one, redoing the other. A digest guards
both, so that undo never brings back damaged words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskbrief.document.changes import Subject
from deskbrief.document.errors import LibraryError
from deskbrief.document.records import dataclass
from deskbrief.library.database import Database, Found
from deskbrief.library.hashing import digest
from deskbrief.library.texts import bound

#: Steps that are kept for each document.
MOST_STEPS = 500
#: Two changes to the words of one note within this time are one step: nobody undoes letter by letter.
TYPING_MS = 2000

_COLUMNS = "SELECT document, subject, target, label, was, became, typing, sha256, id, at_ms FROM step"
_APPLIED = _COLUMNS + " WHERE document = ? AND undone = 0 ORDER BY id DESC LIMIT 1"
_UNDONE = _COLUMNS + " WHERE document = ? AND undone = 1 ORDER BY id LIMIT 1"
_ADD = """
    INSERT INTO step(document, subject, target, label, was, became, typing, sha256, at_ms)
    VALUES(?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)
    """
_DAMAGED = (
    "What should be taken back is damaged in the library, so nothing was changed.",
    "Change the note or the row itself instead.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A change to one note or decision: its value before and after, sealed; empty stands for absence.

    `typing` tells that only the words of a note changed.
    """

    subject: Subject
    document: str
    target: str
    label: str
    was: str
    became: str
    typing: bool = False

    @property
    def columns(self) -> tuple[str | int, ...]:
        """The columns of the row that keeps the act, in the order of the table."""
        subject, typing = self.subject.value, int(self.typing)
        return self.document, subject, self.target, self.label, self.was, self.became, typing


@dataclass(frozen=True, slots=True)
class _Step:
    act: Act
    number: int
    at_ms: int


def record(db: Database, act: Act, at_ms: int) -> None:
    """Add `act`, done at Unix time `at_ms`, as a step; what was undone before can no longer be redone."""
    if db.one(_UNDONE, (act.document,)) is not None:
        db.run("DELETE FROM step WHERE document = ? AND undone = 1", (act.document,))
    elif act.typing:
        act = _merged(db, act, at_ms)
    columns = (bound(value) if isinstance(value, str) else value for value in act.columns)
    db.run(_ADD, (*columns, digest(act.columns), at_ms))
    db.run(
        "DELETE FROM step WHERE document = ?1 AND id <="
        " (SELECT id FROM step WHERE document = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
        (act.document, MOST_STEPS),
    )


def undo(db: Database, document: str) -> Act | None:
    """Mark the last step as undone and return it; None when there is none.

    Raises `LibraryError` when it is damaged.
    """
    step = _step(db.one(_APPLIED, (document,)))
    if step is None:
        return None
    db.run("UPDATE step SET undone = 1 WHERE id = ?", (step.number,))
    return step.act


def redo(db: Database, document: str) -> Act | None:
    """Mark the step that was undone last as done again and return it; None when there is none.

    Raises `LibraryError` when it is damaged.
    """
    step = _step(db.one(_UNDONE, (document,)))
    if step is None:
        return None
    db.run("UPDATE step SET undone = 0, at_ms = 0 WHERE id = ?", (step.number,))
    return step.act


def last(db: Database, document: str) -> Act | None:
    """Return the act that `undo` would take back; None when there is none, or it is damaged."""
    row = db.one(_APPLIED, (document,))
    step = _step(row) if row is not None and _is_whole(row) else None
    return step.act if step is not None else None


def acted_at(db: Database, document: str) -> int:
    """Return the Unix time in milliseconds of the act that `undo` would take back; 0 when there is none."""
    row = db.one(_APPLIED, (document,))
    return int(row[-1]) if row is not None else 0


def undo_label(db: Database, document: str) -> str:
    """Return the name of the act that `undo` would take back, or an empty string."""
    return _label(db.one(_APPLIED, (document,)))


def redo_label(db: Database, document: str) -> str:
    """Return the name of the act that `redo` would do again, or an empty string."""
    return _label(db.one(_UNDONE, (document,)))


def damage(db: Database) -> Iterator[str]:
    """Yield a sentence when steps are not as they were written."""
    if not all(map(_is_whole, db.each(_COLUMNS))):
        yield "A step of undo is damaged; notes and decisions themselves are not affected."


def broken(db: Database) -> list[int]:
    """Return the numbers of the steps that are not as they were written."""
    return [row[8] for row in db.all(_COLUMNS) if not _is_whole(row)]


def _merged(db: Database, act: Act, at_ms: int) -> Act:
    """Return `act`, joined with the last step if that is the same typing; that step is then taken away."""
    row = db.one(_APPLIED, (act.document,))
    if row is None or not _is_whole(row):
        return act
    step = _step(row)
    if step is None or not step.act.typing or step.act.target != act.target:
        return act
    if not 0 <= at_ms - step.at_ms <= TYPING_MS:
        return act
    db.run("DELETE FROM step WHERE id = ?", (step.number,))
    return replace(act, was=step.act.was)


def _is_whole(row: Found) -> bool:
    return bool(digest(row[:7]) == row[7])


def _step(row: Found | None) -> _Step | None:
    if row is None:
        return None
    if not _is_whole(row):
        raise LibraryError(*_DAMAGED)
    document, subject, target, label, was, became, typing, _, number, at_ms = row
    act = Act(
        subject=Subject(subject),
        document=document,
        target=target,
        label=label,
        was=was,
        became=became,
        typing=bool(typing),
    )
    return _Step(act, number, at_ms)


def _label(row: Found | None) -> str:
    return str(row[3]) if row and _is_whole(row) else ""
