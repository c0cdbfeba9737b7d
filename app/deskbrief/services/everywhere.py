"""Finding words in all texts and notes of the library, whatever their case and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.document.records import dataclass
from deskbrief.library.library import Library
from deskbrief.library.search import search

#: Code points shown on each side of a hit, and passages of one text.
AROUND = 60
OF_ONE = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A hit: the document, whether it stands in its "text" or a "note", where, and what stands around it."""

    document: str
    title: str
    kind: str
    start: int
    around: str


def find_everywhere(library: Library, folder: Path, query: str, most: int = 50) -> tuple[Passage, ...]:
    """Return the best `most` passages for `query` in the library that lies in `folder`.

    Where the index cannot be written everything is read instead, which takes longer and knows no ranking.
    """
    try:
        found = search(folder, query, most)
    except LibraryError:
        wanted = plain(" ".join(query.split()))
        return tuple(islice(_passages(library, wanted), most)) if wanted else ()
    kinds = {True: "note", False: "text"}
    return tuple(
        Passage(
            one.document,
            one.title or _title(library, one.document),
            kinds[bool(one.note)],
            one.start,
            one.passage,
        )
        for one in found
    )


def plain(text: str) -> str:
    """Return `text` without case and accents, one code point for each: places stay what they are."""
    if text.isascii():
        return text.lower()
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def _passages(library: Library, wanted: str) -> Iterator[Passage]:
    titles: dict[str, str] = {}
    for note in library.notes():
        words = f"{note.body} {note.anchor.exact} {' '.join(note.tags)}"
        for start in islice(_places(words, wanted), 1):
            title = titles.setdefault(note.document, _title(library, note.document))
            yield Passage(note.document, title, "note", note.anchor.start, _around(words, start, len(wanted)))
    for sha256, title, text in library.texts():
        for start in islice(_places(text, wanted), OF_ONE):
            yield Passage(sha256, title or sha256[:12], "text", start, _around(text, start, len(wanted)))


def _places(text: str, wanted: str) -> Iterator[int]:
    folded = plain(text).replace("\n", " ")
    at = folded.find(wanted)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + len(wanted))


def _around(text: str, start: int, length: int) -> str:
    return " ".join(text[max(start - AROUND, 0) : start + length + AROUND].split())


def _title(library: Library, sha256: str) -> str:
    document = library.document(sha256)
    paths = library.paths(sha256)
    return (document.metadata.title if document else "") or (paths[0] if paths else sha256[:12])
