"""Named features of what stands around a short line, and of the whole text it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise

from deskbrief.document.model import BlockKind
from deskbrief.importers.dates import find_date
from deskbrief.importers.plain_captions import is_caption
from deskbrief.importers.plain_features import (
    bucket,
    case_of,
    end_of,
    is_candidate,
    kind_size,
    numbering,
    stems,
)
from deskbrief.importers.plain_letters import letter_parts
from deskbrief.importers.plain_refused import NOTES, heads_nothing, is_note_on
from deskbrief.importers.plain_turns import turns_in
from deskbrief.importers.plain_units import Unit
from deskbrief.importers.plain_words import BUTTON, NOTICE, POSTED, bare

#: How much of a neighbour is read when looking for words that recur.
LOOK = 500
#: How many places of one number are kept.
MOST_PLACES = 40
#: What every date has.
_YEAR = re.compile(r"\d{4}")
#: A number that is not one of several levels.
PLAIN_NUMBER = re.compile(r"\(?(\d{1,3})(?:[.):]|\b(?![.\d%,]))")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The units of a text and what all of them have in common.

    `candidates` tells for each unit whether it can be a heading, `sizes` what it is and how long it is,
    `runs` the length of the run of candidates it stands in and its place there, `texts` how often each
    short line occurs. `gaps` is the share of units after a blank line, `shorts` that of candidates,
    `length` the mean of paragraphs. `numbers` tells where candidates with a plain number ("3.") stand, by
    that number.
    """

    units: tuple[Unit, ...]
    candidates: tuple[bool, ...]
    sizes: tuple[str, ...]
    runs: tuple[tuple[int, int], ...]
    texts: Counter[str]
    gaps: float
    shorts: float
    length: float
    numbers: Mapping[int, tuple[int, ...]]

    def at(self, index: int) -> Unit | None:
        """Return the unit at `index`, or None when there is none."""
        return self.units[index] if 0 <= index < len(self.units) else None

    def size(self, index: int) -> str:
        """Return the kind and size of the unit at `index`, or what says that there is none."""
        return self.sizes[index] if 0 <= index < len(self.units) else kind_size(None)

    def gap(self, index: int) -> int:
        """Return the number of lines between the unit at `index` and the one before it."""
        if not 0 < index < len(self.units):
            return 0
        return self.units[index].first - self.units[index - 1].last - 1


def survey(units: Sequence[Unit], bylines: Sequence[int] = ()) -> Surroundings:
    """Return `units` with what is to be known of all of them before one is judged."""
    able = [is_candidate(unit) and index not in bylines for index, unit in enumerate(units)]
    texts = Counter(bare(unit.text) for unit, short in zip(units, able, strict=True) if short)
    lettered = [unit.kind is BlockKind.LIST_ITEM and unit.marker.strip("().").isalpha() for unit in units]
    inner = [all(three) for three in zip([False, *lettered], lettered, [*lettered[1:], False], strict=False)]
    apart = letter_parts(units) | turns_in(units)
    candidates = tuple(
        short
        and not among
        and index not in apart
        and not _is_furniture(unit, texts)
        and not _is_refused(units, index)
        for index, (unit, short, among) in enumerate(zip(units, able, inner, strict=True))
    )
    gaps = sum(after.first - before.last > 1 for before, after in pairwise(units))
    long = [len(unit.text) for unit in units if unit.kind is BlockKind.PARAGRAPH and len(unit.text) > 100]
    return Surroundings(
        units=tuple(units),
        candidates=candidates,
        sizes=tuple(map(kind_size, units)),
        runs=tuple(_runs(candidates)),
        texts=texts,
        gaps=gaps / max(len(units) - 1, 1),
        shorts=sum(candidates) / max(len(units), 1),
        length=sum(long) / max(len(long), 1),
        numbers=_numbers(units, candidates),
    )


def _numbers(units: Sequence[Unit], candidates: Sequence[bool]) -> dict[int, tuple[int, ...]]:
    places: dict[int, tuple[int, ...]] = {}
    for index, (unit, able) in enumerate(zip(units, candidates, strict=True)):
        number = _number(unit) if able else None
        if number is not None:
            places[number] = (*places.get(number, ()), index)[-MOST_PLACES:]
    return places


def _number(unit: Unit) -> int | None:
    """Return the plain number that `unit` begins with, as a marker or in its text."""
    found = PLAIN_NUMBER.match(unit.marker or unit.text)
    return int(found[1]) if found else None


def _is_furniture(unit: Unit, texts: Counter[str]) -> bool:
    """Tell whether `unit` is a button that recurs, a notice to the press, or says who posted it and when."""
    if NOTICE.match(unit.text):
        return True
    if BUTTON.match(unit.text) and texts[bare(unit.text)] > 1:
        return True
    if not _YEAR.search(unit.text):
        return False
    return bool(POSTED.search(unit.text)) and find_date(unit.text) is not None


def _is_refused(units: Sequence[Unit], index: int) -> bool:
    """Tell whether the unit at `index` heads nothing, as its own words and the next unit tell."""
    text = units[index].text
    after = units[index + 1].text if index + 1 < len(units) else ""
    if is_caption(units[index]) or heads_nothing(text, after):
        return True
    return len(units) - index <= NOTES and is_note_on(text, after)


def _runs(candidates: Sequence[bool]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(candidates):
        end = at
        while end < len(candidates) and candidates[end]:
            end += 1
        for index in range(at, end):
            yield end - at, index - at
        if end == at:
            yield 0, 0
        at = max(end, at + 1)


def context_features(around: Surroundings, index: int) -> list[str]:
    """Return the features of the place of the unit at `index`."""
    unit, text = around.units[index], around.units[index].text
    follows, precedes = around.size(index + 1), around.size(index - 1)
    names = [
        f"next:{follows}",
        f"prev:{precedes}",
        f"second:{around.size(index + 2)}",
        f"next+end:{follows}+{end_of(text)}",
        f"next+chars:{follows}+{bucket(len(text), (20, 40, 70, 110))}",
        f"prev+next:{precedes}+{follows}",
        f"case+next:{case_of(text)}+{follows}",
        f"next-shares:{_overlap(unit, around.units[index + 1 : index + 4])}",
        f"prev-shares:{_overlap(unit, around.units[max(index - 1, 0) : index])}",
    ]
    names += _gap_features(around, index)
    names += _run_features(around, index)
    names += _number_features(around, index)
    names += compress(_PLACES, _place_flags(around, index))
    if around.texts[bare(text)] > 2:
        names.append(f"often+{follows}")
    if index == 1:
        names.append(f"second-line+{case_of(text)}+{bucket(text.count(' '), (1, 2, 4))}")
    names += compress(_NEIGHBOURS, _neighbour_flags(around, index))
    return names


def _gap_features(around: Surroundings, index: int) -> Iterator[str]:
    above, below = around.gap(index), around.gap(index + 1)
    usual = bucket(around.gaps, (0.02, 0.45, 0.8))
    yield f"gap:{min(above, 2)}{min(below, 2)}+{usual}"
    yield f"gap-order:{(above > below) - (above < below)}"


def _run_features(around: Surroundings, index: int) -> Iterator[str]:
    length, place = around.runs[index]
    where = "only" if length == 1 else "first" if place == 0 else "last" if place == length - 1 else "inner"
    yield f"run:{where}+{min(length, 6)}"
    yield f"shorts:{bucket(around.shorts, (0.1, 0.2, 0.35, 0.5, 0.7))}"
    yield f"shorts+run:{bucket(around.shorts, (0.2, 0.35, 0.5, 0.7))}+{where}"
    yield f"prose:{bucket(around.length, (150, 250, 400, 700))}"
    yield f"size:{bucket(len(around.units), (8, 20, 50, 120))}"


def _number_features(around: Surroundings, index: int) -> Iterator[str]:
    """Yield how a numbered line stands to its neighbours: alone between prose, or among other items."""
    unit, after = around.units[index], around.at(index + 1)
    kind = numbering(unit.text, unit.marker)
    if kind == "none":
        return
    near = [around.at(index - 1), after]
    items = sum(other is not None and other.kind is BlockKind.LIST_ITEM for other in near)
    yield f"numbered:{kind}+items-{items}+{bucket(len(unit.text), (30, 60, 100))}"
    yield f"numbered+next:{kind}+{around.size(index + 1)}"
    number = _number(unit)
    if number is not None:
        yield f"series:{_step(around, index, number - 1)}+{_step(around, index, number + 1)}"
    if after is not None and after.kind is BlockKind.LIST_ITEM:
        yield f"numbered+step:{kind}+{(after.indent > unit.indent) - (after.indent < unit.indent)}"


def _step(around: Surroundings, index: int, number: int) -> str:
    """Return how the candidate stands to one with `number`: next to it, with text between, or without one."""
    places = around.numbers.get(number, ())
    if not places:
        return "none"
    return "far" if all(abs(place - index) > 1 for place in places) else "near"


#: What may be told of the place of a line and of its neighbours, in the order in which it is told.
_PLACES = ("first", "second-line", "third-line", "last", "near-last", "twice", "often")
_NEIGHBOURS = (
    *("same-as-neighbour", "prev-colon", "prev-open", "prev-open-short", "next-lower", "next-upper"),
    *("next-quote", "next-colon", "next-open", "after-table", "before-table"),
)


def _place_flags(around: Surroundings, index: int) -> tuple[bool, ...]:
    times, count = around.texts[bare(around.units[index].text)], len(around.units)
    return (
        index == 0,
        index == 1,
        index == 2,
        index == count - 1,
        index >= count - 3,
        times == 2,
        times > 2,
    )


def _neighbour_flags(around: Surroundings, index: int) -> tuple[bool, ...]:
    one, two = around.at(index - 1), around.at(index + 1)
    before, after = one.text if one else "", two.text if two else ""
    open_before, first = before[-1:].isalnum(), after[:1]
    return (
        around.units[index].text in (before, after),
        before.endswith(":"),
        open_before and len(before) > 100,
        open_before and len(before) <= 100,
        first.islower(),
        first.isupper(),
        bool(after) and first in '"“‘',
        after.endswith(":"),
        after[-1:].isalnum(),
        one is not None and one.kind is BlockKind.TABLE,
        two is not None and two.kind is BlockKind.TABLE,
    )


def _overlap(unit: Unit, others: Sequence[Unit]) -> int:
    """Return how much of the longer words of `unit` occurs in `others`: 0 none, 1 some, 2 most, 3 all."""
    own = stems(unit.text)
    if not own:
        return 9
    missing = own
    for other in others:
        missing -= stems(other.text[:LOOK])
    return bucket((len(own) - len(missing)) / len(own), (0.01, 0.5, 1))


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The chances of a first judgement, and their sums over all candidates and over those of one style."""

    chances: Mapping[int, float]
    styles: Mapping[int, tuple[str, ...]]
    by_style: Mapping[tuple[str, ...], tuple[float, int]]
    total: float
    sure: int


def first_look(around: Surroundings, chances: Mapping[int, float]) -> FirstLook:
    """Return `chances`, by the index of each candidate, with what a second judgement asks of them."""
    styles = {index: style_of(around, index) for index in chances}
    by_style: dict[tuple[str, ...], tuple[float, int]] = {}
    for index, style in styles.items():
        total, count = by_style.get(style, (0.0, 0))
        by_style[style] = (total + chances[index], count + 1)
    sure = sum(chance > 0.5 for chance in chances.values())
    return FirstLook(chances, styles, by_style, sum(chances.values()), sure)


def style_of(around: Surroundings, index: int) -> tuple[str, ...]:
    """Return what headings of one kind have in common: capitals, end mark, number and blank lines."""
    unit = around.units[index]
    lone = around.gap(index) > around.gap(index + 1)
    return (
        case_of(unit.text),
        end_of(unit.text),
        numbering(unit.text, unit.marker),
        "above" if lone else "",
    )


_OWN_EDGES = (0.005, 0.02, 0.05, 0.1, 0.18, 0.28, 0.4, 0.5, 0.6, 0.72, 0.82, 0.9, 0.95, 0.98, 0.995)


def second_features(around: Surroundings, look: FirstLook, index: int) -> list[str]:
    """Return the features of the candidate at `index` that rest on a first judgement of all of them."""
    chance = look.chances[index]
    total, count = look.by_style[look.styles[index]]
    alike = (total - chance) / (count - 1) if count > 1 else None
    many = len(look.chances)
    others = (look.total - chance) / (many - 1) if many > 1 else None
    sure = look.sure - (chance > 0.5)
    before, after = _chance(look.chances.get(index - 1)), _chance(look.chances.get(index + 1))
    return [
        f"p-own:{bucket(chance, _OWN_EDGES)}",
        f"p-prev:{before}",
        f"p-next:{after}",
        f"p-both:{before}+{after}",
        f"p-alike:{_share(alike, (0.1, 0.3, 0.5, 0.7, 0.9))}+{min(count - 1, 3)}",
        f"p-others:{_share(others, (0.1, 0.25, 0.5, 0.75))}",
        f"p-sure:{bucket(sure, (1, 2, 4, 8, 16))}",
        f"p-density:{bucket(sure / len(around.units), (0.01, 0.05, 0.1, 0.2, 0.35))}",
    ]


def _chance(chance: float | None) -> str:
    return "no" if chance is None else str(bucket(chance, (0.15, 0.5, 0.85)))


def _share(share: float | None, edges: Sequence[float]) -> str:
    return "none" if share is None else str(bucket(share, edges))
