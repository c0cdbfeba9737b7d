"""How well tables of PDFs are read, by the relations of cells side by side (Göbel et al., ICDAR 2013).

Run it on a folder of PDFs beside which `NAME-str.xml` tells the cells, as the data of that competition do.
For each pair of filled cells that follow one another in a row or a column the texts of both and the direction
are compared, and precision and recall are means over the files, as the competition had them for programs that
also find the tables.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from deskbrief.document.grid import grid_of
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source


class Placed(NamedTuple):
    """A cell with a text: its first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int
    text: str


Relations = Counter[tuple[str, str, str]]


def relations(cells: Sequence[Placed]) -> Relations:
    """Return the pairs of filled cells that follow one another to the right (h) or downwards (v)."""
    grid: dict[tuple[int, int], int] = {}
    for at, cell in enumerate(cells):
        if _key(cell.text):
            for row in range(cell.top, cell.bottom + 1):
                for column in range(cell.left, cell.right + 1):
                    grid.setdefault((row, column), at)
    pairs = {*_pairs(grid, "h"), *_pairs({(column, row): at for (row, column), at in grid.items()}, "v")}
    return Counter((_key(cells[one].text), _key(cells[two].text), way) for one, two, way in pairs)


def _pairs(grid: dict[tuple[int, int], int], way: str) -> Iterator[tuple[int, int, str]]:
    last: tuple[int, int] | None = None
    for (row, _), at in sorted(grid.items()):
        if last is not None and last[0] == row and last[1] != at:
            yield last[1], at, way
        last = row, at


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def told(path: Path) -> Iterator[list[Placed]]:
    """Yield the cells of each table that a file of the competition tells."""
    for table in ET.parse(path).getroot().iter("table"):
        cells = []
        for region in table.iter("region"):
            down, on = (int(region.get(name) or 0) for name in ("row-increment", "col-increment"))
            for cell in region.iter("cell"):
                top, left = int(cell.get("start-row", 0)), int(cell.get("start-col", 0))
                bottom, right = int(cell.get("end-row") or top), int(cell.get("end-col") or left)
                text = cell.findtext("content") or ""
                cells.append(Placed(top + down, left + on, bottom + down, right + on, text))
        yield cells


def found(document: Document, table: Block) -> Iterator[Placed]:
    """Yield the cells of a table that was read."""
    for place in grid_of(table.rows).places:
        bottom, right = place.row + place.rows - 1, place.column + place.columns - 1
        yield Placed(place.row, place.column, bottom, right, document.quote(place.cell.span))


def main() -> None:
    """Print precision and recall for each PDF of a folder, and their means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    precisions, recalls = [], []
    begin = time.process_time()
    for path in sorted(parser.parse_args().folder.rglob("*.pdf")):
        answers = path.with_name(f"{path.stem}-str.xml")
        if not answers.exists():
            continue
        document = read_source(Source(path.name, "", path.read_bytes()))
        tables = [block for block in document.blocks if block.kind is BlockKind.TABLE]
        ours = sum((relations(list(found(document, table))) for table in tables), Relations())
        theirs = sum((relations(cells) for cells in told(answers)), Relations())
        right = (ours & theirs).total()
        precisions.append(right / ours.total() if ours else 0.0)
        recalls.append(right / theirs.total() if theirs else 1.0)
        print(f"{path.stem:12} precision {precisions[-1]:.2f}  recall {recalls[-1]:.2f}")
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    score = 2 * precision * recall / (precision + recall)
    print(f"{len(recalls)} files: precision {precision:.3f}  recall {recall:.3f}  F1 {score:.3f}")
    print(f"{time.process_time() - begin:.1f} s of processor time")


if __name__ == "__main__":
    main()
