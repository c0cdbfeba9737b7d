"""Collections and tags, and documents that go to the trash: each act can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from time import time_ns

from deskbrief.document.changes import many
from deskbrief.document.notes import Note
from deskbrief.document.records import dataclass
from deskbrief.library.copykeeper import Restored
from deskbrief.library.labels import Label, LabelKind
from deskbrief.library.library import Library


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, and what takes it back: labels as they were, or documents with their notes.

    `brought` are documents and `notes` notes that came out of the trash; `restored` is a restoration from a
    backup, which whoever works on backups takes back. `at_ms` is the Unix time in milliseconds.
    """

    name: str
    labels: tuple[Label, ...] = ()
    documents: tuple[tuple[str, tuple[Note, ...]], ...] = ()
    brought: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    restored: Restored | None = None
    at_ms: int = 0


class Shelving:
    """Does acts on documents, and remembers them for as long as it lives."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._done: list[Act] = []

    @property
    def last(self) -> str:
        """The name of the act that `undo` would take back; empty when there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def acted_at(self) -> int:
        """The Unix time in milliseconds of the act that `undo` would take back; 0 when there is none."""
        return self._done[-1].at_ms if self._done else 0

    def _keep(self, act: Act) -> None:
        self._done.append(replace(act, at_ms=time_ns() // 1_000_000))

    def label(self, kind: LabelKind, name: str, documents: Iterable[str], *, on: bool = True) -> None:
        """Put documents into a collection or give them a tag, which is made if need be; or take them out."""
        old = self._label(kind, name)
        changed = old.documents | set(documents) if on else old.documents - set(documents)
        word = {LabelKind.COLLECTION: "Collection", LabelKind.TAG: "Tag"}[kind]
        self._put(f"{word} “{name}”", [replace(old, documents=changed, exists=True)])

    def rename(self, label: Label, name: str) -> None:
        """Give a label another name; one that has it already takes the documents in."""
        other = self._label(label.kind, name)
        gone = replace(label, documents=frozenset(), exists=False)
        merged = replace(other, documents=other.documents | label.documents, exists=True)
        if name and name != label.name:
            self._put(f"Rename “{label.name}”", [gone, merged])

    def remove(self, label: Label) -> None:
        """Take a collection or a tag away; its documents stay."""
        self._put(f"Remove “{label.name}”", [replace(label, documents=frozenset(), exists=False)])

    def remove_documents(self, documents: Iterable[str], *, with_notes: bool) -> int:
        """Take documents out of the list, their notes to the trash if `with_notes`; return how many notes."""
        gone = []
        for sha256 in documents:
            notes = self._library.remove_document(sha256, with_notes=with_notes)
            gone.append((sha256, notes if with_notes else ()))
        self._keep(Act(f"Remove {many(len(gone), 'document')}", documents=tuple(gone)))
        return sum(len(notes) for _, notes in gone)

    def bring_back(self, documents: Iterable[str], notes: Iterable[Note]) -> int:
        """Bring documents and notes back out of the trash; return how many they are."""
        brought, back = tuple(documents), tuple(notes)
        for sha256 in brought:
            self._library.bring_back_document(sha256)
        if back:
            self._library.put_notes_together(back, f"Bring {many(len(back), 'note')} back")
        count = len(brought) + len(back)
        if count:
            self._keep(Act(f"Bring {count} back", brought=brought, notes=back))
        return count

    def was_restored(self, done: Restored) -> None:
        """Remember that a backup was restored."""
        self._keep(Act("Restore from a backup", restored=done))

    def pop_restored(self) -> Restored | None:
        """Return the restoration that was the last act, and forget it; None when that was another one."""
        return self._done.pop().restored if self._done and self._done[-1].restored else None

    def undo(self) -> str:
        """Take the last act back; return its name, or nothing when there is none."""
        if not self._done:
            return ""
        act = self._done[-1]
        if act.labels:
            self._library.put_labels(act.labels)
        for sha256, notes in act.documents:
            self._library.bring_back_document(sha256, notes)
        for sha256 in act.brought:
            self._library.remove_document(sha256, with_notes=False)
        for sha256 in {note.document for note in act.notes}:
            ids = [note.id for note in act.notes if note.document == sha256 and self._library.note(note.id)]
            if ids:
                self._library.delete_notes(ids, f"Delete {many(len(ids), 'note')}")
        self._done.pop()
        return act.name

    def _label(self, kind: LabelKind, name: str) -> Label:
        known = (label for label in self._library.labels() if (label.kind, label.name) == (kind, name))
        return next(known, Label(kind, name, exists=False))

    def _put(self, name: str, labels: list[Label]) -> None:
        self._keep(Act(name, self._library.put_labels(labels)))
