"""Undo: one history for each document, of notes and decisions together, kept in the library.

A step holds the value before and after the act; undoing writes the one, redoing the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.document.changes import Subject
from deskbrief.library.database import Database, Found
from deskbrief.library.texts import bound

#: Steps that are kept for each document.
MOST_STEPS = 500
#: Two changes to the words of one note within this time are one step: nobody undoes letter by letter.
TYPING_MS = 2000

_COLUMNS = "SELECT id, subject, target, label, was, became FROM step"
_APPLIED = _COLUMNS + " WHERE document = ? AND undone = 0 ORDER BY id DESC LIMIT 1"
_UNDONE = _COLUMNS + " WHERE document = ? AND undone = 1 ORDER BY id LIMIT 1"


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


def record(db: Database, act: Act, at_ms: int) -> None:
    """Add `act`, done at Unix time `at_ms`, as a step; what was undone before can no longer be redone."""
    redoable = db.one(_UNDONE, (act.document,)) is not None
    if redoable:
        db.run("DELETE FROM step WHERE document = ? AND undone = 1", (act.document,))
    elif act.typing and _merge(db, act, at_ms):
        return
    db.run(
        "INSERT INTO step(document, subject, target, label, was, became, typing, at_ms)"
        " VALUES(?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)",
        (act.document, act.subject.value, bound(act.target), act.label, bound(act.was), bound(act.became),
         int(act.typing), at_ms),
    )  # fmt: skip
    db.run(
        "DELETE FROM step WHERE document = ?1 AND id <="
        " (SELECT id FROM step WHERE document = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
        (act.document, MOST_STEPS),
    )


def undo(db: Database, document: str) -> Act | None:
    """Mark the last step as undone and return it; None when there is none."""
    row = db.one(_APPLIED, (document,))
    if row is not None:
        db.run("UPDATE step SET undone = 1 WHERE id = ?", (row[0],))
    return _act(document, row)


def redo(db: Database, document: str) -> Act | None:
    """Mark the step that was undone last as done again and return it; None when there is none."""
    row = db.one(_UNDONE, (document,))
    if row is not None:
        db.run("UPDATE step SET undone = 0, at_ms = 0 WHERE id = ?", (row[0],))
    return _act(document, row)


def undo_label(db: Database, document: str) -> str:
    """Return the name of the act that `undo` would take back, or an empty string."""
    row = db.one(_APPLIED, (document,))
    return str(row[3]) if row else ""


def redo_label(db: Database, document: str) -> str:
    """Return the name of the act that `redo` would do again, or an empty string."""
    row = db.one(_UNDONE, (document,))
    return str(row[3]) if row else ""


def _merge(db: Database, act: Act, at_ms: int) -> bool:
    row = db.one(
        "SELECT id, target, typing, at_ms FROM step WHERE document = ? ORDER BY id DESC LIMIT 1",
        (act.document,),
    )
    if row is None or row[1] != act.target or not row[2] or not 0 <= at_ms - row[3] <= TYPING_MS:
        return False
    db.run(
        "UPDATE step SET became = CAST(? AS TEXT), at_ms = ? WHERE id = ?", (bound(act.became), at_ms, row[0])
    )
    return True


def _act(document: str, row: Found | None) -> Act | None:
    if row is None:
        return None
    _, subject, target, label, was, became = row
    return Act(
        subject=Subject(subject), document=document, target=target, label=label, was=was, became=became
    )
