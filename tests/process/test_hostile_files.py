"""The worst of the hostile files in the real worker: each is refused in words, and the next file is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.codec import join_document
from deskbrief.document.errors import JobTooLargeError, SourceError, WorldError
from deskbrief.document.tasks import Request
from deskbrief.jobs.runner import Limits, Runner, collect
from helpers.formats import EVERY, TITLE

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scripts.hostile_base import SMALL
from scripts.hostile_files import every

pytestmark = pytest.mark.process

FILES = {hostile.name: hostile for hostile in every(SMALL)}
TABLE = {"read": "deskbrief.importers.job:read"}
LIMITS = Limits(seconds=10, memory_mb=400)


@pytest.fixture
def reader(new_runner: Callable[..., Runner]) -> Runner:
    return new_runner(table=TABLE)


def read(runner: Runner, name: str, data: bytes) -> str:
    parts = collect(runner, "read", Request({"name": name}, data), limits=LIMITS)
    return join_document(parts).text


def test_bombs_are_refused_by_the_reader_itself(reader: Runner):
    first = read(reader, "water.txt", EVERY["water.txt"]())
    worker = reader.worker_pid
    for name in ("bomb.docx", "small-lie.odt", "bomb.epub", "truncated.pdf", "deep-mixed.eml"):
        with pytest.raises(SourceError) as caught:
            read(reader, name, FILES[name].write())
        assert caught.value.next_step.endswith(".")
    assert read(reader, "water.txt", EVERY["water.txt"]()) == first
    assert reader.worker_pid == worker


@pytest.mark.parametrize(
    "name", ["deep-div.html", "deep-tbl.docx", "deep-0.rtf", "bookmarks.pdf", "tree.pdf"]
)
def test_deep_and_endless_files_are_read(reader: Runner, name: str):
    assert "council" in read(reader, name, FILES[name].write())
    assert TITLE in read(reader, "water.pdf", EVERY["water.pdf"]())


@pytest.mark.skipif(sys.platform != "linux", reason="memory is watched on Linux alone")
def test_a_file_that_eats_all_memory_costs_only_the_worker(reader: Runner):
    greedy = b"A line of a text that wants more memory than it is given.\n\n" * 400_000
    with pytest.raises(JobTooLargeError) as caught:
        collect(reader, "read", Request({"name": "long.txt"}, greedy), limits=replace(LIMITS, memory_mb=120))
    assert isinstance(caught.value, WorldError)
    assert caught.value.next_step
    assert TITLE in read(reader, "water.docx", EVERY["water.docx"]())
