"""Running a command: where everything it needs is put together, and where errors become exit codes."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence

from deskbrief.cli import brief, check, compare, decisions, doctor, items, library, notes, outline
from deskbrief.cli.arguments import parser
from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.services.messages import Message, message_for

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
    options = parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except BrokenPipeError:
        # Whoever read the output has left: that is no error, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except DeskbriefError as error:
        if isinstance(error, BugError):
            traceback.print_exc()
        complain(message_for(error))
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the last door: a bug must still end with its own exit code
        traceback.print_exc()
        complain(message_for(error))
        return BugError.exit_code


def complain(message: Message) -> None:
    """Print a message to the user on standard error."""
    print(f"deskbrief: {message}", file=sys.stderr)
