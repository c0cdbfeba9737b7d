"""Calendar dates with parts missing: the year, or the month and the year, found from the anchors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from deskbrief.analysis.times.anchors import Anchors, Told, month_of
from deskbrief.analysis.times.calendars import plus_months, valid
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.worked import Worked, completed, explicit, inferred, unresolved

#: A date this many days after the day of writing may still be the past of a text written ahead of time.
AHEAD = 3
#: Steps back of this many months or more mean that the year has turned.
TURN = 7
#: The reason of a date that could be read in another order.
EITHER_ORDER = "Read with the month first, as in the United States; the order is not certain."


@dataclass(frozen=True, slots=True)
class Near:
    """What the sentence around a mention says: a year and a day told in it, and the last time of all."""

    year: Told | None = None
    day: Told | None = None
    last: Told | None = None


def moment_of(recipe: Recipe, year: int) -> Moment:
    """Return the moment that `recipe` names, taking `year` as its year (negative before the common era)."""
    if recipe.unit in {"decade", "century", "millennium"}:
        number = int(recipe.value) if recipe.unit == "decade" else recipe.number
        return Moment(recipe.unit, -1 if recipe.era == "BC" else 0, number=number, mod=recipe.mod)
    if recipe.unit in {"quarter", "half"}:
        return Moment(recipe.unit, year, number=recipe.number, mod=recipe.mod)
    if recipe.season:
        return Moment("season", year, season=recipe.season, mod=recipe.mod)
    if recipe.day:
        return Moment("day", year, recipe.month, recipe.day, clock=recipe.clock, mod=recipe.mod)
    if recipe.month:
        return Moment("month", year, recipe.month, mod=recipe.mod)
    return Moment("year", year, mod=recipe.mod, fiscal=recipe.unit == "fiscal")


def complete(recipe: Recipe, anchors: Anchors, near: Near) -> Worked:
    """Return the value of a calendar date, completed where parts are missing."""
    year = -recipe.year if recipe.era == "BC" else recipe.year
    if recipe.unit == "decade" and recipe.borrowed == "century":
        return _decade_in_century(recipe, anchors)
    if recipe.unit in {"decade", "century", "millennium"}:
        return explicit(moment_of(recipe, 0))
    if recipe.day and not recipe.month:
        return _day_alone(recipe, anchors, near)
    return _with_year(recipe, year, anchors) if year else _without_year(recipe, anchors, near)


def _with_year(recipe: Recipe, year: int, anchors: Anchors) -> Worked:
    if recipe.borrowed == "century":
        return _with_century(recipe, anchors)
    moment = moment_of(recipe, year)
    if moment.grain == "day" and moment.year > 0 and not valid(moment.year, moment.month, moment.day):
        return unresolved(moment.timex(), "The calendar has no such day.")
    if recipe.borrowed == "range":
        return completed(moment, "The rest of the date stands at the other end of the range.")
    if recipe.borrowed == "era":
        return completed(moment, "The era is that of the year told before.")
    if recipe.borrowed == "order":
        return inferred(moment, EITHER_ORDER)
    return explicit(moment)


def _with_century(recipe: Recipe, anchors: Anchors) -> Worked:
    """Work out '89: the year of that ending nearest to what is told of, or up to the day of writing."""
    short = recipe.year % 100
    if anchors.narrative and anchors.last is not None and anchors.last.year > 0:
        near = anchors.last.year
        year = near - (near - short + 50) % 100 + 50
        reason = f"The century is that of {_source(anchors.told, anchors)}."
    elif anchors.written is not None:
        year = anchors.written.year + 10 - (anchors.written.year + 10 - short) % 100
        reason = f"The century is that of {_source(None, anchors)}."
    else:
        year, reason = recipe.year, "The century is not said; it is the twentieth or this one."
    return inferred(moment_of(recipe, year), reason)


def _decade_in_century(recipe: Recipe, anchors: Anchors) -> Worked:
    """Work out "the '70s": in a history the one nearest to what is told of, else the last one."""
    decade = int(recipe.value)
    if not anchors.narrative or anchors.last is None or anchors.last.year <= 0:
        return completed(moment_of(recipe, 0), "The century is not said; it is the twentieth or this one.")
    near = anchors.last.year // 10
    decade = near - (near - decade % 10 + 5) % 10 + 5
    moment = moment_of(recipe.but(value=str(decade)), 0)
    return completed(moment, f"The century is that of {_source(anchors.told, anchors)}.")


def _day_alone(recipe: Recipe, anchors: Anchors, near: Near) -> Worked:
    told = near.day or anchors.told
    if anchors.day and not (told and told.moment.month) and not anchors.narrative:
        return _day_of_month(recipe, anchors.day)
    last = told.moment if told else anchors.written
    if last is None or not last.month or last.grain not in {"day", "month"}:
        return unresolved(f"XXXX-XX-{recipe.day:02d}", "The text does not say which month this is in.")
    year, month = last.year, last.month
    if not recipe.aside and last.day and recipe.day < last.day - 10:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    moment = moment_of(recipe.but(month=month), year)
    return completed(moment, f"The month and year are those of {_source(told, anchors)}.")


def _day_of_month(recipe: Recipe, written: date) -> Worked:
    """Work out "the 28th" in a text of the day: the last one, or the next one where it looks ahead."""
    year, month = written.year, written.month
    if recipe.tense == "past" and recipe.day > written.day + AHEAD:
        year, month = plus_months(year, month, -1)
    elif recipe.tense != "past" and recipe.day < written.day:
        year, month = plus_months(year, month, 1)
    moment = moment_of(recipe.but(month=month), year)
    return completed(moment, f"The month is the one nearest to the document's date, {written.isoformat()}.")


def _source(told: Told | None, anchors: Anchors) -> str:
    if told:
        return f"“{told.wording}”, told before"
    return f"the document's date, {anchors.written.edtf() if anchors.written else 'which is not known'}"


def _without_year(recipe: Recipe, anchors: Anchors, near: Near) -> Worked:
    if near.year is not None:
        return _by_weekday(recipe, _year_of_sentence(recipe, near.year))
    # "at the hearing of 26 June"; in a report also plain "on 26 June"
    named = recipe.day and (recipe.prep == "of" or not (anchors.narrative or recipe.looks_ahead))
    told = anchors.told_day(recipe.month, recipe.day) if named else None
    if told is not None:
        again = moment_of(recipe, told.moment.year)
        return completed(again, f"The year is that of “{told.wording}”, told before.")
    due = recipe.tense == "open" and recipe.prep in {"by", "of"}  # "if it fails to pay by May 1"
    goes_on = (
        not anchors.narrative and (recipe.tense in {"past", "foreseen"} or due) and _goes_on(recipe, anchors)
    )
    ahead = anchors.written is not None and recipe.tense in {"future", "foreseen"}
    back = (anchors.narrative and not ahead) or goes_on
    guess = _narrative(recipe, anchors) if back else _news(recipe, anchors)
    return _by_weekday(recipe, guess)


def _goes_on(recipe: Recipe, anchors: Anchors) -> bool:
    """Tell whether a report tells an older story, whose dates go on from the last one of the paragraph."""
    told, written = anchors.paragraph, anchors.written
    if told is None or written is None or told != anchors.told or told.moment.year >= written.year:
        return False
    return told.moment.year + _turn(recipe, anchors) < written.year


def _by_weekday(recipe: Recipe, worked: Worked) -> Worked:
    """Return `worked` in the year nearest to it in which the day falls on the weekday that the text names."""
    moment = worked.moment
    if not recipe.weekday or moment is None or moment.grain != "day" or moment.year <= 0:
        return worked
    for away in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
        day = moment.but(year=moment.year + away).as_date
        if day is not None and day.isoweekday() == recipe.weekday:
            if not away:
                return worked
            turned = moment.but(year=day.year)
            return completed(turned, "The year is the nearest one in which the day falls on this weekday.")
    return worked


def _year_of_sentence(recipe: Recipe, told: Told) -> Worked:
    moment = moment_of(recipe, told.moment.year)
    turn = _against_order(recipe, told.moment)
    if turn:
        side = "before" if turn < 0 else "after"
        turned = moment_of(recipe, told.moment.year + turn)
        return inferred(turned, f"The text says that it was {side} “{told.wording}”.")
    return completed(moment, f"The year is the one in “{told.wording}”, in the same sentence.")


def _against_order(recipe: Recipe, told: Moment) -> int:
    """Return -1 or 1 where the year beside would turn an order round: "January 2017, after the May vote"."""
    if not recipe.month or not told.month or told.year <= 0:
        return 0
    if recipe.prep == "after" and recipe.month > told.month:
        return -1
    return 1 if recipe.prep == "before" and recipe.month < told.month else 0


def _narrative(recipe: Recipe, anchors: Anchors) -> Worked:
    last = anchors.last
    dated = recipe.day and recipe.prep == "on"
    far = anchors.carried and not dated  # "in the autumn", "at Christmas" of a tale
    if last is None or far or (anchors.undated_news and anchors.paragraph is None):
        year = anchors.years.get((recipe.month, recipe.day), 0) if last is None and recipe.day else 0
        if year:
            return completed(moment_of(recipe, year), "The year is that of the same day, told further below.")
        moment = moment_of(recipe, 0)
        return unresolved(moment.timex(), "The text does not say which year this is in.", moment.edtf())
    year = last.year + _turn(recipe, anchors)
    moment = moment_of(recipe, year)
    told = anchors.told
    if told is None or year == last.year:
        return completed(moment, f"The year is that of {_source(told, anchors)}.")
    turned = "The year is the one after" if year > last.year else "The year is the one before"
    return inferred(moment, f"{turned} “{told.wording}”, told before.")


def _turn(recipe: Recipe, anchors: Anchors) -> int:
    """Return 1 when the step back from the anchor is so long that a new year has begun, else 0."""
    last = anchors.last
    month = month_of(moment_of(recipe, 2001))
    before = month_of(last) if last else 0
    if recipe.aside or not month or not before:
        return 0
    return 1 if before - month >= TURN else 0


def _news(recipe: Recipe, anchors: Anchors) -> Worked:
    written = anchors.written
    assert written is not None
    year = written.year
    moment = moment_of(recipe, year)
    gap = _gap(moment, written)
    if recipe.looks_ahead:
        year += 1 if gap < 0 else 0
        reason = "the next one after the document's date"
    elif recipe.tense == "open" and (recipe.day or recipe.month):
        year += _nearest(moment, written)
        reason = "the one nearest to the document's date"
    else:
        year -= 1 if gap > 0 else 0
        reason = "the last one before the document's date"
    return completed(moment_of(recipe, year), f"The year is {reason}, {written.edtf()}.")


def _nearest(moment: Moment, written: Moment) -> int:
    """Return how many years later than the year of writing the nearest such day or month lies: -1, 0 or 1."""
    if not month_of(moment) or not month_of(written):
        return 0
    half = 183
    away = 30 * (month_of(moment) - month_of(written)) + (moment.day or 15) - (written.day or 15)
    return -1 if away > half else 1 if away < -half else 0


def _gap(moment: Moment, written: Moment) -> int:
    """Return how far `moment` lies after `written`: in days beyond `AHEAD`, or in months; 0 when near."""
    day, now = moment.as_date, written.as_date
    if day and now:
        days = (day - now).days
        return days - AHEAD if days > AHEAD else min(0, days)
    if not written.month:
        return 0
    return month_of(moment) - written.month if month_of(moment) else 0
