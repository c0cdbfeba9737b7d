"""What times that are not said in full are completed from: the day of writing, and the time told last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from deskbrief.analysis.times.calendars import SEASON_MONTH
from deskbrief.analysis.times.moment import Moment

#: Bare years further than this from the time told last are asides, unless two come in a row.
FAR = 12
#: A report is about a day of this many days before it was written.
WEEK = 7
#: Days told with their year that are kept, for when they are told of again without one.
KEPT = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the text has told, and its wording."""

    moment: Moment
    wording: str


class Anchors:
    """The two anchors of a text, kept while its times are worked out in order.

    `written` is the day (or month, or year) the text was written, if known. `narrative` says that times
    are completed from the time told last, as in histories, rather than from the day of writing, and
    `undated_news` that the text is news all the same, whose day of writing is not known. `reported`
    is the day told last that lies in the week before the day of writing, `beside` the time told last in the
    sentence at hand, `paragraph` the last one in the paragraph at hand that says its year and month, and
    `paragraph_day` the last day told in it. In a `tale` no more than a year is kept from one paragraph to
    the next, for days that are told with their month: "tomorrow" and "the winter" are those of the tale.
    That year is `carried` until another time is told. Years from `until` on are those of a new edition.
    """

    def __init__(self, written: Moment | None, narrative: bool) -> None:
        self.written = written
        self.narrative = narrative or written is None
        self.told: Told | None = None
        self.reported: Told | None = None
        self.beside: Told | None = None
        self._strayed = 0
        self.paragraph: Told | None = None
        self.paragraph_day: Told | None = None
        self._left: Told | None = None
        self._inside = False
        self.undated_news = False
        self.tale = False
        self.carried = False
        self.until = 0
        self._days: dict[tuple[int, int], Told] = {}
        #: The one year with which the text tells each day anywhere, also further below.
        self.years: dict[tuple[int, int], int] = {}

    @property
    def day(self) -> date | None:
        """The day of writing, where it is known to the day."""
        return self.written.as_date if self.written else None

    @property
    def history(self) -> bool:
        """Whether the text has a day of writing and yet tells of other times."""
        return self.narrative and self.written is not None

    @property
    def last(self) -> Moment | None:
        """The moment told last."""
        return self.told.moment if self.told else None

    @property
    def nearest(self) -> Told | None:
        """What is told last, or a time of another year in the sentence at hand, even one that only strays."""
        if self.carried and self.beside is None:
            return None
        if self.beside is None or self.told is None or self.beside.moment.year == self.told.moment.year:
            return self.told
        return self.beside if self.beside.moment.year else self.told

    def tell(self, moment: Moment, wording: str, *, aside: bool) -> None:
        """Take note of a moment that the text has told; an aside leaves the anchor where it is."""
        if not moment.known or moment.grain in {"decade", "century", "millennium"}:
            return
        if self.tale and 0 < self.until <= moment.year:
            return
        self.carried = False
        day, written = moment.as_date, self.day
        if day and written and -1 <= (written - day).days <= WEEK:
            self.reported = Told(moment.but(clock=""), wording)
        if self.told is None:
            self.told = Told(moment, wording)
            return
        if aside or self._strays(moment):
            return
        self._left = self.told if moment.year < self.told.moment.year and self._inside else None
        self._inside = True
        self.told = Told(merged(moment, self.told.moment), wording)

    def remember(self, moment: Moment, wording: str) -> None:
        """Keep a day that the text tells with its year, for when it is told of again without one."""
        key = (moment.month, moment.day)
        self._days.pop(key, None)
        self._days[key] = Told(moment.but(clock=""), wording)
        if len(self._days) > KEPT:
            del self._days[next(iter(self._days))]

    def told_day(self, month: int, day: int) -> Told | None:
        """Return the day of that month which the text has lately told with its year, none for no such day."""
        return self._days.get((month, day))

    def head(self, moment: Moment, wording: str) -> None:
        """Take the year of a heading as what the text below it is about."""
        if self.told is None or merged(moment, self.told.moment) is moment:
            self.told = Told(moment, wording)
        self._left, self._strayed = None, 0

    def new_paragraph(self) -> None:
        """Go back to where the text was before the paragraph ended with one look back at an earlier year."""
        if self._left is not None:
            self.told, self._left = self._left, None
        self._inside = False
        self.paragraph = self.paragraph_day = None
        if self.tale and self.told is not None:
            self.told = Told(Moment("year", self.told.moment.year), self.told.wording)
            self.carried = True

    def _strays(self, moment: Moment) -> bool:
        last = self.last
        far = moment.grain == "year" and last is not None and abs(moment.year - last.year) > FAR
        self._strayed = self._strayed + 1 if far else 0
        return far and self._strayed < 2


def merged(moment: Moment, last: Moment) -> Moment:
    """Return `moment`, with the month and day of `last` kept where it only repeats its year."""
    if moment.grain == "year" and moment.year == last.year and last.month:
        return last
    return moment


def month_of(moment: Moment) -> int:
    """Return a month that stands for the moment, or 0 when it names a whole year or more."""
    if moment.month:
        return moment.month
    if moment.grain == "season":
        return SEASON_MONTH[moment.season]
    if moment.grain == "quarter" and moment.number:
        return 3 * moment.number - 1
    bounds = moment.bounds() if moment.grain == "week" and moment.number else None
    return bounds[0].month if bounds else 0
