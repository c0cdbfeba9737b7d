"""Each layer of protection holds by itself, so that one that is missing somewhere leaves the others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.workers import TESTS

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(sys.platform != "linux", reason="rights can be given up on Linux alone"),
]

PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from deskbrief.document.tasks import Request
from deskbrief.jobs.sandbox.folders import readable_paths
from deskbrief.jobs.sandbox.landlock import restrict_files
from deskbrief.jobs.sandbox.resources import limit_resources
from deskbrief.jobs.sandbox.rights import drop_rights
from deskbrief.jobs.sandbox.seccomp import restrict_calls
from helpers.tasks import trespass
drop_rights()
layer = {layer}
outcome = dict((part.name, part.data) for part in trespass(Request(json.loads(sys.argv[2]))))
print(json.dumps([layer, outcome]))
"""
FILES = [
    "write into the temporary folder",
    "make a folder",
    "change a file",
    "rename a file",
    "remove a file",
]
READING = ["read the user's file", "read the list of users", "list the home", "list the root"]
OUTSIDE = ["make a socket", "connect", "fork", "spawn a program", "signal its parent", "limit its parent"]


def run(layer: str, acts: list[str], tmp_path: Path) -> tuple[list[object], dict[str, str]]:
    secret = tmp_path / "secret"
    secret.write_text("the user's own words", encoding="utf-8")
    targets = {
        "secret": str(secret),
        "temporary file": str(tmp_path / "new"),
        "home": str(Path.home()),
        "parent": str(os.getpid()),
        "port": "9",
    }
    request = json.dumps({"acts": acts, "targets": targets})
    command = [sys.executable, "-P", "-B", "-c", PROGRAM.replace("{layer}", layer), str(TESTS), request]
    output = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    state, outcome = json.loads(output)
    return state, outcome


def test_system_calls_alone_stop_writing_and_reaching_out(tmp_path: Path):
    state, outcome = run("restrict_calls()", FILES + OUTSIDE, tmp_path)
    assert state[1] is True
    assert set(outcome.values()) == {"PermissionError"}


def test_files_alone_stop_reading_and_writing(tmp_path: Path):
    state, outcome = run("restrict_files(readable_paths([Path(sys.argv[1])]))", FILES + READING, tmp_path)
    if not state[1]:
        pytest.skip(str(state[2]))
    assert set(outcome.values()) == {"PermissionError"}


def test_resources_alone_stop_writing(tmp_path: Path):
    state, outcome = run("limit_resources()", FILES[:1], tmp_path)
    assert state[1] is True
    assert outcome == {FILES[0]: "OSError"}
