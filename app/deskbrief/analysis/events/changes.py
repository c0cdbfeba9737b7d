"""What grew or fell from one amount in one year to another in the next: each year with its own amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.told import Time
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span

_AMOUNT = r"(?:[\w’'-]+ ){0,4}?[$€£¥]?\d[\d,.]*(?: ?%|[KMBkmb]n?\b)?(?: [\w-]+){0,5}?"
_PLACED = r"(?:(?:in|by|at the end of|during|for)(?: the| fiscal| fiscal year)*)?"
_FROM = re.compile(rf"\bfrom {_AMOUNT} {_PLACED} ?$")
_TO = re.compile(rf",? to (?P<amount>{_AMOUNT}) {_PLACED} ?")
_TAIL = re.compile(r"\bfrom\b.*$")
#: Code points before the first year in which the first amount is looked for.
_REACH = 90


def with_own_amount(text: str, event: Event, dates: Sequence[Time]) -> Event:
    """Return the event of either end of a change with what it changed to, in the words of the sentence.

    "It grew from $29 million in 1999 to $46 million in 2004": the row of 2004 says that it grew to 46, that
    of 1999 says both.
    """
    for first, last in pairwise(dates):
        change = _change(text, first, last)
        if change is None or event.date.start not in {first.start, last.start}:
            continue
        head = _TAIL.search(event.title)
        if head is None:
            continue
        of_last = event.date.start == last.start
        rest = Span(change.start, last.end)
        title = f"{event.title[: head.start()]}to {words_of(text, change)}"
        return replace(event, title=title if of_last else f"{event.title} to {words_of(text, rest)}")
    return event


def _change(text: str, first: Time, last: Time) -> Span | None:
    """Return where the second amount of a change between two years stands, none where there is no change."""
    before = text[max(first.start - _REACH, 0) : first.start]
    between = _TO.fullmatch(text, first.end, last.start)
    if between is None or not _FROM.search(before.replace("\n", " ")):
        return None
    return Span(between.start("amount"), between.end("amount"))
