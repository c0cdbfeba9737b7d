"""The command line as a real process."""

from __future__ import annotations

import subprocess
import sys


def deskbrief(*arguments, cwd=None):
    """Run a command and return the finished process with what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "deskbrief", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        timeout=180,
    )
