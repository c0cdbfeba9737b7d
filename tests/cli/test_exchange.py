"""`deskbrief notes list|export|import` as a person or a script meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskbrief.document.notes import Note, Role
from deskbrief.library.library import Library
from deskbrief.services.paths import AppPaths
from helpers.commands import deskbrief
from helpers.formats import markdown
from helpers.library_samples import note_on
from helpers.reading import read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A document on the disk."""
    path = tmp_path / "water.md"
    path.write_bytes(markdown())
    return path


@pytest.fixture
def data(tmp_path: Path, file: Path) -> Path:
    """A data folder with the document and two notes on it."""
    document = read(markdown(), "water.md")
    with Library.open(AppPaths.under(tmp_path / "data").data) as library:
        library.put_document(document, path=str(file))
        for quote, role, tags in (
            ("heard nine witnesses", Role.BLUE, ("law",)),
            ("must install meters", Role.PINK, ()),
        ):
            start = document.text.index(quote)
            library.add_note(note_on(document, start, start + len(quote), quote, role=role, tags=tags))
    return tmp_path / "data"


def notes_of(data: Path) -> tuple[Note, ...]:
    with Library.open(AppPaths.under(data).data) as library:
        return library.notes()


def run(data: Path, *words, code: int = 0) -> str:
    done = deskbrief("notes", *words, "--data-dir", data)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stdout + done.stderr


def test_notes_are_listed_by_document_role_tag_and_day(data):
    sha256 = notes_of(data)[0].document
    assert len(run(data, "list", "--json").splitlines()) == 2
    (one,) = map(json.loads, run(data, "list", "--json", "--role", "blue").splitlines())
    assert one["body"] == "heard nine witnesses"
    assert len(run(data, "list", "--json", "--tag", "LAW", "--document", sha256[:8]).splitlines()) == 1
    assert "There are no such notes." in run(data, "list", "--since", "2030-01-01")
    run(data, "list", "--role", "red", code=2)
    run(data, "list", "--since", "yesterday", code=2)


@pytest.mark.parametrize("form", ["w3c", "annotations", "markdown", "csv", "hypothesis", "jsonl", "json"])
def test_every_form_comes_back_in_a_new_library(data, tmp_path, file, form):
    out = tmp_path / "out"
    run(data, "export", file, "--format", form, "-o", out)
    new = tmp_path / "new"
    told = run(new, "import", out, "--for", file)
    assert "2 notes are new" in told
    assert "Passages: 2 same words, 0 changed words, 0 not certain, 0 not found." in told
    assert notes_of(new) == ()
    run(new, "import", out, "--for", file, "--yes")
    assert [(one.id, one.anchor) for one in notes_of(new)] == [(one.id, one.anchor) for one in notes_of(data)]
    assert "2 are here already" in run(new, "import", out, "--yes")


def test_a_dry_run_changes_nothing_whatever_else_is_said(data, tmp_path, file):
    out = tmp_path / "out.jsonl"
    run(data, "export", "--format", "jsonl", "-o", out)
    new = tmp_path / "new"
    assert "Nothing was changed." in run(new, "import", out, "--dry-run")
    run(new, "import", out, "--dry-run", "--yes", code=2)
    assert notes_of(new) == ()


def test_notes_that_wait_for_their_document_say_so_and_keep_their_colours(data, tmp_path):
    out, new = tmp_path / "out.csv", tmp_path / "new"
    run(data, "export", "--format", "csv", "-o", out)
    run(new, "import", out, "--yes")
    listed = run(new, "list")
    assert listed.startswith("Water for the Valley (not here yet)")
    assert "passage not looked for [blue] “heard nine witnesses”" in listed


def test_a_folder_of_koreader_comes_in(data, tmp_path):
    folder = tmp_path / "water.sdr"
    folder.mkdir()
    (folder / "metadata.md.lua").write_text(
        'return { annotations = { { text = "The committee", note = "who?", drawer = "x", color = "green",'
        ' datetime = "2024-05-01 10:00:00" }, { text = "no such words anywhere here", drawer = "x" } } }'
    )
    told = run(data, "import", folder)
    assert "KOReader: 2 notes are new" in told
    assert "not found: “no such words anywhere here”" in told
    run(data, "import", folder, "--yes")
    (note,) = (note for note in notes_of(data) if note.body == "who?")
    assert (note.role, note.created) == (Role.GREEN, "2024-05-01T10:00:00.000Z")


def test_notes_on_no_document_at_all_stay_out_and_say_how_they_come_in(data, tmp_path, file):
    csv = tmp_path / "r.csv"
    csv.write_text("Highlight,Title\nheard nine witnesses,\n")
    told = run(data, "import", csv, "--yes")
    assert "Readwise CSV: 1 is on no known document.\n" in told
    assert "--for FILE" in told
    assert len(notes_of(data)) == 2
    run(data, "import", csv, "--for", notes_of(data)[0].document[:10], "--yes")
    assert len(notes_of(data)) == 3


def test_notes_on_a_document_with_another_name_wait_until_somebody_says_which_it_is(data, tmp_path, file):
    csv = tmp_path / "r.csv"
    csv.write_text("Highlight,Title\nheard nine witnesses,Unknown Work\n")
    told = run(data, "import", csv, "--yes")
    assert "Readwise CSV: 1 note is new.\n  on “Unknown Work” (not here yet): 1\n" in told
    assert "1 note is on documents that are not in the library" in told
    assert "--for FILE" in told
    assert "Unknown Work (not here yet)" in run(data, "list")
    assert len(notes_of(data)) == 3
    assert "1 note is new" in run(data, "import", csv, "--for", file, "--yes")
    assert len({note.document for note in notes_of(data)}) == 1
    assert len(notes_of(data)) == 3


def test_hostile_files_end_with_a_sentence(data, tmp_path):
    for name, content in {
        "deep.json": b"[" * 200_000,
        "bomb.lua": b"return {" * 100_000,
        "other.bin": b"\0" * 1000,
        "empty.json": b"",
    }.items():
        (tmp_path / name).write_bytes(content)
        run(data, "import", tmp_path / name, "--yes", code=1)
    run(data, "import", tmp_path / "none", code=1)
    assert len(notes_of(data)) == 2


def test_wrong_usage_is_said(data, tmp_path):
    run(data, "export", "--format", "annotations", code=2)
    run(data, "export", "zzz", code=2)
    run(data, "import", tmp_path / "x", "--for", "zzz", code=2)
