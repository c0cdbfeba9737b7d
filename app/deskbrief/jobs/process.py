"""One worker process from outside: its three pipes, the threads that serve them, and its end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from io import BufferedReader, RawIOBase
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import IO, Any, cast

from deskbrief.document.errors import BugError
from deskbrief.jobs.command import worker_environment
from deskbrief.jobs.framing import FrameDecoder
from deskbrief.jobs.log import Log
from deskbrief.jobs.messages import Message, unpack

CHUNK = 2**18


class WorkerProcess:
    """A running worker.

    `on_message` is called with each message and its size in bytes, and `on_end` once when it has ended,
    both on a thread of their own. Raises `OSError` when the command cannot be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_message: Callable[[WorkerProcess, Message, int], None],
        on_end: Callable[[WorkerProcess], None],
        log: Log,
    ) -> None:
        self._on_message = on_message
        self._on_end = on_end
        self._log = log
        self._writing = Lock()
        self._popen = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=worker_environment(os.environ),
            cwd=os.sep,
            **_apart(),
        )
        self._threads = [Thread(target=act, name=name, daemon=True) for name, act in self._duties()]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._popen.pid

    @property
    def serving(self) -> bool:
        """Tell whether a thread of this process is still at work."""
        return any(thread.is_alive() for thread in self._threads)

    def write(self, pieces: Sequence[bytes]) -> None:
        """Send `pieces`, waiting until they are taken; they are dropped when the process has ended."""
        with self._writing:
            try:
                for piece in pieces:
                    _write_all(self._stdin, piece)
            except (OSError, ValueError):
                return  # the pipe is broken or closed: the end of the process is noticed by its reader

    def kill(self) -> None:
        """End the process at once. It holds nothing that could be lost."""
        self._popen.kill()

    def join(self, until: float) -> None:
        """Wait for the end of the process and of its threads, at most `until` on the monotonic clock."""
        for thread in self._threads:
            thread.join(max(until - monotonic(), 0.0))

    def memory_mb(self) -> int:
        """Return the resident memory of the process in MB, or 0 where the system does not tell."""
        if sys.platform != "linux":
            return 0
        try:
            pages = Path(f"/proc/{self.pid}/statm").read_bytes().split()[1]
        except (OSError, IndexError):
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE") // 2**20

    @property
    def _stdin(self) -> IO[bytes]:
        return cast("IO[bytes]", self._popen.stdin)

    def _duties(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return ("deskbrief-worker-reader", self._read), ("deskbrief-worker-log", self._keep_log)

    def _read(self) -> None:
        try:
            self._read_messages(cast("IO[bytes]", self._popen.stdout))
        except BugError as error:
            self._log.add(f"worker {self.pid}: {error.what}")
        self.kill()
        code = self._popen.wait()
        with self._writing:
            self._stdin.close()
        self._log.add(f"worker {self.pid}: ended with code {code}")
        self._on_end(self)

    def _read_messages(self, stdout: IO[bytes]) -> None:
        decoder = FrameDecoder()
        with stdout:
            while data := stdout.read(CHUNK):
                for frame in decoder.feed(data):
                    self._on_message(self, unpack(frame), frame.size)
        decoder.finish()

    def _keep_log(self) -> None:
        with BufferedReader(cast("RawIOBase", self._popen.stderr)) as stderr:
            while line := stderr.readline(4096):
                self._log.add(line.decode("utf-8", "replace"))


def _write_all(pipe: IO[bytes], piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[pipe.write(rest) :]


def _apart() -> dict[str, Any]:
    """Return what keeps Ctrl+C in the terminal, and a console window, away from the worker."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        return {"creationflags": flags | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}
