"""Times that count from an event of the text: "two days after the fall of Girona"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.spans import duration

_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])|\n")
_STOP = listed(
    """the and was were had has have after before first last their its his her this that with from into
    began begun start started ended end took take came come place other new old later earlier they"""
)
#: Dates told before, and code points before, among which the event is looked for.
_BACK, _REACH = 40, 6000
#: Code points on either side of a date that belong to its event.
_AROUND = 160
#: Words shared with the event's sentence: a capital counts double.
_ENOUGH = 2


def anchored(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Return `mentions` with those that count from an event tied to its date, or cut to their length."""
    result: list[Mention] = []
    for mention in mentions:
        counts = mention.recipe.base == "event"
        result.append(_tied(mention, result, text) if counts else mention)
    return result


def _tied(mention: Mention, before: Sequence[Mention], text: str) -> Mention:
    recipe = mention.recipe
    short = mention.start + recipe.number
    event = _event(text[short : mention.end], mention.start, before, text)
    if event is not None:
        return replace(mention, recipe=recipe.but(number=0, at=event.start))
    value = duration(recipe.unit, recipe.count)
    kept = recipe.but(op="fixed", type="DURATION", base="", sign=0, number=0, value=value, tense="", prep="")
    return Mention(mention.start, short, kept.but(aside=False))


def _event(clause: str, start: int, before: Sequence[Mention], text: str) -> Mention | None:
    """Return the date told before whose sentence shares most words with `clause`, the latest among equals."""
    wanted = dict(_stems(clause))
    best, score = None, _ENOUGH - 1
    for one in reversed(before[-_BACK:]):
        if one.end < start - _REACH:
            break
        if one.recipe.op == "date" and one.recipe.day and one.recipe.type == "DATE":
            shared = _shared(wanted, one, start, text)
            if shared > score:
                best, score = one, shared
    return best


def _shared(wanted: dict[str, int], one: Mention, start: int, text: str) -> int:
    low, high = max(one.start - _AROUND, 0), min(one.end + _AROUND, start)
    head = text[low : one.start]
    for match in _SENTENCE_END.finditer(head):
        low = one.start - len(head) + match.end()
    tail = _SENTENCE_END.search(text, one.end, high)
    return sum(wanted.get(stem, 0) for stem, _ in {*_stems(text[low : tail.start() if tail else high])})


def _stems(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of `text` without their endings, and what each is worth."""
    for match in _WORD.finditer(text):
        word = match[0]
        if word.lower() not in _STOP:
            yield _stem(word.lower()), 1 + word[0].isupper()


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
