"""From recipes to values: each time of a text worked out, in order, against the anchors."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from deskbrief.analysis.times.anchors import Anchors, Told
from deskbrief.analysis.times.anniversaries import anniversary
from deskbrief.analysis.times.completing import Near, complete, moment_of
from deskbrief.analysis.times.layout import Layout
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.parts import part_of
from deskbrief.analysis.times.pointing import (
    base_of,
    of_writing,
    pointed_name,
    pointed_unit,
    shifted,
    vague,
    weekday,
)
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.worked import Worked, completed, fixed, inferred, unresolved
from deskbrief.document.outline import Degree

#: A year further away than this in its sentence does not complete a date.
NEAR = 90
_SENTENCE_END = re.compile(r"[.!?;][\"'”’)]?\s+(?=[A-Z\"'“‘(])|\n")
#: How what is inserted between commas opens: ", who took office in 2022, will speak".
_INSERTED = re.compile(r",\s(?:who|whom|whose|which|where|[a-z]{2,20}(?:ed|wn|en))\s[^,;.:()\n]{0,80}$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A wording that names a time, at `[start, end)` of the document, not yet worked out."""

    start: int
    end: int
    recipe: Recipe


class Resolver:
    """Works out the mentions of one text, in order; what one tells, the next can be completed from."""

    def __init__(self, text: str, anchors: Anchors, layout: Layout | None = None) -> None:
        self._text = text
        self._layout = layout or Layout((), ())
        self._anchors = anchors
        self._written = anchors.written
        self._worked: dict[int, Worked] = {}
        self._before: list[tuple[Mention, Worked]] = []

    def worked(self, mention: Mention) -> Worked:
        """Return the value of the next mention."""
        if self._before and "\n" in self._text[self._before[-1][0].end : mention.start]:
            self._anchors.new_paragraph()
        narrative, day = self._layout.tells_history(mention.start), self._layout.day(mention.start)
        if narrative is not None:
            self._anchors.narrative = narrative
        self._anchors.written = self._written
        if day is not None:
            self._anchors.written, self._anchors.narrative = day, False
        near = self._near(mention)
        self._anchors.beside = near.last
        recipe = mention.recipe
        if day is not None and recipe.op == "date" and recipe.tense == "past":
            recipe = recipe.but(tense="open")  # an entry may have been written, or gone on with, later
        result = self._work(recipe, near)
        if result.moment is not None and result.moment.known:
            aside = self._is_aside(mention.recipe, result.moment)
            self._tell(mention, result.moment, aside)
        self._before.append((mention, result))
        self._worked[mention.start] = result
        del self._before[:-4]
        return result

    def _is_aside(self, recipe: Recipe, moment: Moment) -> bool:
        """Tell whether what is told next does not go on from `recipe`, as from looks back in a history."""
        if (
            recipe.aside
            or recipe.base == "event"
            or (recipe.op == "date" and recipe.season and not recipe.year)
        ):
            return True
        last = self._anchors.last
        if recipe.describes and last is not None and moment.year < last.year:
            return True
        pointing = recipe.op in {"unit", "named", "shift"}
        back = recipe.sign < 0 and recipe.within is None
        return self._anchors.history and pointing and (back or of_writing(recipe, self._anchors))

    def _is_inserted(self, before: Mention, moment: Moment, mention: Mention) -> bool:
        """Tell whether a past year is in what is inserted before the verb that looks ahead."""
        written = self._anchors.written
        if written is None or not mention.recipe.looks_ahead or moment.year >= written.year:
            return False
        closed = "," in self._text[before.end : mention.start]
        return closed and _INSERTED.search(self._text, max(before.start - 110, 0), before.start) is not None

    def _tell(self, mention: Mention, moment: Moment, aside: bool) -> None:
        wording = self._wording(mention)
        if self._layout.is_heading(mention.start):
            if mention.recipe.year and self._layout.opens(mention.start):
                self._anchors.head(moment, wording)
            return
        self._anchors.tell(moment, wording, aside=aside)
        if moment.grain == "day" and mention.recipe.op == "date" and mention.recipe.year:
            self._anchors.remember(moment, wording)
        if not aside and moment.month and (mention.recipe.year or self._anchors.paragraph):
            self._anchors.paragraph = Told(moment, wording)
        if not aside:
            self._tell_day(mention.recipe, moment, wording)

    def _tell_day(self, recipe: Recipe, moment: Moment, wording: str) -> None:
        """Keep a day of the past that is told last: the clock times after it are of that day."""
        if recipe.op not in {"date", "weekday"}:
            return
        day, written = moment.as_date, self._anchors.day
        told = day is not None and recipe.prep != "of" and not (written and day > written)
        self._anchors.paragraph_day = Told(moment.but(clock=""), wording) if told else None

    def _wording(self, mention: Mention) -> str:
        return " ".join(self._text[mention.start : mention.end].split())

    def _near(self, mention: Mention) -> Near:
        """Return the year and the day told last in the same sentence."""
        year = day = last = None
        for before, worked in self._before:
            between = self._text[before.end : mention.start]
            moment = worked.moment
            if moment is None or len(between) > 2 * NEAR or _SENTENCE_END.search(between):
                continue
            told = Told(moment, self._wording(before))
            if before.recipe.year and len(between) <= NEAR and moment.year:
                aside = self._is_aside(before.recipe, moment) or self._is_inserted(before, moment, mention)
                year = year if aside else told
            if moment.as_date:
                day = told
            if moment.known and len(between) <= NEAR and not before.recipe.aside:
                last = told
        return Near(year, day, last)

    def _work(self, recipe: Recipe, near: Near) -> Worked:
        return _OPS[recipe.op](self, recipe, near)

    def date(self, recipe: Recipe, near: Near) -> Worked:
        """Work out a calendar date, alone or within a longer time."""
        if recipe.within is None:
            return complete(recipe, self._anchors, near)
        outer = self._work(recipe.within, near)
        if outer.moment is None and recipe.within.base == "doc" and recipe.month:
            bare = moment_of(recipe, 0)  # "19 May this year" of a text without a date
            return unresolved(bare.timex(), outer.reason, bare.edtf())
        if outer.moment is None or not outer.moment.year:
            return complete(recipe, self._anchors, near)
        month = recipe.month or outer.moment.month
        inner = recipe.but(within=None, year=abs(outer.moment.year), month=month)
        whole = complete(inner, self._anchors, near)
        if whole.moment is None or outer.degree is Degree.EXPLICIT:
            return whole
        return inferred(whole.moment, outer.reason)

    def unit(self, recipe: Recipe) -> Worked:
        """Work out "last week" and "that year"."""
        return pointed_unit(recipe, self._anchors)

    def named(self, recipe: Recipe) -> Worked:
        """Work out "last October" and "next Friday"."""
        return pointed_name(recipe, self._anchors)

    def weekday(self, recipe: Recipe) -> Worked:
        """Work out a bare weekday."""
        return weekday(recipe, self._anchors)

    def shift(self, recipe: Recipe, near: Near) -> Worked:
        """Work out "two days ago" and "two days after 5 May"."""
        if recipe.within is not None:
            point = self._work(recipe.within, near).moment
            return shifted(recipe, point, "the date beside it")
        if recipe.base == "event":
            event = self._worked.get(recipe.at)
            if event is not None and event.moment is not None and not recipe.count:
                return inferred(event.moment, "It is the day that the text gives for it.")
            return shifted(recipe, event.moment if event else None, "the date that the text gives the event")
        if self._anchors.history and recipe.base == "doc" and recipe.unit == "day":
            value = "XXXX-XX-XX" + recipe.clock if recipe.count else "PRESENT_REF"
            return unresolved(value, "In a history it is not said whose day this is.")
        base, source = base_of(recipe, self._anchors)
        return shifted(recipe, base, source)

    def anniversary(self, recipe: Recipe, near: Near) -> Worked:
        """Work out "ten years ago today" and "two years ago in May"."""
        point = self._work(recipe.within, near).moment if recipe.within else None
        return anniversary(recipe, point, self._anchors.written)

    def clock(self, recipe: Recipe, near: Near) -> Worked:
        """Work out a time of day on the day of its sentence, of the text, or of writing."""
        day, source = self._day(recipe, near)
        if day is None:
            return unresolved(f"XXXX-XX-XX{recipe.clock}", "The text does not say on which day.")
        moment = Moment("day", day.year, day.month, day.day, clock=recipe.clock, mod=recipe.mod)
        return completed(moment, f"On the day of {source}.")

    def _day(self, recipe: Recipe, near: Near) -> tuple[Moment | None, str]:
        if recipe.within is not None:
            outer = self._work(recipe.within, near).moment
            return (outer if outer and outer.as_date else None), "the date beside it"
        if near.day is not None:
            return near.day.moment, f"“{near.day.wording}”, in the same sentence"
        told = self._anchors.paragraph_day
        if told is not None and not recipe.base and not recipe.looks_ahead:
            return told.moment, f"“{told.wording}”, told before"
        base, source = base_of(recipe, self._anchors)
        return (base if base and base.as_date else None), source

    def part_of(self, recipe: Recipe, near: Near) -> Worked:
        """Work out "the first six months of 2006": the months, with the reason."""
        outer = self._work(recipe.within, near).moment if recipe.within else None
        return part_of(recipe.value, recipe.unit, recipe.number, outer)

    def week(self, recipe: Recipe, near: Near) -> Worked:
        """Work out "the last week of August": a stretch, with its days where the year is known."""
        outer = self._work(recipe.within, near).moment if recipe.within else None
        bounds = outer.bounds() if outer and outer.grain == "month" and outer.known else None
        if bounds is None:
            return fixed(recipe.value, "A stretch of a month whose year is not known.")
        first, last = bounds
        number = recipe.number
        low = last.day - 6 if number < 0 else min(7 * number - 6, last.day)
        edtf = f"{first.isoformat()[:8]}{low:02d}/{first.isoformat()[:8]}{min(low + 6, last.day):02d}"
        reason = "Counted in weeks of seven days within its month."
        return Worked(recipe.value, edtf, Degree.INFERRED, reason, outer)

    def vague(self, recipe: Recipe) -> Worked:
        """Work out "now" and "recent months"."""
        return vague(recipe, self._anchors)

    def same(self, recipe: Recipe) -> Worked:
        """Work out "that time": the time told last."""
        if self._anchors.told is None:
            return unresolved("PRESENT_REF", "The text has not told a time before.")
        told = self._anchors.told
        reason = f"The time of “{told.wording}”, told before."
        if recipe.value:
            return Worked(recipe.value, told.moment.edtf(), Degree.INFERRED, reason)
        return inferred(told.moment, reason)

    def fixed(self, recipe: Recipe) -> Worked:
        """Return a stretch or set as it stands."""
        if recipe.type == "DATE":
            return unresolved(recipe.value, "It says of which kind or number it is, not when.")
        return fixed(
            recipe.value, "A length of time." if recipe.type == "DURATION" else "A time that comes again."
        )


_OPS: dict[str, Callable[[Resolver, Recipe, Near], Worked]] = {
    "date": Resolver.date,
    "unit": lambda resolver, recipe, _: resolver.unit(recipe),
    "named": lambda resolver, recipe, _: resolver.named(recipe),
    "weekday": lambda resolver, recipe, _: resolver.weekday(recipe),
    "shift": Resolver.shift,
    "anniversary": Resolver.anniversary,
    "clock": Resolver.clock,
    "part": Resolver.clock,
    "part_of": Resolver.part_of,
    "week": Resolver.week,
    "vague": lambda resolver, recipe, _: resolver.vague(recipe),
    "same": lambda resolver, recipe, _: resolver.same(recipe),
    "fixed": lambda resolver, recipe, _: resolver.fixed(recipe),
}
