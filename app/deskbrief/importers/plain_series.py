"""Series in plain text: "Chapter 1", "Chapter 2" with their titles below, and numbers that a series lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_features import end_of
from deskbrief.importers.plain_units import Unit

#: The longest line that can be the title of a numbered part above it.
LONGEST = 90
#: The same for a title in capitals, as sections of bills have them.
LONGEST_CAPITALS = 240
#: Lines above clauses that a text must have before any of them is a heading for that alone.
FEWEST_CLAUSES = 2
#: The length of a line of prose, which no list of contents has.
PROSE = 120
#: How sure a line must be to be added because the series lacks its number.
LEAST = 0.05

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NAMED = re.compile(
    r"(chapter|part|book|volume|sec(?:tion|\.)|article|title|schedule|annex|appendix|act|scene|canto|letter|lecture|"
    r"kapitel|teil|abschnitt|artikel|chapitre|partie|titre|capítulo|parte|capitolo)\s{1,3}"
    r"(\d{1,3}|[ivxlc]{1,7}|[a-z]{3,6})\b[.:]?",
    re.IGNORECASE,
)
#: What else counts its parts: "Discussion topic 2: ", "Finding 3 – ".
_COUNTED = re.compile(r"([^\W\d_]{3,20}(?: [^\W\d_]{2,20}){0,2}) (\d{1,2})\s?[:.–—] ?(?=\S)")
_CLAUSE = re.compile(r"(\d{1,3})[A-Z]?[.)]?\s{1,8}(?=[A-Z])")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,4}(?=\.?\s)")

_ENDS = ("letter", "digit", "closer", "question", "exclamation", "stop", "other")

#: The word of a series, empty for bare numbers, and the number in it, level by level.
Place = tuple[str, tuple[int, ...]]


def joined(units: Sequence[Unit]) -> list[Unit]:
    """Return `units`, with the title below a bare "Chapter 2" joined to it where all of a series have one."""
    bare = [_bare_word(unit) for unit in units]
    titled = [bool(word) and _is_title_below(units, index) for index, word in enumerate(bare)]
    series = {word for word, count in Counter(bare).items() if word and count > 1}
    whole = {word for word in series if all(titled[at] for at, other in enumerate(bare) if other == word)}
    return list(_joined(units, bare, whole))


def _joined(units: Sequence[Unit], bare: Sequence[str], whole: set[str]) -> Iterator[Unit]:
    taken = False
    for unit, word, below in zip(units, bare, [*units[1:], None], strict=False):
        if taken:
            taken = False
        elif below is not None and word in whole:
            taken = True
            text = f"{unit.text} {below.text}"
            yield replace(unit, last=below.last, slices=(*unit.slices, *below.slices), text=text)
        else:
            yield unit


def _bare_word(unit: Unit) -> str:
    """Return the word of the series when `unit` is its word and number and nothing else."""
    found = _NAMED.fullmatch(unit.text) if unit.kind is BlockKind.PARAGRAPH and len(unit.text) < 40 else None
    return _series(found[1]) if found and _number(found[2]) else ""


def _series(word: str) -> str:
    """Return the word of a series; laws go on from "SECTION 1." with "SEC. 2."."""
    folded = word.casefold()
    return "section" if folded == "sec." else folded


def _is_title_below(units: Sequence[Unit], index: int) -> bool:
    if index + 2 >= len(units):
        return False
    below = units[index + 1]
    if below.kind is not BlockKind.PARAGRAPH or len(below.text) > LONGEST or _bare_word(below):
        return False
    return below.text[0].isupper() and end_of(below.text) in ("letter", "digit", "closer", "question")


def place_of(unit: Unit) -> Place | None:
    """Return where in a series `unit` stands: by its word and number, or by a number of several levels."""
    dotted = _DOTTED.match(unit.text)
    if dotted and not unit.marker:
        return "", tuple(int(part) for part in dotted[0].split("."))
    named = _NAMED.match(unit.text)
    number = _number(named[2]) if named else 0
    if named and number:
        return _series(named[1]), (number,)
    counted = _COUNTED.match(unit.text)
    return (counted[1].casefold(), (int(counted[2]),)) if counted else None


def evident(units: Sequence[Unit], able: Sequence[bool]) -> set[int]:
    """Return the positions of lines that are plainly the parts of a book, an act or a play.

    At least two follow each other by their numbers ("Chapter 1", "Chapter 2"), with text between them;
    in a list of contents there is none.
    """
    places = [_named_place(unit) if short else None for unit, short in zip(units, able, strict=True)]
    at: dict[Place, int] = {}
    for index, (place, below) in enumerate(zip(places, [*places[1:], None], strict=False)):
        if place and (below is None or below[0] != place[0]) and index + 1 < len(units):
            at[place] = index
    last = {
        index
        for place, index in at.items()
        if at.get(_shifted(place, 1), -1) > index or -1 < at.get(_shifted(place, -1), -1) < index
    }
    return last | set(_in_order(units, places)) | set(_clauses(units, able))


def _clauses(units: Sequence[Unit], able: Sequence[bool]) -> Iterator[int]:
    """Yield the positions of numbered lines that head clauses: "2. Payment" above "2.1" or "(1)".

    In a law or contract such a line names what its clauses are about; alone it says nothing.
    """
    found = [index for index, short in enumerate(able[:-1]) if short and _heads_clauses(units, index)]
    if len(found) >= FEWEST_CLAUSES:
        yield from found


def _heads_clauses(units: Sequence[Unit], index: int) -> bool:
    unit, below = units[index], units[index + 1]
    numbered = _CLAUSE.match(f"{unit.marker} {unit.text}" if unit.marker else unit.text)
    if not numbered or len(unit.text) > LONGEST or end_of(unit.text) not in ("letter", "digit", "closer"):
        return False
    first = f"{numbered[1]}.1"
    return below.marker == "(1)" or re.match(rf"{re.escape(first)}[.)]?\s", below.text) is not None


def _in_order(units: Sequence[Unit], places: Sequence[Place | None]) -> Iterator[int]:
    """Yield the positions of lines that follow each other by their numbers, with prose between the two.

    So the parts of a text are found that begins to count anew, such as the articles of several treaties.
    """
    before: dict[str, int] = {}
    for index, place in enumerate(places):
        if not place:
            continue
        near = before.get(place[0], -1)
        follows = near >= 0 and place == _shifted(places[near] or place, 1)
        if follows and any(len(unit.text) >= PROSE for unit in units[near + 1 : index]):
            yield from (near, index)
        before[place[0]] = index


def _named_place(unit: Unit) -> Place | None:
    """Return the place in a series of a line that is its number, or its number and a name."""
    named = _NAMED.match(unit.text)
    longest = LONGEST_CAPITALS if unit.text.isupper() else LONGEST
    if not named or len(unit.text) > longest or not unit.text[0].isupper():
        return None
    name = unit.text[named.end() :].lstrip(" \t\u00a0:.–—-")
    parted = named[0][-1] in ".:" or not name or name[0].isupper() or unit.text[named.end()] in "–—-"
    place = place_of(unit)
    return place if parted and end_of(unit.text) in _ENDS else None


def _number(text: str) -> int:
    """Return the number that figures, Roman figures or a word say; 0 for anything else."""
    folded = text.casefold()
    if folded.isdigit():
        return int(folded)
    if folded in _WORDS:
        return _WORDS.index(folded) + 1
    if not set(folded) <= set(_ROMAN):
        return 0
    values = [_ROMAN[letter] for letter in folded]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def completed(units: Sequence[Unit], found: AbstractSet[int], chances: Mapping[int, float]) -> set[int]:
    """Return the positions of lines that have the number before or after that of a heading in `found`.

    Each must be alone in having that number, stand on the right side of the heading, and not be
    wholly unlike a heading itself; what is added can lend its own neighbours to the series.
    """
    at = _alone(units, chances)
    added: set[int] = set()
    waiting = sorted(found)
    while waiting:
        index = waiting.pop()
        place = place_of(units[index])
        for step in (-1, 1) if place else ():
            near = at.get(_shifted(place, step), -1) if place else -1
            fits = near >= 0 and (near - index) * step > 0 and near not in added and near not in found
            if fits and chances[near] >= LEAST:
                added.add(near)
                waiting.append(near)
    return added


def _alone(units: Sequence[Unit], chances: Mapping[int, float]) -> dict[Place, int]:
    at: dict[Place, int] = {}
    for index in chances:
        place = place_of(units[index])
        if place:
            at[place] = -1 if place in at else index
    return at


def _shifted(place: Place, step: int) -> Place:
    word, numbers = place
    return word, (*numbers[:-1], numbers[-1] + step)
