"""What a start may load before its first picture, or to hand its files over: imports are most of its time.

The start is that of a document which the library knows, up to the picture that shows it. A module that is
needed later is imported where it is needed; one that a start cannot do without is added here with its reason.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from deskbrief.document.outline import RULES, Outline
from deskbrief.library.library import Library
from deskbrief.services.instance import ANSWER, address
from helpers.library_samples import sample

PROGRAM = """
import json, os, sys
from PySide6.QtWidgets import QApplication
bare, called = set(sys.modules), set()

def note(frame, event, function):
    if event == "c_call":
        called.add(function.__name__)

def first_picture(application=None):
    from PySide6.QtWidgets import QApplication
    for _ in range(3):
        QApplication.processEvents()
    (window,) = [widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "deskbrief"]
    shown = window.isVisible() and window.can_be_read
    sys.setprofile(None)
    sys.stdout.write(json.dumps([shown, sorted(set(sys.modules) - bare), sorted(called)]))
    sys.stdout.flush()
    os._exit(0)

QApplication.exec = first_picture
import deskbrief.ui.app
# However slow the machine is, what waits for a moment after the first picture does not come before it.
deskbrief.ui.app.SHOWN_MS = deskbrief.ui.app.SETTLED_MS = 600_000
from deskbrief.__main__ import main
sys.setprofile(note)
main(sys.argv[1:])
"""
#: What lies beside PySide6 and our own, and what it is for.
ALLOWED = {
    "sqlite3": "the library",
    "json": "the library",
    "datetime": "times of notes",
    "dataclasses": "fields of values",
    "copy": "dataclasses",
    "unicodedata": "titles that are written from right to left",
    "gc": "pauses of the collector",
    "hashlib": "whether what the library kept is whole",
    "blake2": "hashlib",
    "socket": "_socket alone: the place where other starts are heard, taken before they can take it",
    "fcntl": "the same",
    "encodings": "how Qt counts the characters of a text",
}
#: Our own that come after the first picture, or when somebody asks for them.
LATER = (
    *("deskbrief.analysis", "deskbrief.brief", "deskbrief.importers", "deskbrief.exchange"),
    *("deskbrief.jobs.engine", "deskbrief.jobs.process", "deskbrief.jobs.sandbox", "deskbrief.cli.main"),
    *("deskbrief.services.briefing", "deskbrief.services.searching", "deskbrief.services.planning"),
    *("deskbrief.ui.dialogs", "deskbrief.ui.second_start", "deskbrief.ui.icon"),
    *("deskbrief.ui.builder", "deskbrief.ui.printing", "PySide6.QtPrintSupport", "deskbrief.services.drafts"),
    *("deskbrief.ui.controllers.briefs", "deskbrief.ui.notes.panel", "deskbrief.ui.names.panel"),
    *("deskbrief.ui.controllers.marks", "deskbrief.ui.controllers.passing", "deskbrief.ui.reader.walker"),
    *("deskbrief.ui.reader.handles", "deskbrief.ui.reader.pen", "deskbrief.ui.shell.contextmenu"),
    *("deskbrief.ui.aloud", "deskbrief.ui.controllers.aloud", "deskbrief.ui.reader.hyphens"),
    *("deskbrief.ui.facts.panel", "deskbrief.ui.reader.find", "deskbrief.ui.reader.selectionbar"),
    "deskbrief.ui.controllers.newedition",
)
#: What hands out something that Qt made, or has all names of gradients made: each takes 10 ms or more.
DEAR = {"style", "fillRect"}
#: The most modules of our own. Each takes about a sixth of a millisecond. `document.grid` is the latest: the
#: squares of the table in the first picture are those that briefs and analysis see.
MOST_OF_OURS = 184


def started(tmp_path):
    """Start; return the modules that it loads beyond those of a bare window, and what of Qt it calls."""
    file = tmp_path / "known.txt"
    file.write_text("not read again", encoding="utf-8")
    document, state = sample(), file.stat()
    with Library.open(tmp_path / "deskbrief") as library:
        library.put_document(document, path=str(file), size=state.st_size, mtime_ns=state.st_mtime_ns)
        library.put_outline(document.sha256, Outline(rules=RULES), "")
    folders = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), str(tmp_path))
    command = [sys.executable, "-c", PROGRAM, str(file)]
    environment = {**os.environ, **folders}
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=90, env=environment)
    assert done.returncode == 0, done.stderr
    shown, modules, called = json.loads(done.stdout)
    assert shown
    return modules, set(called)


def test_a_start_loads_only_what_its_first_picture_needs(tmp_path):
    modules, called = started(tmp_path)
    ours = [name for name in modules if name.partition(".")[0] == "deskbrief"]
    others = {name.partition(".")[0].lstrip("_") for name in modules} - {
        "deskbrief",
        "PySide6",
        "sitecustomize",
    }
    assert sorted(others - set(ALLOWED)) == []
    assert [name for name in modules if name.startswith("PySide6.")] == []
    assert [name for name in ours if any(name == late or name.startswith(f"{late}.") for late in LATER)] == []
    assert len(ours) <= MOST_OF_OURS
    # The names are those of calls: "show" is one that there must be.
    assert "show" in called
    assert called & DEAR == set()


HAND_OVER = """
import sys
bare = set(sys.modules)
from deskbrief.__main__ import main
code = main(sys.argv[1:])
print(*sorted(set(sys.modules) - bare))
sys.exit(code)
"""


def test_handing_files_over_loads_next_to_nothing(tmp_path):
    data = tmp_path / "deskbrief"
    data.mkdir()
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(tmp_path / Path(address(data)).name))
        listener.listen(1)
        command = [sys.executable, "-c", HAND_OVER, str(tmp_path / "a.txt")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            line, _ = listener.accept()
            with line:
                assert b"a.txt" in line.recv(4096)
                line.sendall(ANSWER)
            modules = set(process.communicate(timeout=90)[0].split())
    assert process.returncode == 0
    # Each of the usual ones beside these costs more than all of them together.
    assert {name for name in modules if not name.startswith("deskbrief")} <= {"__future__", "_socket"}
    assert "deskbrief.services.instance" in modules
    assert len([name for name in modules if name.startswith("deskbrief")]) <= 7
