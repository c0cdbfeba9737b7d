"""A small language for sequence rules over token categories, and the machine that applies them.

A pattern is a line of elements: `DAY` (a category or group), `DAY|ORD` (one of several), `OF?` (may be
left out), `day=DAY` (remembered under a name), `( COMMA YEAR )?` (elements that may be left out together).
It becomes one regular expression over category characters: optional elements are its only quantifiers, so
matching is bounded by the length of the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from deskbrief.analysis.times.categories import CODES, codes_of
from deskbrief.analysis.times.lexer import Token
from deskbrief.analysis.times.lexicon import Value
from deskbrief.analysis.times.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Found:
    """A time found at `[start, end)` of a text: its category for the rules that follow, and its recipe."""

    code: str
    start: int
    end: int
    recipe: Recipe


class Chunk(NamedTuple):
    """A token as the rules see it; `found` is set once an earlier rule has made a time of it."""

    code: str
    start: int
    end: int
    value: Value = ""
    found: Found | None = None


class Hit:
    """The chunks that a pattern matched, by the names that the pattern gives them."""

    __slots__ = ("_chunks", "_match", "text")

    def __init__(self, match: re.Match[str], chunks: Sequence[Chunk], text: str) -> None:
        self._match = match
        self._chunks = chunks
        self.text = text

    @property
    def first(self) -> int:
        """The index of the first chunk."""
        return self._match.start()

    @property
    def first_start(self) -> int:
        """Where the first chunk begins in the text."""
        return self._chunks[self._match.start()].start

    @property
    def end(self) -> int:
        """The index after the last chunk."""
        return self._match.end()

    def has(self, name: str) -> bool:
        """Tell whether the pattern has an element called `name` and it was there."""
        return name in self._match.re.groupindex and self._match.start(name) >= 0

    def at(self, name: str) -> Chunk:
        """Return the chunk matched by the element called `name`."""
        return self._chunks[self._match.start(name)]

    def number(self, name: str) -> int:
        """Return the whole number that the element called `name` stands for, 0 when it is not there."""
        return int(float(self.at(name).value)) if self.has(name) else 0

    def word(self, name: str) -> str:
        """Return what the element called `name` stands for as a word, "" when it is not there."""
        return str(self.at(name).value) if self.has(name) else ""

    def first_of(self, *names: str) -> str:
        """Return the first of `names` whose element was there."""
        return next(name for name in names if self.has(name))

    def recipe(self, name: str) -> Recipe:
        """Return the recipe of the time matched by the element called `name`."""
        found = self.at(name).found
        assert found is not None
        return found.recipe

    def before(self, back: int = 1) -> Chunk | None:
        """Return the chunk `back` places before the match."""
        at = self.first - back
        return self._chunks[at] if at >= 0 else None

    def after(self, ahead: int = 0) -> Chunk | None:
        """Return the chunk that follows the match, or one further ahead."""
        at = self.end + ahead
        return self._chunks[at] if at < len(self._chunks) else None

    def time_until(self, offset: int) -> Found | None:
        """Return the first time found by an earlier rule between the match and `offset`."""
        for at in range(self.end, len(self._chunks)):
            chunk = self._chunks[at]
            if chunk.start >= offset:
                return None
            if chunk.found is not None:
                return chunk.found
        return None

    def found(self, code: str, recipe: Recipe, first: str = "", last: str = "") -> Found:
        """Return a time that runs from element `first` to element `last`, or over the whole match."""
        start = self.at(first).start if first else self._chunks[self.first].start
        end = self.at(last).end if last else self._chunks[self.end - 1].end
        return Found(CODES[code], start, end, recipe)


#: Makes times out of a match, or refuses it by returning none.
Builder = Callable[[Hit], Sequence[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A sequence rule: its name, its pattern and what it builds."""

    name: str
    pattern: str
    build: Builder
    regex: re.Pattern[str] = field(init=False)
    first: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(_regex(self.pattern)))
        object.__setattr__(self, "first", frozenset(_first(self.pattern.split())))


def _regex(pattern: str) -> str:
    return "".join(_element(element) for element in pattern.split())


def _element(element: str) -> str:
    if element in {"(", ")?"}:
        return "(?:" if element == "(" else ")?"
    optional = "?" if element.endswith("?") else ""
    name, _, categories = element.rstrip("?").rpartition("=")
    klass = f"[{''.join(codes_of(category) for category in categories.split('|'))}]"
    return (f"(?P<{name}>{klass})" if name else klass) + optional


def _first(elements: list[str]) -> Iterator[str]:
    depth = 0
    for element in elements:
        if element in {"(", ")?"}:
            depth += 1 if element == "(" else -1
            continue
        yield from (
            code
            for category in element.rstrip("?").rpartition("=")[2].split("|")
            for code in codes_of(category)
        )
        if not element.endswith("?") and not depth:
            return


class Grammar:
    """A level of rules: at each place the longest match wins, and among equals the rule named first."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_first: dict[str, list[Rule]] = {}
        for rule in rules:
            for code in rule.first:
                self._by_first.setdefault(code, []).append(rule)
        self._first = re.compile(f"[{''.join(sorted(self._by_first))}]")

    def applied(self, chunks: list[Chunk], text: str) -> list[Chunk]:
        """Return `chunks` with every match replaced by the times it makes."""
        codes = "".join([chunk.code for chunk in chunks])
        result: list[Chunk] = []
        done = at = 0
        while match := self._first.search(codes, at):
            at = match.start()
            end, found = self._best(self._by_first[codes[at]], codes, at, chunks, text)
            if found:
                result.extend(chunks[done:at])
                result.extend(_woven(chunks[at:end], found))
                done = at = end
            else:
                at += 1
        if not done:
            return chunks
        result.extend(chunks[done:])
        return result

    @staticmethod
    def _best(
        rules: list[Rule], codes: str, at: int, chunks: list[Chunk], text: str
    ) -> tuple[int, Sequence[Found]]:
        matches = [(rule, match) for rule in rules if (match := rule.regex.match(codes, at))]
        if not matches:
            return 0, ()
        for rule, match in sorted(matches, key=lambda pair: -pair[1].end()):
            found = rule.build(Hit(match, chunks, text))
            if found:
                return match.end(), found
        return 0, ()


def _woven(chunks: list[Chunk], found: Sequence[Found]) -> Iterator[Chunk]:
    """Yield the times found among `chunks`, and the chunks that none of them covers."""
    waiting = list(found)
    for chunk in chunks:
        while waiting and waiting[0].end <= chunk.start:
            waiting.pop(0)
        if not waiting or chunk.start < waiting[0].start:
            yield chunk
        elif chunk.start == waiting[0].start:
            head = waiting[0]
            yield Chunk(head.code, head.start, head.end, found=head)


def chunks_of(tokens: Sequence[Token]) -> list[Chunk]:
    """Return `tokens` in the form that rules work on."""
    return [Chunk(token.code, token.start, token.end, token.value) for token in tokens]
