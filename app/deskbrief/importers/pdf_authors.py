"""Who wrote a PDF, by its first pages: "Speech by", "Statement of", and the names below a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from deskbrief.importers.html_byline import is_name, names_after_by, names_in
from deskbrief.importers.pdf_paragraphs import Paragraph

#: So many paragraphs from the beginning, and pages, may come before the text; so long is running text.
REACH, FIRST_PAGES, PROSE = 30, 2, 300
#: A paragraph below names that tells their office is shorter.
SHORT = 120
#: The most lines below a title that hold names, and words of one of them.
MOST_LINES, MOST_WORDS = 3, 4

OFFICE = re.compile(
    r"\b(?:university|universit[àäé]\w{0,2}|universidad|college|institut[eo]?|faculty|school|department|ministry|office"
    r"|commission|agency|council|board|cent(?:re|er)|laborator(?:y|ies)|corporation|foundation|government|authority"
    r"|bank|association|organi[sz]ation|committee|service|society|street|inc|ltd|llc|gmbh"
    r"|thesis|dissertation|report no|volume)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:(?:(?:opening|closing|prepared|written|keynote) )?"
    r"(?:statement|testimony|remarks|speech|address|lecture|talk)\s(?:by|(?P<of>of))|by)"
    r"(?P<honour>\s(?:the\s)?(?:hon(?:\.|ourable|orable)?|mr\.?|mrs\.?|ms\.?|dr\.?|prof(?:\.|essor)?))?(?:\s|$)",
    re.IGNORECASE,
)
#: What only the name of a person has: the letter of a second name, and words behind it.
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.(?=\s|$)")
_TITLED = re.compile(r",\s?(?:esq|ph\.?\s?d|m\.?d|jr|sr|qc|kc|mp)\b", re.IGNORECASE)
#: Words that do not stand before the word for an office in its name.
_WITHIN = frozenset({"of", "in", "for", "on", "to", "by", "and", "at", "with"})
#: The marks that lead from names to their addresses, and what those are who follow a name.
_MARKS = re.compile(r"(?<=[^\W\d_])(?:[^\w\s.,;'’()-]|\d|,(?=\d)){1,6}(?=[\s,;]|$)")
_ROLE = re.compile(
    r"\b(?:commissioner|director|minister|secretary|president|chair\w{0,6}|officer|manager|counsel|governor|head)\b",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"abstract|summary|résumé|zusammenfassung|resumen", re.IGNORECASE)


def is_office(words: str) -> bool:
    """Tell whether a line is the name of an office: "The Role of the Council" only speaks of one."""
    found = OFFICE.search(words)
    return found is not None and _WITHIN.isdisjoint(words[: found.start()].lower().split())


def author_on(paragraphs: Sequence[Paragraph], title: Paragraph | None) -> str:
    """Return the person that the first pages name as author or speaker, or an empty string."""
    return (_named(list(_front(paragraphs))) or _below(paragraphs, title)) if title else ""


def _front(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the lines before the running text."""
    for paragraph in paragraphs[:REACH]:
        if len(paragraph.text) > PROSE or paragraph.lines[0].page >= FIRST_PAGES:
            return
        for line in paragraph.lines:
            yield " ".join(line.text.split())


def _named(lines: Sequence[str]) -> str:
    """Return the name after "Speech by" and the like, on its line or the next."""
    for number, line in enumerate(lines):
        if by := names_after_by(line):
            return ", ".join(_people(by))
        found = _SAID.match(line)
        if found is None:
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        rest = line[found.end() :] or following
        # "Statement of Cash Flows" is made like "Statement of Ann Lee": only a person has more to the name.
        sure = not found["of"] or found["honour"] or _is_of_a_person(rest) or _ROLE.search(following)
        if sure and (people := _people(rest.split(",")[0])):
            return people[0]
    return ""


def _is_of_a_person(words: str) -> bool:
    """Tell whether a name with what stands behind it is one of a person, and of nothing else."""
    return bool(_INITIAL.search(words) or _TITLED.search(words) or _ROLE.search(words))


def _below(paragraphs: Sequence[Paragraph], title: Paragraph) -> str:
    """Return the names right below the `title` that an office, an address or an abstract follows."""
    at = next((number for number, one in enumerate(paragraphs[:REACH]) if one is title), REACH)
    lines: list[str] = []
    for one in paragraphs[at + 1 : at + 4]:
        if len(one.text) < SHORT or one.text.count("@") or not lines:
            lines += [" ".join(line.text.split()) for line in one.lines[:MOST_LINES]]
    named = list(takewhile(_people, lines[:MOST_LINES]))
    after = lines[len(named)] if len(named) < len(lines) else ""
    # "New York" and "Final Report" stand above an office, too.
    if not any(_MARKS.search(line) or _is_of_a_person(line) or len(_people(line)) > 1 for line in named):
        return ""
    follows = OFFICE.search(after) or "@" in after or _ABSTRACT.match(after)
    return ", ".join(name for line in named for name in _people(line)) if follows else ""


def _people(text: str) -> list[str]:
    """Return the names in `text`, without marks and what the people are, if all are those of people."""
    names = [name.strip() for name in names_in(_MARKS.sub("", text))]
    people = [name for name in names if not _ROLE.search(name)]
    fit = all(
        is_name(name) and 2 <= len(name.split()) <= MOST_WORDS and not OFFICE.search(name) for name in people
    )
    return people if fit else []
