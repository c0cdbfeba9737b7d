"""The task "match": a reader's regular expression, looked for where it can be stopped.

A few signs are enough to keep Python's matcher busy for years (nested quantifiers); so it only ever runs in
the worker, whose jobs have a limit of time.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from deskbrief.document.errors import PatternError
from deskbrief.document.query import MOST
from deskbrief.document.tasks import Part, Progress, Request

#: Hits that are sent in one part.
BATCH = 4_000


def match(request: Request) -> Iterator[Part | Progress]:
    """Yield where the "pattern" of `request` matches in the text that is its blob, in UTF-8.

    Each part holds starts and ends in turn, as unsigned integers of the machine, in code points. "case" tells
    whether case counts, "whole" whether a match must be of whole words; `^` and `$` are the edges of a line.
    Raises `PatternError` when the pattern cannot be read.
    """
    pattern = compiled(request.data["pattern"], case=request.data["case"], whole=request.data["whole"])
    yield Progress(0, 0)
    places = array("I")
    for number, found in enumerate(pattern.finditer(request.blob.decode(errors="surrogatepass")), 1):
        if found.end() > found.start():
            places.extend(found.span())
        if len(places) >= 2 * BATCH:
            yield Part("hits", blob=places.tobytes())
            places = array("I")
        if number >= MOST:
            break
    yield Part("hits", blob=places.tobytes())


def compiled(words: str, *, case: bool, whole: bool) -> re.Pattern[str]:
    """Return `words` as a pattern; raises `PatternError` when it is none."""
    flags = re.MULTILINE | (re.NOFLAG if case else re.IGNORECASE)
    try:
        plain = re.compile(words, flags)
        return re.compile(rf"\b(?:{words})\b", flags) if whole else plain
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"This pattern cannot be read: {error}.", "Change it, or switch .* off.") from None
