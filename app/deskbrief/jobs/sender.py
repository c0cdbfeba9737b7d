"""The thread that builds requests and writes to the worker, because both may take long."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.jobs.entry import Entry
from deskbrief.jobs.log import Log
from deskbrief.jobs.loop import Loop
from deskbrief.jobs.messages import Message, Start, pack
from deskbrief.jobs.process import WorkerProcess

#: Told, on the sender's thread, that an entry has been written to a process, or why it could not be.
Outcome = Callable[[WorkerProcess, Entry, DeskbriefError | None], None]


class Sender:
    """Writes messages to workers in the order in which it is given them."""

    def __init__(self, outcome: Outcome, log: Log) -> None:
        self.loop = Loop("deskbrief-jobs-sender")
        self._outcome = outcome
        self._log = log

    def begin(self, process: WorkerProcess, entry: Entry) -> None:
        """Build the request of `entry` if need be, and send it."""
        self.loop.do(lambda: self._begin(process, entry))

    def say(self, process: WorkerProcess, message: Message) -> None:
        """Send `message`."""
        self.loop.do(lambda: process.write(pack(message)))

    def _begin(self, process: WorkerProcess, entry: Entry) -> None:
        if entry.life.state.final:
            return
        try:
            request = entry.request()
            pieces = pack(Start(entry.job.id, entry.target, entry.priority, request))
        except DeskbriefError as error:
            self._outcome(process, entry, error)
        except Exception as error:  # noqa: BLE001 - whatever the caller's function raises ends its job alone
            self._log.add("".join(traceback.format_tb(error.__traceback__)) + type(error).__name__)
            self._outcome(process, entry, BugError("Deskbrief made a mistake while preparing this work."))
        else:
            process.write(pieces)
            self._outcome(process, entry, None)
