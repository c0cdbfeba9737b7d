from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskbrief.document.model import Document
from deskbrief.library.library import Library
from helpers.library_samples import Clock, sample


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


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
