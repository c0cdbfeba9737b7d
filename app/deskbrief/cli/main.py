"""Running a command: where everything it needs is put together, and where errors become exit codes."""

from __future__ import annotations

import argparse
import errno
import sys
import traceback
from collections.abc import Callable, Sequence

from deskbrief.cli import brief, check, compare, decisions, doctor, items, library, notes, outline
from deskbrief.cli.arguments import parser
from deskbrief.cli.names import INTERRUPTED
from deskbrief.cli.printing import begin_output, complain, drop_output
from deskbrief.document.errors import BugError, DeskbriefError, WorldError
from deskbrief.services.messages import message_for

Command = Callable[[argparse.Namespace], int]
COMMANDS: dict[str, Command] = {
    "outline": outline.run,
    "brief": brief.run,
    "check": check.run,
    "compare": compare.run,
    "events": items.events,
    "recommendations": items.recommendations,
    "notes": notes.run,
    "library": library.run,
    "decisions": decisions.run,
    "doctor": doctor.run,
}


def main(arguments: Sequence[str]) -> int:
    """Run the command in `arguments`; return 0 done, 1 the world is at fault, 2 wrong usage, 3 our bug."""
    begin_output()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has left: that is no error, and Python must not complain at exit.
        drop_output()
        return 0
    except OSError as error:
        drop_output()
        complain(message_for(_of_the_world(error)))
        return WorldError.exit_code
    return code


def _run(arguments: Sequence[str]) -> int:
    try:
        options = parser().parse_args(arguments)
        return COMMANDS[options.command](options)
    except SystemExit as end:
        # The parser has printed help, or what is wrong.
        return int(end.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except DeskbriefError as error:
        if isinstance(error, BugError):
            traceback.print_exc()
        complain(message_for(error))
        return error.exit_code
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the last door: a bug must still end with its own exit code
        traceback.print_exc()
        complain(message_for(error))
        return BugError.exit_code


def _of_the_world(error: OSError) -> WorldError:
    """Return what there is to say when a file, a folder or the output refuses."""
    place = str(error.filename or "the output")
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return WorldError(f"There is no room left: {place} was not written.", "Make room and try again.")
    if error.errno == errno.ENAMETOOLONG:
        return WorldError("A name is too long for a file.", "Check what you wrote.")
    return WorldError(f"{place} could not be read or written.", "Check that it is there and may be used.")
