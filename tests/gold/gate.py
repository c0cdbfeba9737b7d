"""Score the program on annotated data and compare with the floors, which only rise.

usage: python tests/gold/gate.py --gold FOLDER [--kind KIND ...] [--raise]

FOLDER holds the scorers (score_KIND.py) and the sets (events-dev, recs-dev, structure-dev, html-dev,
files-dev). `--raise` writes better figures into floors.json; nothing ever lowers one there. A floor holds
for the data it was measured on: the digest of the gold files is kept beside it, and other data has none.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
#: A figure may fall this far below its floor before the gate closes: ties are broken by rounding.
NOISE = 0.002
SETS = {
    "structure": ("structure-dev", ("dev.jsonl",)),
    "html": ("html-dev", ("gold.jsonl",)),
    "files": ("files-dev", ("gold.jsonl",)),
    "events": ("events-dev", ("meantime.jsonl", "wikiwars.jsonl")),
    "inferred": ("events-dev", ("meantime.jsonl",)),
    "recs": (
        "recs-dev",
        ("cdcp.jsonl", "rdr2018.jsonl", "gao.jsonl", "rdr2018-nocue.jsonl", "gao-nocue.jsonl"),
    ),
}
#: The figures that have floors: where they stand in what the scorers print.
FIGURES = {
    "structure": (
        "all.heading_P",
        "all.heading_F1",
        "all.heading+level_F1",
        "all.outline_exact",
        "all.no_heading_docs_clean",
        "all.list_item_F1",
    ),
    "html": (
        "ALL.text_F1",
        "ALL.seg_F1",
        "ALL.heading_F1",
        "ALL.heading+level_F1",
        "ALL.list_F1",
        "ALL.quote_F1",
        "ALL.table_cell_F1",
        "ALL.title",
        "ALL.author",
        "ALL.date",
    ),
    "files": (
        "ALL.text_F1",
        "ALL.heading_fileF1",
        "ALL.heading_F1",
        "ALL.heading+level_F1",
        "ALL.sent_R",
        "ALL.cross_R",
        "ALL.order",
        "ALL.clean",
        "ALL.list_R",
        "ALL.cell_R",
        "ALL.title",
    ),
    "events": (
        "timex.TOTAL.strict.f1",
        "timex.TOTAL.relaxed.f1",
        "timex.TOTAL.value.f1",
        "events.TOTAL.explicit.f1",
        "events.TOTAL.realis.macro_f1",
        "events.TOTAL.participants.f1",
    ),
    "inferred": ("events.TOTAL.all.f1", "events.TOTAL.trigger+date.f1"),
    "recs": ("macro.f1", "macro.ap"),
}


def digest(files: list[Path]) -> str:
    """Return the digest of the gold files."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.read_bytes())
    return whole.hexdigest()[:16]


def scored(kind: str, folder: Path, files: list[Path], work: Path) -> dict[str, Any]:
    """Return the scorer's figures for the program's predictions."""
    predictions = work / f"{kind}.jsonl"
    # "inferred" is the events with those that no date dates, which a reader is not shown.
    plain, more = ("events", ["--inferred"]) if kind == "inferred" else (kind, [])
    command = [
        sys.executable,
        str(HERE / "predict.py"),
        plain,
        *map(str, files),
        "-o",
        str(predictions),
        *more,
    ]
    subprocess.run(command, check=True)
    scorer = [sys.executable, str(folder / f"score_{plain}.py")]
    if plain in {"events", "recs"}:
        words = ["--gold", *map(str, files), "--pred", str(predictions), "--json"]
        printed = subprocess.run([*scorer, *words], check=True, capture_output=True, text=True).stdout
        return dict(json.loads(printed))
    out = work / f"{kind}.json"
    subprocess.run(
        [*scorer, str(files[0]), str(predictions), "--json", str(out)], check=True, capture_output=True
    )
    return dict(json.loads(out.read_text(encoding="utf-8")))


def figure(figures: Mapping[str, Any], path: str) -> float | None:
    """Return the number at a dotted path, or None."""
    value: Any = figures
    for name in path.split("."):
        if not isinstance(value, Mapping) or name not in value:
            return None
        value = value[name]
    return float(value) if isinstance(value, int | float) else None


def judge(
    kind: str, figures: Mapping[str, Any], floors: dict[str, Any], mark: str, *, lift: bool
) -> list[str]:
    """Print figures beside their floors; return those that fell, and lift the floors if asked."""
    kept = floors.setdefault(f"{kind}:{mark}", {})
    fallen = []
    for name in FIGURES[kind]:
        value, floor = figure(figures, name), kept.get(name)
        if value is None:
            fallen.append(f"{kind} {name}: not among the figures")
            continue
        print(f"{kind:10} {name:28} {value:.4f}  floor {'-' if floor is None else f'{floor:.4f}'}")
        if floor is not None and value < floor - NOISE:
            fallen.append(f"{kind} {name}: {value:.4f} is below its floor {floor:.4f}")
        if lift and (floor is None or value > floor):
            kept[name] = round(value, 4)
    return fallen


def main() -> int:
    """Run the gate; return 1 when a figure fell below its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--kind", nargs="+", choices=tuple(SETS), default=tuple(SETS))
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = []
    with tempfile.TemporaryDirectory() as work:
        for kind in options.kind:
            name, members = SETS[kind]
            files = [options.gold / name / member for member in members]
            figures = scored(kind, options.gold, files, Path(work))
            fallen += judge(kind, figures, floors, digest(files), lift=options.lift)
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
