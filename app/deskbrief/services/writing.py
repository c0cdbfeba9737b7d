"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from deskbrief.document.errors import ExportError


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a crash leaves the old file or the new one; raises `OSError`."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def export_whole(path: Path, data: bytes, sources: Iterable[Path] = ()) -> None:
    """Write an export to `path`; raises `ExportError` with a sentence for the user.

    What was made of `sources` never takes the place of one of them.
    """
    refuse_sources(path, sources)
    try:
        write_whole(path, data)
    except OSError as error:
        raise ExportError(_sentence(path, error), "Choose another place and export again.") from error


def refuse_sources(path: Path, sources: Iterable[Path]) -> None:
    """Raise `ExportError` when `path` is one of `sources`, by whatever name."""
    if any(is_same(path, source) for source in sources):
        raise ExportError(
            f"{path.name} is the document itself: it was not replaced.",
            "Choose another name and export again.",
        )


def is_same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file that is there."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def _sentence(path: Path, error: OSError) -> str:
    folder = path.parent
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return f"There is no room left in {folder}: {path.name} was not written."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f"{folder} cannot be written: {path.name} was not saved."
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return f"The folder {folder} does not exist: {path.name} was not saved."
    if error.errno == errno.EISDIR:
        return f"{path} is a folder: the brief was not saved."
    return f"{path} could not be written."
