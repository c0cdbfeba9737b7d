"""How the width of the view is shared out: the column, its gutter, and what is left on both sides."""

from __future__ import annotations

from deskbrief.document.records import dataclass

#: Room left of the column for paragraph numbers and markers, and right of it for the letters of marks.
GUTTER, GUTTER_LEAST = 68, 48
RIGHT, RIGHT_LEAST = 44, 30
#: A column is never made narrower than this, whatever the window.
NARROWEST = 120
#: A line of so many figures can still be read with ease, and what stands beside the view's column.
LEAST_CHARACTERS, BARS = 38, 26


@dataclass(frozen=True, slots=True)
class Fit:
    """Widths in pixels from left to right: empty, gutter, column, right margin."""

    left: int
    gutter: int
    column: int
    right: int

    @property
    def inner(self) -> int:
        """The width of all but the empty room on the left."""
        return self.gutter + self.column + self.right


def least_width(measure: int, characters: int) -> int:
    """Return how wide a view must be for lines to be read easily; `characters` are as wide as `measure`."""
    column = measure * min(LEAST_CHARACTERS, characters) // max(characters, 1)
    return column + GUTTER_LEAST + RIGHT_LEAST + BARS


def fit(width: int, measure: int) -> Fit:
    """Return how a view of `width` holds a column of `measure` pixels: in the middle, narrower if need be."""
    if measure + GUTTER + RIGHT <= width:
        left = max((width - measure) // 2 - GUTTER, 0)
        return Fit(min(left, width - measure - GUTTER - RIGHT), GUTTER, measure, RIGHT)
    spare = width - measure - GUTTER_LEAST - RIGHT_LEAST
    extra = min(max(spare, 0), GUTTER - GUTTER_LEAST)
    gutter = GUTTER_LEAST + extra
    column = max(min(measure, width - gutter - RIGHT_LEAST), NARROWEST)
    return Fit(0, gutter, column, max(width - gutter - column, RIGHT_LEAST))
