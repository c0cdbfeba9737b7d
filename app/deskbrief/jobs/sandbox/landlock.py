"""Landlock: the kernel lets the process read the program's own folders and touch no other file.

Interface: https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Sequence
from pathlib import Path

from deskbrief.jobs.protection import Layer
from deskbrief.jobs.sandbox.kernel import syscall

NAME = "Files"
# System calls of these numbers are the same on all processors.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
#: The rights on files that each version of the interface knows: bits 0 up to this one, without it.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NEWEST = max(_FILE_RIGHTS)
#: From version 4: binding and connecting TCP. From version 6: abstract sockets and signals to the outside.
_NET_RIGHTS, _NET_SINCE = 0b11, 4
_SCOPES, _SCOPES_SINCE = 0b11, 6


def restrict_files(readable: Sequence[Path]) -> Layer:
    """Let the process read `readable`, files and whole folders, and nothing else; it can write nowhere."""
    try:
        version = syscall(_CREATE_RULESET, 0, 0, _ASK_VERSION)
    except OSError:
        return Layer(NAME, False, "This kernel has no Landlock, or it is switched off.")
    try:
        _restrict(version, readable)
    except OSError as error:
        return Layer(NAME, False, f"The system refused: {error.strerror}.")
    return Layer(NAME, True, "Reads only the program's own folders, and writes nowhere (Landlock).")


def ruleset_attributes(version: int) -> bytes:
    """Return `struct landlock_ruleset_attr` with every right that this version can take away."""
    files = (1 << _FILE_RIGHTS[min(version, _NEWEST)]) - 1
    if version < _NET_SINCE:
        return struct.pack("=Q", files)
    if version < _SCOPES_SINCE:
        return struct.pack("=QQ", files, _NET_RIGHTS)
    return struct.pack("=QQQ", files, _NET_RIGHTS, _SCOPES)


def _restrict(version: int, readable: Sequence[Path]) -> None:
    attributes = ctypes.create_string_buffer(ruleset_attributes(version))
    ruleset = syscall(_CREATE_RULESET, ctypes.addressof(attributes), ctypes.sizeof(attributes) - 1, 0)
    try:
        for path in readable:
            _allow(ruleset, path)
        syscall(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path) -> None:
    right = _READ_FILE | _READ_DIR if path.is_dir() else _READ_FILE
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = ctypes.create_string_buffer(struct.pack("=Qi", right, handle))
        syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.addressof(rule), 0)
    finally:
        os.close(handle)
