from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskbrief.document.model import Document
from deskbrief.library.library import Library
from helpers.library_samples import Clock, memory_folder, sample


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that is not there yet, where writing costs nothing: durability has tests of its own."""
    top = memory_folder("deskbrief-library-")
    yield top / "library"
    shutil.rmtree(top)


@pytest.fixture
def library(folder: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(folder, now=clock) as opened:
        yield opened


@pytest.fixture
def document(library: Library) -> Document:
    """A document that the library keeps."""
    kept = sample()
    library.put_document(kept)
    return kept
