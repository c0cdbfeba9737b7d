"""Tests about files that may not be written, also where they are run as root."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def unprivileged() -> Iterator[None]:
    """Do what follows without the rights of root, which would write anything; harmless for others."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def make_writable(folder: Path) -> None:
    """Give `folder` and its files, all made by root or by us, to whoever `unprivileged` is."""
    for path in (folder, *folder.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


def make_read_only(*paths: Path) -> None:
    """Take the right to write `paths` away from everybody."""
    for path in paths:
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
