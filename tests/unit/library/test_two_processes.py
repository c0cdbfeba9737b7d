from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from deskbrief.document.model import Document
from deskbrief.library import journal
from deskbrief.library.library import Library
from helpers.library_samples import note_on, sample

WRITER = """
import sys
from pathlib import Path
from helpers.library_samples import note_on, sample
from deskbrief.library.library import Library
with Library.open(Path(sys.argv[1])) as library:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(sys.argv[2])):
        note = note_on(sample(), body=str(number))
        library.add_note(note)
        print(note.id, flush=True)
"""
HOLDER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
db.execute("COMMIT")
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    here = str(Path(__file__).parents[2])
    program = f"import sys; sys.path.insert(0, {here!r})\n{program}"
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> list[str]:
    out, _ = process.communicate("go\n")
    assert process.returncode == 0
    return out.split()


def test_processes_that_begin_at_once_share_a_new_library(folder: Path):
    writers = [start(WRITER, folder, 15) for _ in range(3)]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    written = [note_id for writer in writers for note_id in writer.communicate()[0].split()]
    with Library.open(folder) as library:
        assert sorted(note.id for note in library.notes()) == sorted(written)
        assert len(written) == 45
        assert library.check() == ()
        assert library.remarks == ()
    entries = list(journal.read(folder / "journal.ndjson"))
    assert sorted(entry.row.revision for entry in entries) == list(range(1, 46))
    assert {entry.row.note.id for entry in entries} == set(written)


def test_a_second_writer_waits_and_then_works(folder: Path, library: Library, document: Document):
    holder = start(HOLDER, folder / "library.db")
    assert holder.stdout.readline() == "held\n"
    release = threading.Timer(0.3, finish, [holder])
    release.start()
    note = note_on(document)
    library.add_note(note)
    release.join()
    assert library.notes() == (note,)


def test_what_one_process_writes_another_undoes(folder: Path, library: Library, document: Document):
    own = note_on(document)
    library.add_note(own)
    (foreign,) = [line for line in finish(start(WRITER, folder, 1)) if line != "ready"]
    assert {note.id for note in library.notes()} == {own.id, foreign}
    library.undo(sample().sha256)
    assert library.notes() == (own,)
    assert library.check() == ()
