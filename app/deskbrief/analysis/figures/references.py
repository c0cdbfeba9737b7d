"""Numbers that number something: volumes of journals, notes, paragraphs, ranks, models and inches."""

from __future__ import annotations

import re
from collections import Counter

#: What stands behind the volume of a journal, and right before it: '…,” 4 Journal of Health Law'.
_JOURNAL = re.compile(
    r"\s(?:[A-Z][\w.&’'-]{0,20}\s){0,4}(?:Journal|Review|Quarterly|Bulletin|Gazette|L\.\s?Rev\.?|J\.)(?=[\s,])"
)
_CITING = re.compile(r"[,”\"’')]\s{1,3}$")
#: What a mark of a note stands before: "72 GRETA, paras. 135 and 154"; the sentence before it has ended.
_NOTE = re.compile(
    r"\s[A-Z][\w/’'.-]{0,30}(?:\s[A-Z][\w/’'.-]{0,20}){0,4}[,;]?\s(?:paras?|pp?|arts?|chap|sect?|nos?)\b\.?"
)
_ENDED = re.compile(r"(?:^|[.;:)]\s{1,12}|\n\s{0,12})$")
#: A paragraph by its number: "121.16 Strengthen measures".
_PARAGRAPH, _OPENS = re.compile(r"\d{1,3}\.\d{1,3}"), re.compile(r"\s{1,6}[A-Z][a-z]+\b")
#: What a number names one of.
_LABEL = re.compile(
    r"\b(?:rank|level|grade|phase|stage|tier|category|question|option|step|version|round|module|item|"
    r"priority|goal|objective|indicator|target|criterion)\s$",
    re.IGNORECASE,
)
#: How far before a number is looked, and digits of the longest one that names something.
_BACK, _LABELS = 14, 2
#: A length in inches, and what a number is only a part of: an age, "33-fold", "a ten-point plan".
_INCHES = re.compile(r"[\"″]\s?[a-z]")
_AGED = re.compile(r"[-‑ ]years?[-‑ ]olds?\b|[-‑]?fold\b|[-‑]points?\b(?!\sscale)")
#: The name of a programme made of a number and a letter, which reads like a sum: "340B".
_CODED = re.compile(r"(?<![$€£¥\w.,])\d{2,4}B(?![\w-])")
#: How often a text has to use it.
_OFTEN = 3
#: What tells that pounds weigh.
_WEIGHING = re.compile(
    r"\b(?:weigh\w{0,4}|weights?|vehicles?|trucks?|cars?|loads?|lbs?|heavy|heavier|cargo|tons?|tonnes?|"
    r"lift\w{0,4}|carr(?:y|ied|ies)|flour|sugar|meat|food|grain|fish|rice)\b",
    re.IGNORECASE,
)


def numbers_something(text: str, start: int, end: int) -> bool:
    """Tell whether the number `[start, end)` of `text` names a thing and counts none."""
    before, after = text[max(start - _BACK, 0) : start], text[end : end + 90]
    if _INCHES.match(after) and before[-1:] not in {'"', "″"}:
        return True
    if _AGED.match(after) or (_JOURNAL.match(after) and _CITING.search(before)):
        return True
    if end - start <= _LABELS and _LABEL.search(before):
        return True
    if not _ENDED.search(before):
        return False
    numbered = _PARAGRAPH.fullmatch(text, start, end) is not None and _OPENS.match(after) is not None
    return numbered or _NOTE.match(after) is not None


def codes_in(text: str) -> frozenset[str]:
    """Return the numbers with a letter that the text uses again and again, as it does a name: "340B"."""
    counts = Counter(match[0] for match in _CODED.finditer(text))
    return frozenset(code for code, often in counts.items() if often >= _OFTEN)


def weighs(text: str, start: int, end: int, written: str) -> bool:
    """Tell whether an amount in pounds is a weight, as the sentence `[start, end)` around it tells."""
    return written.endswith(("pound", "pounds")) and _WEIGHING.search(text, start, end) is not None
