"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from deskbrief.document.errors import ExportError


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a crash leaves the old file or the new one; raises `OSError`.

    A link stays a link, and a file keeps its rights and is not replaced where they forbid to write it. What
    is no file, such as `/dev/stdout`, is written to as it is.
    """
    state = _state(path)
    if state is not None and not stat.S_ISREG(state.st_mode):
        with path.open("wb") as open_end:
            open_end.write(data)
        return
    if state is not None and not _may_be_written(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    _replace(Path(os.path.realpath(path)), data, state)


def _replace(place: Path, data: bytes, state: os.stat_result | None) -> None:
    # Its name says nothing of the file's: that may be as long as names can be.
    beside = place.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with beside.open("xb") as file:
            if state is not None:
                _keep_rights(beside, state)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _may_be_written(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _keep_rights(path: Path, state: os.stat_result) -> None:
    """Give `path` the rights in `state`, where the disk knows rights."""
    with contextlib.suppress(OSError):
        path.chmod(stat.S_IMODE(state.st_mode))


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
    if error.errno == errno.EACCES and os.path.isfile(path):  # noqa: PTH113 - Path.is_file may raise again
        return f"{path.name} is there already and may not be written."
    sentence = _SENTENCES.get(error.errno or 0, "{path} could not be written.")
    return sentence.format(path=path, folder=path.parent, name=path.name, short=path.name[:40])


_NO_ROOM = "There is no room left in {folder}: {name} was not written."
_REFUSED = "{folder} cannot be written: {name} was not saved."
_MISSING = "The folder {folder} does not exist: {name} was not saved."
_SENTENCES = MappingProxyType(
    {
        **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _NO_ROOM),
        **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _REFUSED),
        **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), _MISSING),
        errno.EISDIR: "{path} is a folder: nothing was saved.",
        errno.ENAMETOOLONG: "This name is too long for a file: {short}…",
    }
)
