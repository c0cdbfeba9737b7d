"""The filter of system calls, run on a small BPF machine of this test's own, for both kinds of processor."""

from __future__ import annotations

import errno
import os
import struct

import pytest

from deskbrief.jobs.sandbox import bpf
from deskbrief.jobs.sandbox.calls import JUDGED, REFUSED
from deskbrief.jobs.sandbox.landlock import ruleset_attributes
from deskbrief.jobs.sandbox.seccomp import filter_program

MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
PID = 4711
THREAD = 0x3D0F00
ALLOWED = bpf.ALLOW
DENIED = bpf.refuse(errno.EPERM)
UNKNOWN = bpf.refuse(errno.ENOSYS)
#: Calls that Python and the libraries cannot do without: (x86-64, AArch64).
NEEDED = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "futex": (202, 98),
    "getdents64": (217, 61),
    "newfstatat": (262, 79),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
    "clock_nanosleep": (230, 115),
}


def judge(code: tuple[bytes, ...], architecture: int, number: int, *arguments: int) -> int:
    filled = [value & 0xFFFFFFFFFFFFFFFF for value in [*arguments, 0, 0, 0, 0, 0, 0][:6]]
    data = struct.pack("<IIQ6Q", number, architecture, 0, *filled)
    accumulator = at = 0
    while True:
        operation, met, missed, value = struct.unpack("=HBBI", code[at])
        at += 1
        match operation:
            case 0x20:
                (accumulator,) = struct.unpack_from("<I", data, value)
            case 0x15:
                at += met if accumulator == value else missed
            case 0x35:
                at += met if accumulator >= value else missed
            case 0x45:
                at += met if accumulator & value else missed
            case 0x06:
                return value
            case _:
                raise AssertionError(operation)


@pytest.fixture(params=MACHINES)
def machine(request):
    column, architecture = MACHINES[request.param]
    code = filter_program(column, architecture, PID)

    def ask(name: str, *arguments: int) -> int | None:
        number = (REFUSED | JUDGED | NEEDED)[name][column]
        return None if number is None else judge(code, architecture, number, *arguments)

    return ask


def test_the_filter_is_short_enough_for_the_kernel():
    assert all(len(filter_program(*machine, PID)) < 4096 for machine in MACHINES.values())


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_needed_is_allowed(machine, name):
    assert machine(name) == ALLOWED


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_never_needed_is_refused(machine, name):
    assert machine(name) in {DENIED, None}


@pytest.mark.parametrize(
    ("flags", "verdict"),
    [
        (os.O_RDONLY | os.O_CLOEXEC, ALLOWED),
        (os.O_RDONLY | os.O_DIRECTORY, ALLOWED),
        (os.O_WRONLY, DENIED),
        (os.O_RDWR, DENIED),
        (os.O_RDONLY | os.O_CREAT, DENIED),
        (os.O_RDONLY | os.O_TRUNC, DENIED),
    ],
)
def test_files_open_for_reading_only(machine, flags, verdict):
    assert machine("openat", 0, 0, flags) == verdict
    assert machine("open", 0, flags) in {verdict, None}


def test_threads_start_and_processes_do_not(machine):
    assert machine("clone", THREAD) == ALLOWED
    assert machine("clone", 17) == DENIED
    assert machine("clone3") == UNKNOWN
    assert machine("openat2") == UNKNOWN


@pytest.mark.parametrize("name", ["kill", "tgkill"])
def test_signals_reach_the_own_process_alone(machine, name):
    assert machine(name, PID) == ALLOWED
    assert {machine(name, target) for target in (1, 0, -1, PID + 1, -PID)} == {DENIED}


def test_limits_of_the_own_process_alone_can_be_asked(machine):
    assert machine("prlimit64", 0) == machine("prlimit64", PID) == ALLOWED
    assert machine("prlimit64", 1) == DENIED


@pytest.mark.parametrize(
    "name",
    [
        *("shmctl", "semctl", "semop", "semtimedop", "msgsnd", "msgrcv", "msgctl", "mq_timedsend"),
        *("sched_setaffinity", "file_setattr", "open_tree_attr"),
    ],
)
def test_what_belongs_to_other_processes_is_out_of_reach(machine, name):
    assert machine(name) == DENIED


@pytest.mark.parametrize("command", [8, 10, 15, 1024, 1026])
def test_no_one_else_is_signalled_when_a_file_changes(machine, command):
    assert machine("fcntl", 3, command) == DENIED


def test_descriptors_can_be_asked_about(machine):
    duplicate, flags, terminal, ready = 1030, 1, 0x5401, 0x541B
    assert machine("fcntl", 3, duplicate) == machine("fcntl", 8, flags) == ALLOWED
    assert machine("ioctl", 1, terminal) == machine("ioctl", 0x5412, ready) == ALLOWED


@pytest.mark.parametrize("command", [0x5412, 0x541C, 0x8901, 0x8902, 0x40086602, 0x401C5820])
def test_nothing_is_typed_into_terminals_and_no_attributes_change(machine, command):
    assert machine("ioctl", 0, command) == DENIED


def test_another_architecture_or_numbering_leads_nowhere():
    code = filter_program(0, MACHINES["x86_64"][1], PID)
    assert judge(code, 0x40000003, 1) == bpf.KILL_PROCESS
    assert judge(code, MACHINES["x86_64"][1], 0x40000000 + 1) == UNKNOWN


def test_the_second_calls_number_is_not_mistaken_for_an_argument(machine):
    assert machine("write", THREAD, 17, os.O_RDWR) == ALLOWED


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (1, [0x1FFF]),
        (2, [0x3FFF]),
        (3, [0x7FFF]),
        (4, [0x7FFF, 3]),
        (5, [0xFFFF, 3]),
        (6, [0xFFFF, 3, 3]),
        (99, [0xFFFF, 3, 3]),
    ],
)
def test_each_version_of_landlock_is_asked_for_what_it_knows(version, words):
    assert ruleset_attributes(version) == struct.pack(f"={len(words)}Q", *words)
