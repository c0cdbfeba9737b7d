"""Finding words in all texts and notes: an index beside the library, which can always be made again.

It is a file of its own, `search.db`, so that the library and its copies stay small and no start waits for
it. It is brought up to date when somebody searches, and by whoever cares for the library.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self, TypeVar

from deskbrief.document.errors import DamagedLibraryError
from deskbrief.document.note_text import plain_text
from deskbrief.document.notes import Note
from deskbrief.document.records import dataclass
from deskbrief.library import documents, named, notes, reading, searchfile
from deskbrief.library.checkup import connected
from deskbrief.library.database import Database
from deskbrief.library.expression import Asked, asked
from deskbrief.library.failures import file_failure, translated
from deskbrief.library.finding import (
    DATED,
    FILTERS,
    MATCHING,
    NOTES_CHOSEN,
    NOTES_FOUND,
    TEXTS_FOUND,
    document_filters,
    note_filters,
)
from deskbrief.library.located import Located, Locator
from deskbrief.library.searchfile import FILE

__all__ = ["FILE", "Found", "Index", "refresh", "used_up"]

#: Texts are cut into pieces of about so many code points, between paragraphs: words are found together in
#: one of them, and a long book does not drown what stands in it.
PIECE = 12_000
#: Documents and notes that are taken into the index in one step.
STEP, NOTES_STEP = 20, 500
#: So many matches, the newest ones, are ranked at most: beyond that the words say nothing.
RANKED = 3_000


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """Where words were found: in a note if `note` is its id, else in `[start, end)` of the text."""

    document: str
    title: str
    note: str
    start: int
    end: int
    rank: float = 0.0


class Index:
    """The index and the library that it is of; it belongs to the thread that opened it.

    Raises `LibraryError` when the library cannot be read. Where the index cannot be written, it is worked on
    `in_memory` and gone with the program, or `LibraryError` is raised too.
    """

    def __init__(self, folder: Path, *, in_memory: bool = False) -> None:
        self._folder = folder
        self._in_memory = in_memory
        with translated():
            library = connected(folder / "library.db")
            try:
                self._index = searchfile.opened(folder, in_memory=in_memory)
            except BaseException:
                library.close()
                raise
        self._db = Database(library, wal=False, reason="It is only read here.", next_step="")
        self._locator = Locator(self._db)
        self._seen: object = None
        self._hidden: frozenset[str] = frozenset()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.close()

    @property
    def library(self) -> Database:
        """The library, to read from."""
        return self._db

    def close(self) -> None:
        """Close both files."""
        self._index.close()
        self._db.close()

    def sure(self, act: Callable[[Index], T]) -> T:
        """Return what `act` makes of this index, which is made afresh if something is damaged.

        A damaged library says so once more.
        """
        try:
            return act(self)
        except DamagedLibraryError:
            self._make_afresh()
            return act(self)

    def _make_afresh(self) -> None:
        self._index.close()
        try:
            searchfile.drop(self._folder)
        except OSError as error:
            raise file_failure(error) from error
        with translated():
            self._index = searchfile.opened(self._folder, in_memory=self._in_memory)
        self._seen = None

    # Keeping up

    def update(self) -> Iterator[tuple[int, int]]:
        """Bring the index up to date in steps; each yields how many new documents it took, of how many."""
        with translated():
            now = self._db.one("PRAGMA data_version")
            if now == self._seen:
                return
            self._hidden = frozenset(
                row[0] for row in self._db.all("SELECT document FROM reading WHERE turn < 0")
            )
            while self._take_notes():
                yield 0, 0
            yield from self._take_texts()
            yield from self._take_names()
            self._seen = now

    def _take_notes(self) -> bool:
        (done,) = self._index.execute("SELECT revision FROM state").fetchone()
        newest = self._db.one("SELECT coalesce(max(revision), 0) FROM note")
        if newest and newest[0] < done:
            # The library was put back to an earlier state.
            with _Writing(self._index):
                self._index.execute(
                    "UPDATE state SET revision = 0, waste = waste + (SELECT count(*) FROM jotting)"
                )
                self._index.execute("DELETE FROM jotting")
            done = 0
        rows = notes.some_since(self._db, done + 1, NOTES_STEP)
        if not rows:
            return False
        with _Writing(self._index):
            for row in rows:
                self._drop("jotting", "note", row.note.id)
                if not row.deleted:
                    note = row.note
                    # What a link shows is found, and not its address.
                    body = "\n".join((plain_text(note.body), note.anchor.exact, " ".join(note.tags)))
                    number = self._index.execute(
                        "INSERT INTO jotting(note, document, role, tags) VALUES(?, ?, ?, ?)",
                        (note.id, note.document, note.role.value, _plain(json.dumps(note.tags).lower())),
                    ).lastrowid
                    self._add("notes", number, "", body)
            self._index.execute("UPDATE state SET revision = ?", (rows[-1].revision,))
        return True

    def _take_texts(self) -> Iterator[tuple[int, int]]:
        # What is new has a higher number than all that is known. Where more differs, everything is compared.
        known = self._index.execute("SELECT coalesce(max(bundle), 0) FROM text").fetchone()[0]
        fresh = {row[0]: row[1:] for row in self._db.all(_HERE + " WHERE bundle > ?", (known,))}
        yield from self._take(fresh, list(fresh), [])
        if self._differs():
            here = {row[0]: row[1:] for row in self._db.all(_HERE)}
            there = {row[0]: row[1:] for row in self._index.execute(_THERE)}
            missing = [sha256 for sha256, row in here.items() if there.get(sha256) != row]
            yield from self._take(here, missing, [sha256 for sha256 in there if sha256 not in here])

    def _take_names(self) -> Iterator[tuple[int, int]]:
        known = self._index.execute("SELECT coalesce(max(bundle), 0) FROM naming").fetchone()[0]
        if named.newest(self._db) < known:
            # The library was put back to an earlier state.
            self._index.execute("DELETE FROM naming")
            known = 0
        while rows := named.fresh(self._db, known, STEP):
            with _Writing(self._index):
                self._index.executemany(
                    "INSERT OR REPLACE INTO naming VALUES(?, ?, ?)",
                    [(sha256, bundle, _plain(named.names(self._db, bundle))) for sha256, bundle in rows],
                )
                named.date(self._index, self._db, rows)
            yield 0, 0
            if len(rows) < STEP:
                return
            known = rows[-1][1] + 1

    def _differs(self) -> bool:
        """Tell whether the index has other texts than the library.

        The first time all numbers are summed up, for the library may have been put back to another state.
        Afterwards it only grows, or loses what its count tells.
        """
        sums = _COUNTS if self._seen is not None else _SUMS
        held: tuple[int, ...] = self._index.execute(sums.format("text")).fetchone()
        return held != self._db.one(sums.format("document"))

    def _take(
        self, rows: Mapping[str, tuple[int, str, str]], wanted: Sequence[str], gone: Sequence[str]
    ) -> Iterator[tuple[int, int]]:
        if gone:
            with _Writing(self._index):
                for sha256 in gone:
                    self._forget(sha256)
        for at in range(0, len(wanted), STEP):
            with _Writing(self._index):
                for sha256 in wanted[at : at + STEP]:
                    self._forget(sha256)
                    self._take_text(sha256, rows[sha256])
            yield min(at + STEP, len(wanted)), len(wanted)

    def _take_text(self, sha256: str, row: tuple[int, str, str]) -> None:
        bundle, title, published = row
        text = documents.text(self._db, sha256) or ""
        name = title or self._file_name(sha256)
        for start, end in pieces(text):
            number = self._index.execute(
                "INSERT INTO piece(document, starts, ends) VALUES(?, ?, ?)", (sha256, start, end)
            ).lastrowid
            self._add("texts", number, name, text[start:end])
        self._index.execute(
            "INSERT INTO text VALUES(?, ?, ?, ?)", (sha256, bundle, _plain(title), _plain(published))
        )

    def _file_name(self, sha256: str) -> str:
        """Return the name of the file of a document that has no title of its own, by which it is found."""
        paths = reading.paths(self._db, sha256)
        return Path(paths[0]).stem if paths else ""

    def _forget(self, sha256: str) -> None:
        self._drop("piece", "document", sha256)
        self._index.execute("DELETE FROM text WHERE document = ?", (sha256,))

    def _add(self, table: str, number: int | None, title: str, body: str) -> None:
        add = f"INSERT INTO {table}(rowid, title, body) VALUES(?, ?, ?)"
        self._index.execute(add, (number, _plain(title), _plain(body)))

    def _drop(self, table: str, column: str, key: str) -> None:
        gone = self._index.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,)).rowcount  # noqa: S608
        if gone:
            self._index.execute("UPDATE state SET waste = waste + ?", (gone,))

    # Finding

    def typed(
        self, query: str, most: int = 20, roles: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[str, ...]:
        """Return up to `most` documents that `query` is found in, those added last first, unranked.

        A search that chooses by more than words waits for the whole answer: it names none.
        """
        wanted = asked(query, roles)
        chosen = wanted.role or wanted.tag or wanted.after or wanted.before or wanted.name
        if chosen or not wanted.match:
            return ()
        with translated():
            rows = self._index.execute(
                "SELECT piece.document FROM (SELECT rowid AS id FROM texts WHERE texts MATCH ?"
                " ORDER BY rowid DESC LIMIT ?) AS hit JOIN piece ON piece.id = hit.id",
                (wanted.match, 2 * most),
            ).fetchall()
        found = dict.fromkeys(row[0] for row in rows if row[0] not in self._hidden)
        return tuple(found)[:most]

    def notes(self, wanted: Asked, most: int) -> list[Found]:
        """Return the best notes for `wanted`, the best one first."""
        filters, values = note_filters(wanted)
        if wanted.match:
            sql = NOTES_FOUND.replace(FILTERS, filters)
            rows = self._rows(sql, (wanted.match, RANKED, *values, most))
        elif wanted.role or wanted.tag:
            rows = self._rows(NOTES_CHOSEN.replace(FILTERS, filters), (*values, most))
        else:
            rows = []
        titles = self._titles(row[0] for row in rows)
        return [Found(document, titles.get(document, ""), note, 0, 0, rank) for document, note, rank in rows]

    def texts(self, wanted: Asked, most: int, of_one: int = 3) -> list[Found]:
        """Return the best stretches of texts for `wanted`, the best one first, some of each document."""
        if not wanted.match or wanted.role or wanted.tag:
            return []
        filters, values = document_filters(wanted)
        sql = TEXTS_FOUND.replace(FILTERS, filters)
        rows = self._rows(sql, (wanted.match, RANKED, *values, most * 4))
        counts: dict[str, int] = {}
        kept = []
        for row in rows:
            counts[row[0]] = counts.get(row[0], 0) + 1
            if row[0] not in self._hidden and counts[row[0]] <= of_one:
                kept.append(row)
        titles = self._titles(row[0] for row in kept[:most])
        return [
            Found(document, titles.get(document, ""), "", start, end, rank)
            for document, start, end, rank in kept[:most]
        ]

    def matching(self, wanted: Asked) -> frozenset[str]:
        """Return every document that `wanted` is found in, in its text or in a note on it."""
        found: set[str] = set()
        if not (wanted.role or wanted.tag):
            filters, values = document_filters(wanted)
            sql = (MATCHING if wanted.match else DATED).replace(FILTERS, filters)
            match = (wanted.match,) if wanted.match else ()
            found.update(row[0] for row in self._rows(sql, (*match, *values)))
        found.update(one.document for one in self.notes(wanted, 100_000))
        return frozenset(found - self._hidden)

    def stretch(self, found: Found) -> str:
        """Return the piece of text that something was found in."""
        return documents.stretch(self._db, found.document, found.start, found.end)

    def reads(self, document: str, start: int, end: int) -> str:
        """Return what stands in a stretch of a text."""
        return documents.stretch(self._db, document, start, end)

    def text(self, document: str) -> str | None:
        """Return a whole text; None when it is not kept."""
        return documents.text(self._db, document)

    def locate(self, document: str, offset: int) -> Located:
        """Return the page, the paragraph and the section of an offset of a text."""
        return self._locator.at(document, offset)

    def note(self, found: Found) -> Note | None:
        """Return the note that something was found in; None when it was deleted since."""
        row = notes.find(self._db, found.note)
        return None if row is None or row.deleted else row.note

    def _rows(self, sql: str, values: Sequence[str | int]) -> list[tuple[Any, ...]]:
        with translated():
            return self._index.execute(sql, values).fetchall()

    def _titles(self, every: Iterator[str]) -> Mapping[str, str]:
        known = {}
        for sha256 in dict.fromkeys(every):
            row = self._index.execute("SELECT title FROM text WHERE document = ?", (sha256,)).fetchone()
            known[sha256] = row[0] if row else ""
        return known


_HERE = "SELECT sha256, bundle, title, published FROM document"
_SUMS = "SELECT count(*), coalesce(sum(bundle), 0), coalesce(max(bundle), 0) FROM {}"
_COUNTS = "SELECT count(*), coalesce(max(bundle), 0) FROM {}"
_THERE = "SELECT document, bundle, title, published FROM text"


def refresh(folder: Path) -> None:
    """Bring the index up to date; raises `LibraryError`."""
    with Index(folder) as index:
        index.sure(used_up)


def used_up(index: Index) -> None:
    """Bring `index` up to date in one go."""
    for _ in index.update():
        pass


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` that stand in the index one by one, cut between paragraphs."""
    start = 0
    while len(text) - start > PIECE:
        cut = text.rfind("\n\n", start + PIECE // 2, start + PIECE)
        cut = cut if cut > 0 else text.rfind(" ", start + PIECE // 2, start + PIECE)
        end = cut if cut > 0 else start + PIECE
        yield start, end
        start = end
    yield start, len(text)


class _Writing:
    """A transaction of the index; whole or not at all."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index

    def __enter__(self) -> None:
        self._index.execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        self._index.execute("COMMIT" if kind is None else "ROLLBACK")


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
