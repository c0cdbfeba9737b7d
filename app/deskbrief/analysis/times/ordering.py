"""Whether dates in figures have the day or the month first: those that can be read in one order show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.worked import Worked
from deskbrief.document.outline import Degree

#: What a recipe says that has been read in one of two orders.
EITHER = "order"
#: Dates with dots have the day first in any text, so they show nothing of the others.
_FIGURES = re.compile(r"(\d{1,2})([/–-])(\d{1,2})\2\d{2,4}")


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a document's dates in figures, and the date that shows it ("" where none does)."""

    day_first: bool = False
    shown_by: str = ""

    def read(self, mention: Mention) -> Mention:
        """Return `mention` with its numbers in this order."""
        recipe = mention.recipe
        if recipe.borrowed != EITHER or not self.day_first:
            return mention
        return replace(mention, recipe=recipe.but(month=recipe.day, day=recipe.month))

    def explained(self, mention: Mention, worked: Worked) -> Worked:
        """Return `worked` with the date that shows the order as its reason."""
        if mention.recipe.borrowed != EITHER or not self.shown_by or not worked.edtf:
            return worked
        first = "day" if self.day_first else "month"
        reason = f"Read with the {first} first, as “{self.shown_by}” in the text shows."
        return replace(worked, reason=reason, degree=Degree.INFERRED)


def order_of(text: str, mentions: Sequence[Mention]) -> Order:
    """Return the order that all dates share which can be read in one order only, else an unknown one."""
    if not any(mention.recipe.borrowed == EITHER for mention in mentions):
        return Order()
    pairs = [_FIGURES.fullmatch(text, one.start, one.end) for one in mentions if one.recipe.op == "date"]
    days = [pair[0] for pair in pairs if pair and int(pair[1]) > 12]
    months = [pair[0] for pair in pairs if pair and int(pair[3]) > 12]
    if bool(days) == bool(months):
        return Order()
    return Order(bool(days), (days or months)[0])
