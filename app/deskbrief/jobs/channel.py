"""The worker's two pipes, taken away from everybody else in the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from deskbrief.jobs.framing import FrameDecoder
from deskbrief.jobs.messages import Message, pack, unpack

CHUNK = 2**18


class Channel:
    """Reads and writes messages over two file descriptors."""

    def __init__(self, source: int, sink: int) -> None:
        self._source = source
        self._sink = sink

    def send(self, message: Message) -> None:
        """Write `message`, and end the process when nobody listens any more.

        Raises `JobTooLargeError` for a message over the limits.
        """
        for piece in pack(message):
            rest = memoryview(piece)
            while rest:
                try:
                    rest = rest[os.write(self._sink, rest) :]
                except OSError:
                    os._exit(0)

    def receive(self) -> Iterator[Message]:
        """Yield each message until the other side closes the pipe; raises `BugError` for rubbish."""
        decoder = FrameDecoder()
        while data := os.read(self._source, CHUNK):
            for frame in decoder.feed(data):
                yield unpack(frame)
        decoder.finish()


def claim_standard_streams() -> Channel:
    """Return a channel over standard input and output, and leave neither to the rest of the process.

    What a library prints goes to standard error, and what it reads from standard input is empty.
    """
    source, sink = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return Channel(source, sink)
