"""Notes from the Markdown that `markdown_out` writes, also after somebody has worked on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from deskbrief.document.anchors import Anchor
from deskbrief.document.incoming import LONGEST_TEXT, MOST_NOTES, FoundNotes, Incoming, Work
from deskbrief.document.links import LONGEST_LINK, PassageLink, read_link
from deskbrief.document.notes import MarkStyle
from deskbrief.document.tasks import Json
from deskbrief.exchange.markdown_out import REFERENCE
from deskbrief.exchange.values import name_of, role_of, stamp_of, tags_of

_FACT = re.compile(r"(title|author|source|sha256): (.{1,2000})")
_LINK = re.compile(r"\((deskbrief://open\?[^()\s]{1," + str(LONGEST_LINK) + r"})\)")
_TAG = re.compile(r'(?:^| )#("(?:[^"\\]|\\.){0,1000}"|[\w/-]+)')


def markdown_notes(text: str) -> FoundNotes:
    """Return the notes in `text`; what stands outside of them is not looked at."""
    work, notes, left_out = Work(), list[Incoming](), 0
    lines = text.replace("\r\n", "\n").split("\n")
    for begin, end, facts in _pieces(lines):
        if facts is not None:
            work = facts
            continue
        note = _note(lines[begin:end], lines[end], work)
        if note is None:
            left_out += 1
        elif len(notes) < MOST_NOTES:
            notes.append(note)
    return FoundNotes(form="Markdown", notes=tuple(notes), left_out=left_out)


def _pieces(lines: list[str]) -> Iterator[tuple[int, int, Work | None]]:
    """Yield the first line and the reference of each note, and the facts of documents before their notes."""
    begin, at = -1, 0
    while at < len(lines):
        line = lines[at]
        if begin < 0 and line == "---":
            end = next((to for to in range(at + 1, min(at + 40, len(lines))) if lines[to] == "---"), -1)
            if end > 0:
                yield at, end, _facts(lines[at + 1 : end])
                at = end
        elif begin < 0 and line.startswith(">"):
            begin = at
        elif begin >= 0 and line.startswith("[") and REFERENCE.match(line):
            yield begin, at, None
            begin = -1
        at += 1


def _facts(lines: list[str]) -> Work:
    told = {match[1]: _scalar(match[2]) for line in lines if (match := _FACT.fullmatch(line))}
    source = told.get("source", "")
    is_address = source.startswith(("http://", "https://"))
    return Work(
        sha256=told.get("sha256", ""),
        title=told.get("title", ""),
        author=told.get("author", ""),
        url=source if is_address else "",
        file_name="" if is_address else source,
    )


def _scalar(value: str) -> str:
    try:
        found: Json = json.loads(value)
    except ValueError:
        found = value
    return name_of(found if isinstance(found, str) else value)


def _note(lines: list[str], reference: str, work: Work) -> Incoming | None:
    found = _LINK.search(reference)
    link = read_link(found[1]) if found else None
    if found is None or link is None:
        return None
    lines = lines[_begin(lines, link) :]
    quote, quoted = _quote(lines)
    body = "\n".join(_plain(line) for line in lines[quoted + 1 : len(lines) - 1])
    facts = reference[found.end() :].split(" · ")
    words, tags = facts[1:], tags_of(_tags(reference[found.end() :]))
    times = [time for word in words if (time := stamp_of(word.strip()))]
    return Incoming(
        anchor=_anchor(link, quote[:LONGEST_TEXT]),
        work=work if work.sha256 == link.document else Work(sha256=link.document),
        id=link.note,
        body=body[:LONGEST_TEXT],
        role=next((role for word in words if (role := role_of(word))), None),
        style=MarkStyle.UNDERLINE if MarkStyle.UNDERLINE.value in words else MarkStyle.HIGHLIGHT,
        tags=tags,
        created=times[0] if times else "",
        modified=times[-1] if times else "",
    )


def _begin(lines: list[str], link: PassageLink) -> int:
    """Return the line with which the quote of `link` begins: others may stand before it, written by hand."""
    starts = (at for at, line in enumerate(lines) if line.startswith(">") and (not at or not lines[at - 1]))
    return next((at for at in starts if _quote(lines[at:])[0].startswith(link.quote)), 0)


def _quote(lines: list[str]) -> tuple[str, int]:
    """Return the quote with which `lines` begin, and how many of them it takes."""
    quoted = next((at for at, line in enumerate(lines) if not line.startswith(">")), len(lines))
    return "\n".join(line[2:] if line.startswith("> ") else line[1:] for line in lines[:quoted]), quoted


def _anchor(link: PassageLink, quote: str) -> Anchor:
    exact = quote or link.quote
    return Anchor(link.start, link.start + len(exact), exact)


def _plain(line: str) -> str:
    return line[1:] if line.startswith("\\") and REFERENCE.match(line) else line


def _tags(text: str) -> Iterator[str]:
    for match in _TAG.finditer(text):
        yield _scalar(match[1])
