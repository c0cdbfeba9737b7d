"""The worker process: `python -m deskbrief.jobs.worker IDLE_SECONDS [FOLDER…]`, started by the runner.

Gives up its rights, says that it is ready, and works on what it is sent until the pipe closes or nothing
has come for a while. Nothing heavy is imported before a task asks for it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from deskbrief.document.errors import BugError
from deskbrief.document.faults import log_fault
from deskbrief.jobs.channel import Channel, claim_standard_streams
from deskbrief.jobs.messages import PROTOCOL, Bye, Cancel, Message, Prefer, Ready, Start
from deskbrief.jobs.sandbox.lockdown import lock_down
from deskbrief.jobs.scheduler import Scheduler

#: What a document is made of holds no cycles, so rubbish is rarely looked for: at the usual pace that takes
#: half as long again as reading a long table does.
THRESHOLDS = (50_000, 20, 100)
#: The window's process always goes first.
NICENESS = 10


class Worker:
    """Takes messages from `channel` and works on them in order of urgency."""

    def __init__(self, channel: Channel, idle_seconds: float) -> None:
        self._channel = channel
        self._idle_seconds = idle_seconds
        self._inbox: SimpleQueue[Message] = SimpleQueue()
        self._scheduler = Scheduler(channel.send)

    def run(self) -> None:
        """Work until there has been nothing to do for the idle time."""
        Thread(target=self._listen, name="listener", daemon=True).start()
        while self._take_in():
            self._scheduler.step()
        self._channel.send(Bye())

    def _listen(self) -> None:
        """Queue each message; when no more can come, end the process whatever it is at."""
        try:
            for message in self._channel.receive():
                self._inbox.put(message)
        except BugError as error:
            log_fault(error)
        finally:
            os._exit(0)

    def _take_in(self) -> bool:
        """Take in all that has come, waiting if there is nothing to do; return False after the idle time."""
        while not (self._scheduler.busy and self._inbox.empty()):
            try:
                self._take(self._inbox.get(timeout=self._idle_seconds))
            except Empty:
                return False
        return True

    def _take(self, message: Message) -> None:
        match message:
            case Start():
                self._scheduler.add(message)
            case Cancel(job):
                self._scheduler.cancel(job)
            case Prefer(job):
                self._scheduler.prefer(job)


def main(arguments: list[str]) -> None:
    """Run a worker over standard input and output."""
    idle_seconds, *folders = arguments
    gc.set_threshold(*THRESHOLDS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    channel = claim_standard_streams()
    sys.path[:0] = folders
    protection = lock_down([Path(folder) for folder in folders])
    channel.send(Ready(PROTOCOL, protection))
    Worker(channel, float(idle_seconds)).run()


if __name__ == "__main__":
    main(sys.argv[1:])
