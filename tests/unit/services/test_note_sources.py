"""Files with notes on their way in."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.services import note_sources
from deskbrief.services.note_sources import notes_request


@pytest.mark.parametrize(
    ("place", "document"),
    [
        ("book.sdr/metadata.epub.lua", "book.epub"),
        ("a.b.sdr/metadata.pdf.lua", "a.b.pdf"),
        ("book.sdr/metadata.lua", ""),
        ("book.sdr/custom_metadata.epub.lua", ""),
        ("book/metadata.epub.lua", ""),
    ],
)
def test_the_place_of_a_file_tells_which_document_its_notes_are_on(tmp_path: Path, place: str, document: str):
    path = tmp_path / place
    path.parent.mkdir()
    path.write_bytes(b"return {}")
    request = notes_request(path)
    assert request.data == {"document": document}
    assert request.blob == b"return {}"


def test_a_file_that_is_too_large_for_notes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(note_sources, "LARGEST_BYTES", 2**20)
    path = tmp_path / "notes.json"
    path.write_bytes(bytes(2**20))
    assert len(notes_request(path).blob) == 2**20
    path.write_bytes(bytes(2**20 + 1))
    with pytest.raises(SourceError, match=r"up to 1 MB"):
        notes_request(path)
