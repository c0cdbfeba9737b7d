"""Deeds that a sentence counts: "The fund should (1) publish its rules; (2) train its staff"."""

from __future__ import annotations

import re

from deskbrief.document.spans import Span

_COUNTED = re.compile(r"(?:\s(?:each|also|then))?(?:\sto)?\s?:?\s\(?(?:1|a|i)\)\s")
#: Names of bodies before the verb: "IHS, HRSA, and NIH".
_NAME = r"[A-Z][\w.&’'-]{0,30}(?: (?:of |for |the |and )?[A-Z][\w.&’'-]{0,30}){0,6}"
_NAMED = re.compile(rf"(?:the |The )?(?P<whom>{_NAME}(?:,? (?:and )?{_NAME}){{0,4}})\s{{0,3}}")


def counted_in(text: str, start: int, end: int) -> Span | None:
    """Return the deeds counted between `start` and `end`, which a model reads wrongly, if there are any."""
    if _COUNTED.match(text, start, end) is None:
        return None
    whole = text[start:end]
    left, right = start + len(whole) - len(whole.lstrip(" :")), start + len(whole.rstrip(" .;\n"))
    return Span(left, right) if left < right else None


def named_before(text: str, start: int, end: int) -> str:
    """Return the bodies that are all that stands between `start` and `end`, "" when other words do."""
    match = _NAMED.fullmatch(text, start, end)
    return " ".join(match["whom"].split()) if match else ""
