"""Conditions and deadlines of a recommendation, in the words of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.told import Time
from deskbrief.document.spans import Span

_CONDITION = re.compile(
    r"\b(?<!\beven )(?<!\bas )(?<!\bwhat )(?<!\bsee )(?<!\bask )(?<!\bcheck )(?<!\bknow )(?<!\btell )"
    r"(?<!\bdetermine )(?<!\bdecide )(?<!\bassess )(?<!\bfind out )"
    r"(?:if(?! (?:so|not)\b)|unless|provided that|as long as(?! possible)|so long as|in case|in the event|"
    r"on condition that|(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bnot )(?<!\bbeing )(?<!\bthose )"
    r"subject to|contingent (?:up)?on)\b",
    re.IGNORECASE,
)
#: Words that begin a condition where they begin the sentence.
_OPENING = re.compile(
    r"(?:\W{0,3}|(?:and|but)\s)(?P<when>(?:once|when|where|as soon as"
    r"(?! (?:is )?(?:reasonably )?(?:possible|practicable|feasible))|in cases? where)\b[^,;.!?]{3,120}),",
    re.IGNORECASE,
)
#: A deadline that a happening sets.
_HAPPENING = re.compile(
    r"\b(?:before|by|no later than|not later than|prior to|ahead of)\s(?:the\s)?(?:(?:end|start|beginning|"
    r"close|expiry|adoption|entry into force|conclusion)\sof|next|coming|upcoming|forthcoming)\s"
    r"[^,;:.()]{3,60}(?=[,;:.()]|$)",
    re.IGNORECASE,
)
#: A deadline that is set by what is awaited, without a date: "before the election".
_AWAITED = re.compile(
    r"\b(?:before|ahead of|in time for|prior to)\s(?:the|its|this|our|their)\s(?:[\w-]{2,20}\s){0,2}"
    r"(?:elections?|recess|session|summit|conference|vote|deadline|expiry|launch|opening|budget|term|"
    r"referendum|winter|summer|season|hearing)\b",
    re.IGNORECASE,
)
#: A deadline that is no date: "as soon as is reasonably practicable", "without delay".
_SOON = re.compile(
    r"\bas soon as (?:is )?(?:reasonably )?(?:possible|practicable|feasible)\b"
    r"|\bwithout (?:further |undue |any )?delay\b|\bat the earliest (?:possible )?opportunity\b|\bforthwith\b"
    r"|\bin \w{1,12} (?:days|weeks|months|years)['’]? time\b",
    re.IGNORECASE,
)
#: What goes on after the date of a deadline.
_GOES_ON = re.compile(
    r"\s(?:at the latest|recess|break|session|term|budget|summit|holidays?|season|conference)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\sof\s(?:the|its|their|this|our|his|her|that)\s[^,;:.()]{2,60}?(?=[,;:.()]|\s(?:and|to|on|in|for)\s|$)"
)
#: How a condition cannot end: "if they, themselves, have suffered loss".
_NOT_YET = re.compile(r"\b(?:if|unless|they|it|he|she|we|you|i|\w{2,5}sel(?:f|ves))$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?](?=\s|$)|\s\(|\sthen\b")
#: Signs between two times that are one.
_BESIDE = 4
_BY = re.compile(
    r"\b(by|before|within|until|no later than|not later than|prior to)\s+(?:the\s+)?$", re.IGNORECASE
)


def condition_in(text: str, span: Span, asked: Sequence[Span] = ()) -> str:
    """Return the first condition in the stretch at `span`, "" when there is none.

    It ends where one of the stretches `asked` begins: who is asked, and with which words.
    """
    match = _CONDITION.search(text, span.start, span.end)
    if match is None:
        opening = _OPENING.match(text, span.start, span.end)
        return " ".join(opening["when"].split()) if opening else ""
    closed = _CLAUSE_END.search(text, match.end(), span.end)
    while closed and closed[0] == "," and _NOT_YET.search(text, match.start(), closed.start()):
        closed = _CLAUSE_END.search(text, closed.end(), span.end)
    # "if they should …": what is asked may itself stand in the condition.
    inside = bool(asked) and match.end() <= asked[0].start <= match.end() + 1
    outside = [] if inside else [one.start for one in asked if one.start > match.end()]
    ends = [closed.start() if closed else span.end, *outside]
    return (
        " ".join(text[match.start() : min(ends)].split())
        .removesuffix(" please")
        .removesuffix(" and")
        .rstrip(" ,(–—-")
    )


def _end_of(text: str, time: Time, times: Sequence[Time]) -> int:
    """Return where a time ends with those that tell it more closely: "by 5 p.m., Monday, May 5"."""
    end = time.end
    for other in times:
        if end < other.start <= end + _BESIDE and text[end : other.start].strip() in {"", ",", "on"}:
            end = other.end
    return end


def deadline_in(text: str, span: Span, times: Sequence[Time]) -> str:
    """Return the first deadline in the stretch at `span` ("by 2030"), "" when there is none.

    `times` are the times that begin in the stretch.
    """
    for time in times:
        low = max(span.start, time.start - 30)
        before = _BY.search(text[low : time.start])
        if before and time.mention.recipe.type != "SET":
            end = _end_of(text, time, times)
            after = _GOES_ON.match(text, end, span.end)
            if before[1].lower() == "within":
                after = _AFTER.match(text, end, span.end) or after
            return " ".join(text[low + before.start(1) : after.end() if after else end].split())
    for pattern in (_HAPPENING, _AWAITED, _SOON):
        if found := pattern.search(text, span.start, span.end):
            return " ".join(found[0].split())
    return ""
