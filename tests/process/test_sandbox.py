"""What a worker can no longer do, each act tried for real, and that the libraries work all the same."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import deskbrief.jobs
from deskbrief.document.tasks import Request
from deskbrief.jobs.runner import Runner, collect
from helpers.tasks import ACTS

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(sys.platform != "linux", reason="rights can be given up on Linux alone"),
]

#: What would harm or replace the process that runs the tests, or needs rights that it may not have.
UNTRIED_OUTSIDE = {
    "write into its folder",
    "run a program",
    "fork",
    "mount",
    "trace its parent",
    "rename a file",
    "remove a file",
    "share memory",
}


@pytest.fixture
def targets(tmp_path: Path) -> Iterator[dict[str, str]]:
    secret = tmp_path / "secret.txt"
    secret.write_text("the user's own words", encoding="utf-8")
    own = Path(deskbrief.jobs.__file__).parent / "written-by-the-worker"
    temporary = Path(tempfile.mkdtemp()) / "written-by-the-worker"
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield {
            "port": str(server.getsockname()[1]),
            "own file": str(own),
            "temporary file": str(temporary),
            "secret": str(secret),
            "home": str(Path.home()),
            "parent": str(os.getpid()),
        }
    own.unlink(missing_ok=True)
    shutil.rmtree(temporary.parent)


def test_each_forbidden_act_is_refused(runner: Runner, targets: dict[str, str]):
    parts = collect(runner, "trespass", Request({"acts": list(ACTS), "targets": targets}))
    assert [part.name for part in parts] == list(ACTS)
    assert not {part.name: part.data for part in parts if part.data == "done"}
    assert Path(targets["secret"]).read_text(encoding="utf-8") == "the user's own words"
    assert not Path(targets["own file"]).exists()
    assert not Path(targets["temporary file"]).exists()


@pytest.mark.parametrize("act", sorted(set(ACTS) - UNTRIED_OUTSIDE))
def test_the_act_is_possible_elsewhere(act: str, targets: dict[str, str]):
    ACTS[act](targets)


def test_the_libraries_still_import_and_work(runner: Runner):
    page = (
        "<html><body><article>"
        + "<p>The committee should act before March.</p>" * 20
        + "</article></body></html>"
    )
    parts = {part.name: part for part in collect(runner, "libraries", Request({"page": page}))}
    assert parts["numpy"].data == pytest.approx(10_000)
    assert parts["lxml"].data == "Some text"
    assert "The committee should act" in parts["trafilatura"].data
    assert parts["reportlab"].blob.startswith(b"%PDF")
    assert {"Paris", "July 2019"} <= set(parts["spacy"].data)


def test_threads_can_still_be_started(runner: Runner):
    (part,) = collect(runner, "threads", Request())
    assert part.data == ["heard"]


def test_the_state_of_protection_is_told(runner: Runner):
    assert runner.protection is None
    collect(runner, "echo", Request())
    assert runner.protection
    assert [layer.name for layer in runner.protection.layers] == [
        "Own process",
        "Resources",
        "No new rights",
        "Files",
        "System calls",
    ]
    assert all(layer.detail.endswith(".") for layer in runner.protection.layers)
