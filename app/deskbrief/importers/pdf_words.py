"""The text of lines put together again: hyphens at their ends undone, faces as marks, references as links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deskbrief.document.model import InlineKind
from deskbrief.importers.clean import NOWHERE, Mark, Piece, Place
from deskbrief.importers.hyphens import LineWords, joins
from deskbrief.importers.pdf_lines import Line, Page
from deskbrief.importers.pdf_origins import space_after


class Words(LineWords):
    """The words of one document, by which it is told whether a hyphen at the end of a line is part of one."""

    def __init__(self, pages: Iterable[Page]) -> None:
        super().__init__(line.text for page in pages for line in page.lines)


def pieces_of_lines(
    lines: Sequence[Line], words: Words, *, strong: bool = True, marker: str = "", upto: int | None = None
) -> list[Piece]:
    """Return the text of `lines` as pieces; without `strong`, bold letters carry no mark.

    `marker` is left out at the beginning. Raised numbers lead to the footnotes of their page. With
    `upto`, the lines from there on only tell how the text goes on.
    """
    pieces: list[Piece] = []
    for number, line in enumerate(lines[:upto]):
        following = lines[number + 1].text if number + 1 < len(lines) else ""
        found = list(_pieces(line, strong=strong))
        if not number and marker:
            found = _without(found, marker)
        text = line.text
        if following and text.endswith("-") and len(text) > 1 and text[-2].isalnum():
            if words.drops(text, following):
                _drop_hyphen(found)
        elif following and not joins(text, following):
            found.append(space_after(line.cells[-1].stretches[-1].origins()[-1]))
        pieces += found
    return pieces


def _pieces(line: Line, *, strong: bool) -> Iterator[Piece]:
    for stretch in line.stretches():
        marks = []
        if stretch.face.bold and strong:
            marks.append(Mark(InlineKind.STRONG))
        if stretch.face.italic:
            marks.append(Mark(InlineKind.EMPHASIS))
        if stretch.link:
            marks.append(Mark(InlineKind.LINK, stretch.link))
        bare = stretch.text.strip()
        if stretch.raised and bare and not any(sign.isalpha() for sign in bare):
            marks.append(Mark(InlineKind.SUPERSCRIPT))
            marks.append(Mark(InlineKind.LINK, f"#{note_name(line.page, bare)}"))
        yield from stretch.pieces(tuple(marks))


def note_name(page: int, mark: str) -> str:
    """Return the name of the place where the footnote with `mark` on `page` begins."""
    return f"note {page} {mark.strip(',.;:) ')}"


def _without(pieces: Sequence[Piece], marker: str) -> list[Piece]:
    """Return `pieces` without the first `marker`, which may reach over several of them."""
    left = len(marker)
    kept = []
    for piece in pieces:
        bare = len(piece.text.lstrip())
        cut = min(left, bare)
        skipped = len(piece.text) - bare + cut if left else 0
        left -= cut
        if skipped < len(piece.text):
            kept.append(_part(piece, skipped))
    return kept


def _part(piece: Piece, skipped: int) -> Piece:
    """Return `piece` without its first code points."""
    source = piece.source + skipped if piece.source >= 0 else NOWHERE
    return Piece(piece.text[skipped:], source, piece.marks, piece.places)


def _drop_hyphen(pieces: list[Piece]) -> None:
    last = pieces[-1]
    pieces[-1] = Piece(last.text[:-1], last.source, last.marks, last.places)


def code_pieces(lines: Sequence[Line]) -> list[Piece]:
    """Return lines of code, one a piece, with the indentation that their left edges show."""
    left = min(line.left for line in lines)
    width = min((line.right - line.left) / max(len(line.text), 1) for line in lines) or 1.0
    return [_code_piece(line, min(round((line.left - left) / width), 40)) for line in lines]


def _code_piece(line: Line, indented: int) -> Piece:
    """Return a line of code, which has an origin where all of it was told in one go."""
    pieces = [piece for cell in line.cells for stretch in cell.stretches for piece in stretch.pieces()]
    first, at, whole = pieces[0].source, pieces[0].source, True
    for piece in pieces:
        whole = whole and piece.source == at >= 0
        at += len(piece.text)
    source = first - indented if whole and len(line.cells) == 1 and first >= indented else NOWHERE
    return Piece(" " * indented + line.text, source)


def page_place(label: str) -> tuple[Place, ...]:
    """Return the place at which the page with `label` begins."""
    return (Place(label, page=True),)
