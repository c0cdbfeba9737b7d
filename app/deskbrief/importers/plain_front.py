"""The head of a plain text: its title line, and the byline and date under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.document.model import BlockKind
from deskbrief.importers import plain_words as words
from deskbrief.importers.dates import find_date
from deskbrief.importers.plain_features import case_of, end_of, numbering
from deskbrief.importers.plain_units import Unit

#: How many units after the title can be byline or date.
REACH = 4
#: How many units can stand above a title.
HIGHEST = 7
#: The longest title, byline and date line.
LONGEST_TITLE, LONGEST_BYLINE, LONGEST_DATE = 300, 160, 60
#: How many units below a name are read, how long the first of them is, and how many words they have.
LOOK, PROSE, MANY_WORDS = 60, 60, 40

#: How far down the dateline of a press release may stand, and how many lines of title stand above it.
LOWEST, MOST_TITLES = 16, 3

#: The town in capitals, perhaps with a state and a date, and a dash: "PORT TOWN, Me., May 14 --".
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}[^a-z]?[^.!?]{0,12}(?:\. ?)?[^.!?]{0,24}(?:--|—|–) ?(?=\S.{60})")
_AROUND_WORDS = ".,:;!?()[]\"'“”‘’«»"
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_.'’-]{0,20}['’.-]?[^\W\d_]{0,20}\.?")
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|fall|winter),? \d{4}",
    re.IGNORECASE,
)
#: Words that stand around a date in a date line.
_AROUND = re.compile(
    r"(?:published|posted|updated|last|modified|date|on|at|by|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|mon|tue|wed|thu|fri|sat|sun|am|pm|gmt|utc|est|edt|\d\d?:\d\d|[^\w]+)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|written by|posted by|words by|story by|text by|authors?|reported by|edited by)\b[\s:]{0,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Front:
    """Where title and bylines stand among the units; `title` is -1 when there is none."""

    title: int = -1
    bylines: tuple[int, ...] = ()


def find_bylines(units: Sequence[Unit]) -> tuple[int, ...]:
    """Return the positions of byline and date lines near the top of `units`."""
    if len(units) < 2 or not _can_head(units[0]):
        return ()
    found: list[int] = []
    for index in range(1, min(REACH, len(units))):
        lead = len(found) + 1 == index
        if not _is_byline(units, index, lead=lead) and not (lead and _is_lone_name(units, index)):
            break
        found.append(index)
    return tuple(found)


def _is_lone_name(units: Sequence[Unit], index: int) -> bool:
    """Tell whether the unit right below a title is a name, and not a heading: none of its words comes again.

    What a text speaks of under a heading it also writes in small letters, or names once more.
    """
    text = units[index].text
    own = text.split()
    below = [unit.text for unit in units[index + 1 : index + 1 + LOOK]]
    if units[index].kind is not BlockKind.PARAGRAPH or not 2 <= len(own) <= 4 or not below:
        return False
    if len(below[0]) < PROSE or case_of(text) not in ("title", "caps") or words.bare(text) in words.KNOWN:
        return False
    if not all(_NAME.fullmatch(word) for word in own):
        return False
    known = _words_below(units, index)
    if len(known) < MANY_WORDS or any(text in unit for unit in below):
        return False
    return not any(word.casefold() in known or word in known for word in _telling(own))


def _words_below(units: Sequence[Unit], index: int) -> set[str]:
    below = units[index + 1 : index + 1 + LOOK]
    return {word.strip(_AROUND_WORDS) for unit in below for word in unit.text.split()}


def _telling(own: Sequence[str]) -> list[str]:
    return [word for word in own if word.casefold() not in words.SMALL]


def _is_byline(units: Sequence[Unit], index: int, *, lead: bool) -> bool:
    unit = units[index]
    text = unit.text
    if unit.kind is not BlockKind.PARAGRAPH or len(text) > LONGEST_BYLINE:
        return False
    if is_date_line(text) or (lead and _MONTH.fullmatch(text)):
        return True
    if words.BYLINE_START.match(text) and end_of(text) not in ("stop", "colon", "question"):
        return True
    return lead and _is_names(units, index)


def is_date_line(text: str) -> bool:
    """Tell whether `text` says a date and hardly anything else."""
    if len(text) > LONGEST_DATE:
        return False
    found = find_date(text)
    return found is not None and len(_AROUND.sub("", text.replace(found[1], ""))) <= 3


def _is_names(units: Sequence[Unit], index: int) -> bool:
    """Tell whether the unit at `index` is one or more names.

    A single name must be that of a person, or have a date after it; of several, no word comes again in small
    letters: "Roads and Rail Bridges" is what the text is about.
    """
    text = units[index].text
    names = [name.strip() for name in re.split(r", and |,| and | & ", text) if name.strip()]
    if not names or not text[-1].isalpha() or numbering(text, "") != "none":
        return False
    if any(len(name.split()) > 4 or case_of(name) not in ("title", "single") for name in names):
        return False
    given = names[0].split()[0].casefold() in words.GIVEN_NAMES and len(names[0].split()) > 1
    if given or (index + 1 < len(units) and is_date_line(units[index + 1].text)):
        return True
    if len(names) == 1 or words.bare(text) in words.KNOWN:
        return False
    known = _words_below(units, index)
    return not any(word.casefold() in known for word in _telling(text.replace(",", " ").split()))


def _can_head(unit: Unit) -> bool:
    if unit.kind is BlockKind.HEADING:
        return True
    return unit.kind is BlockKind.PARAGRAPH and len(unit.text) <= LONGEST_TITLE


def find_title(units: Sequence[Unit], bylines: Sequence[int], headings: Sequence[int]) -> int:
    """Return the position of the title line, or -1 when the text begins without one.

    The first line is a title when it would pass for a heading, or a byline follows it, and it is
    neither numbered nor one of the headings that stand in any text.
    """
    if not units or is_date_line(units[0].text):
        return -1
    if words.NOTICE.match(units[0].text):
        return max(_title_above_dateline(units), _title_below(units, headings))
    if units[0].kind is BlockKind.TABLE:
        return _title_below(units, headings)
    text = units[0].text
    if not _can_head(units[0]) or words.bare(text) in words.KNOWN or words.CAPTION.match(text):
        return -1
    if not bylines and (0 not in headings or _numbered(units[0]) or end_of(text) in ("stop", "colon")):
        return -1
    return 0


def _title_above_dateline(units: Sequence[Unit]) -> int:
    """Return the position of the title of a press release, above its dateline, or -1.

    A second title may stand between the two, on the line after the first.
    """
    lines = [at for at, unit in enumerate(units[:LOWEST]) if _DATELINE.match(unit.text)]
    at = lines[0] - 1 if lines else -1
    while at > 1 and units[at].first - units[at - 1].last == 1 and lines[0] - at < MOST_TITLES:
        at -= 1
    return at if at > 0 and _can_head(units[at]) and end_of(units[at].text) not in ("stop", "colon") else -1


def _title_below(units: Sequence[Unit], headings: Sequence[int]) -> int:
    """Return the position of the first heading if hardly anything stands above it, as below a letter head."""
    first = headings[0] if headings else HIGHEST + 1
    if first > HIGHEST or any(len(unit.text) > LONGEST_BYLINE for unit in units[:first]):
        return -1
    known = words.bare(units[first].text) in words.KNOWN
    return -1 if known or _numbered(units[first]) else first


def _numbered(unit: Unit) -> bool:
    """Tell whether the line has a number; "5 lessons from ..." counts things and has none."""
    kind = numbering(unit.text, unit.marker)
    if kind == "number":
        words_after = unit.text.split()[1:2]
        return bool(words_after) and not words_after[0][0].islower()
    return kind not in ("none", "year", "letter")


def names_in(byline: str) -> str:
    """Return a byline without "By" and without its date."""
    found = find_date(byline)
    text = byline.replace(found[1], "") if found else byline
    return _BY.sub("", text, count=1).strip(" \t,;|–—-·•") if not is_date_line(byline) else ""
