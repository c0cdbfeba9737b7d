"""Times that count from an event of the text: "two days after the fall of Girona"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.spans import duration

_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_END = re.compile(r"[.!?]\s{1,9}(?=[A-Z])|\n")
_STOP = listed(
    """the and was were had has have after before first last their its his her this that with from into
    began begun start started ended end took take came come place other new old later earlier they"""
)
#: Times told before, and code points before, among which the event is looked for.
_BACK, _REACH = 40, 6000
#: Code points on either side of a date that belong to its event.
_AROUND = 160
#: Words shared with the event's sentence: a capital counts double.
_ENOUGH = 2


def anchored(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Return `mentions` with those that count from an event tied to its date, or cut to their length."""
    result: list[Mention] = []
    told = _Told(mentions, text)
    for at, mention in enumerate(mentions):
        kept = _tied(mentions, at, told.before(at), text) if mention.recipe.base == "event" else mention
        if kept is not None:
            result.append(kept)
    return result


class _Told:
    """The days that a text tells, each with the words of its sentence, which are looked up once."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self._mentions = mentions
        self._text = text
        self._known: dict[int, frozenset[str]] = {}

    def before(self, at: int) -> Iterator[tuple[Mention, frozenset[str]]]:
        """Yield the days told before mention number `at`, the last one first, with the words around them."""
        start = self._mentions[at].start
        for number in range(at - 1, max(at - 1 - _BACK, -1), -1):
            one = self._mentions[number]
            if one.end < start - _REACH:
                return
            if one.recipe.op == "date" and one.recipe.day and one.recipe.type == "DATE":
                if number not in self._known:
                    self._known[number] = self._words(number)
                yield one, self._known[number]

    def _words(self, number: int) -> frozenset[str]:
        one = self._mentions[number]
        low, high = max(one.start - _AROUND, 0), self._mentions[number + 1].start
        for match in _SENTENCE_END.finditer(self._text, low, one.start):
            low = match.end()
        tail = _SENTENCE_END.search(self._text, one.end, min(one.end + _AROUND, high))
        until = tail.start() if tail else min(one.end + _AROUND, high)
        return frozenset(stem for stem, _ in _stems(self._text[low:until]))


#: Days told before, each with the words around it.
_Days = Iterator[tuple[Mention, frozenset[str]]]


def _tied(mentions: Sequence[Mention], at: int, before: _Days, text: str) -> Mention | None:
    mention, beside = mentions[at], _date_of(mentions, at - 1)
    recipe = mention.recipe
    short = mention.start + recipe.number
    if beside is not None and _BESIDE.fullmatch(text, beside.end, mention.start):
        return replace(mention, recipe=recipe.but(number=0, count=0, value="", at=beside.start))
    event = _event(text[short : mention.end], before)
    if event is not None and not _is_of_another_year(event, mentions, at, text):
        return replace(mention, recipe=recipe.but(number=0, value="", at=event.start))
    if recipe.value.startswith("XXXX"):
        return Mention(mention.start, mention.end, Recipe(op="fixed", value=recipe.value))
    if not recipe.number:
        return None  # "the day after ..." has no length to keep
    value = duration(recipe.unit, recipe.count)
    kept = recipe.but(op="fixed", type="DURATION", base="", sign=0, number=0, value=value, tense="", prep="")
    return Mention(mention.start, short, kept.but(aside=False))


def _is_of_another_year(event: Mention, mentions: Sequence[Mention], at: int, text: str) -> bool:
    """Tell whether the sentence of mention `at` names a year before it that is not the year of the event.

    An event that is told without its year is of the year told last before it.
    """
    own = _date_of(mentions, at - 1)
    if own is None or not own.recipe.year or _SENTENCE_END.search(text, own.end, mentions[at].start + 1):
        return False
    year = event.recipe.year
    if not year:
        told = (
            one.recipe.year for one in reversed(mentions[:at]) if one.start < event.start and one.recipe.year
        )
        year = next(told, 0)
    return year not in {0, own.recipe.year}


#: What stands between a date and the words that say once more when it was: "on 21 July, the fifth day of".
_BESIDE = re.compile(r",? ?[-–—(]? ?")


def _date_of(mentions: Sequence[Mention], number: int) -> Mention | None:
    """Return mention `number` where it is a calendar date, else none."""
    one = mentions[number] if number >= 0 else None
    return one if one is not None and one.recipe.op == "date" else None


def _event(clause: str, before: _Days) -> Mention | None:
    """Return the day told before whose sentence shares most words with `clause`, the latest among equals."""
    wanted = dict(_stems(clause))
    best, score = None, _ENOUGH - 1
    for one, words in before:
        shared = sum(worth for stem, worth in wanted.items() if stem in words)
        if shared > score:
            best, score = one, shared
    return best


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
