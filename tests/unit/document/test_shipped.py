"""Finding the files that ship with the program, in a tree of sources and installed."""

from __future__ import annotations

from pathlib import Path

from deskbrief.document import shipped as module
from deskbrief.document.shipped import shipped

ROOT = Path(__file__).resolve().parents[3]


def test_in_a_tree_of_sources_they_lie_beside_the_program():
    assert shipped("resources/styles").samefile(ROOT / "resources" / "styles")
    assert shipped("seeds").samefile(ROOT / "seeds")


def test_installed_they_lie_in_the_package(tmp_path, monkeypatch):
    (tmp_path / "deskbrief" / "resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "deskbrief" / "document" / "shipped.py"))
    assert shipped("resources/fonts") == tmp_path / "deskbrief" / "resources" / "fonts"
