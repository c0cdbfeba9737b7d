"""Short titles in the words of the source."""

from __future__ import annotations

import re

from deskbrief.analysis.stretches import trimmed
from deskbrief.analysis.times.lexicon import listed
from deskbrief.document.spans import Span

#: Code points of the longest title.
LONGEST = 90
_CLAUSE = re.compile(
    r"(?:[;:!?]|(?<!\b[A-Z])(?<!\b[DM]r)(?<!\bMrs)(?<!\bMs)(?<!\bNo)(?<!\bSt)\.)(?=\s)|\s[–—-]\s|,\s(?:which|who|where|while|after|before|when|as|with|following)\b"
)
_DANGLING = listed(
    """a an the of in on at to for and or but by with from as that which who is was were are be its
    their his her into over under about between against along than then also not no if while when
    where because so such"""
)
#: A clause set between commas, after which the statement goes on: "Ms Roe, who leads it, resigns".
_ASIDE = re.compile(r",\s(?:which|who|where|whose)\b[^,.;:!?]{2,50},\s")
#: Words after the last comma of a title that was cut: with fewer, it ends before the comma.
_FEW = 5


def short_title(text: str, span: Span) -> Span:
    """Return the beginning of `span` that serves as a title: up to a clause's end, or 90 signs."""
    start, end = trimmed(text, span.start, span.end)
    aside = _ASIDE.search(text, start + 4, min(start + LONGEST, end))
    begins = aside.end() if aside else start
    if end - start <= LONGEST:
        cut = _CLAUSE.search(text, begins, end)
        if cut is None or cut.start() - start < 12:
            return Span(start, end)
    cut = _CLAUSE.search(text, max(start + 12, begins), min(start + LONGEST, end))
    if cut is not None:
        return Span(start, cut.start())
    return Span(start, _whole_words(text, start, min(start + LONGEST, end)))


#: Participles that wait for a name: "a firm called | Norden".
_NAMING = frozenset({"called", "dubbed", "entitled", "known", "named", "nicknamed", "titled"})
_DETERMINERS = frozenset({"a", "an", "its", "the", "their"})


def _without_cut_name(words: list[re.Match[str]], after: str) -> list[re.Match[str]]:
    """Return the words without a name at their end that goes on behind them: "Kaiser | Wilhelm"."""
    plain = sum(word[0][0].islower() for word in words) * 2 > len(words)
    if not plain or not after[:1].isupper():
        return words
    left = list(words)
    while len(left) > _FEW and left[-1][0][0].isupper() and left[-1][0][-1].isalpha():
        left.pop()
    if len(left) > _FEW + 2 and len(left) < len(words) and left[-2][0].lower() in _DETERMINERS:
        left = left[:-2]  # "held by the separatist | Kosovo force"
    while len(left) > _FEW and left[-1][0].lower() in _DANGLING | _NAMING:
        by = left.pop()[0] == "by"
        if by and left[-1][0].endswith("ed"):
            left.pop()
    return left if len(words) - len(left) <= _FEW + 1 else words


def _whole_words(text: str, start: int, end: int) -> int:
    """Return where to cut so that no word is cut and the last one does not leave the reader waiting."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) > 1 and end < len(text) and not text[end : end + 1].isspace():
        words.pop()
    while len(words) > 1 and words[-1][0].lower().strip(",") in _DANGLING:
        words.pop()
    behind = start + words[-1].end() if words else end
    words = _without_cut_name(words, text[behind : behind + 2].strip())
    contrast = next((at for at in range(len(words) - 1, _FEW, -1) if words[at][0] == "but"), 0)
    words = words[:contrast] if contrast and end < len(text) else words
    commas = [at for at, word in enumerate(words[:-1]) if word[0].endswith(",")]
    if commas and end < len(text) and len(words) - commas[-1] <= _FEW and commas[-1] > _FEW:
        words = words[: commas[-1] + 1]
    return trimmed(text, start, start + words[-1].end())[1] if words else end
