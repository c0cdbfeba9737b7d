"""Print how well the program extracts, beside the best other tool on the same data.

usage: python tests/gold/quality.py --gold FOLDER [--kind KIND ...] [--into README.md]

FOLDER holds the scorers and the sets, as for `gate.py`; what other tools reach stands in `peers.json`.
`--into` writes the table between the lines `<!-- quality -->` and `<!-- end of quality -->` of a file.
Parts of the program were trained on these sets; their figures here are higher than on texts of other kinds.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gate import SETS, figure, scored

HERE = Path(__file__).resolve().parent
OPENING, CLOSING = "<!-- quality -->", "<!-- end of quality -->"


def rows(peers: Sequence[Mapping[str, Any]], figures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the table's lines in Markdown."""
    yield "| measure | Deskbrief | best other tool |"
    yield "|---|---|---|"
    for peer in peers:
        ours = figure(figures.get(peer["kind"], {}), peer["figure"])
        if ours is not None:
            other = f"{_short(peer['other'])} {peer['tool']}" if peer["other"] is not None else peer["tool"]
            yield f"| {peer['measure']} | {_short(ours)} | {other.strip() or '-'} |"


def written_into(text: str, table: str) -> str:
    """Return `text` with the table between the two marks; raises `ValueError` when they are missing."""
    before, opening, rest = text.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not opening or not closing:
        raise ValueError(f"there is no {OPENING} … {CLOSING}")
    return f"{before}{OPENING}\n{table}\n{CLOSING}{after}"


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def main() -> int:
    """Print the table; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--kind", nargs="+", choices=tuple(SETS), default=tuple(SETS))
    parser.add_argument("--into", type=Path)
    options = parser.parse_args()
    peers = json.loads((HERE / "peers.json").read_text(encoding="utf-8"))
    figures = {}
    with tempfile.TemporaryDirectory() as work:
        for kind in options.kind:
            name, members = SETS[kind]
            files = [options.gold / name / member for member in members]
            figures[kind] = scored(kind, options.gold, files, Path(work))
    table = "\n".join(rows(peers, figures))
    print(table)
    if options.into:
        text = options.into.read_text(encoding="utf-8")
        options.into.write_text(written_into(text, table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
