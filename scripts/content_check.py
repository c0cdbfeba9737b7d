"""Figures of the reader of web pages with given weights, by the scorer that comes with the gold data."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from tests.gold.predict_html import predict

from deskbrief.importers import html_content
from deskbrief.importers.linear import Weights

Gold = dict[str, Any]

#: The figures that are printed: what the scorer calls them, and what they are called here.
FIGURES = (
    ("text_F1", "text"),
    ("seg_F1", "segments"),
    ("heading_F1", "headings"),
    ("heading+level_F1", "levels"),
    ("list_F1", "lists"),
    ("quote_F1", "quotes"),
    ("table_cell_F1", "cells"),
)

_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\w{1,20}/(?=http)")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})


def read_golds(path: Path) -> list[Gold]:
    """Return the records in a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def site_of(gold: Gold, address: str) -> str:
    """Return the domain of a page; `address` is what it says itself. Pages without one are one site."""
    url = _ARCHIVED.sub("", gold.get("url") or address or "")
    names = (urlsplit(url).hostname or "").lower().split(".")
    most = 3 if len(names) > 2 and len(names[-1]) == 2 and names[-2] in _SECOND_LEVEL else 2
    return ".".join(names[-most:]) or gold["source"]


def read_with(gold: Gold, folder: Path, known: Weights) -> Gold:
    """Return what is read from a page of `folder` with the weights `known`."""
    with patch.object(html_content, "load_weights", lambda _: known):
        return predict(gold, folder)


def figures_of(golds: Sequence[Gold], read: Sequence[Gold], scorer: Path) -> Mapping[str, float | None]:
    """Return the figures that `scorer` gives to what was `read` from the pages of `golds`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part, records in (("gold", golds), ("read", read)):
            lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
            (folder / f"{part}.jsonl").write_text("".join(lines), "utf-8")
        command = [sys.executable, str(scorer.resolve()), "gold.jsonl", "read.jsonl"]
        subprocess.run([*command, "--json", "figures.json"], cwd=folder, check=True, capture_output=True)
        figures: Mapping[str, float | None] = json.loads((folder / "figures.json").read_text("utf-8"))["ALL"]
    return figures


def line_of(name: str, figures: Mapping[str, float | None]) -> str:
    """Return one printed line of figures."""
    shown = ((short, figures.get(key)) for key, short in FIGURES)
    return name.ljust(8) + "  ".join(
        f"{short} {'-' if value is None else f'{value:.3f}'}" for short, value in shown
    )
