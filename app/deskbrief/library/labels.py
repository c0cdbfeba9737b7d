"""Collections and tags of documents: a label has a kind and a name, and documents that carry it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from deskbrief.document.records import dataclass
from deskbrief.library.database import Database
from deskbrief.library.texts import bound


class LabelKind(StrEnum):
    """The kinds of label."""

    COLLECTION = "collection"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Label:
    """A collection or a tag, and how it stood at a moment; `exists` is False for one that was not there."""

    kind: LabelKind
    name: str
    documents: frozenset[str] = frozenset()
    exists: bool = True


def every(db: Database) -> tuple[Label, ...]:
    """Return all labels with their documents, by kind and name."""
    members: dict[tuple[str, str], set[str]] = {(kind, name): set() for kind, name in db.all(_NAMES)}
    for kind, name, document in db.all("SELECT kind, name, document FROM labelled"):
        members.setdefault((kind, name), set()).add(document)
    ordered = sorted(members.items(), key=lambda item: (item[0][0], item[0][1].casefold()))
    return tuple(Label(LabelKind(kind), name, frozenset(docs)) for (kind, name), docs in ordered)


_NAMES = "SELECT kind, name FROM label"


def find(db: Database, kind: LabelKind, name: str) -> Label:
    """Return a label as it stands now."""
    key = (kind.value, bound(name))
    exists = db.one("SELECT 1 FROM label WHERE kind = ? AND name = CAST(? AS TEXT)", key) is not None
    rows = db.all("SELECT document FROM labelled WHERE kind = ? AND name = CAST(? AS TEXT)", key)
    return Label(kind, name, frozenset(row[0] for row in rows), exists)


def put(db: Database, labels: Iterable[Label]) -> tuple[Label, ...]:
    """Make each of `labels` stand as told; return how they stood before, in the order to put them back."""
    before = []
    for label in labels:
        before.append(find(db, label.kind, label.name))
        key = (label.kind.value, bound(label.name))
        db.run("DELETE FROM label WHERE kind = ? AND name = CAST(? AS TEXT)", key)
        db.run("DELETE FROM labelled WHERE kind = ? AND name = CAST(? AS TEXT)", key)
        if label.exists:
            db.run("INSERT INTO label VALUES(?, CAST(? AS TEXT))", key)
            add = "INSERT INTO labelled VALUES(?, CAST(? AS TEXT), ?)"
            db.run_many(add, [(*key, document) for document in sorted(label.documents)])
    return tuple(reversed(before))
