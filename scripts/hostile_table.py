"""Open every file of a folder with the program, and print what came of each as a table in Markdown.

usage: python scripts/hostile_table.py FOLDER [--only PART-OF-NAME]

The code is 1 when a file took over 30 seconds or 1.5 GB, made the program print a traceback, left a process
behind, or when anything in the folder is not as before.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.hostile_run import Outcome, opened  # noqa: E402  the folder is on the path only now

#: What stands beside hostile files to tell of them.
_TOLD = frozenset({".json", ".py"})


def main() -> int:
    """Open the files one after the other; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", metavar="PART-OF-NAME")
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.error(f"there is no folder {options.folder}")
    before = _state(options.folder)
    names = [name for name in sorted(before) if options.only in name and not _tells(name)]
    print("| File | Outcome | Seconds | MB | |\n|---|---|---:|---:|---|")
    found = [_row(name, opened(options.folder / name)) for name in names]
    changed = _state(options.folder) != before
    slowest = max((outcome.seconds for outcome in found), default=0.0)
    largest = max((outcome.megabytes for outcome in found), default=0.0)
    faults = sum(bool(outcome.faults) for outcome in found)
    print(f"\n{len(found)} files, {faults} with faults; at most {slowest:.1f} s and {largest:.0f} MB.")
    if changed:
        print("Files of the folder were changed.")
    return 1 if faults or changed else 0


def _tells(name: str) -> bool:
    return Path(name).suffix in _TOLD or name.lower().startswith(("readme", "canary"))


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and time of change of each file of `folder`."""
    files = (path for path in folder.iterdir() if path.is_file())
    return {path.name: (stat.st_size, stat.st_mtime_ns) for path in files for stat in [path.stat()]}


def _row(name: str, outcome: Outcome) -> Outcome:
    cells = [cell.replace("|", "\\|") for cell in (name, outcome.said)]
    figures = f"{outcome.seconds:.1f} | {outcome.megabytes:.0f}"
    print(f"| {' | '.join(cells)} | {figures} | {', '.join(outcome.faults)} |", flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main())
