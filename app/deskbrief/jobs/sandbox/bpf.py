"""Classic BPF, as far as a filter of system calls needs it: instructions and small blocks of them.

A block looks at the number of the system call, which stands in the accumulator, and either returns a
verdict or leaves the number alone and falls through to what follows.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000

_LOAD_WORD = 0x20
_JUMP_EQUAL = 0x15
_JUMP_AT_LEAST = 0x35
_JUMP_ANY_BIT = 0x45
_RETURN = 0x06

# Offsets into struct seccomp_data.
NUMBER = 0
ARCHITECTURE = 4
_ARGUMENTS = 16

Block = tuple[bytes, ...]


def refuse(error: int) -> int:
    """Return the verdict that makes a call fail with `error`."""
    return _ERRNO | error


def load(offset: int) -> Block:
    """Load a word of the call's data into the accumulator."""
    return (_instruction(_LOAD_WORD, offset),)


def give(verdict: int) -> Block:
    """End with `verdict`."""
    return (_instruction(_RETURN, verdict),)


def when_equal(value: int, then: Block) -> Block:
    """Go through `then` only when the accumulator is `value`."""
    return (_instruction(_JUMP_EQUAL, value, missed=len(then)), *then)


def unless_equal(value: int, then: Block) -> Block:
    """Go through `then` only when the accumulator is not `value`."""
    return (_instruction(_JUMP_EQUAL, value, met=len(then)), *then)


def when_at_least(value: int, then: Block) -> Block:
    """Go through `then` only when the accumulator is `value` or more."""
    return (_instruction(_JUMP_AT_LEAST, value, missed=len(then)), *then)


def when_bits(number: int, argument: int, mask: int, *, any_set: int, none_set: int) -> Block:
    """Judge calls of `number` by the bits of `mask` in the low word of an argument."""
    test = _instruction(_JUMP_ANY_BIT, mask, missed=1)
    return when_equal(number, (*_load_argument(argument), test, *give(any_set), *give(none_set)))


def when_not_among(number: int, argument: int, values: Sequence[int], verdict: int) -> Block:
    """Give `verdict` to calls of `number` whose argument is none of `values`, and allow the others."""
    return when_equal(number, (*_load_argument(argument), *_for_each(values, ALLOW), *give(verdict)))


def when_among(number: int, argument: int, values: Sequence[int], verdict: int) -> Block:
    """Give `verdict` to calls of `number` whose argument is one of `values`, and allow the others."""
    return when_equal(number, (*_load_argument(argument), *_for_each(values, verdict), *give(ALLOW)))


def _for_each(values: Sequence[int], verdict: int) -> Iterator[bytes]:
    for value in values:
        yield from when_equal(value, give(verdict))


def _load_argument(argument: int) -> Block:
    # The low word of a 64-bit argument comes first on the little-endian processors that are supported.
    return load(_ARGUMENTS + 8 * argument)


def _instruction(code: int, value: int, *, met: int = 0, missed: int = 0) -> bytes:
    """Return `struct sock_filter`; `met` and `missed` count the instructions that are jumped over."""
    return struct.pack("=HBBI", code, met, missed, value)
