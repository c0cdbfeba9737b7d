"""Write files that are meant to do harm, and see what the program makes of them.

usage: python scripts/hostile.py FOLDER [--run] [--only PART-OF-NAME] [--small]

With `--run` each file is opened by the real program, as it is written; a table in Markdown tells what came
of it, and the code is 1 when a file took over 30 seconds or 1.5 GB, made the program print a traceback or
reach for the network, or left a process behind.
"""

from __future__ import annotations

import argparse
import socket
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.hostile_base import FULL, SMALL, Hostile, Sizes  # noqa: E402  the folder is on the path only now
from scripts.hostile_files import every  # noqa: E402
from scripts.hostile_run import opened  # noqa: E402


def main() -> int:
    """Write the files, open them if asked to, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--run", action="store_true", help="open each file with the program")
    parser.add_argument("--only", default="", metavar="PART-OF-NAME")
    parser.add_argument("--small", action="store_true", help="small files of every kind")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        sizes = replace(SMALL if options.small else FULL, address=address)
        faults = _each(options, sizes, server)
    return 1 if faults else 0


def _each(options: argparse.Namespace, sizes: Sizes, server: socket.socket) -> int:
    """Write and open one file after the other; return how many did what they must not."""
    if options.run:
        print("| File | Threat | Outcome | Seconds | MB | |\n|---|---|---|---:|---:|---|")
    count = faults = 0
    for hostile in every(sizes):
        if options.only in hostile.name:
            path = options.folder / hostile.name
            path.write_bytes(hostile.write())
            count += 1
            faults += options.run and not _well(hostile, path, server)
    print(f"\n{count} files" + (f", {faults} with faults" if options.run else ""))
    return faults


def _well(hostile: Hostile, path: Path, server: socket.socket) -> bool:
    """Open one file and print a row of the table; tell whether all was well."""
    outcome = opened(path)
    faults = [*outcome.faults, *(["reached for the network"] if _was_called(server) else [])]
    figures = f"{outcome.seconds:.1f} | {outcome.megabytes:.0f}"
    cells = [cell.replace("|", "\\|") for cell in (hostile.name, hostile.threat, outcome.said)]
    print(f"| {' | '.join(cells)} | {figures} | {', '.join(faults)} |", flush=True)
    return not faults


def _was_called(server: socket.socket) -> bool:
    try:
        connection, _ = server.accept()
    except BlockingIOError:
        return False
    connection.close()
    return True


if __name__ == "__main__":
    sys.exit(main())
