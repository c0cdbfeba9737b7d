"""Opening a file through a real worker, whatever comes back from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.document.model import Document
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.reading import Reading, ReadingListener
from helpers.library_samples import sample
from helpers.tasks import TABLE
from helpers.workers import PATIENCE

pytestmark = pytest.mark.process

Act = Callable[[], None]


class Desk:
    """A thread's own queue of callbacks, and what was heard of an opening."""

    def __init__(self) -> None:
        self.acts: Queue[Act] = Queue()
        self.heard: list[DeskbriefError | Document] = []
        self.listener = ReadingListener(
            opened=lambda _, document: self.heard.append(document),
            failed=lambda _, error: self.heard.append(error),
            unrefined=lambda _, error: self.heard.append(error),
        )

    def run_until_heard(self) -> DeskbriefError | Document:
        while not self.heard:
            self.acts.get(timeout=PATIENCE)()
        return self.heard[0]

    def run_all(self) -> None:
        while not self.acts.empty():
            self.acts.get_nowait()()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("The council should act by May 2024.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("task", ["echo", "half", "garbage"])
def test_a_worker_that_sends_no_document_ends_the_opening_once(
    new_runner: Callable[..., Runner], library: Library, file: Path, task: str
):
    desk = Desk()
    runner = new_runner(table={"read": TABLE[task]}, post=desk.acts.put)
    Reading(library, runner, desk.acts.put).open(file, desk.listener)
    assert isinstance(desk.run_until_heard(), BugError)
    runner.close(timeout=20)
    desk.run_all()
    assert len(desk.heard) == 1


@pytest.mark.parametrize("task", ["echo", "half", "garbage"])
def test_a_worker_that_sends_no_outline_ends_the_wait_for_it_once(
    new_runner: Callable[..., Runner], library: Library, file: Path, task: str
):
    desk, document = Desk(), sample()
    runner = new_runner(table={"outline": TABLE[task]}, post=desk.acts.put)
    reading = Reading(library, runner, desk.acts.put)
    library.put_document(document, path=str(file), size=file.stat().st_size, mtime_ns=file.stat().st_mtime_ns)
    reading.open(file, desk.listener)
    # Where a plain text stood in its file is nothing that its reader asks for.
    assert desk.run_until_heard() == replace(document, source_runs=())
    desk.heard.clear()
    assert isinstance(desk.run_until_heard(), BugError)
    runner.close(timeout=20)
    desk.run_all()
    assert len(desk.heard) == 1
