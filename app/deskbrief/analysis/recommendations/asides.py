"""What is asked for around an aside between commas: "must not, under any circumstances, charge fees"."""

from __future__ import annotations

import re

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.document.spans import Span

_OPENS = (
    r"(?:where|wherever|under|in|by|if|as|to|at|on|for|when|with|without|within|after|before|subject|together|"
    r"through|during|unless|no later|not later|following|among)"
)
#: What may stand between "should" and an aside.
_AHEAD = re.compile(
    r"(?P<ahead>(?:\s(?:not|never|also|now|then|therefore|each|both|all)){0,2})"
    rf"(?P<aside>,\s{_OPENS}\s[^,;.]{{2,60}}|,\s{_OPENS}\s\w{{3,12}}),\s(?=\w)",
    re.IGNORECASE,
)
#: An aside right behind a verb: "to provide, within one year, written information".
_BEHIND = re.compile(rf",\s{_OPENS}\s[^,;.]{{2,60}},\s(?=\w)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never)\b", re.IGNORECASE)


def around_aside(text: str, advice: Advice, asked: Span, end: int) -> str:
    """Return the words of what is asked for where a model lost some of them beside an aside, else "".

    `asked` is what it has found, `end` where the sentence ends.
    """
    end -= len(text[asked.start : end]) - len(text[asked.start : end].rstrip(" .;\n"))
    if advice.form in {Form.MODAL, Form.NEED}:
        match = _AHEAD.match(text, _behind_wording(text, advice), end)
        if match is None or match.end() >= end:
            return ""
        lost = _NOT.search(match["ahead"]) is not None and asked.start >= match.end()
        broken = match.start("aside") < asked.start < match.end()
        if not (lost or broken):
            return ""
        last = asked.end if lost and asked.end > match.end() else end
        return " ".join(f"{match['ahead']} {text[match.end() : last]}".split())
    match = _BEHIND.match(text, asked.end, end)
    if match is None or len(asked.of(text).split()) > 1:
        return ""
    return " ".join(text[asked.start : end].split())


def _behind_wording(text: str, advice: Advice) -> int:
    """Return where the first word of the wording ends: before the "not" of "must not"."""
    gap = _SPACE.search(text, advice.wording.start, advice.wording.end)
    negated = _NOT.search(text, advice.wording.start, advice.wording.end)
    return gap.start() if gap and negated else advice.wording.end


_SPACE = re.compile(r"\s")
