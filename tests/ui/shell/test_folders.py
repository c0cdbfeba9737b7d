"""Where dialogs for saving begin: never where the program happened to be started."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskbrief.services.sources import sample_path
from deskbrief.ui.controllers import folders


@pytest.fixture
def documents(tmp_path, monkeypatch):
    """The user's folder for documents."""
    found = tmp_path / "documents"
    found.mkdir()
    monkeypatch.setattr(folders.QStandardPaths, "writableLocation", lambda _place: str(found))
    return found


def test_the_folder_used_last_comes_before_that_of_the_source(documents, tmp_path):
    used, source = tmp_path / "briefs", tmp_path / "reports" / "report.pdf"
    used.mkdir()
    source.parent.mkdir()
    assert folders.folder_to_save(used, [source]) == used
    assert folders.folder_to_save(str(used), [source]) == used
    assert folders.folder_to_save("", [source]) == source.parent
    used.rmdir()
    assert folders.folder_to_save(used, [source]) == source.parent


def test_a_folder_that_is_gone_or_belongs_to_the_program_is_passed_by(documents, tmp_path):
    assert folders.folder_to_save("", [tmp_path / "gone" / "report.pdf"]) == documents
    assert folders.folder_to_save("", [sample_path()]) == documents
    assert folders.folder_to_save("", [Path("report.pdf")]) == documents
    documents.rmdir()
    assert folders.folder_to_save("", []) == Path.home()
