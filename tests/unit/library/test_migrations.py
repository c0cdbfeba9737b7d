from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.errors import BugError
from deskbrief.document.model import OF_THE_FILE, DateEvidence
from deskbrief.document.notes import MarkStyle, Role, Verdict
from deskbrief.library.backups import copy_library
from deskbrief.library.library import Library
from deskbrief.library.migrations import migrate
from deskbrief.library.schema import MIGRATIONS, TABLES
from helpers.library_samples import note_on
from helpers.library_versions import DOCUMENT, NOTE, STAMP, TEXT, VERSION_1, build_version_1


@pytest.fixture
def stored(folder: Path) -> Path:
    """The file of a library as version 1 wrote it."""
    build_version_1(folder)
    return folder / "library.db"


def add_stars(connection: sqlite3.Connection) -> None:
    """A migration such as a later version may bring: the whole table is made anew."""
    connection.execute(
        "CREATE TABLE note_2(id TEXT PRIMARY KEY, body TEXT NOT NULL, stars INTEGER NOT NULL) STRICT"
    )
    connection.execute("INSERT INTO note_2 SELECT id, body, 0 FROM note")
    connection.execute("DROP TABLE note")
    connection.execute("ALTER TABLE note_2 RENAME TO note")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM note")
    raise RuntimeError("in the midst of it")


def orphan(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM bundle")


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def version(path: Path) -> int:
    with closing(connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_a_library_of_version_1_opens_with_everything_in_it(stored: Path):
    with Library.open(stored.parent) as library:
        assert library.check() == ()
        document = library.document(DOCUMENT)
        assert document is not None
        assert (document.text, document.blocks[0].paragraph) == (TEXT, 1)
        (note,) = library.notes(DOCUMENT)
        assert (note.id, note.body, note.tags, note.created) == (NOTE, "Which ones?", ("ask",), STAMP)
        assert (note.role, note.style) == (Role.PINK, MarkStyle.UNDERLINE)
        (decision,) = library.decisions(DOCUMENT)
        assert decision.verdict is Verdict.REJECTED
        assert (library.place(DOCUMENT), library.published(DOCUMENT)) == (7, "2026-03")
        assert library.known_file("/a", 14, 5) == DOCUMENT
        assert [(entry.title, entry.notes) for entry in library.recent()] == [("Grain", 1)]
        library.undo(DOCUMENT)
        assert library.decisions(DOCUMENT) == ()
    assert version(stored) == len(MIGRATIONS)


@pytest.mark.parametrize("number", range(1, len(MIGRATIONS)))
def test_a_library_of_every_version_before_opens_whole_and_goes_on(stored: Path, number: int):
    with closing(connect(stored)) as db:
        for step in MIGRATIONS[1:number]:
            step(db)
        db.execute(f"PRAGMA user_version = {number}")
    copies = set((stored.parent / "backups").glob("*"))
    with Library.open(stored.parent) as library:
        assert library.check() == ()
        (note,) = library.notes(DOCUMENT)
        assert (note.body, library.note_tags()) == ("Which ones?", {"ask"})
        (card,) = library.cards()
        assert (card.title, card.notes) == ("Grain", 1)
        library.add_note(note_on(library.document(DOCUMENT), body="since"))
        assert len(library.notes(DOCUMENT)) == 2
    assert version(stored) == len(MIGRATIONS)
    (copy,) = set((stored.parent / "backups").glob("*")) - copies
    assert version(copy) == number


def test_the_frozen_schema_is_that_of_the_first_migration(tmp_path: Path):
    """Should this fail, a released migration was changed: write a new one instead."""
    with closing(connect(tmp_path / "old.db")) as old, closing(connect(tmp_path / "new.db")) as new:
        old.executescript(VERSION_1)
        MIGRATIONS[0](new)
        shapes = [
            {
                table: db.execute(f"SELECT * FROM pragma_table_xinfo('{table}')").fetchall()
                + db.execute(f"SELECT * FROM pragma_foreign_key_list('{table}')").fetchall()
                + db.execute(f"SELECT name, [unique] FROM pragma_index_list('{table}')").fetchall()
                for table in TABLES
            }
            for db in (old, new)
        ]
    assert shapes[0] == shapes[1]


def test_a_copy_is_made_before_a_library_with_content_is_migrated(stored: Path):
    copies: list[tuple[int, int]] = []
    with closing(connect(stored)) as db:
        migrate(db, lambda old: copies.append((old, version(stored))), [*MIGRATIONS[:1], add_stars])
        assert db.execute("SELECT body, stars FROM note").fetchall() == [("Which ones?", 0)]
    assert copies == [(1, 1)]
    assert version(stored) == 2


def test_the_copy_is_a_whole_library_of_the_old_version(stored: Path, tmp_path: Path):
    with closing(connect(stored)) as db:
        migrate(db, lambda old: copy_library(db, tmp_path, f"format-{old}"), [*MIGRATIONS[:1], add_stars])
    copy = tmp_path / "format-1.db"
    assert (version(copy), version(stored)) == (1, 2)
    with closing(connect(copy)) as db:
        assert db.execute("SELECT body, role FROM note").fetchall() == [("Which ones?", "pink")]


def test_a_new_library_needs_no_copy(folder: Path):
    with Library.open(folder):
        pass
    assert not (folder / "backups").exists()


def test_a_library_that_is_up_to_date_is_not_copied(stored: Path):
    with Library.open(stored.parent):
        pass
    copies = list((stored.parent / "backups").iterdir())
    with Library.open(stored.parent):
        pass
    assert list((stored.parent / "backups").iterdir()) == copies


def test_a_stored_document_of_version_1_has_nothing_taken_in(stored: Path):
    with Library.open(stored.parent) as library:
        assert library.taken_in(DOCUMENT) == ()
        library.set_taken_in(DOCUMENT, ["navigation", "comments"])
        assert library.taken_in(DOCUMENT) == ("comments", "navigation")


def test_a_migration_that_fails_leaves_the_last_whole_version(stored: Path):
    with closing(connect(stored)) as db:
        with pytest.raises(RuntimeError):
            migrate(db, lambda _: None, [*MIGRATIONS[:1], lambda c: c.execute("CREATE TABLE two(x)"), fail])
        assert db.execute("SELECT count(*) FROM note").fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM two").fetchone() == (0,)
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert version(stored) == 2


def test_a_migration_that_breaks_a_reference_is_not_committed(stored: Path):
    with closing(connect(stored)) as db:
        with pytest.raises(BugError):
            migrate(db, lambda _: None, [*MIGRATIONS[:1], orphan])
        assert db.execute("SELECT count(*) FROM bundle").fetchone() == (1,)
    assert version(stored) == 1


def test_without_its_copy_a_library_is_not_migrated(stored: Path):
    before = hashlib.sha256(stored.read_bytes()).hexdigest()

    def refuse(_: int) -> None:
        raise OSError

    with closing(connect(stored)) as db, pytest.raises(OSError):  # noqa: PT011 - raised just above
        migrate(db, refuse, [*MIGRATIONS[:1], add_stars])
    assert hashlib.sha256(stored.read_bytes()).hexdigest() == before


def test_what_another_process_migrated_meanwhile_is_not_done_twice(stored: Path):
    steps = [*MIGRATIONS[:1], add_stars]
    with closing(connect(stored)) as db:

        def overtaken(_: int) -> None:
            with closing(connect(stored)) as other:
                migrate(other, lambda _: None, steps)

        migrate(db, overtaken, steps)
        assert db.execute("SELECT count(*) FROM note").fetchone() == (1,)
    assert version(stored) == 2


def test_a_date_that_only_the_file_told_leaves_the_list(stored: Path):
    with Library.open(stored.parent) as library:
        sha256 = library.document(DOCUMENT).sha256
        library.set_published(sha256, "")
        told = DateEvidence("2026-11-01", source=OF_THE_FILE)
        document = library.document(DOCUMENT)
        library.put_document(replace(document, metadata=replace(document.metadata, published=told)))
    with closing(connect(stored)) as db:
        db.execute("UPDATE document SET published = '2026-11-01'")
        db.execute("PRAGMA user_version = 6")
    with Library.open(stored.parent) as library:
        assert [card.published for card in library.cards()] == [""]
