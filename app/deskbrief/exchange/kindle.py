"""Highlights and notes from the file “My Clippings.txt” that Kindles write.

Each entry is a line with title and author, one that says what it is, where and when, an empty one, the words,
and a row of signs. A note stands by itself: it belongs to the highlight whose places its own is among.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from deskbrief.document.incoming import LONGEST_TEXT, MOST_NOTES, FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.records import dataclass
from deskbrief.exchange.values import name_of, stamp_of

FORM = "Kindle"
_END = "=" * 10
#: So many highlights back the one is looked for that an entry belongs to: it was made shortly before.
LOOKED_BACK = 300
#: The second line of an entry: what it is, and behind bars where it stands and when it was made.
_ABOUT = re.compile(r"- [^|]{3,200}(\|.{3,200}){1,3}")
#: How the kind of an entry is called in the languages of the device.
_NOTE = re.compile(r"\b(?:note|notiz|nota|notitie|メモ|笔记)\b|メモ|笔记", re.IGNORECASE)
_PLACES = re.compile(r"(\d{1,9})(?:\s?[-–]\s?(\d{1,9}))?")
_AUTHOR = re.compile(r"(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_TIMES = (
    *("%A, %d %B %Y %H:%M:%S", "%A, %B %d, %Y %I:%M:%S %p", "%A, %B %d, %Y, %I:%M %p"),
    "%A, %d %B %y %H:%M:%S",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    work: Work
    words: str
    first: int
    last: int
    is_note: bool
    created: str


def is_kindle(text: str) -> bool:
    """Tell whether `text` begins as such a file does."""
    lines = text.lstrip("\ufeff \r\n").split("\n", 3)
    return len(lines) > 2 and bool(_ABOUT.fullmatch(lines[1].strip())) and _END in text


def kindle_clippings(text: str) -> FoundNotes:
    """Return the highlights in such a file with the notes on them; bookmarks are left out.

    Of a highlight that was made longer or shorter the file holds both: the later one counts.
    """
    entries = list(_entries(text))
    found: list[tuple[_Entry, Incoming]] = []
    left_out = 0
    for entry in entries:
        back = range(len(found) - 1, max(len(found) - LOOKED_BACK, 0) - 1, -1)
        at = next((n for n in back if _belongs(entry, found[n][0])), -1)
        if entry.is_note and at >= 0:
            was, note = found[at]
            found[at] = was, replace(note, body="\n\n".join(filter(None, (note.body, entry.words))))
        elif entry.is_note or not entry.words:
            left_out += 1
        elif at >= 0:
            found[at] = entry, replace(_note(entry), body=found[at][1].body)
        elif len(found) < MOST_NOTES:
            found.append((entry, _note(entry)))
    return FoundNotes(form=FORM, notes=tuple(note for _, note in found), left_out=left_out)


def _belongs(entry: _Entry, highlight: _Entry) -> bool:
    """Tell whether `entry` is a note on `highlight`, or the same one made longer or shorter."""
    if entry.work != highlight.work:
        return False
    if entry.is_note:
        return highlight.first <= entry.first <= highlight.last
    overlaps = entry.first <= highlight.last and highlight.first <= entry.last
    return (
        overlaps and bool(entry.words) and (entry.words in highlight.words or highlight.words in entry.words)
    )


def _entries(text: str) -> Iterator[_Entry]:
    for part in text.replace("\r\n", "\n").split(f"{_END}\n"):
        lines = part.removesuffix(_END).strip("\ufeff\n ").split("\n")
        if len(lines) >= 2 and lines[1].startswith("- "):
            yield _entry(lines[0], lines[1], "\n".join(lines[2:]).strip()[:LONGEST_TEXT])


def _entry(title: str, about: str, words: str) -> _Entry:
    kind, *facts = (part.strip() for part in about[2:].split("|"))
    # A page may stand before the places, which alone tell highlights apart.
    where = facts[0] if len(facts) > 1 else kind
    match = _PLACES.search(where)
    first = int(match[1]) if match else -1
    return _Entry(
        work=_work(title),
        words=words,
        first=first,
        last=int(match[2]) if match and match[2] else first,
        is_note=bool(_NOTE.search(kind)),
        created=_time(facts[-1] if facts else ""),
    )


def _work(line: str) -> Work:
    line = line.strip("\ufeff ")
    match = _AUTHOR.fullmatch(line)
    return Work(title=name_of(match[1] if match else line), author=name_of(match[2] if match else ""))


def _time(words: str) -> str:
    """Return the time in the last part of the second line; only English ones are read."""
    said = words.removeprefix("Added on ").strip()
    for form in _TIMES:
        try:
            # Kindles tell no zone: UTC, as with all other files that tell none.
            return stamp_of(datetime.strptime(said, form).isoformat())  # noqa: DTZ007
        except ValueError:
            continue
    return ""


def _note(entry: _Entry) -> Incoming:
    return Incoming(
        anchor=foreign_anchor(entry.words),
        work=entry.work,
        key=f"{entry.first}|{entry.created}|{entry.words[:200]}",
        created=entry.created,
    )
