"""The structure of a plain text: its units, and which of them are title, byline, heading and contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskbrief.document.model import BlockKind
from deskbrief.importers.linear import Weights, load_weights
from deskbrief.importers.plain_captions import is_caption
from deskbrief.importers.plain_contents import contents_lines
from deskbrief.importers.plain_context import survey
from deskbrief.importers.plain_front import find_bylines, find_title
from deskbrief.importers.plain_furniture import furniture_of, without
from deskbrief.importers.plain_headings import find_headings
from deskbrief.importers.plain_levels import heading_levels
from deskbrief.importers.plain_lines import Line, split_lines, undoubled, unscored
from deskbrief.importers.plain_lists import depths
from deskbrief.importers.plain_segments import segment
from deskbrief.importers.plain_series import joined
from deskbrief.importers.plain_sheets import sheet_furniture
from deskbrief.importers.plain_units import Unit


@dataclass(frozen=True, slots=True)
class PlainOutline:
    """The units of a text with the kind of each; `levels` and `depths` are by position among the units.

    `furniture` are the lines that belong to the pages of the text and not to the text.
    """

    units: tuple[Unit, ...]
    kinds: tuple[BlockKind, ...]
    levels: Mapping[int, int]
    depths: Mapping[int, int]
    furniture: tuple[str, ...] = ()


def outline_of(text: str, known: Weights | None = None, feeds: Sequence[int] = ()) -> PlainOutline:
    """Return the structure of `text`, a decoded plain text, by the shipped weights or those given.

    At the code points `feeds` new pages of paper begin.
    """
    lines = undoubled(unscored(split_lines(text)))
    furniture = furniture_of(lines) | sheet_furniture(lines, feeds)
    units = _units(without(lines, furniture) if furniture else lines)
    bylines = find_bylines(units)
    around = survey(units, bylines)
    listed, targets = contents_lines(around)
    found = sorted((find_headings(around, known or load_weights("structure")) | targets) - listed)
    title = find_title(units, bylines, found)
    headings = [index for index in found if index != title]
    kinds = [_plain_kind(unit) for unit in units]
    for index in bylines:
        kinds[index] = BlockKind.BYLINE
    for index in listed:
        kinds[index] = BlockKind.LIST_ITEM
    for index in headings:
        kinds[index] = BlockKind.HEADING
    if title >= 0:
        kinds[title] = BlockKind.TITLE
    levels = dict(zip(headings, heading_levels(units, headings), strict=True))
    apart = tuple(lines[at].text for at in sorted(furniture))
    return PlainOutline(tuple(units), tuple(kinds), levels, depths(units), apart)


def units_of(text: str) -> list[Unit]:
    """Return the units of `text`, each numbered part in one with its title."""
    return _units(undoubled(unscored(split_lines(text))))


def _units(lines: Sequence[Line]) -> list[Unit]:
    return joined(segment(lines)[1])


def _plain_kind(unit: Unit) -> BlockKind:
    if is_caption(unit):
        return BlockKind.CAPTION
    return BlockKind.PARAGRAPH if unit.kind is BlockKind.HEADING else unit.kind
