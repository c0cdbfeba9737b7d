"""Tables in plain text: pipe tables, drawn ones, columns set with tabs or spaces beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span
from deskbrief.importers.plain_lines import Line
from deskbrief.importers.plain_units import Page, Unit

#: Lines that must agree before columns set with tabs or spaces are called a table.
FEWEST_ROWS = 3
#: The longest cell in such a table.
LONGEST_CELL = 60
#: The widest row that is looked at.
LONGEST_ROW = 20_000

_DELIMITER = re.compile(r"[|:\-+= \t]{3,400}")
_PIPE = re.compile(r"(?<!\\)\|")
_GRID = re.compile(r"\+[-=+]{2,400}\+")
#: The lines of drawn tables, and the signs of tables in Markdown that do the same.
_DRAWN = str.maketrans(
    {"│": "|", "┃": "|", "║": "|", "─": "-", "━": "-", "═": "-"}
    | dict.fromkeys("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┠┨┯┷┿╂┝┥", "+")
)
_DRAWING = re.compile("[\u2500-\u257f]")
_TABS = re.compile(r"\t+")
_SPACES = re.compile(r" {2,}|\t+")
_RULE = re.compile(r"[-=─━ \t]{3,400}")


def table_at(page: Page, at: int) -> Unit | None:
    """Return the table that begins with line `at`, or None when there is none."""
    return drawn_table_at(page, at) or _column_table(page, at)


def drawn_table_at(page: Page, at: int) -> Unit | None:
    """Return the table with lines or pipes between its cells that begins with line `at`, or None."""
    last = at
    while last < len(page.lines) and _is_row(page, last, inside=last > at):
        last += 1
    last -= 1
    if last < at:
        return None
    rows: list[tuple[Span, ...]] = []
    headers = 0
    for line in page.lines[at : last + 1]:
        if is_delimiter(_signs(line)):
            headers = headers or (len(rows) if len(rows) == 1 else 0)
        else:
            rows.append(_pipe_cells(line))
    rows = [row for row in rows if any(len(cell) for cell in row)]
    if not rows:
        return None
    return _table(page, (at, last), rows, headers)


def _is_row(page: Page, at: int, *, inside: bool) -> bool:
    text = _signs(page.lines[at])
    if text.startswith("|") and (text.endswith("|") or inside) and len(text) > 2:
        return text.count("|", 0, 400) > 1
    if inside and _GRID.fullmatch(text):
        return "|" in _signs(page.lines[at - 1])
    if inside:
        return ("|" in text and _is_row_of_open_table(page, at)) or ("+" in text and is_delimiter(text))
    following = _signs(page.lines[at + 1]) if at + 1 < len(page.lines) else ""
    joins = "-" in following and ("|" in following or "+" in following)
    opens = "|" in text and joins and is_delimiter(following)
    return opens or (_GRID.fullmatch(text) is not None and following.startswith("|"))


def _is_row_of_open_table(page: Page, at: int) -> bool:
    """Tell whether line `at` can follow a row of a table without outer pipes."""
    text = _signs(page.lines[at])
    before = _signs(page.lines[at - 1])
    return is_delimiter(text) or not before.startswith("|") or _GRID.fullmatch(text) is not None


def is_delimiter(text: str) -> bool:
    """Tell whether `text` is the row of dashes between the head and the body of a table."""
    return ("-" in text[:400] and _DELIMITER.fullmatch(text) is not None) or bool(_GRID.fullmatch(text))


def _signs(line: Line) -> str:
    """Return the text of a line with the signs of Markdown for the lines of a drawn table."""
    text = line.text
    return text if text.isascii() or not _DRAWING.search(text) else text.translate(_DRAWN)


def _pipe_cells(line: Line) -> tuple[Span, ...]:
    text = _signs(line)
    begin = 1 if text.startswith("|") else 0
    end = len(text)
    if text.endswith("|") and not text.endswith("\\|") and end > begin:
        end -= 1
    edges = [found.start() for found in _PIPE.finditer(text, begin, end)]
    starts = [begin, *(edge + 1 for edge in edges)]
    return tuple(
        _trimmed(text, line.start, start, stop) for start, stop in zip(starts, [*edges, end], strict=True)
    )


def _trimmed(text: str, offset: int, start: int, stop: int) -> Span:
    cell = text[start:stop]
    lead = len(cell) - len(cell.lstrip())
    length = len(cell.strip())
    return Span(offset + start + lead, offset + start + lead + length)


def _column_table(page: Page, at: int) -> Unit | None:
    """Return a table whose columns are set with tabs, or with spaces that line up."""
    head = page.lines[at].text[:400]
    if "\t" not in head and "  " not in head:
        return None
    for separator, aligned in ((_TABS, False), (_SPACES, True)):
        if not separator.search(head) or not _may_go_on(page, at, separator):
            continue
        last, rows, headers = _columns(page, at, separator)
        if len(rows) >= FEWEST_ROWS and (not aligned or _line_up(page, rows)):
            return _table(page, (at, last), rows, headers)
    return None


def _may_go_on(page: Page, at: int, separator: re.Pattern[str]) -> bool:
    """Tell whether the line after `at` has as many cells, or is a rule."""
    if at + 1 >= len(page.lines):
        return False
    here, below = page.lines[at].text, page.lines[at + 1].text
    if max(len(here), len(below)) > LONGEST_ROW:
        return False
    return bool(_RULE.fullmatch(below)) or len(separator.findall(here)) == len(separator.findall(below))


def _columns(page: Page, at: int, separator: re.Pattern[str]) -> tuple[int, list[tuple[Span, ...]], int]:
    rows: list[tuple[Span, ...]] = []
    headers = 0
    last = at
    for number in range(at, len(page.lines)):
        line = page.lines[number]
        if rows and _RULE.fullmatch(line.text):
            headers = headers or (len(rows) if len(rows) == 1 else 0)
            last = number
            continue
        cells = _split(line, separator)
        if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
            break
        if any(len(cell) > LONGEST_CELL for cell in cells):
            break
        rows.append(cells)
        last = number
    return last, rows, headers


def _split(line: Line, separator: re.Pattern[str]) -> tuple[Span, ...]:
    if line.blank or len(line.text) > LONGEST_ROW:
        return ()
    edges = [found.span() for found in separator.finditer(line.text)]
    starts = [0, *(end for _, end in edges)]
    stops = [*(start for start, _ in edges), len(line.text)]
    return tuple(
        Span(line.start + start, line.start + stop) for start, stop in zip(starts, stops, strict=True)
    )


def _line_up(page: Page, rows: Sequence[tuple[Span, ...]]) -> bool:
    """Tell whether each column begins, or ends, at one place in all rows."""
    begins = {line.start: line.begin for line in page.lines}
    for column in range(1, len(rows[0])):
        left = {row[column].start - begins.get(row[0].start, row[0].start) for row in rows}
        right = {row[column].end - begins.get(row[0].start, row[0].start) for row in rows}
        if min(len(left), len(right)) > 1:
            return False
    return True


def _table(page: Page, lines: tuple[int, int], rows: Sequence[tuple[Span, ...]], headers: int) -> Unit:
    first, last = lines
    return Unit(
        kind=BlockKind.TABLE,
        first=first,
        last=last,
        indent=page.lines[first].indent,
        rows=tuple(rows),
        headers=headers,
    )
