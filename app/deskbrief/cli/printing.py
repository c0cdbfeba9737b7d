"""What the commands print: UTF-8 whatever the language of the terminal, and files to standard output."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from deskbrief.document.anchors import AnchorState
from deskbrief.document.tasks import Json
from deskbrief.services.messages import Message
from deskbrief.services.writing import export_whole

#: After `-o`: standard output.
STANDARD_OUTPUT = Path("-")
_HALVES = re.compile("[\ud800-\udfff]")


def begin_output() -> None:
    """Let standard output take every text, and names of files byte for byte; a closed one takes nothing."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # Or a file that is opened later, the library even, would get the number, and what is printed.
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115 - until the process ends
    if sys.stderr is None:
        sys.stderr = open(2, "w", errors="backslashreplace", closefd=False)  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")


def drop_output() -> None:
    """Throw away what standard output could not take, so that Python does not try again at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def json_line(value: Json) -> str:
    """Return `value` as one line of JSON; what is no character, as in names of files, as an escape."""
    line = json.dumps(value, ensure_ascii=False)
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", line)


def print_json(value: Json) -> None:
    """Print `value` as one line of JSON, at once."""
    print(json_line(value), flush=True)


def complain(message: Message | str) -> None:
    """Print something to the user that is no result on standard error."""
    print(f"deskbrief: {message}", file=sys.stderr)


def is_stream(output: Path | None) -> bool:
    """Tell whether what goes to `output` is read on its way, so that nothing else may be printed there."""
    return output in {None, STANDARD_OUTPUT} or (
        output is not None and output.exists() and not output.is_file() and not output.is_dir()
    )


def put(data: bytes, output: Path | None, sources: Iterable[Path] = ()) -> None:
    """Write `data` to `output`, or to standard output where that is meant; raises `ExportError`.

    What was made of `sources` never takes the place of one of them.
    """
    if output not in {None, STANDARD_OUTPUT}:
        export_whole(output, data, sources)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def one_line(text: str, most: int = 70) -> str:
    """Return `text` on one line of at most `most` code points."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def fate_words(state: AnchorState) -> str:
    """Return what became of a passage in another edition, in the words of the window."""
    return {
        AnchorState.EXACT: "same words",
        AnchorState.MOVED: "changed words",
        AnchorState.UNCERTAIN: "not certain",
        AnchorState.LOST: "not found",
    }[state]
