"""Finding words in all texts and notes of the library, whatever their case and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from deskbrief.document.citing import place_words
from deskbrief.document.errors import LibraryError
from deskbrief.document.folding import Fold, Folded
from deskbrief.document.note_text import plain_text
from deskbrief.document.notes import Note
from deskbrief.document.placing import word_for_word
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.library.expression import Asked, asked
from deskbrief.library.library import Library
from deskbrief.library.search import Found, Index, used_up

#: Code points shown on each side of a hit, and passages of one text.
AROUND = 60
OF_ONE = 3
#: What stands where the text goes on.
CUT = "…"
#: So many places of a word are looked at to find where most words stand together.
MOST_HITS = 100
#: The longest stretch of text that is shown as one passage.
WIDE = 220


@dataclass(frozen=True, slots=True)
class Passage:
    """A hit: the document, whether it stands in its "text" or a "note", where, and what stands around it.

    `span` is the stretch of the text that the hit leads to, `marked` where the words stand in `around`,
    `note` the note's id. `place` is how notes and briefs cite it, as "p. 3, ¶12", and `section` the heading
    above it; both are empty where the passage of a note was lost.
    """

    document: str
    title: str
    kind: str
    start: int
    around: str
    span: Span = Span(0, 0)
    marked: tuple[Span, ...] = ()
    note: str = ""
    place: str = ""
    section: str = ""


def find_everywhere(library: Library, folder: Path, query: str, most: int = 50) -> tuple[Passage, ...]:
    """Return the best `most` passages for `query` in the library that lies in `folder`.

    Where the index cannot be written everything is read instead, which takes longer and knows no ranking.
    """
    try:
        with Index(folder) as index:
            found = index.sure(lambda held: _found(held, asked(query), most))
    except LibraryError:
        wanted = plain(" ".join(query.split()))
        return tuple(islice(_passages(library, wanted), most)) if wanted else ()
    return tuple(one if one.title else _named(library, one) for one in found)


def _found(index: Index, wanted: Asked, most: int) -> tuple[Passage, ...]:
    used_up(index)
    return passages_in(index, wanted, most)


def passages_in(index: Index, wanted: Asked, most: int) -> tuple[Passage, ...]:
    """Return the best `most` passages for `wanted`: notes first, then texts, the best one first in each."""
    # Notes must not crowd out the texts, unless they alone are asked for.
    only_notes = bool(wanted.role or wanted.tag)
    notes = index.notes(wanted, most)
    texts = [] if only_notes else index.texts(wanted, most - min(len(notes), max(most // 3, 1)), OF_ONE)
    found = [_in_note(index, one, wanted) for one in notes[: most - len(texts)]]
    found += [_in_text(index, one, wanted) for one in texts]
    return tuple(_cited(index, passage) for passage in found if passage is not None)


def _cited(index: Index, passage: Passage) -> Passage:
    """Return `passage` with its place in words."""
    if not len(passage.span):
        return passage
    at = index.locate(passage.document, passage.span.start)
    return replace(passage, place=place_words(at.page, at.paragraph), section=at.section)


def _in_note(index: Index, found: Found, wanted: Asked) -> Passage | None:
    note = index.note(found)
    if note is None:
        return None
    body, quote = plain_text(note.body).strip(), note.anchor.exact.strip()
    words = f"{body} — “{quote}”" if body else f"“{quote}”"
    window, marked = best_window(words, wanted)
    around, marked = on_one_line(words, window, marked)
    span = _where(index, note)
    return Passage(note.document, found.title, "note", span.start, around, span, marked, note.id)


def _where(index: Index, note: Note) -> Span:
    """Return where the passage of `note` stands word for word; empty where it does not, or may not."""
    anchor, end = note.anchor, note.anchor.start + len(note.anchor.exact)
    if anchor.start >= 0 and anchor.is_sure and index.reads(note.document, anchor.start, end) == anchor.exact:
        return Span(anchor.start, end)
    # Seldom: another version of the reader has read the file since.
    return word_for_word(anchor, index.text(note.document) or "") or Span(0, 0)


def _in_text(index: Index, found: Found, wanted: Asked) -> Passage | None:
    text = index.stretch(found)
    window, marked = best_window(text, wanted)
    around, shown = on_one_line(text, window, marked)
    first = marked[0] if marked else Span(window.start, window.start)
    span = Span(found.start + first.start, found.start + max((one.end for one in marked), default=first.end))
    return Passage(found.document, found.title, "text", span.start, around, span, shown)


def best_window(text: str, wanted: Asked) -> tuple[Span, tuple[Span, ...]]:
    """Return the stretch of `text` that holds the most of the wanted words, and where they stand in it."""
    fold = Fold()
    folded = Folded(fold).add(text)
    hits: list[tuple[Span, int]] = []
    last = len(wanted.words) - 1
    for number, word in enumerate(wanted.words):
        needle = fold.word(word)
        open_end = wanted.open_end and number == last
        hits += [(span, number) for span in islice(_at_words(folded, needle, open_end=open_end), MOST_HITS)]
    hits.sort()
    if not hits:
        return Span(0, _whole_words(text, min(len(text), WIDE))), ()
    best: list[tuple[Span, int]] = []
    most = (0, 0)
    low = 0
    for high in range(len(hits)):
        while hits[high][0].end - hits[low][0].start > WIDE - AROUND and low < high:
            low += 1
        inside = hits[low : high + 1]
        worth = (len({number for _, number in inside}), len(inside))
        if worth > most:
            best, most = inside, worth
    marked = tuple(span for span, _ in best)
    start = _word_start(text, max(marked[0].start - AROUND, 0))
    end = _whole_words(text, min(max(marked[-1].end + AROUND, start + WIDE), len(text)))
    return Span(start, max(end, marked[-1].end)), marked


def _at_words(folded: Folded, needle: str, *, open_end: bool) -> Iterator[Span]:
    """Yield where `needle` stands as words of its own, or as the beginning of one if `open_end`."""
    parts = needle.split()
    if not parts:
        return
    # That nothing of a word stands before it is asked behind its letters: these are found faster.
    first, *more = map(re.escape, parts)
    # What stands between two of its words is no letter and no digit.
    words = r"[\W_]{0,4}".join((rf"{first}(?<![^\W_]{first})", *more))
    ending = r"[^\W_]*" if open_end else r"(?![^\W_])"
    for match in re.finditer(words + ending, folded.text):
        yield Span(folded.start(match.start()), folded.end(match.end()))


def _in_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()


def _word_start(text: str, at: int) -> int:
    """Return the start of the first whole word from `at` on, which is 0 at the beginning."""
    if at == 0:
        return 0
    space = text.find(" ", at, at + 20)
    return space + 1 if space >= 0 else at


def _whole_words(text: str, at: int) -> int:
    """Return `at`, or where the last whole word before it ends if it lies in one."""
    if not (_in_word(text, at - 1) and _in_word(text, at)):
        return at
    space = text.rfind(" ", max(at - 30, 0), at)
    return space if space >= 0 else at


def on_one_line(text: str, window: Span, marked: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the words of `window` with single spaces, and where `marked` stands in them.

    Where the text goes on before or behind them an ellipsis says so.
    """
    parts: list[str] = []
    places: list[Span] = []
    done, length = window.start, 0
    for span in (*marked, Span(window.end, window.end)):
        before = _spaced(text[done : span.start], after_space=not length or parts[-1].endswith(" "))
        words = _spaced(text[span.start : span.end], after_space=False)
        parts += [part for part in (before, words) if part]
        length += len(before)
        if words:
            places.append(Span(length, length + len(words)))
        length += len(words)
        done = max(done, span.end)
    before = CUT if window.start else ""
    after = CUT if text[window.end :].strip() else ""
    shown = "".join(parts)
    more = len(before) - (len(shown) - len(shown.lstrip()))
    return f"{before}{shown.strip()}{after}", tuple(Span(at.start + more, at.end + more) for at in places)


def _spaced(text: str, *, after_space: bool) -> str:
    """Return `text` with single spaces, keeping one at each end unless one stands before it."""
    words = " ".join(text.split())
    if not text:
        return ""
    left = " " if text[0].isspace() and not after_space else ""
    right = " " if words and text[-1].isspace() else ""
    return f"{left}{words}{right}"


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
        words = f"{plain_text(note.body)} {note.anchor.exact} {' '.join(note.tags)}"
        for start in islice(_places(words, wanted), 1):
            title = titles.setdefault(note.document, _title(library, note.document))
            around = _around(words, start, len(wanted))
            yield Passage(
                note.document, title, "note", note.anchor.start, around, note.anchor.span, note=note.id
            )
    for sha256, title, text in library.texts():
        for start in islice(_places(text, wanted), OF_ONE):
            around = _around(text, start, len(wanted))
            yield Passage(
                sha256, title or sha256[:12], "text", start, around, Span(start, start + len(wanted))
            )


def _places(text: str, wanted: str) -> Iterator[int]:
    folded = plain(text).replace("\n", " ")
    at = folded.find(wanted)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + len(wanted))


def _around(text: str, start: int, length: int) -> str:
    return " ".join(text[max(start - AROUND, 0) : start + length + AROUND].split())


def _named(library: Library, passage: Passage) -> Passage:
    return replace(passage, title=_title(library, passage.document))


def _title(library: Library, sha256: str) -> str:
    document = library.document(sha256)
    paths = library.paths(sha256)
    if document is None and (one := library.awaited_as(sha256)) is not None:
        return one.title or one.file_name or one.url
    return (document.metadata.title if document else "") or (Path(paths[0]).name if paths else sha256[:12])
