"""Front matter: the lines between two rules at the top of a Markdown file.

Between rules of hyphens they are `key: value` (YAML), between those of plus signs `key = value` (TOML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deskbrief.document.model import DateEvidence
from deskbrief.importers.clean import plain
from deskbrief.importers.dates import find_date

#: The most lines and characters of front matter.
MOST_LINES, MOST_CHARS = 200, 20_000

_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(\S[^\n]{0,2000})?)?")
_TOML = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*=(?:[ \t]*(\S[^\n]{0,2000})?)?")
_SECTION = re.compile(r"\[{1,2}[\w. -]{1,80}\]{1,2}")
#: The rule that opens front matter, those that end it, and how its entries are written.
_RULES = {"---": (("---", "..."), _ENTRY), "+++": (("+++",), _TOML)}
_LIST = re.compile(r"[ \t]{0,8}-[ \t]+(\S[^\n]{0,400})")
#: Values that only a YAML reader understands, and one that can be made to do harm.
_NOT_PLAIN = ("!", "&", "*", "{", ">", "|", "%", "@", "`")
#: What opens a text of several lines: a YAML block, and a TOML string.
_SEVERAL = re.compile(r"[>|][+-]?|\"{3}|'{3}")
#: Why words of front matter are left out, and from how many words on an entry is prose.
UNSHOWN = "words of the front matter"
FEWEST_WORDS = 6

#: Entries that are shown or are no prose, and those that hold the day of publication, the surest first.
_SHOWN = (
    "title",
    "post_title",
    "subtitle",
    "author",
    "authors",
    "publisher",
    "tags",
    "categories",
    "keywords",
)
_DATED = ("date", "published", "post_date", "publish_date", "pubdate")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries that are understood, and where the text begins after them.

    `unshown` is the prose of the other ones, such as an excerpt.
    """

    end: int = 0
    title: str = ""
    subtitle: str = ""
    author: str = ""
    date: DateEvidence | None = None
    language: str = ""
    publisher: str = ""
    unshown: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of `text`; nothing, and an end of 0, when there is none."""
    rule, end = text[:3], _end(text)
    if not end:
        return FrontMatter()
    entry = _RULES[rule][1]
    lines = [line.rstrip() for line in text[4:end].rstrip().rpartition("\n")[0].split("\n")]
    values, other = _values(lines, entry)
    if not values and not any(map(entry.fullmatch, lines)):
        return FrontMatter()
    dates = (find_date(values.get(key, "")) for key in _DATED)
    date = next((one for one in dates if one), None)
    return FrontMatter(
        end=end,
        title=values.get("title", "") or values.get("post_title", ""),
        subtitle=values.get("subtitle", ""),
        author=values.get("author", "") or values.get("authors", ""),
        date=DateEvidence(date[0], date[1], "front matter") if date else None,
        language=values.get("lang", "") or values.get("language", ""),
        publisher=values.get("publisher", ""),
        unshown=tuple(_prose(values, other)),
    )


def _end(text: str) -> int:
    """Return where the text begins after the rule that ends the front matter, or 0."""
    if text[3:4] != "\n" or text[:3] not in _RULES:
        return 0
    ends = _RULES[text[:3]][0]
    at = 4
    for _ in range(MOST_LINES):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)].rstrip()
        if line in ends:
            return stop + 1 if stop >= 0 else len(text)
        if stop < 0 or stop > MOST_CHARS:
            return 0
        at = stop + 1
    return 0


def _values(lines: list[str], form: re.Pattern[str]) -> tuple[dict[str, str], list[str]]:
    """Return the values of the entries by their names, and the lines that are no entries."""
    values: dict[str, str] = {}
    other: list[str] = []
    name, inside = "", False
    for line in lines:
        if _SECTION.fullmatch(line):
            # What stands in a section of its own says nothing of the text.
            inside = True
            continue
        entry = form.fullmatch(line)
        item = _LIST.match(line)
        if entry:
            name = entry[1].strip().casefold()
            several = _SEVERAL.fullmatch(entry[2] or "")
            written = "" if several else entry[2] or ""
            if not inside:
                values.setdefault(name, _plain_value(written))
        elif item and name:
            listed = [values.get(name, ""), _plain_value(item[1])]
            values[name] = ", ".join(value for value in listed if value)
        elif line:
            other.append(line)
    return values, other


def _prose(values: dict[str, str], other: list[str]) -> Iterator[str]:
    """Yield the words that a reader would miss: entries of several words, and loose lines."""
    words = " ".join(line.strip(" \t\"'") for line in other)
    for value in (*(text for name, text in values.items() if name not in _SHOWN), words):
        if len(value.split()) >= FEWEST_WORDS:
            yield plain(value).text


def _plain_value(written: str) -> str:
    """Return a value without quotes; nothing for one that only a YAML reader would understand."""
    value = written.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(part for part in map(_plain_value, value[1:-1].split(",")) if part)
    if value.startswith(_NOT_PLAIN):
        return ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return plain(value).text
