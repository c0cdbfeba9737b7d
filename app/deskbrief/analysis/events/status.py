"""Whether an event has happened: from wordings, or from its date against the day of writing."""

from __future__ import annotations

import re

from deskbrief.analysis.times.moment import Moment
from deskbrief.document.edtf import bounds
from deskbrief.document.outline import Status

#: Wordings of cells that hold how far something has got.
_DONE = re.compile(
    r"\b(?:done|complete|completed|finished|achieved|delivered|closed|held|implemented|met|passed|adopted)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:not|partly|partially|nearly|to be)\b", re.IGNORECASE)
#: Wordings of short cells and items, with the status that they give.
_WORDINGS = (
    (
        Status.NEGATED,
        re.compile(
            r"\b(?:cancell?ed|called off|did not|was not|were not|not held|"
            r"failed to|refused to|never)\b|"
            # A rule that was withdrawn or a village that was abandoned is an event of its own.
            r"(?:^\W{0,3}|\()(?:abandoned|withdrawn)(?:\W{0,3}$|\))",
            re.IGNORECASE,
        ),
    ),
    (
        Status.PLANNED,
        re.compile(
            r"\b(?:will|planned|scheduled|upcoming|expected|due(?! to (?!be\b))|to be held|postponed|"
            r"pending|proposed|target|not started)\b",
            re.IGNORECASE,
        ),
    ),
    (Status.ONGOING, re.compile(r"\b(?:ongoing|in progress|under way|underway|continuing)\b", re.IGNORECASE)),
)


_A_WILL = re.compile(r"\b(?:the|a|at|free|political|good|his|her|its|their)\s$", re.IGNORECASE)


def worded(text: str) -> tuple[Status, str] | None:
    """Return the status that a wording in `text` gives, with the wording; none when there is none."""
    for status, pattern in _WORDINGS:
        match = next((one for one in pattern.finditer(text) if not _is_half(text, one)), None)
        if match and not _is_beside(text, match.start()):
            return status, match[0]
    return None


#: What is told in a headline by somebody who says so, and what a second statement adds.
_SAYS = re.compile(
    r"^(?:[^\s;:]{1,30}\s){1,8}(?:announce|claim|confirm|denie|reject|report|rule|say|tell|threaten|warn)s\s"
)
_SECOND = re.compile(r";\s")


def _is_beside(text: str, at: int) -> bool:
    """Tell whether a wording stands in what somebody says or in a second statement, and not in the first.

    "China warns Panama will pay" tells of a warning, "strikes in the north; flights cancelled" of strikes.
    """
    return any(found and found.end() <= at for found in (_SAYS.search(text), _SECOND.search(text)))


def _is_half(text: str, match: re.Match[str]) -> bool:
    """Tell whether a wording is a part of a longer word or name: "good-will", "Will Smith", "free will"."""
    glued = "-" in {text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]}
    if match[0].lower() != "will":
        return glued
    a_will = _A_WILL.search(text, max(match.start() - 12, 0), match.start()) is not None
    named = match[0] == "Will" and text[match.end() + 1 : match.end() + 2].isupper()
    return glued or named or a_will


def progress(text: str) -> tuple[Status, str] | None:
    """Return the status that a cell gives which says how far something has got."""
    match = _DONE.search(text)
    if match and not _NOT_DONE.search(text):
        return Status.OCCURRED, match[0]
    return worded(text)


def dated(edtf: str, written: Moment | None) -> Status:
    """Return the status that the date gives: planned when it lies after the day of writing."""
    now = bounds(written.edtf()) if written else None
    then = bounds(edtf) if edtf else None
    if now is None or then is None:
        return Status.OCCURRED
    return Status.PLANNED if then[0] >= now[1] else Status.OCCURRED
