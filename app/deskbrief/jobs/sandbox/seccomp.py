"""Seccomp: the kernel refuses the system calls that working on a document never needs.

Interface: https://docs.kernel.org/userspace-api/seccomp_filter.html
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Mapping

from deskbrief.document.records import dataclass
from deskbrief.jobs.protection import Layer
from deskbrief.jobs.sandbox import bpf
from deskbrief.jobs.sandbox.bpf import ALLOW, Block, refuse
from deskbrief.jobs.sandbox.calls import JUDGED, REFUSED
from deskbrief.jobs.sandbox.kernel import prctl

NAME = "System calls"
_SET_SECCOMP, _MODE_FILTER = 22, 2
_CLONE_THREAD = 0x00010000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
#: Commands of `fcntl` that send signals to a process of one's choice, or hold up those that open a file:
#: F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY.
_SIGNALLING = (8, 10, 15, 1024, 1026)
#: Commands of `ioctl` that type into a terminal (TIOCSTI, TIOCLINUX), choose who gets signals (FIOSETOWN,
#: SIOCSPGRP), or change the attributes of a file that is open for reading (FS_IOC_SETFLAGS,
#: FS_IOC_FSSETXATTR).
_DRIVING = (0x5412, 0x541C, 0x8901, 0x8902, 0x40086602, 0x401C5820)
#: Numbers from here on are x86-64's second set of calls, which would go round every rule.
_X32 = 0x40000000
#: The largest size in a Python built for 64 bits; a 32-bit one makes other system calls.
_X64_SIZE = 2**63 - 1


@dataclass(frozen=True, slots=True)
class _Machine:
    column: int
    architecture: int


_MACHINES = {"x86_64": _Machine(0, 0xC000003E), "aarch64": _Machine(1, 0xC00000B7)}


class _Program(ctypes.Structure):
    """`struct sock_fprog` of <linux/filter.h>."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def restrict_calls() -> Layer:
    """Refuse network, programs, other processes, writing to files and changes to the system."""
    kind = os.uname().machine
    machine = _MACHINES.get(kind)
    if not machine or sys.maxsize < _X64_SIZE:
        return Layer(NAME, False, f"There are no rules for {kind} processors and this Python.")
    code = filter_program(machine.column, machine.architecture, os.getpid())
    program = _Program(len(code), b"".join(code))
    try:
        prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(program))
    except OSError as error:
        return Layer(NAME, False, f"The system refused: {error.strerror}.")
    return Layer(NAME, True, "No network, no other programs, no writing to files (seccomp).")


def filter_program(column: int, architecture: int, process: int) -> Block:
    """Return the filter for the machine in `column` of the tables, and for the process of that number."""
    known = {name: numbers[column] for name, numbers in JUDGED.items()}
    code = [
        *bpf.load(bpf.ARCHITECTURE),
        *bpf.unless_equal(architecture, bpf.give(bpf.KILL_PROCESS)),
        *bpf.load(bpf.NUMBER),
        *bpf.when_at_least(_X32, bpf.give(refuse(errno.ENOSYS))),
    ]
    for number in (numbers[column] for numbers in REFUSED.values()):
        if number is not None:
            code += bpf.when_equal(number, bpf.give(refuse(errno.EPERM)))
    return (*code, *_judged(known, process), *bpf.give(ALLOW))


def _judged(known: Mapping[str, int | None], process: int) -> Block:
    denied = refuse(errno.EPERM)
    code: list[bytes] = []
    for name, argument in (("open", 1), ("openat", 2)):
        number = known[name]
        if number is not None:
            code += bpf.when_bits(number, argument, _WRITING, any_set=denied, none_set=ALLOW)
    for name in ("clone3", "openat2"):
        code += bpf.when_equal(known[name] or 0, bpf.give(refuse(errno.ENOSYS)))
    code += bpf.when_bits(known["clone"] or 0, 0, _CLONE_THREAD, any_set=ALLOW, none_set=denied)
    for name in ("kill", "tgkill"):
        code += bpf.when_not_among(known[name] or 0, 0, (process,), denied)
    code += bpf.when_not_among(known["prlimit64"] or 0, 0, (0, process), denied)
    for name, commands in (("fcntl", _SIGNALLING), ("ioctl", _DRIVING)):
        code += bpf.when_among(known[name] or 0, 1, commands, denied)
    return tuple(code)
