"""`python -m deskbrief`."""

from __future__ import annotations


def main() -> int:
    """Run the command line, or open the window."""
    return 0
