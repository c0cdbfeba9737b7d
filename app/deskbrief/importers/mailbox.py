"""Mailboxes (mbox, RFC 4155): several messages in one file, each after a line that begins with "From "."""

from __future__ import annotations

import re

#: A line before a message: the sender, a day, and then the first header of the message.
_LINE = re.compile(rb"^From \S{1,200} [^\r\n]{8,60}\r?\n(?=>?[!-9;-~]{1,80}[: ])", re.MULTILINE)
#: A line of a text that a mailbox has marked, lest it be taken for one before a message.
_MARKED = re.compile(rb"^>(?=>{0,20}From )", re.MULTILINE)


def messages_in(data: bytes) -> list[bytes]:
    """Return the messages in a mailbox; a file that is none is one message."""
    starts = [found for found in _LINE.finditer(data) if _is_apart(data, found.start())]
    if len(starts) < 2:
        return [data]
    ends = [*(found.start() for found in starts[1:]), len(data)]
    held = [data[found.end() : end] for found, end in zip(starts, ends, strict=True)]
    before = data[: starts[0].start()]
    return [_MARKED.sub(b"", message) for message in ([before] if before.strip() else []) + held]


def _is_apart(data: bytes, start: int) -> bool:
    """Tell whether a blank line, or nothing at all, stands before what begins at `start`."""
    return start == 0 or data[max(start - 4, 0) : start].endswith((b"\n\n", b"\n\r\n"))
