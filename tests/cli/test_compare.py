"""`deskbrief compare`: two files, with the notes that the library keeps of the first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskbrief.cli.main import main
from deskbrief.document.anchors import make_anchor
from deskbrief.document.notes import Note, uuid7
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from helpers.reading import read

OLD = """# The water report

The commission met on 5 June 2023 in the old town hall. The repair will cost 40 million dollars.

The government should repair the gauges along the river by the end of 2026.

Nobody who lives there expects an easy winter, and few of them say so in public when asked.
"""
NEW = (
    OLD.replace("5 June", "7 June")
    .replace("should repair", "must repair")
    .replace("40 million", "55 million")
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    code = main([str(one) for one in arguments])
    return code, capsys.readouterr().out


def test_what_changed_is_told_in_lines(files, tmp_path, capsys):
    code, out = told(capsys, "compare", *files, "--data-dir", tmp_path / "data")
    assert code == 0
    assert "Recommendations: 1 changed, 0 added, 0 dropped, 0 same" in out
    assert "strength should → must" in out
    assert "date 5 Jun 2023 → 7 Jun 2023" in out
    assert "number 40,000,000 → 55,000,000" in out
    assert "Text: 2 changed, 0 added, 0 dropped, 0 moved, 2 same" in out
    assert "~ ¶2 [Opening] The government [-should-] {+must+} repair the gauges" in out
    assert not (tmp_path / "data").exists()


def test_what_changed_is_told_as_one_object(files, tmp_path, capsys):
    code, out = told(capsys, "compare", *files, "--json", "--data-dir", tmp_path / "data")
    found = json.loads(out)
    assert (code, found["schema"]) == (0, "deskbrief.compare/1")
    details = [one for item in found["items"] for one in item["details"] if item["kind"] == "event"]
    assert {"field": "date", "old": "5 Jun 2023", "new": "7 Jun 2023"} in details
    (advice,) = (one for one in found["items"] if one["kind"] == "recommendation")
    assert {"field": "strength", "old": "should", "new": "must"} in advice["details"]
    text = read(NEW, "new.md").text
    assert text[slice(*advice["new"])].startswith("The government must repair")
    assert found["notes"] == []


def test_paragraphs_that_came_and_went_are_told_in_full(files, tmp_path, capsys):
    gone = "Nobody who lives there expects"
    came = "A reserve of nine wells is kept for the towns below the dam."
    last = next(one for one in NEW.splitlines() if one.startswith(gone))
    files[1].write_text(NEW.replace(last, came), encoding="utf-8")
    _, out = told(capsys, "compare", *files, "--data-dir", tmp_path / "data")
    assert f"- ¶3 of the old text [Opening] {last}" in out
    assert f"+ ¶3 [Opening] {came}" in out
    _, out = told(capsys, "compare", *files, "--json", "--data-dir", tmp_path / "data")
    found = json.loads(out)
    assert found["counts"]["text"] == {"changed": 2, "added": 1, "dropped": 1, "moved": 0, "same": 1}
    rows = [one for one in found["items"] if one["kind"] == "text"]
    assert [one["old_text"] for one in rows if one["became"] == "dropped"] == [last]
    words = read(OLD, "old.md").text
    runs = [words[slice(*run["span"])] for one in rows for run in one["runs"] if run["turn"] == "dropped"]
    assert runs == ["5", "40", "should"]


def test_notes_on_the_old_file_are_told_with_their_differences(files, tmp_path, capsys):
    document = read(OLD, "old.md")
    start = document.text.index("government should repair the gauges")
    anchor = make_anchor(document, Span(start, start + 35))
    with Library.open(tmp_path / "data") as library:
        library.put_document(document)
        library.add_note(Note(id=uuid7(), document=document.sha256, anchor=anchor))
    _, out = told(capsys, "compare", *files, "--data-dir", tmp_path / "data")
    assert "Notes: 0 same words, 1 changed words, 0 not certain, 0 not found" in out
    assert "government [-should-] {+must+} repair the gauges" in out


def test_a_file_that_is_not_there_ends_with_code_1(files, tmp_path, capsys):
    code = main(["compare", str(tmp_path / "nothing.md"), str(files[1])])
    assert code == 1
    assert "There is no file" in capsys.readouterr().err


def test_the_same_file_twice_has_no_changes(files, capsys, tmp_path):
    _, out = told(capsys, "compare", files[0], files[0], "--json", "--data-dir", tmp_path / "data")
    assert json.loads(out)["items"] == []
