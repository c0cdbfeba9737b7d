"""What an act on a note, a decision or a date changes, from what is kept now; nothing is written here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from deskbrief.document.changes import Subject
from deskbrief.document.codec import seal, unseal
from deskbrief.document.errors import BugError, LibraryError
from deskbrief.document.notes import Decision, Note, Verdict
from deskbrief.library import decisions, notes, reading
from deskbrief.library.database import Database
from deskbrief.library.history import Act

#: The target of an act on several notes or decisions at once.
BATCH = "*"

_VERBS = {
    Verdict.CONFIRMED: "Confirm",
    Verdict.REJECTED: "Reject",
    Verdict.EDITED: "Edit",
    Verdict.ADDED: "Add",
}
_GONE = (
    "This note is no longer in the library.",
    "It may have been deleted in another window. Keep its words in a new note, or bring it back with Undo.",
)


def sealed(note: Note) -> str:
    """Return `note` as codec JSON."""
    return json.dumps(seal("note", note), ensure_ascii=False, separators=(",", ":"))


def unsealed(value: str) -> Note:
    """Return the note that `sealed` wrote."""
    return unseal("note", Note, json.loads(value))


def adding(db: Database, note: Note) -> Act:
    """Return the act of adding `note`; raises `BugError` when its id is taken."""
    row = notes.find(db, note.id)
    if row is not None and not row.deleted:
        raise BugError("a note with this id is in the library already")
    return _note_act(note, "Add note", "", sealed(note))


def putting(db: Database, note: Note, label: str) -> Act:
    """Return the act, called `label`, of making a note what `note` is; it may be there, deleted or new."""
    row = notes.find(db, note.id)
    was = sealed(row.note) if row is not None and not row.deleted else ""
    return _note_act(note, label, was, sealed(note))


def putting_together(db: Database, added: Sequence[Note], label: str) -> list[Act]:
    """Return one act for each document, called `label`, that makes its notes what they are in `added`."""
    by_document: dict[str, list[Act]] = {}
    for note in added:
        by_document.setdefault(note.document, []).append(putting(db, note, label))
    return [together(done, label) for done in by_document.values()]


def updating(db: Database, note: Note, now: str) -> Act:
    """Return the act of writing `note` over the one with its id; an old `modified` becomes `now`.

    Raises `LibraryError` when the note is gone.
    """
    old = _live(db, note.id)
    note = replace(note, created=note.created or old.created)
    if note.document != old.document:
        raise BugError("a note cannot move to another document")
    if replace(note, modified=old.modified) == old:
        return _note_act(old, "", sealed(old), sealed(old))
    if note.modified in {"", old.modified}:
        note = replace(note, modified=now)
    typing = replace(note, body=old.body, modified=old.modified) == old
    return _note_act(note, _edit_label(old, note), sealed(old), sealed(note), typing=typing)


def deleting(db: Database, note_id: str) -> Act:
    """Return the act of deleting a note; raises `LibraryError` when it is gone already."""
    old = _live(db, note_id)
    return _note_act(old, "Delete note", sealed(old), "")


def together(acts: Sequence[Act], label: str) -> Act:
    """Return one act that does all of `acts`, on notes or decisions of one document, under the name `label`.

    Its values are JSON objects of the values of each note or decision, by its id or key.
    """
    changed = [act for act in acts if act.label]
    return Act(
        subject=acts[0].subject,
        document=acts[0].document,
        target=BATCH,
        label=label if changed else "",
        was=json.dumps({act.target: act.was for act in changed}, ensure_ascii=False, separators=(",", ":")),
        became=json.dumps(
            {act.target: act.became for act in changed}, ensure_ascii=False, separators=(",", ":")
        ),
    )


def values_of(act: Act, value: str) -> Mapping[str, str]:
    """Return the sealed values, by id or key, that `value`, one of the two of `act`, stands for."""
    return json.loads(value) if act.target == BATCH else {act.target: value}


def deciding(db: Database, decision: Decision) -> Act:
    """Return the act of deciding about an item, in place of an earlier decision."""
    old = decisions.find(db, decision.document, decision.key)
    label = f"{_VERBS[decision.verdict]} {decision.kind.value}"
    if old is not None and replace(decision, modified=old.modified) == old:
        decision, label = old, ""
    was = decisions.sealed(old) if old else ""
    return _decision_act(decision.document, decision.key, label, was, decisions.sealed(decision))


def undeciding(db: Database, document: str, key: str) -> Act:
    """Return the act of taking away a decision; without one it changes nothing."""
    old = decisions.find(db, document, key)
    if old is None:
        return _decision_act(document, key, "", "", "")
    return _decision_act(document, key, f"Clear {old.kind.value}", decisions.sealed(old), "")


def dating(db: Database, document: str, edtf: str) -> Act:
    """Return the act of setting the reader's own date of a document; an empty one takes it away."""
    was = reading.published(db, document)
    label = "Set date" if edtf != was else ""
    return Act(
        subject=Subject.DOCUMENTS, document=document, target=document, label=label, was=was, became=edtf
    )


def _live(db: Database, note_id: str) -> Note:
    row = notes.find(db, note_id)
    if row is None or row.deleted:
        raise LibraryError(*_GONE)
    return row.note


def _edit_label(old: Note, new: Note) -> str:
    changes = {
        "Edit note": new.body != old.body,
        "Recolour note": new.role is not old.role,
        "Restyle note": new.style is not old.style,
        "Tag note": new.tags != old.tags,
        "Move note": new.anchor != old.anchor,
    }
    return next((label for label, changed in changes.items() if changed), "Edit note")


def _note_act(note: Note, label: str, was: str, became: str, *, typing: bool = False) -> Act:
    return Act(
        subject=Subject.NOTES,
        document=note.document,
        target=note.id,
        label=label,
        was=was,
        became=became,
        typing=typing,
    )


def _decision_act(document: str, key: str, label: str, was: str, became: str) -> Act:
    return Act(subject=Subject.DECISIONS, document=document, target=key, label=label, was=was, became=became)
