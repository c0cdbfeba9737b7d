"""Figures of the reader of plain text with given weights, by the scorer that comes with the gold data."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.structure_gold import Gold

from deskbrief.document.model import BlockKind
from deskbrief.importers.linear import Weights
from deskbrief.importers.plain_outline import outline_of

#: The figures that are printed: what the scorer calls them, and what they are called here.
FIGURES = (
    ("heading_P", "P"),
    ("heading_R", "R"),
    ("heading_F1", "F1"),
    ("heading+level_F1", "level"),
    ("outline_exact", "outline"),
    ("no_heading_docs_clean", "clean"),
    ("type_accuracy", "types"),
    ("list_item_F1", "lists"),
)


def prediction(gold: Gold, known: Weights) -> Gold:
    """Return the line types that the weights `known` give the text of `gold`."""
    text = gold["text"]
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    return {"id": gold["id"], "lines": list(_lines(text, known, starts))}


def _lines(text: str, known: Weights, starts: Sequence[int]) -> Iterator[Gold]:
    outline = outline_of(text, known)
    for index, (unit, kind) in enumerate(zip(outline.units, outline.kinds, strict=True)):
        first, last = unit.first + 1, unit.last + 1
        if unit.slices:
            first = bisect_right(starts, unit.slices[0].start)
            last = bisect_right(starts, max(unit.slices[-1].end - 1, unit.slices[0].start))
        name = "table_row" if kind is BlockKind.TABLE else str(kind)
        for n in range(first, last + 1):
            yield {"n": n, "type": name, "level": outline.levels.get(index)}


def scores(golds: Sequence[Gold], predictions: Sequence[Gold], scorer: Path) -> Mapping[str, Any]:
    """Return the figures that `scorer` gives the predictions: over all, and by source."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part, records in (("gold", golds), ("found", predictions)):
            lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
            (folder / f"{part}.jsonl").write_text("".join(lines), "utf-8")
        command = [sys.executable, str(scorer), "gold.jsonl", "found.jsonl", "--by", "source"]
        subprocess.run([*command, "--json", "figures.json"], cwd=folder, check=True, capture_output=True)
        figures: Mapping[str, Any] = json.loads((folder / "figures.json").read_text("utf-8"))
    return {"all": figures["all"], **figures["groups"]}


def line_of(name: str, figures: Mapping[str, float | None]) -> str:
    """Return one printed line of figures."""
    shown = ((short, figures[key]) for key, short in FIGURES)
    return name[:34].ljust(35) + "  ".join(
        f"{short} {'-' if value is None else f'{value:.3f}'}" for short, value in shown
    )
