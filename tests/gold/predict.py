"""Write what the program finds in annotated documents, in the form that the scorers read.

usage: python tests/gold/predict.py KIND GOLD [GOLD ...] -o OUT [--without-bookmarks] [--inferred]

KIND is events, recs, structure, html or files. GOLD is JSON Lines, one document a line; files that a gold
set names are found beside it. The program runs as it is: real importers, real analysis.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import predict_events
import predict_files
import predict_html
import predict_recs
import predict_structure

Record = dict[str, Any]
WHOLE_SETS: dict[str, Callable[[Iterable[Record]], Iterator[Record]]] = {
    "events": predict_events.predict,
    "recs": predict_recs.predict,
}
SINGLE: dict[str, Callable[[Record, Path], Record]] = {
    "structure": predict_structure.predict,
    "html": predict_html.predict,
    "files": predict_files.predict,
}
KINDS = (*WHOLE_SETS, *SINGLE)


def records(gold: Path) -> Iterator[Record]:
    """Yield the documents of one gold file."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def predictions(kind: str, golds: Iterable[Path], *, inferred: bool = False) -> Iterator[Record]:
    """Yield one prediction for each document, in the order of the gold files.

    `inferred` has events given that no date dates, which a reader is not shown.
    """
    for gold in golds:
        if kind == "events":
            yield from predict_events.predict(records(gold), inferred=inferred)
        elif kind in WHOLE_SETS:
            yield from WHOLE_SETS[kind](records(gold))
        else:
            for record in records(gold):
                yield SINGLE[kind](record, gold.parent)


def main() -> int:
    """Write the predictions; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument(
        "--without-bookmarks", action="store_true", help="read PDFs as if they had none (kind files)"
    )
    parser.add_argument("--inferred", action="store_true", help="also print events that no date dates")
    options = parser.parse_args()
    missing = [gold for gold in options.gold if not gold.is_file()]
    if missing:
        print(f"There is no file at {missing[0]}.", file=sys.stderr)
        return 1
    if options.without_bookmarks:
        predict_files.pass_bookmarks_over()
    found = predictions(options.kind, options.gold, inferred=options.inferred)
    with options.output.open("w", encoding="utf-8") as out:
        for number, prediction in enumerate(found, 1):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\r{number} documents", end="", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
