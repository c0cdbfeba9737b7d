"""How the reader wants the outline: arranged, filtered, opened and closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from deskbrief.document.notes import Verdict
from deskbrief.document.records import dataclass
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.timeline import Bounds
from deskbrief.ui.outline.rows import ItemRow
from deskbrief.ui.outline.sections import MOST
from deskbrief.ui.outline.settings import OutlineSettings

_TIMES = "group|times"
#: A word of the filter that stands for what was decided or how something is told, and that for the rejected.
STATE = "is:"
REJECTED = STATE + Verdict.REJECTED


@dataclass(slots=True)
class Wishes:
    """How the reader wants the rows.

    `flipped` holds the keys of heads that are not as they are by default: open, or closed for unresolved
    times. `lingering` are items rejected a moment ago, which stay in sight until the mouse leaves.
    `is_foreign` says that the text is in a language in which little is looked for. `bounds` is the part of
    the timeline that is seen. `turned` tells of sections that the reader opened or closed; `offset` is the
    place being read, and `room` the number of sections shown around it unless `all_sections` are wanted.
    """

    settings: OutlineSettings = field(default_factory=OutlineSettings)
    needles: tuple[str, ...] = ()
    flipped: set[str] = field(default_factory=set)
    lingering: set[str] = field(default_factory=set)
    is_complete: bool = True
    is_foreign: bool = False
    bounds: Bounds | None = None
    turned: dict[str, bool] = field(default_factory=dict)
    offset: int = -1
    room: int = MOST
    all_sections: bool = False

    def is_open(self, key: str) -> bool:
        """Tell whether the head with this key is open."""
        closed_by_default = key == _TIMES and not self.needles
        return (key in self.flipped) is closed_by_default

    def turn_all(self, rows: Iterable[Row], *, is_open: bool) -> None:
        """Open all heads, or close the heads of groups among `rows`."""
        self.turned.clear()
        self.all_sections = is_open
        if is_open:
            self.flipped = set() if self.needles else {_TIMES}
        else:
            heads = {row.key for row in rows if isinstance(row, GroupRow)}
            self.flipped = {key for key in heads if (key == _TIMES) is bool(self.needles)}

    def shows_all_sections(self) -> bool:
        """Tell whether the reader asked for more sections than those around the place being read."""
        return self.all_sections or any(self.turned.values())

    def turn_sections(self) -> None:
        """Show all sections, or again those around the place being read."""
        self.all_sections = not self.shows_all_sections()
        self.turned.clear()

    def is_hidden(self, row: ItemRow) -> bool:
        """Tell whether the row is rejected and rejected rows are not to be seen."""
        rejected = row.item.verdict is Verdict.REJECTED and REJECTED not in self.needles
        return rejected and not self.settings.show_rejected and row.key not in self.lingering
