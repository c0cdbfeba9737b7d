"""The names of the commands."""

from __future__ import annotations

from collections.abc import Sequence

#: Any other first word is a file to open in the window.
COMMANDS = (
    "outline",
    "brief",
    "check",
    "events",
    "recommendations",
    "notes",
    "library",
    "decisions",
    "doctor",
)


def has_command(words: Sequence[str]) -> bool:
    """Tell whether `words` begin with a command, or ask for help on the commands."""
    at = 0
    while at < len(words) and words[at].startswith("--data-dir"):
        at += 1 if "=" in words[at] else 2
    return at < len(words) and words[at] in (*COMMANDS, "-h", "--help")
