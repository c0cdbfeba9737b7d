"""What commands print and where, as shells have it: pipes, devices, interrupts, odd names."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deskbrief.cli.main import COMMANDS
from deskbrief.cli.names import COMMANDS as NAMES
from deskbrief.cli.names import has_command
from deskbrief.services.sources import sample_path
from helpers.commands import deskbrief

pytestmark = pytest.mark.skipif(os.name == "nt", reason="as POSIX shells have it")

PROGRAM = (sys.executable, "-m", "deskbrief")


def shell(script: str, *words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script in which `deskbrief` is the program and $1, $2 … are `words`."""
    whole = f'deskbrief() {{ "$PROGRAM" -m deskbrief "$@"; }}\n{script}'
    return subprocess.run(
        ["bash", "-c", whole, "bash", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        timeout=180,
        env={**os.environ, "PROGRAM": sys.executable, **variables},
    )


def test_every_command_is_known_before_it_is_loaded(tmp_path, monkeypatch):
    assert tuple(COMMANDS) == NAMES
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        # A file of that name does not make it a file to open.
        (tmp_path / name).touch()
        assert has_command([name])


def test_a_reader_that_leaves_early_is_no_error():
    for words in ("notes list", "--help", "outline --help", "library search x"):
        run = shell(f"set -o pipefail; deskbrief {words} | true")
        assert (run.returncode, run.stderr) == (0, ""), words


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_a_sentence():
    run = shell("deskbrief notes list >/dev/full")
    assert run.returncode == 1
    assert run.stderr == (
        "deskbrief: There is no room left: the output was not written. Make room and try again.\n"
    )


def test_with_its_output_closed_a_command_does_its_work(tmp_path):
    run = shell('deskbrief decisions export -o "$1" >&- 2>&-; echo $?', tmp_path / "out")
    assert run.stdout == "0\n"


def test_names_and_texts_are_printed_whatever_the_terminal_can_show(tmp_path):
    odd = tmp_path / os.fsdecode(b"caf\xe9 \xc3\xa9.txt")
    odd.write_text("The council should act by May 2024, Zoë “Zo” Müller said.\n", encoding="utf-8")
    run = shell('deskbrief outline "$1" "$1.none"', odd, PYTHONIOENCODING="ascii")
    there, missing = map(json.loads, run.stdout.splitlines())
    assert there["source"]["path"] == missing["source"]["path"].removesuffix(".none") == str(odd)
    assert "“Zo” Müller" in there["text"]
    run = shell('deskbrief recommendations "$1" -o "$2"', odd, tmp_path / "é.csv", PYTHONIOENCODING="latin-1")
    assert run.returncode == 0, run.stderr
    assert f"{tmp_path}/é.csv: " in run.stdout
    run = shell("deskbrief brief --help", PYTHONIOENCODING="ascii")
    assert "“For internal use”" in run.stdout


def test_nothing_but_the_file_goes_to_standard_output(tmp_path):
    for form, begin in (("md", b"# "), ("pdf", b"%PDF")):
        made = subprocess.run(
            [*PROGRAM, "brief", sample_path(), "--format", form, "-o", "-"], capture_output=True, check=True
        )
        assert made.stdout.startswith(begin)
        assert b"quotes verified" in made.stderr
    whole = deskbrief("brief", sample_path(), "--format", "md", "-o", tmp_path / "brief.md")
    assert whole.returncode == 0
    run = shell('deskbrief brief "$1" --format md -o /dev/stdout | cat', sample_path())
    assert run.stdout == (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert stat.S_ISLNK(Path("/dev/stdout").lstat().st_mode)


def test_data_for_other_programs_holds_no_words_to_people(tmp_path):
    for words in (
        ("notes", "export", "--format", "json"),
        ("notes", "list", "--json"),
        ("library", "search", "--json", "x"),
        ("library", "trash", "--json"),
        ("library", "restore", "--list", "--json"),
    ):
        run = deskbrief(*words, "--data-dir", tmp_path / "new")
        assert (run.returncode, run.stdout) == (0, ""), words


def test_no_export_takes_the_place_of_the_document_that_it_is_of(tmp_path):
    source = tmp_path / "report.txt"
    shutil.copy(sample_path(), source)
    library = ("--data-dir", tmp_path / "data")
    annotation = {
        "type": "Annotation",
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "Russia"}},
    }
    (tmp_path / "notes.json").write_text(json.dumps([annotation]), encoding="utf-8")
    run = deskbrief("notes", "import", tmp_path / "notes.json", "--for", source, "--yes", *library)
    assert "1 note was taken in" in run.stdout, run.stderr
    run = deskbrief("notes", "export", source, "-o", source, *library)
    assert run.returncode == 1
    assert "is the document itself" in run.stderr
    assert source.read_bytes() == sample_path().read_bytes()


def test_a_place_that_is_not_there_is_told_in_a_sentence(tmp_path):
    longest = "n" * 300
    for words in (
        ("notes", "list", "--document", longest),
        ("outline", longest),
        ("check", longest, longest),
        ("events", sample_path(), "--format", "csv", "-o", tmp_path / "none" / "x.csv"),
    ):
        run = deskbrief(*words)
        assert (run.returncode, run.stderr.count("\n")) == (1, 1) or words[0] == "notes", run.stderr
        assert "Traceback" not in run.stderr


def interrupted(after: float, *words: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command that is interrupted after so many seconds."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with subprocess.Popen([*PROGRAM, *map(str, words)], stdout=-1, stderr=-1) as process:
            time.sleep(after)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
    finally:
        signal.signal(signal.SIGINT, before)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def test_an_interrupt_ends_a_command_as_shells_expect(tmp_path):
    long = tmp_path / "long.txt"
    long.write_bytes(sample_path().read_bytes() * 20)
    run = interrupted(2.5, "outline", *[long] * 5)
    assert (run.returncode, run.stderr) == (-signal.SIGINT, b"")
