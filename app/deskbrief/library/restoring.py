"""Making the library, or chosen parts of it, what they were in a copy; every act can be undone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from deskbrief.library import acts, awaited, documents, labels, pictures, reading
from deskbrief.library.backups import Share
from deskbrief.library.comparison import Difference, DocumentChange, NoteChange
from deskbrief.library.database import Database
from deskbrief.library.history import Act
from deskbrief.library.labels import Label, LabelKind

_NAME = "Restore from a backup"


def chosen_of(found: Difference, only: Collection[str] | None) -> Callable[[str], bool]:
    """Return what tells whether something, by its key, is to be restored; None stands for everything."""
    wanted = found.keys if only is None else frozenset(only)
    return wanted.__contains__


def acts_of(
    db: Database, other: Database, found: Difference, wanted: Callable[[str], bool], told: Share
) -> Iterator[Act]:
    """Bring documents back, and yield the acts that do it for notes and decisions; inside a write.

    `told` hears how much of it is done.
    """
    for number, change in enumerate(found.documents):
        told(number / len(found.documents))
        chosen = [one for one in change.notes if wanted(one.note.id)]
        if wanted(change.sha256) or chosen:
            _bring_text(db, other, change)
        if chosen:
            yield acts.together([_noting(db, one) for one in chosen], _NAME)
        if wanted(change.sha256):
            _set_standing(db, other, change)
            yield from _deciding(db, change)
    told(1.0)


def _noting(db: Database, change: NoteChange) -> Act:
    if change.then is None:
        return acts.deleting(db, change.note.id)
    return acts.putting(db, change.then, _NAME)


def _deciding(db: Database, change: DocumentChange) -> Iterator[Act]:
    for one in change.decisions:
        if one.then is not None:
            yield acts.deciding(db, one.then)
        elif one.now is not None:
            yield acts.undeciding(db, change.sha256, one.now.key)


def _bring_text(db: Database, other: Database, change: DocumentChange) -> None:
    """Take over a text that only the copy has, with its pictures and the places of its file.

    Of one that is not in the copy either, what it is called.
    """
    if change.has_text:
        return
    document = documents.find(other, change.sha256)
    if document is None:
        known = awaited.find(other, change.sha256) if awaited.is_kept_in(other) else None
        awaited.put(db, [known] if known else [])
        return
    documents.put(db, document, list(documents.prepare(document)))
    for path, size, mtime_ns in reading.files(other, change.sha256):
        reading.remember_file(db, change.sha256, path, size, mtime_ns)
    for key in sorted(pictures.keys(other, change.sha256)):
        pictures.put(db, change.sha256, key, pictures.find(other, change.sha256, key))


def _set_standing(db: Database, other: Database, change: DocumentChange) -> None:
    now, then, sha256 = change.now, change.then, change.sha256
    if then.listed and not now.listed:
        reading.bring_back(db, sha256)
        if not reading.was_opened(db, sha256):
            reading.touch(db, sha256, reading.opened(other, sha256))
            reading.set_place(db, sha256, reading.place(other, sha256))
    elif now.listed and not then.listed:
        reading.remove(db, sha256)
    if then.published != now.published:
        reading.set_published(db, sha256, then.published)
    labels.put(db, _labelled(db, sha256, sorted(now.labels ^ then.labels)))


def _labelled(db: Database, sha256: str, turned: Sequence[tuple[LabelKind, str]]) -> Iterator[Label]:
    """Yield the labels `turned` with the document added, or taken out where it was."""
    for kind, name in turned:
        found = labels.find(db, kind, name)
        yield Label(kind, name, found.documents ^ {sha256})
