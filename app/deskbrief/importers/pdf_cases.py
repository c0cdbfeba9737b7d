"""What a decision or filing of a court is called: by its parties, "Jagels v. State of Missouri"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deskbrief.importers.pdf_lines import Line
from deskbrief.importers.pdf_paragraphs import Paragraph

#: So many paragraphs from the beginning hold the head of a decision; a party has so many lines at most.
REACH, MOST_LINES = 40, 5
#: How far left and right of the "v." the parties may stand, in points, and how long a name may be.
ASIDE, LONGEST = 100.0, 90
#: Abbreviations at the end of names are no longer than this, with their stop.
LONG_WORD = 5
#: Words of a name in small letters are no longer than this: "of", "and", "the".
SMALL = 3

_COURT = re.compile(r"\bcourt\b", re.IGNORECASE)
_VERSUS = re.compile(r"(?:(?P<before>\S.{2,80}?),?\s)?(?:(?:v|vs)\.|versus),?", re.IGNORECASE)
#: Titles that name no case: those of courts, numbers, and kinds of papers.
_NAMELESS = re.compile(
    r"(?:in )?(?:the )?(?:[\w.’'-]{1,20} ){0,5}courts?(?:,? (?:of|for|in) .{1,60})?"
    r"|(?:case |docket )?no(?:s|\.).{1,40}"
    r"|(?:slip )?opinions?|orders?|syllabus|judgment",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:plaintiff|defendant|appell(?:ant|ee)|petitioner|respondent|claimant|cross|third|party|and|intervenor)s?"
    r"[\s,./—–-]{0,3}){1,8}",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:courts?|case|docket|district|circuit|division|term|filed|appeal|syllabus|certiorari|before|judge)\b"
    r"|\bnos?\.|\d{4}",
    re.IGNORECASE,
)
#: Where the name of a party ends and what is said of it begins.
_END = re.compile(
    r",(?! (?:inc|llc|l\.l\.c|ltd|corp|co|jr|sr|n\.a|p\.a|s\.a)\b)|;|\("
    r"|\bet al\b|\bex rel\b| in (?:his|her|its|their) ",
    re.IGNORECASE,
)


def case_name(paragraphs: Sequence[Paragraph], title: str) -> str:
    """Return the name of the case that a first page is about, where its `title` names none; else nothing."""
    if title and not _NAMELESS.fullmatch(title):
        return ""
    lines = [line for one in paragraphs[:REACH] for line in one.lines if line.page == 0]
    if not any(_COURT.search(line.text) for line in lines):
        return ""
    for line in lines:
        found = _VERSUS.fullmatch(_first(line))
        if found is None or not _is_party(found["before"] or ""):
            continue
        beside = [other for other in lines if other is not line and _is_near(other, line)]
        above = sorted((one for one in beside if one.top < line.top), key=lambda one: -one.top)
        below = sorted((one for one in beside if one.top > line.top), key=lambda one: one.top)
        first = _party(found["before"] or " ".join(reversed(_lines(above))))
        second = _party(" ".join(_lines(below)))
        return f"{first} v. {second}" if first and second else ""
    return ""


def _is_party(words: str) -> bool:
    """Tell whether the words before "v." can be a party, and are not a sentence that breaks off there."""
    return not _STOP.search(words) and all(
        not word.isalpha() or not word.islower() or len(word) <= SMALL for word in words.split()
    )


def _first(line: Line) -> str:
    """Return the words at the left of `line`, without the bracket that closes the column of the parties."""
    text = line.text if line.single else line.cells[0].text
    return " ".join(text.split()).rstrip(")§|* ")


def _is_near(line: Line, versus: Line) -> bool:
    cell, middle = line.cells[0], versus.cells[0]
    right = line.right if line.single else cell.right
    return cell.left < middle.right + ASIDE and middle.left - ASIDE < right


def _lines(lines: Iterable[Line]) -> list[str]:
    """Return the words of the lines that name a party, from the "v." outwards."""
    found: list[str] = []
    for line in lines:
        words = _first(line)
        if not any(map(str.isalpha, words)) or (not found and _ROLE.fullmatch(words)):
            continue
        if _ROLE.fullmatch(words) or _STOP.search(words) or len(found) == MOST_LINES:
            break
        found.append(words)
    return found


def _party(words: str) -> str:
    """Return the name at the beginning of what is said of a party."""
    name = _END.split(words, maxsplit=1)[0].strip(" ,")
    # The stop after "Inc." is part of a name.
    name = name.rstrip(".") if len(name.rsplit(" ", 1)[-1]) > LONG_WORD else name
    return name if 2 < len(name) <= LONGEST else ""
