"""`deskbrief library` and `deskbrief notes` as a person or a script meets them."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.anchors import make_anchor
from deskbrief.document.notes import Note
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.paths import AppPaths
from helpers.commands import deskbrief
from helpers.formats import markdown
from helpers.library_samples import note_on
from helpers.reading import read


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a document and two notes on it."""
    document = read(markdown(), "water.md")
    with Library.open(AppPaths.under(tmp_path / "data").data) as library:
        library.put_document(document, path="/w.md")
        for quote in ("heard nine witnesses", "must install meters"):
            start = document.text.index(quote)
            note = note_on(document, body=f"on {quote}")
            library.add_note(replace(note, anchor=make_anchor(document, Span(start, start + len(quote)))))
    return tmp_path / "data"


def library_of(data: Path) -> Library:
    return Library.open(AppPaths.under(data).data)


def notes_of(data: Path) -> tuple[Note, ...]:
    with library_of(data) as library:
        return library.notes()


def run(data: Path, *words, code: int = 0) -> str:
    done = deskbrief(*words, "--data-dir", data)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stdout + done.stderr


def test_search_finds_texts_and_notes_whatever_case_and_accents(data):
    found = run(data, "library", "search", "NÍNE  witnesses")
    assert (found.count(", note, ¶"), found.count(", text, ¶")) == (1, 1)
    lines = [json.loads(line) for line in run(data, "library", "search", "--json", "meters").splitlines()]
    assert {line["in"] for line in lines} == {"note", "text"}
    assert "Nothing was found." in run(data, "library", "search", "submarine")


def test_nothing_is_there_yet(tmp_path):
    assert "There is no library yet." in run(tmp_path / "new", "library", "search", "x")
    assert "as it was written" in run(tmp_path / "new", "library", "check")


def test_a_backup_is_made_listed_compared_and_restored(data, tmp_path):
    copy = Path(run(data, "library", "backup").strip())
    assert copy.is_file()
    listed = run(data, "library", "restore", "--list")
    assert str(copy) in listed
    assert "by hand" in listed
    (told,) = map(json.loads, run(data, "library", "restore", "--list", "--json").splitlines())
    assert (told["path"], told["reason"], told["notes"]) == (str(copy), "by_hand", 2)
    first = notes_of(data)[0]
    with library_of(data) as library:
        library.delete_note(first.id)
    told = run(data, "library", "restore", copy)
    assert "1 note would come back, 0 change, 0 go" in told
    assert "Nothing was changed." in told
    assert len(notes_of(data)) == 1
    assert first.id in told
    assert "is called" in run(data, "library", "restore", copy, "--only", "nothing", code=1)
    done = run(data, "library", "restore", copy, "--yes", "--only", first.id)
    assert first in notes_of(data)
    back = shlex.split(done.splitlines()[-1].partition("deskbrief ")[2])
    run(data, *back)
    assert len(notes_of(data)) == 1
    run(data, "library", "restore", copy, "--yes")
    assert first in notes_of(data)
    named = tmp_path / "mine.db"
    run(data, "library", "backup", "-o", named)
    assert "was not overwritten" in run(data, "library", "backup", "-o", named, code=1)


def test_wrong_backups_are_refused(data, tmp_path):
    run(data, "library", "restore", code=2)
    assert "no such backup" in run(data, "library", "restore", tmp_path / "none.db", code=1)
    (tmp_path / "bad.db").write_bytes(b"x" * 5000)
    assert "damaged" in run(data, "library", "restore", tmp_path / "bad.db", code=1)


def test_damage_is_found_and_repaired(data):
    assert "as it was written" in run(data, "library", "check")
    file = AppPaths.under(data).data / "library.db"
    damaged = file.read_bytes().replace(b"on heard nine", b"on feared nine"[:13])
    file.write_bytes(damaged)
    assert "damaged" in run(data, "library", "check", code=1)
    assert file.read_bytes() == damaged
    assert "made afresh" in run(data, "library", "check", "--repair")
    assert {note.body for note in notes_of(data)} == {"on heard nine witnesses", "on must install meters"}
    run(data, "library", "check")


def test_what_a_repair_did_is_told_and_how_to_ask_for_one(data):
    file = AppPaths.under(data).data / "library.db"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert "library check --repair" in run(data, "library", "check", code=1)
    told = run(data, "library", "check", "--repair")
    assert "made afresh" in told
    assert "\n\n" not in told
    assert len(notes_of(data)) == 2


def test_notes_go_out_as_markdown_and_json_and_come_back(data, tmp_path):
    text = run(data, "notes", "export")
    assert "# Water for the Valley" in text
    assert "> heard nine witnesses\n\non heard nine witnesses" in text
    out = tmp_path / "notes.json"
    run(data, "notes", "export", "--format", "json", "-o", out)
    new = tmp_path / "new"
    assert "2 notes are new" in run(new, "notes", "import", out)
    assert notes_of(new) == ()
    run(new, "notes", "import", out, "--yes")
    assert notes_of(new) == notes_of(data)
    assert "2 are here already" in run(new, "notes", "import", out, "--yes")


def test_what_differs_is_not_overwritten_unless_asked(data, tmp_path):
    out = tmp_path / "notes.json"
    run(data, "notes", "export", "--format", "json", "-o", out)
    with library_of(data) as library:
        library.update_note(replace(library.notes()[0], body="newer words"))
    assert "left as it is here" in run(data, "notes", "import", out, "--yes")
    assert "newer words" in {note.body for note in notes_of(data)}
    run(data, "notes", "import", out, "--replace", "--yes")
    assert "newer words" not in {note.body for note in notes_of(data)}


def test_other_files_are_no_notes(data, tmp_path):
    (tmp_path / "x.json").write_text('{"schema": "other"}')
    assert "holds no notes" in run(data, "notes", "import", tmp_path / "x.json", code=1)
    run(data, "notes", "import", tmp_path / "none.json", code=1)
    run(data, "notes", "export", "--document", "zzz", code=2)


def test_notes_are_carried_to_a_new_edition(data, tmp_path):
    revised = tmp_path / "second.md"
    revised.write_bytes(markdown().replace(b"nine witnesses", b"nine new witnesses"))
    told = run(data, "notes", "carry", revised)
    assert "1 same words, 1 changed words, 0 not certain, 0 not found" in told
    assert len(notes_of(data)) == 2
    run(data, "notes", "carry", revised, "--yes")
    assert len(notes_of(data)) == 4
    assert "0 same words, 0 changed words, 0 not certain, 0 not found" in run(
        data, "notes", "carry", revised, "--yes"
    )
    other = tmp_path / "other.md"
    other.write_text("# Fish\n\n" + "Wholly other words about ships. " * 40)
    assert "No earlier edition" in run(data, "notes", "carry", other, code=1)


def test_the_trash_is_listed_and_brought_back(data):
    assert "The trash is empty." in run(data, "library", "trash")
    with library_of(data) as library:
        note, sha256 = library.notes()[0], library.notes()[0].document
        library.delete_note(note.id)
        library.touch(sha256)
        library.remove_document(sha256, with_notes=False)
    told = run(data, "library", "trash")
    assert note.id in told
    assert sha256 in told
    lines = [json.loads(line) for line in run(data, "library", "trash", "--json").splitlines()]
    assert [line["kind"] for line in lines] == ["note", "document"]
    assert "Nothing in the trash is called x." in run(data, "library", "trash", "--bring-back", "x", code=1)
    assert "2 brought back." in run(data, "library", "trash", "--bring-back", note.id, sha256[:12])
    assert note in notes_of(data)
    assert "The trash is empty." in run(data, "library", "trash")
