"""A damaged library is made afresh from all that is left, and the damaged file is kept."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from deskbrief.document.errors import LibraryError
from deskbrief.document.notes import Note
from deskbrief.library import salvage
from deskbrief.library.checkup import look_over
from deskbrief.library.library import Library
from helpers.library_samples import decision_on, note_on, sample

PAGE = 4096


@pytest.fixture(autouse=True)
def few_rows_are_tried_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a repair give up sooner where no row can be read: no library here has so many."""
    monkeypatch.setattr(salvage, "MOST_TRIED", 20_000)


def filled(folder: Path, count: int = 200, *, text: str = "word " * 4000) -> list[Note]:
    """Make a library with a document and `count` notes, closed."""
    document = sample(text)
    notes = [note_on(document, n, n + 5, body=f"note {n} " + "words " * (n % 40)) for n in range(count)]
    with Library.open(folder) as library:
        library.put_document(document)
        for note in notes:
            library.add_note(note)
        library.decide(decision_on(document))
    return notes


def reopened(folder: Path) -> Library:
    """Open the library, and once more when looking it over asks for a repair."""
    library = Library.open(folder)
    if not library.repaired and look_over(folder):
        library.want_repair()
        library.close()
        library = Library.open(folder)
    return library


def bodies(notes) -> set[str]:
    return {note.body for note in notes}


def test_any_damaged_page_is_found_and_the_notes_come_back(folder: Path):
    notes = filled(folder)
    data = (folder / "library.db").read_bytes()
    journal = (folder / "journal.ndjson").read_bytes()
    rng = random.Random(5)
    for page in rng.sample(range(len(data) // PAGE), 12):
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / "journal.ndjson").write_bytes(journal)
        changed = bytearray(data)
        changed[page * PAGE : (page + 1) * PAGE] = rng.randbytes(PAGE)
        (folder / "library.db").write_bytes(changed)
        with reopened(folder) as library:
            assert bodies(library.notes()) == bodies(notes), page
            assert library.check() == ()


def test_without_a_journal_nearly_all_notes_come_back_from_the_damaged_file(folder: Path):
    notes = filled(folder, 400)
    (folder / "journal.ndjson").unlink()
    data = bytearray((folder / "library.db").read_bytes())
    with closing(sqlite3.connect(folder / "library.db")) as db:
        leaves = (
            [
                row[0]
                for row in db.execute("SELECT pageno FROM dbstat WHERE name = 'note' AND pagetype = 'leaf'")
            ]
            if _has_dbstat(db)
            else []
        )
    page = leaves[len(leaves) // 2] - 1 if leaves else len(data) // PAGE - 5
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    (folder / "library.db").write_bytes(data)
    with reopened(folder) as library:
        back = bodies(library.notes())
        assert len(back) >= 0.9 * len(notes)
        assert back <= bodies(notes)


def _has_dbstat(db: sqlite3.Connection) -> bool:
    try:
        db.execute("SELECT 1 FROM dbstat LIMIT 1")
    except sqlite3.Error:
        return False
    return True


@pytest.mark.parametrize("share", [0.01, 0.05, 0.3, 0.5, 0.9])
def test_a_library_that_was_cut_off_comes_back_whole_from_its_journal(folder: Path, share: float):
    notes = filled(folder)
    path = folder / "library.db"
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with reopened(folder) as library:
        assert library.repaired
        assert bodies(library.notes()) == bodies(notes)
        assert any("made afresh" in remark for remark in library.remarks)


def test_a_library_that_was_cut_off_comes_back_from_a_backup(folder: Path):
    notes = filled(folder)
    with Library.open(folder) as library:
        library.backup()
    (folder / "journal.ndjson").unlink()
    path = folder / "library.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with reopened(folder) as library:
        assert bodies(library.notes()) == bodies(notes)
        assert library.decisions(notes[0].document)


def test_the_damaged_file_is_put_away_whole(folder: Path):
    filled(folder, 5)
    damaged = b"x" * 5000
    (folder / "library.db").write_bytes(damaged)
    with Library.open(folder) as library:
        assert library.repaired
    kept = list((folder / "damaged").glob("*/library.db"))
    assert [file.read_bytes() for file in kept] == [damaged]
    with Library.open(folder) as library:
        assert not library.repaired


def test_the_latest_state_of_a_note_wins_and_deleted_ones_stay_deleted(folder: Path):
    filled(folder, 3)
    with Library.open(folder) as library:
        library.backup()
        first, second, _ = library.notes()
        library.delete_note(first.id)
        library.want_repair()
    with Library.open(folder) as library:
        assert library.repaired
        assert first.body not in bodies(library.notes())
        assert second in library.notes()


def test_documents_steps_and_reading_come_back_from_the_file(folder: Path):
    notes = filled(folder, 4)
    with Library.open(folder) as library:
        library.set_place(notes[0].document, 77)
        library.want_repair()
    with Library.open(folder) as library:
        assert library.document(notes[0].document) is not None
        assert library.place(notes[0].document) == 77
        assert library.undo_label(notes[0].document)


def test_a_library_that_another_process_uses_is_not_repaired(folder: Path):
    filled(folder, 2)
    with Library.open(folder) as library:
        library.want_repair()
        import subprocess
        import sys

        code = (
            "import sys; from pathlib import Path; from deskbrief.library.library import Library\n"
            "try: Library.open(Path(sys.argv[1]))\n"
            "except Exception as error: print(type(error).__name__, error)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
        )
        assert "in use" in done.stdout
        assert len(library.notes()) == 2


def test_a_lost_table_comes_back(folder: Path):
    notes = filled(folder, 3)
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.execute("DROP TABLE step")
    with Library.open(folder) as library:
        assert library.repaired
        assert bodies(library.notes()) == bodies(notes)


def test_a_damaged_file_that_nothing_marks_as_ours_is_left_alone(folder: Path):
    folder.mkdir()
    (folder / "library.db").write_bytes(b"no library " * 500)
    with pytest.raises(LibraryError, match="not a Deskbrief library"):
        Library.open(folder)
    assert not (folder / "damaged").exists()


def test_looking_over_changes_nothing(folder: Path):
    filled(folder, 20)
    before = (folder / "library.db").read_bytes()
    assert look_over(folder) == ()
    assert look_over(folder / "nothing") == ()
    assert (folder / "library.db").read_bytes() == before
    (folder / "library.db").unlink()
    assert "not there" in look_over(folder)[0]
