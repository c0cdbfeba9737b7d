"""The straight lines that a PDF page draws: rules, and the edges of frames, shaded bands and cells."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_box import Box

#: What is thinner than so many points is a line; what is shorter is none.
THIN, SHORTEST = 2.6, 4.0
#: Lines so near to each other, in points, are one; what lies on one line with such a gap goes on.
NEAR = 3.0
#: Of a path with more parts than a frame so many are looked at, and so many lines of one page.
FRAME, MOST_PARTS, MOST_RULES = 6, 2_000, 4_000
#: How far a line may slope, and how far fills that touch may be apart, in points.
SLOPE, TOUCHING = 0.5, 0.7
#: Colours with this much of red, green and blue are white.
WHITE = 250


class Rule(NamedTuple):
    """A straight line in points from the top left of its page, `at` so far down or, if `upright`, across."""

    upright: bool
    at: float
    begin: float
    end: float

    def turned(self, turn: int, size: tuple[float, float]) -> Rule:
        """Return where it is when a page of `size` is turned so that text in direction `turn` runs right."""
        if not turn:
            return self
        across, down = (self.at, self.at), (self.begin, self.end)
        (left, right), (top, bottom) = (across, down) if self.upright else (down, across)
        box = Box(0, left, top, right, bottom).turned(turn, size)
        if box.left == box.right:
            return Rule(True, box.left, box.top, box.bottom)
        return Rule(False, box.top, box.left, box.right)


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle that is filled with a colour, which is 0xRRGGBB, and has no edge of its own."""

    box: Box
    colour: int


def rules_in(thing: Any, box: Box, height: float) -> Iterator[Rule | Fill]:
    """Yield the rules and fills that the path `thing` draws in `box`, on a page of so many points."""
    wide, high = box.right - box.left, box.bottom - box.top
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, ctypes.byref(filled), ctypes.byref(stroked))
    if not (filled.value or stroked.value):
        return
    if high < THIN and wide > SHORTEST:
        yield Rule(False, (box.top + box.bottom) / 2, box.left, box.right)
    elif wide < THIN and high > SHORTEST:
        yield Rule(True, (box.left + box.right) / 2, box.top, box.bottom)
    elif wide > SHORTEST and high > SHORTEST:
        parts = pdfium.FPDFPath_CountSegments(thing)
        if 4 <= parts <= FRAME and not _has_curve(thing, parts):
            yield from edges_of(box) if stroked.value else _fill(thing, box)
        elif FRAME < parts <= MOST_PARTS:
            yield from _lines_of(thing, parts, height)


def _fill(thing: Any, box: Box) -> Iterator[Fill]:
    """Yield the fill of a rectangle; white is that of the page, and parts nothing."""
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(thing, *map(ctypes.byref, parts))
    red, green, blue, _ = (part.value for part in parts)
    if min(red, green, blue) < WHITE:
        yield Fill(box, red << 16 | green << 8 | blue)


def edges_of_fills(fills: Iterable[Fill]) -> Iterator[Rule]:
    """Yield the edges of `fills`; between those of one colour that lie side by side there is none to see."""
    columns: dict[tuple[int, int, int], Box] = {}
    for fill in sorted(fills, key=lambda fill: fill.box.top):
        box = fill.box
        key = fill.colour, round(box.left), round(box.right)
        above = columns.get(key)
        if above is not None and box.top - above.bottom < TOUCHING:
            columns[key] = above.joined(box)
            continue
        if above is not None:
            yield from edges_of(above)
        columns[key] = box
    for box in columns.values():
        yield from edges_of(box)


def edges_of(box: Box) -> Iterator[Rule]:
    """Yield the four edges of `box`."""
    yield Rule(False, box.top, box.left, box.right)
    yield Rule(False, box.bottom, box.left, box.right)
    yield Rule(True, box.left, box.top, box.bottom)
    yield Rule(True, box.right, box.top, box.bottom)


def _has_curve(thing: Any, parts: int) -> bool:
    return any(
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(thing, at))
        == pdfium.FPDF_SEGMENT_BEZIERTO
        for at in range(parts)
    )


def _lines_of(thing: Any, parts: int, height: float) -> list[Rule]:
    """Return the level and upright lines of a path of many parts; none if it has lines of other kinds."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix)):
        return []
    found: list[Rule] = []
    across, up = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for at in range(parts):
        part = pdfium.FPDFPath_GetPathSegment(thing, at)
        kind = pdfium.FPDFPathSegment_GetType(part)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []
        pdfium.FPDFPathSegment_GetPoint(part, ctypes.byref(across), ctypes.byref(up))
        x, y = across.value, up.value
        point = (matrix.a * x + matrix.c * y + matrix.e, height - (matrix.b * x + matrix.d * y + matrix.f))
        ends = [point, first] if pdfium.FPDFPathSegment_GetClose(part) else [point]
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = last = point
            continue
        for end in ends:
            rule = _rule_between(last, end)
            if rule is None and max(abs(end[0] - last[0]), abs(end[1] - last[1])) > SHORTEST:
                return []
            found += [rule] if rule else []
            last = end
    return found


def _rule_between(one: tuple[float, float], two: tuple[float, float]) -> Rule | None:
    """Return the rule between two points, if it is level or upright and long enough."""
    wide, high = abs(one[0] - two[0]), abs(one[1] - two[1])
    if high <= SLOPE and wide > SHORTEST:
        return Rule(False, (one[1] + two[1]) / 2, min(one[0], two[0]), max(one[0], two[0]))
    if wide <= SLOPE and high > SHORTEST:
        return Rule(True, (one[0] + two[0]) / 2, min(one[1], two[1]), max(one[1], two[1]))
    return None


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Return `rules` with those put together that lie on one line and touch, as the edges of cells do."""
    whole: list[Rule] = []
    for upright in (False, True):
        ordered = sorted((rule for rule in rules if rule.upright == upright), key=lambda rule: rule.at)
        for group in _nearby(ordered):
            whole += _touching(group)
    return whole


def _nearby(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield those of `rules`, which are in order, that lie on one line."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _touching(group: Sequence[Rule]) -> Iterator[Rule]:
    """Yield what rules on one line are together."""
    now: list[Rule] = []
    reach = 0.0
    for rule in sorted(group, key=lambda rule: rule.begin):
        if now and rule.begin > reach + NEAR:
            yield _whole(now)
            now = []
        reach = max(reach, rule.end) if now else rule.end
        now.append(rule)
    if now:
        yield _whole(now)


def _whole(rules: Sequence[Rule]) -> Rule:
    at = sum(rule.at for rule in rules) / len(rules)
    return Rule(rules[0].upright, at, rules[0].begin, max(rule.end for rule in rules))
