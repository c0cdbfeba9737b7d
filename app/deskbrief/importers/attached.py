"""What is said of files that a file carries and that are not shown."""

from __future__ import annotations

from collections.abc import Sequence

#: How many attachments the remark names, and the longest name of one.
MOST_NAMED, LONGEST_NAME = 5, 80


def attachments_remark(attached: Sequence[str]) -> str:
    """Return the sentence that names the first attachments of those called `attached`, one or more."""
    count = len(attached)
    names = ", ".join(name[:LONGEST_NAME] for name in attached[:MOST_NAMED])
    what = "One attachment is" if count == 1 else f"{count} attachments are"
    return f"{what} not shown: {names}{' …' if count > MOST_NAMED else ''}."
