"""Two doors to the Linux kernel, without a library: `prctl` and `syscall`."""

from __future__ import annotations

import ctypes
import os


def _c_library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def prctl(option: int, *arguments: int) -> None:
    """Set an attribute of this process; raises `OSError` when the kernel refuses."""
    filled = [*arguments, 0, 0, 0, 0][:4]
    _checked(_c_library().prctl(ctypes.c_int(option), *(ctypes.c_ulong(value) for value in filled)))


def syscall(number: int, *arguments: int) -> int:
    """Make a system call with whole numbers and addresses; raises `OSError` when the kernel refuses."""
    function = _c_library().syscall
    function.restype = ctypes.c_long
    return _checked(function(ctypes.c_long(number), *(ctypes.c_long(value) for value in arguments)))


def _checked(result: int) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result
