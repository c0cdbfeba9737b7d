"""Tables of a page: which of them hold data and which only lay out the page, and their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from deskbrief.document.grid import WIDEST_SPAN
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import CellSource
from deskbrief.importers.html_addresses import Addresses
from deskbrief.importers.html_inline import is_hidden, pieces_under

#: Tables nested deeper than this are read as their text.
DEEPEST_TABLE = 4
#: The longest description of a picture in a cell.
LONGEST_ALT = 400
#: A cell longer than this on the mean is no datum.
LONGEST_CELL = 500

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
#: What stands in no datum, even of a table that has heads.
_PARTS = ("h1", "h2", "h3", "h4", "form", "article", "section", "nav", "aside")
_BLOCKY = ("h1", "h2", "h3", "h4", "form", "table", "article", "section", "nav", "aside", "blockquote")


def is_data_table(table: HtmlElement) -> bool:
    """Tell whether `table` holds data in rows and columns rather than laying out the page."""
    if (
        table.get("role") in ("presentation", "none")
        or sum(1 for _ in table.iterancestors("table")) >= DEEPEST_TABLE
    ):
        return False
    if not any(text.strip() for text in table.itertext()):
        return False
    rows = [list(_cells(row)) for row in rows_of(table)]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if table.find("caption") is not None or any(cell.tag == "th" for cell in cells):
        inner = next(table.iterdescendants("table"), None)
        # Tables that lay out a page have others within them, but no heads and data all the same.
        return inner is None or (_is_even(rows) and not any(_is_long(cell) for cell in cells))
    if any(next(cell.iterdescendants(*_BLOCKY), None) is not None for cell in cells):
        return False
    length = sum(len(" ".join(cell.itertext())) for cell in cells)
    return length <= LONGEST_CELL * len(cells)


def _is_even(rows: Sequence[Sequence[HtmlElement]]) -> bool:
    """Tell whether a table has a row of heads alone, and more than half of its rows have as many cells."""
    widths = Counter(sum(_span(cell.get("colspan")) for cell in row) for row in rows)
    heads = any(row and all(cell.tag == "th" for cell in row) for row in rows)
    return heads and 2 * max(widths.values()) > len(rows)


def _is_long(cell: HtmlElement) -> bool:
    return (
        len(" ".join(cell.itertext())) > LONGEST_CELL or next(cell.iterdescendants(*_PARTS), None) is not None
    )


def rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the rows of `table`, without those of tables in it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from child.iterchildren("tr")


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    yield from row.iterchildren("td", "th")


def caption_of(table: HtmlElement) -> str:
    """Return the caption of `table`, or an empty string."""
    caption = table.find("caption")
    return " ".join("".join(caption.itertext()).split()) if caption is not None else ""


def table_rows(table: HtmlElement, addresses: Addresses) -> tuple[tuple[CellSource, ...], ...]:
    """Return the rows of a data table; a table inside a cell becomes the text of the cell."""
    rows = []
    for row in rows_of(table):
        if is_hidden(row):
            continue
        head = row.getparent().tag == "thead"
        cells = tuple(
            CellSource(
                tuple(_pieces(cell, addresses)),
                head or cell.tag == "th",
                _span(cell.get("colspan")),
                _span(cell.get("rowspan")),
            )
            for cell in _cells(row)
            if not is_hidden(cell)
        )
        if cells:
            rows.append(cells)
    return tuple(rows)


def _pieces(cell: HtmlElement, addresses: Addresses) -> list[Piece]:
    """Return the text of `cell`; in a book, of one that holds nothing but pictures, what these show.

    On web pages such pictures are signs, and their descriptions say "avatar" or "icon".
    """
    pieces = pieces_under(cell, addresses)
    if not addresses.file or any(piece.text.strip() for piece in pieces):
        return pieces
    shown = (image.get("alt", "")[:LONGEST_ALT] for image in cell.iter("img") if not is_hidden(image))
    return [*pieces, *(Piece(f"{alt} ") for alt in shown if alt.strip())]


def _span(written: str | None) -> int:
    digits = (written or "").strip()
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 6:
        return 1
    return min(max(int(digits), 1), WIDEST_SPAN)
