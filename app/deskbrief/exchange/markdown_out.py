"""Notes as Markdown to read, which comes back in as it was.

Facts in front (YAML), the title, a heading for each section of the document, and each note as its passage in
a quote, the reader's words, and a line with a link to the passage, the role and the tags. That line ends the
note: whatever the words hold, the next quote begins the next note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from deskbrief.document.notes import MarkStyle
from deskbrief.exchange.outgoing import Outgoing

#: How the last line of a note begins, for a note and where the words of one look the same.
REFERENCE = re.compile(r"\\{0,100}\[[^\]\n]{1,200}\]\(deskbrief://open\?")
NOT_FOUND = "passage not found"


def notes_markdown(notes: Iterable[Outgoing]) -> str:
    """Return `notes`, which come document by document in the order of the text, as one Markdown text."""
    pieces = [_document(list(group)) for _, group in groupby(notes, key=lambda one: one.note.document)]
    return "\n".join(pieces)


def _document(notes: list[Outgoing]) -> str:
    return "\n".join([*_front(notes[0]), "", f"# {_line(notes[0].work.name) or 'Untitled'}", *_notes(notes)])


def _front(first: Outgoing) -> Iterator[str]:
    work = first.work
    facts = {
        "title": work.title,
        "author": work.author,
        "source": work.url or work.file_name,
        "date": first.published,
        "sha256": first.note.document,
    }
    yield "---"
    for key, value in facts.items():
        if value:
            # A JSON string is a YAML string, whatever is in it.
            yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
    yield "---"


def _notes(notes: list[Outgoing]) -> Iterator[str]:
    section = ""
    for one in notes:
        if one.section and one.section != section:
            section = one.section
            yield f"\n## {_line(section)}"
        yield ""
        yield from _note(one)
    yield ""


def _note(one: Outgoing) -> Iterator[str]:
    yield from (f"> {line}" if line else ">" for line in one.note.anchor.exact.split("\n"))
    if one.note.body:
        yield ""
        yield from (_escaped(line) for line in one.note.body.split("\n"))
    yield ""
    facts = [one.note.role.value]
    if one.note.style is not MarkStyle.HIGHLIGHT:
        facts.append(one.note.style.value)
    facts += [one.note.created, *([one.note.modified] if one.note.modified != one.note.created else [])]
    if one.note.tags:
        facts.append(" ".join(_tag(tag) for tag in one.note.tags))
    yield " · ".join([f"[{one.where or NOT_FOUND}]({one.link})", *filter(None, facts)])


def _escaped(line: str) -> str:
    return f"\\{line}" if REFERENCE.match(line) else line


def _tag(tag: str) -> str:
    return f"#{tag}" if re.fullmatch(r"[\w/-]+", tag) else f"#{json.dumps(tag, ensure_ascii=False)}"


def _line(text: str) -> str:
    return " ".join(text.split())
