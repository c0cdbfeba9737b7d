"""Front matter: the `key: value` lines between two rules at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskbrief.document.model import DateEvidence
from deskbrief.importers.clean import plain
from deskbrief.importers.dates import find_date

#: The most lines and characters of front matter.
MOST_LINES, MOST_CHARS = 200, 20_000

_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(\S[^\n]{0,2000})?)?")
_LIST = re.compile(r"[ \t]{0,8}-[ \t]+(\S[^\n]{0,400})")
#: Values that only a YAML reader understands, and one that can be made to do harm.
_NOT_PLAIN = ("!", "&", "*", "{", ">", "|", "%", "@", "`")


#: Entries that hold the day of publication, the surest first.
_DATED = ("date", "published", "post_date", "publish_date", "pubdate")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries that are understood, and where the text begins after them."""

    end: int = 0
    title: str = ""
    subtitle: str = ""
    author: str = ""
    date: DateEvidence | None = None
    language: str = ""
    publisher: str = ""


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of `text`; nothing, and an end of 0, when there is none."""
    body = _body(text)
    if body is None:
        return FrontMatter()
    values = _values(body.split("\n"))
    dates = (find_date(values.get(key, "")) for key in _DATED)
    date = next((one for one in dates if one), None)
    return FrontMatter(
        end=_end(text),
        title=values.get("title", "") or values.get("post_title", ""),
        subtitle=values.get("subtitle", ""),
        author=values.get("author", "") or values.get("authors", ""),
        date=DateEvidence(date[0], date[1], "front matter") if date else None,
        language=values.get("lang", "") or values.get("language", ""),
        publisher=values.get("publisher", ""),
    )


def _end(text: str) -> int:
    """Return where the text begins after the rule that ends the front matter, or 0."""
    if not text.startswith("---\n"):
        return 0
    at = 4
    for _ in range(MOST_LINES):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)].rstrip()
        if line in ("---", "..."):
            return stop + 1 if stop >= 0 else len(text)
        if stop < 0 or stop > MOST_CHARS:
            return 0
        at = stop + 1
    return 0


def _body(text: str) -> str | None:
    end = _end(text)
    lines = text[4:end].split("\n") if end else []
    entries = [line for line in lines if _ENTRY.fullmatch(line.rstrip())]
    return text[4:end] if entries else None


def _values(lines: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    name = ""
    for line in lines:
        entry = _ENTRY.fullmatch(line.rstrip())
        item = _LIST.match(line)
        if entry:
            name = entry[1].strip().casefold()
            values.setdefault(name, _plain_value(entry[2] or ""))
        elif item and name:
            listed = [values.get(name, ""), _plain_value(item[1])]
            values[name] = ", ".join(value for value in listed if value)
    return values


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
