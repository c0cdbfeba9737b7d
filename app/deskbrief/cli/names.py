"""The names of the commands."""

from __future__ import annotations

import os

#: The exit code where the process cannot end by the interrupt itself, as shells have it.
INTERRUPTED = 130
#: Any other first word is a file to open in the window.
COMMANDS = (
    "outline",
    "brief",
    "check",
    "compare",
    "events",
    "recommendations",
    "notes",
    "library",
    "decisions",
    "doctor",
)


def has_command(words: list[str]) -> bool:
    """Tell whether `words` begin with a command, or what looks like one, or ask for help on the commands.

    A bare word that no file is called by is taken for a mistyped command: the parser names the right ones.
    """
    at = 0
    while at < len(words) and words[at].startswith("--data-dir"):
        at += 1 if "=" in words[at] else 2
    if at >= len(words):
        return False
    return words[at] in (*COMMANDS, "-h", "--help") or _is_mistyped(words[at])


def _is_mistyped(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower() and not os.path.lexists(word)
