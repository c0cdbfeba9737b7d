"""Plain text cut into units: tables, lists, quotes, code, underlined headings, and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span
from deskbrief.importers.plain_code import code_at, drawing_at
from deskbrief.importers.plain_lines import Line, is_full, raggedness, wrap_width
from deskbrief.importers.plain_lists import item_at, letter_lines, starts_item
from deskbrief.importers.plain_running import OPEN_END, RUNS_ON, runs_on
from deskbrief.importers.plain_tables import table_at
from deskbrief.importers.plain_units import Page, Unit, unit_of

#: The longest line that can be an underlined heading.
LONGEST_TITLE = 160

_RULE = re.compile(r"[-+*_=~#•·—–]{3,}")
_UNDERLINE = re.compile(r"=+|-+|~+|\*+|\^+|\"+|#+|\++|_+")
_VERSE = re.compile(r"\|(?:[ \t]+[^|]+)?$")
_NOTE = re.compile(r"\d{1,3}")

Recogniser = Callable[[Page, int], Unit | None]


def segment(lines: Sequence[Line]) -> tuple[Page, list[Unit]]:
    """Return `lines` with what is known of all of them, and the units they make, in order."""
    page = _survey(lines)
    return page, list(_units(page))


def _survey(lines: Sequence[Line]) -> Page:
    filled = [line for line in lines if not line.blank]
    indents = Counter(line.indent for line in filled)
    blanks = len(lines) - len(filled)
    width = wrap_width(lines)
    return Page(
        lines=tuple(lines),
        width=width,
        ragged=raggedness(lines, width) if width else 0,
        margin=indents.most_common(1)[0][0] if indents else 0,
        airy=blanks * 8 >= len(lines),
        letters=letter_lines(lines),
    )


def _units(page: Page) -> Iterator[Unit]:
    at = 0
    while at < len(page.lines):
        text = page.lines[at].text
        if not text or text == "|" or is_rule(text):
            at += 1
            continue
        unit = next((found for look in _RECOGNISERS if (found := look(page, at))), None)
        if unit is None:
            unit = _paragraph(page, at)
        yield unit
        at = unit.last + 1


def is_rule(text: str) -> bool:
    """Tell whether `text` is a line drawn between two parts of a text, such as "* * *"."""
    return len(text) < 400 and _RULE.fullmatch(text.replace(" ", "")) is not None


def _underlined(page: Page, at: int) -> Unit | None:
    """Return the heading whose underline is the line after `at`."""
    text = page.lines[at].text
    if at + 1 >= len(page.lines) or len(text) > LONGEST_TITLE or (starts_item(page, at) and "." not in text):
        return None
    under = page.lines[at + 1].text
    if len(under) < 3 or not _UNDERLINE.fullmatch(under[:400]):
        return None
    if not 0.6 * len(text) <= len(under) <= 1.6 * len(text) + 4 or ("  " in text and table_at(page, at)):
        return None
    head = unit_of(BlockKind.HEADING, page, at, at)
    return Unit(
        kind=BlockKind.HEADING,
        first=at,
        last=at + 1,
        slices=head.slices,
        text=head.text,
        indent=head.indent,
        rule=under[0],
    )


def _quote_at(page: Page, at: int) -> Unit | None:
    if not page.lines[at].text.startswith(">"):
        return None
    slices: list[Span] = []
    last = at
    for number in range(at, len(page.lines)):
        line = page.lines[number]
        body = line.text.lstrip("> ")
        if not line.text.startswith(">") or (slices and not (body and _quote_runs_on(page, number))):
            break
        last = number
        slices.append(Span(line.end - len(body), line.end))
    text = " ".join(page.lines[n].text.lstrip("> ") for n in range(at, last + 1))
    if not text.strip():
        return Unit(kind=BlockKind.QUOTE, first=at, last=last)
    return Unit(kind=BlockKind.QUOTE, first=at, last=last, slices=tuple(slices), text=text)


def _quote_runs_on(page: Page, at: int) -> bool:
    before = page.lines[at - 1]
    body = page.lines[at].text.lstrip("> ")
    if page.width and is_full(before, page.lines[at], page.width - 8):
        return True
    return len(before.text) <= RUNS_ON[1] and body[:1].islower() and bool(OPEN_END.search(before.text[-1:]))


def _note_at(page: Page, at: int) -> Unit | None:
    """Return the footnote whose raised number stands alone on the line above its indented text."""
    lines = page.lines[at : at + 2]
    if len(lines) < 2 or not _NOTE.fullmatch(lines[0].text) or lines[1].indent <= lines[0].indent:
        return None
    if not lines[1].text[:1].isupper() and not lines[1].text.startswith("http"):
        return None
    last = at + 1
    while last + 1 < len(page.lines) and not _NOTE.fullmatch(page.lines[last + 1].text):
        if page.lines[last + 1].blank or not _continues(page, last, within=True):
            break
        last += 1
    return replace(unit_of(BlockKind.FOOTNOTE, page, at + 1, last, marker=lines[0].text), first=at)


def _verse_at(page: Page, at: int) -> Unit | None:
    """Return one line of a block of which each line counts, as reStructuredText has them after "| "."""
    near = (page.lines[number].text for number in (at - 1, at + 1) if 0 <= number < len(page.lines))
    if (
        len(page.lines[at].text) < 2
        or not _VERSE.match(page.lines[at].text)
        or not any(map(_VERSE.match, near))
    ):
        return None
    last = at
    while last + 1 < len(page.lines) and page.lines[last + 1].indent > page.lines[at].indent:
        if page.lines[last + 1].blank:
            break
        last += 1
    skip = len(page.lines[at].text) - len(page.lines[at].text[1:].lstrip())
    return unit_of(BlockKind.PARAGRAPH, page, at, last, skip=skip)


_RECOGNISERS: tuple[Recogniser, ...] = (
    _underlined,
    drawing_at,
    table_at,
    code_at,
    _quote_at,
    _verse_at,
    _note_at,
    item_at,
)


def _paragraph(page: Page, at: int) -> Unit:
    last = at
    while last + 1 < len(page.lines) and _continues(page, last, within=last > at):
        last += 1
    return unit_of(BlockKind.PARAGRAPH, page, at, last)


def _continues(page: Page, at: int, *, within: bool) -> bool:
    """Tell whether a paragraph goes on after line `at`, its first one or `within` it."""
    following = page.lines[at + 1]
    if following.blank or is_rule(following.text) or starts_item(page, at + 1):
        return False
    return not following.text.startswith((">", "|", "```")) and runs_on(page, at, within=within)
