"""What differs between the library and a copy of it, document by document."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from deskbrief.document.errors import LibraryError, NewerLibraryError
from deskbrief.document.notes import Decision, Note
from deskbrief.document.records import dataclass
from deskbrief.library import awaited, decisions, labels, notes
from deskbrief.library.backups import copy_library
from deskbrief.library.checking import check
from deskbrief.library.checkup import connected
from deskbrief.library.clock import utc_now
from deskbrief.library.database import Database
from deskbrief.library.identity import check_identity, version_of
from deskbrief.library.labels import LabelKind
from deskbrief.library.migrations import migrate
from deskbrief.library.place import Place
from deskbrief.library.schema import MIGRATIONS
from deskbrief.library.secondcopy import SecondCopy


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note as it is and as it was in the copy; None where there is none, or it is deleted."""

    now: Note | None
    then: Note | None

    @property
    def note(self) -> Note:
        """The note in the state that restoring would leave, or that it is in now if it would go."""
        note = self.then or self.now
        if note is None:
            raise ValueError("nothing cannot change")
        return note


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A decision as it is and as it was in the copy; None where there is none."""

    now: Decision | None
    then: Decision | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands: whether it is in the list, the reader's own date of it (EDTF), its labels."""

    listed: bool = False
    published: str = ""
    labels: frozenset[tuple[LabelKind, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document on which something differs; `has_text` tells that its text is in the library itself."""

    sha256: str
    title: str
    path: str
    has_text: bool
    now: Standing
    then: Standing
    notes: tuple[NoteChange, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the document itself differs, and not only notes on it."""
        return self.now != self.then or bool(self.decisions)

    @property
    def keys(self) -> frozenset[str]:
        """The names of all that differs on it: its own hash if it itself does, the ids of notes."""
        own = (self.sha256,) if self.is_changed else ()
        return frozenset((*own, *(one.note.id for one in self.notes)))

    @property
    def text_comes(self) -> bool:
        """Whether its text would come back with it."""
        return not self.has_text and self.then.listed


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring a copy would do: one entry for each document with something that differs."""

    documents: tuple[DocumentChange, ...] = ()

    @property
    def notes(self) -> tuple[NoteChange, ...]:
        """The notes that would come back, change or go."""
        return tuple(one for document in self.documents for one in document.notes)

    @property
    def back(self) -> tuple[Note, ...]:
        """Notes that only the copy has."""
        return tuple(one.then for one in self.notes if one.then and not one.now)

    @property
    def changed(self) -> tuple[tuple[Note, Note], ...]:
        """Notes that are not the same, as they are and as they were."""
        return tuple(
            (one.now, one.then) for one in self.notes if one.now is not None and one.then is not None
        )

    @property
    def gone(self) -> tuple[Note, ...]:
        """Notes that were made since, which would go to the trash."""
        return tuple(one.now for one in self.notes if one.now and not one.then)

    @property
    def decisions(self) -> int:
        """How many decisions would not be the same."""
        return sum(len(document.decisions) for document in self.documents)

    @property
    def changed_documents(self) -> tuple[DocumentChange, ...]:
        """The documents that themselves differ."""
        return tuple(document for document in self.documents if document.is_changed)

    @property
    def keys(self) -> frozenset[str]:
        """The names of everything that differs: ids of notes, hashes of documents."""
        return frozenset().union(*(document.keys for document in self.documents))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.documents


@contextmanager
def opened_copy(copy: Path) -> Iterator[Database]:
    """Give the copy of a library, read only; one of an older format is brought up to date beside it.

    Raises `LibraryError`.
    """
    with tempfile.TemporaryDirectory(prefix="deskbrief-") as folder:
        with closing(connected(copy)) as connection:
            check_identity(connection)
            if version_of(connection) == len(MIGRATIONS):
                yield _only_read(connection)
                return
            current = copy_library(connection, Path(folder), "current")
        with closing(Place(current, 0).connect("rw")) as connection:
            migrate(connection, lambda _: None)
            yield _only_read(connection)


def faults_of(copy: Path) -> tuple[str, ...]:
    """Return what is wrong with a copy, in sentences; nothing when it is sound."""
    try:
        with opened_copy(copy) as other:
            return check(other, SecondCopy(other, copy.with_name("no journal"), utc_now))
    except NewerLibraryError:
        raise
    except LibraryError as error:
        return (str(error),)


def difference(folder: Path, copy: Path, *, keep_new: bool = False) -> Difference:
    """Return what restoring `copy` would change in the library in `folder`, which is only read.

    May be called from any thread, while the library is in use. Raises `LibraryError`.
    """
    with closing(connected(folder / "library.db")) as connection, opened_copy(copy) as other:
        return compared(_only_read(connection), other, keep_new=keep_new)


def compared(db: Database, other: Database, *, keep_new: bool = False) -> Difference:
    """Return what would be otherwise if `db` were as its copy `other`; with `keep_new`, what is new stays."""
    here, there = _documents(db), _documents(other)
    decided = {*decisions.documents(db), *decisions.documents(other)}
    on = _by_document(_notes(db, other, keep_new=keep_new))
    found = []
    for sha256 in dict.fromkeys((*there, *here, *decided, *on)):
        known = here.get(sha256) or there.get(sha256) or _awaited(db, sha256) or _awaited(other, sha256)
        known = known or _NOTHING
        now, then = _standings(here.get(sha256), there.get(sha256))
        differ = _decisions(db, other, sha256, keep_new=keep_new) if sha256 in decided else ()
        change = DocumentChange(
            sha256=sha256,
            title=known.title,
            path=known.path,
            has_text=sha256 in here,
            now=now,
            then=_joined(now, then) if keep_new else then,
            notes=tuple(on.get(sha256, ())),
            decisions=tuple(differ),
        )
        if change.is_changed or change.notes:
            found.append(change)
    return Difference(tuple(found))


@dataclass(frozen=True, slots=True)
class _Kept:
    title: str
    path: str
    standing: Standing


_NOTHING = _Kept("", "", Standing())
_DOCUMENTS = """
    SELECT d.sha256, d.title, coalesce(r.turn, 0) >= 0, coalesce(r.published, ''), coalesce(
        (SELECT f.path FROM file AS f WHERE f.document = d.sha256 ORDER BY f.seen DESC LIMIT 1), '')
    FROM document AS d LEFT JOIN reading AS r ON r.document = d.sha256
    ORDER BY abs(coalesce(r.turn, 0)) DESC, d.id DESC
    """


def _documents(db: Database) -> dict[str, _Kept]:
    """Return the documents that are kept, the last opened one first."""
    marked: dict[str, set[tuple[LabelKind, str]]] = {}
    for label in labels.every(db):
        for sha256 in label.documents:
            marked.setdefault(sha256, set()).add((label.kind, label.name))
    return {
        sha256: _Kept(title, path, Standing(bool(listed), published, frozenset(marked.get(sha256, ()))))
        for sha256, title, listed, published, path in db.all(_DOCUMENTS)
    }


def _awaited(db: Database, sha256: str) -> _Kept | None:
    """Return what a document is called that is not here; None when that is not known."""
    one = awaited.find(db, sha256) if awaited.is_kept_in(db) else None
    return _Kept(one.title, one.file_name, Standing()) if one else None


def _standings(here: _Kept | None, there: _Kept | None) -> tuple[Standing, Standing]:
    """Return how a document stands here and in the copy; what the copy has never heard of is new."""
    now = here.standing if here else Standing()
    if there is None or (here is None and not there.standing.listed):
        return now, replace(now, listed=False)
    return now, there.standing


def _joined(now: Standing, then: Standing) -> Standing:
    """Return how a document stands when what is new stays."""
    return Standing(now.listed or then.listed, then.published or now.published, now.labels | then.labels)


_DIGESTS = "SELECT id, sha256 FROM note"


def _notes(db: Database, other: Database, *, keep_new: bool) -> Iterator[NoteChange]:
    here: dict[str, str] = dict(db.all(_DIGESTS))
    there: dict[str, str] = dict(other.all(_DIGESTS))
    for key in dict.fromkeys((*there, *here)):
        if here.get(key) == there.get(key):
            continue
        try:
            now, then = _live(db, key), _live(other, key)
        except LibraryError:
            # A damaged note is brought back by a repair, which looks at the journal too.
            continue
        if now != then and not (keep_new and then is None):
            yield NoteChange(now, then)


def _live(db: Database, note_id: str) -> Note | None:
    row = notes.find(db, note_id)
    return None if row is None or row.deleted else row.note


def _by_document(changes: Iterator[NoteChange]) -> Mapping[str, list[NoteChange]]:
    found: dict[str, list[NoteChange]] = {}
    for change in sorted(changes, key=lambda one: (one.note.anchor.start, one.note.id)):
        found.setdefault(change.note.document, []).append(change)
    return found


def _decisions(db: Database, other: Database, sha256: str, *, keep_new: bool) -> Iterator[DecisionChange]:
    (own, damaged), (others, _) = (decisions.of_document(each, sha256) for each in (db, other))
    here, there = ({one.key: one for one in each} for each in (own, others))
    for key in dict.fromkeys((*there, *here)):
        now, then = here.get(key), there.get(key)
        if key not in damaged and now != then and not (keep_new and then is None):
            yield DecisionChange(now, then)


def _only_read(connection: sqlite3.Connection) -> Database:
    return Database(connection, wal=False, reason="A copy is only read.", next_step="")
