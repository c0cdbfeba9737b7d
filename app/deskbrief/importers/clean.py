"""Clean text on its way into a document: white space folded, with its marks and its origin kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from deskbrief.document.model import Inline, InlineKind, SourceRun

#: A `Piece` that stood nowhere in the decoded source.
NOWHERE = -1

_SPACES = r"\s\u00a0\u2000-\u200a\u202f\u205f\u3000"
#: Control characters, invisible characters that only break words, lone surrogates, and no characters at all.
_NONE = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_ODD = re.compile(rf"^ | $|  |[^\S ]|[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[{_NONE}]")
_TOKEN = re.compile(rf"(?P<white>[{_SPACES}]+)|[^{_SPACES}{_NONE}]+")
_UNFIT = re.compile(rf"[{_NONE}]")
_FIT = re.compile(rf"[^{_NONE}]+")
#: Letters drawn as one, which nobody would find by typing (Unicode, Alphabetic Presentation Forms).
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_CHANGED = re.compile(f"{_ODD.pattern}|{_LIGATURE.pattern}")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]{0,3} ")


@dataclass(frozen=True, slots=True)
class Mark:
    """The formatting of a piece; `target` is a link's address."""

    kind: InlineKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that has a name: a page of that label begins there, or links lead to it."""

    name: str
    page: bool = False


class Piece(NamedTuple):
    """A stretch of text with its marks; `source` is where it stood in the decoded source, or `NOWHERE`.

    `places` are the names of the place where the piece begins; the text of such a piece may be empty.
    """

    text: str
    source: int = NOWHERE
    marks: tuple[Mark, ...] = ()
    places: tuple[Place, ...] = ()


class Clean(NamedTuple):
    """Text that is fit for a document; `runs`, `inlines` and `places` count from its own beginning."""

    text: str = ""
    runs: tuple[SourceRun, ...] = ()
    inlines: tuple[Inline, ...] = ()
    places: tuple[tuple[int, Place], ...] = ()


def fit_text(text: str) -> str:
    """Return `text` without characters that no document may hold."""
    return _UNFIT.sub("", text)


def invisible_in(text: str) -> int:
    """Count the characters of `text` that no document may hold: soft hyphens, zero-width spaces and so on."""
    return len(_UNFIT.findall(text))


def plain(text: str) -> Clean:
    """Return `text`, folded, as clean text without marks and without an origin."""
    return folded([Piece(text)])


def folded(pieces: Iterable[Piece]) -> Clean:
    """Return the text of `pieces` with each run of white space as one space, and none at the ends."""
    pieces = list(pieces)
    if len(pieces) == 1 and (known := _kept_length(pieces[0])):
        return known
    parts: list[str] = []
    runs: list[SourceRun] = []
    spans: list[tuple[Mark, int, int]] = []
    places: list[tuple[int, Place]] = []
    waiting: list[Place] = []
    length = 0
    gap: int | None = None
    for piece in pieces:
        begin = -1
        waiting += piece.places
        for text, offset, white in _tokens(piece.text) if piece.source >= 0 else _unplaced(piece.text):
            source = piece.source + offset if piece.source >= 0 else NOWHERE
            if white:
                gap = source if gap is None and length else gap
                continue
            if gap is not None:
                parts.append(" ")
                extend(runs, length, gap, 1)
                length, gap = length + 1, None
            begin = length if begin < 0 else begin
            if waiting:
                places += [(length, place) for place in waiting]
                waiting = []
            for letters, origin in _spelt(text, source):
                parts.append(letters)
                extend(runs, length, origin, len(letters))
                length += len(letters)
        spans += [(mark, begin, length) for mark in piece.marks if begin >= 0]
    whole = "".join(parts)
    places += [(length, place) for place in waiting]
    return Clean(whole, tuple(runs), tuple(_joined(spans, whole)), tuple(places))


def folded_one(piece: Piece) -> Clean:
    """Return what `folded` makes of one piece."""
    return _kept_length(piece) or folded([piece])


def as_it_stands(source: str, start: int, end: int) -> Clean:
    """Return a stretch of the decoded source in which nothing has to change, as `is_fit` tells."""
    return Clean(source[start:end], (SourceRun(0, start, end - start),) if end > start else ())


def is_fit(text: str) -> bool:
    """Tell whether `text` may stand in a document as it is, white space at its ends and all."""
    if text.isascii():
        # The same, told several times faster of most of what is read.
        return text.isprintable() and "  " not in text and " " not in (text[:1], text[-1:])
    return _CHANGED.search(text) is None


def _kept_length(piece: Piece) -> Clean | None:
    """Return `piece` where no more than tabs become spaces, as of most of what stands in cells and lists."""
    text = piece.text
    if not text or piece.marks or piece.places:
        return None
    text = text.replace("\t", " ") if "\t" in text else text
    if not is_fit(text):
        return None
    return Clean(text, (SourceRun(0, piece.source, len(text)),) if piece.source >= 0 else ())


def _spelt(text: str, source: int) -> Iterator[tuple[str, int]]:
    """Yield `text` and where it stood, with ligatures as the letters they stand for, which stood nowhere."""
    if not _LIGATURE.search(text):
        yield text, source
        return
    at = 0
    for found in _LIGATURE.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], source + at if source >= 0 else NOWHERE
        yield LIGATURES[found[0]], NOWHERE
        at = found.end()
    if at < len(text):
        yield text[at:], source + at if source >= 0 else NOWHERE


def _tokens(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield stretches of text and of white space with their offsets; a lone space is part of the text."""
    if not _ODD.search(text):
        if text:
            yield text, 0, False
        return
    for found in _TOKEN.finditer(text):
        yield found[0], found.start(), found["white"] is not None


def _unplaced(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield the same of a text that stood nowhere, but all between its ends as one stretch."""
    if not _ODD.search(text):
        if text:
            yield text, 0, False
        return
    fit = _UNFIT.sub("", text)
    line = " ".join(fit.split())
    if fit[:1].isspace():
        yield " ", 0, True
    if line:
        yield line, 0, False
        if fit[-1:].isspace():
            yield " ", 0, True


def extend(runs: list[SourceRun], start: int, source: int, length: int) -> None:
    """Add a run to `runs`, as part of the last one when it goes on without a break."""
    if source < 0 or not length:
        return
    if runs:
        last = runs[-1]
        if last.start + last.length == start and last.source + last.length == source:
            runs[-1] = SourceRun(last.start, last.source, last.length + length)
            return
    runs.append(SourceRun(start, source, length))


def _joined(spans: Iterable[tuple[Mark, int, int]], text: str) -> Iterator[Inline]:
    """Yield inline ranges; stretches of one mark with nothing but a space between them become one."""
    open_spans: dict[Mark, tuple[int, int]] = {}
    for mark, start, end in spans:
        begin, stop = open_spans.get(mark, (start, start))
        if text[stop:start] not in ("", " "):
            yield Inline(mark.kind, begin, stop, mark.target)
            begin = start
        open_spans[mark] = (begin, end)
    for mark, (begin, stop) in open_spans.items():
        yield Inline(mark.kind, begin, stop, mark.target)


def verbatim(pieces: Iterable[Piece]) -> Clean:
    """Return the text of `pieces`, one a line, with its white space as it is: what code needs."""
    parts: list[str] = []
    runs: list[SourceRun] = []
    length, end = 0, NOWHERE
    for number, piece in enumerate(pieces):
        if number:
            parts.append("\n")
            extend(runs, length, end, 1)
            length += 1
        line = piece.text.rstrip()
        for found in _FIT.finditer(line):
            parts.append(found[0])
            extend(
                runs, length, piece.source + found.start() if piece.source >= 0 else NOWHERE, len(found[0])
            )
            length += len(found[0])
        end = piece.source + len(line) if piece.source >= 0 else NOWHERE
    return Clean("".join(parts), tuple(runs))


def pieces_of(clean: Clean, limit: int, separators: str = " ") -> Iterator[Clean]:
    """Yield `clean` cut into parts of at most `limit` code points.

    A part ends at the end of a sentence where there is one in its second half, else before a word, and
    only within a word when the word is that long. The white space at a cut is dropped, nothing else is.
    """
    if len(clean.text) <= limit:
        yield clean
    else:
        yield from parts_at(clean, list(_cuts(clean.text, limit, separators)))


def _cuts(text: str, limit: int, separators: str) -> Iterator[tuple[int, int]]:
    begin = 0
    while len(text) - begin > limit:
        end = _cut(text, begin, begin + limit, separators)
        yield begin, end
        begin = end
        while text[begin : begin + 1] in separators and begin < len(text):
            begin += 1
    yield begin, len(text)


def _cut(text: str, begin: int, end: int, separators: str) -> int:
    middle = (begin + end) // 2
    sentences = [found.end() - 1 for found in _SENTENCE.finditer(text, middle, end + 1)]
    if sentences and " " in separators:
        return sentences[-1]
    places = [text.rfind(separator, begin + 1, end + 1) for separator in separators]
    return max(places) if max(places) > begin else end


def part(clean: Clean, begin: int, end: int) -> Clean:
    """Return the stretch `[begin, end)` of `clean` as clean text of its own."""
    return next(parts_at(clean, [(begin, end)]))


def parts_at(clean: Clean, cuts: Sequence[tuple[int, int]]) -> Iterator[Clean]:
    """Yield the stretches of `clean` at `cuts`, which are in order and do not overlap."""
    starts = [begin for begin, _ in cuts]
    runs: list[list[SourceRun]] = [[] for _ in cuts]
    inlines: list[list[Inline]] = [[] for _ in cuts]
    places: list[list[tuple[int, Place]]] = [[] for _ in cuts]
    for run in clean.runs:
        for at, low, high in _shares(cuts, starts, run.start, run.start + run.length):
            runs[at].append(SourceRun(low - starts[at], run.source + low - run.start, high - low))
    for inline in clean.inlines:
        for at, low, high in _shares(cuts, starts, inline.start, inline.end):
            inlines[at].append(Inline(inline.kind, low - starts[at], high - starts[at], inline.target))
    for offset, place in clean.places:
        at = max(bisect_right(starts, offset) - 1, 0)
        if starts[at] <= offset < cuts[at][1] or (offset == cuts[at][1] == len(clean.text)):
            places[at].append((offset - starts[at], place))
    for at, (begin, end) in enumerate(cuts):
        yield Clean(clean.text[begin:end], tuple(runs[at]), tuple(inlines[at]), tuple(places[at]))


def _shares(
    cuts: Sequence[tuple[int, int]], starts: Sequence[int], start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """Yield which of `cuts` share a stretch of `[start, end)`, and which one."""
    at = max(bisect_right(starts, start) - 1, 0)
    while at < len(cuts) and starts[at] < end:
        low, high = max(start, starts[at]), min(end, cuts[at][1])
        if low < high:
            yield at, low, high
        at += 1
