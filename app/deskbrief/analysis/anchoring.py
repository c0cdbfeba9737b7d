"""What the times of a text are counted from: its day of writing, where one is known that fits the text."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.analysis.document_date import LINE, SET, moment_of
from deskbrief.analysis.genre import LONG, is_tale, names_few_years
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.model import DateEvidence, Document

#: A text whose later years lie further back than this is older than its file.
_FRESH = 5
#: Times at either end of the text among which the day that the file states is looked for.
_ENDS = 12
#: Days with their month that a report in the form of a story names at least.
_REPORTED = 3
#: Years of a text that has been put out anew, and how many years back most of them lie.
_MANY, _SOME, _OLD = 12, 4, 20


@dataclass(frozen=True, slots=True)
class Basis:
    """The day, month or year that times are counted from, if any; and whether the text is a tale.

    Or an old book that names few years, which is read in the same way. `until` is then the first year that
    is not of the text but of its new edition, 0 where that is not known.
    """

    written: Moment | None
    tale: bool = False
    until: int = 0


def basis_of(document: Document, evidence: DateEvidence | None, times: Times) -> Basis:
    """Return what the times of `document` count from; `times` are those worked out without any day.

    A tale has no day of writing that its words could count from, unless the reader says so, or its page does
    and it tells of days of the calendar, as long reports in the form of a story do. A day that only
    the file tells counts where the text names it too; else no more than its month does, and that only where
    the years of the text reach up to it.
    """
    written = moment_of(evidence.edtf) if evidence else None
    if evidence is not None and evidence.source == SET:
        return Basis(written)
    doubtful = evidence is None or evidence.is_guess
    as_story = is_tale(document) if doubtful else is_tale(document, at_least=LONG)
    if as_story and not (evidence is not None and _is_reported(document, evidence, times)):
        return Basis(None, tale=True, until=written.year - _FRESH if written else 0)
    if evidence is None or written is None:
        return Basis(None)
    new_edition = evidence.source == LINE and _is_reissued(document, written, times)
    if new_edition or (evidence.is_guess and not _is_fresh(written, times)):
        return Basis(None, tale=new_edition or names_few_years(document), until=written.year - _FRESH)
    return Basis(_month_of(written) if evidence.is_guess and not _is_named(written, times) else written)


def _is_reported(document: Document, evidence: DateEvidence, times: Times) -> bool:
    """Tell whether a page says when it was published, and its text tells of several days by their names."""
    if evidence.is_guess or document.metadata.format != "html" or evidence != document.metadata.published:
        return False
    recipes = [time.mention.recipe for time in times.all]
    return sum(bool(one.op == "date" and one.month and one.day) for one in recipes) >= _REPORTED


def _is_named(written: Moment, times: Times) -> bool:
    """Tell whether the day of the file stands at the beginning or the end of the text."""
    moments = (time.worked.moment for time in (*times.all[:_ENDS], *times.all[-_ENDS:]) if _says_year(time))
    return any(one is not None and one.grain == "day" and one.as_date == written.as_date for one in moments)


def _is_fresh(written: Moment, times: Times) -> bool:
    """Tell whether a quarter of the years in the text, if it has any, reach up to its file."""
    years = _years(times)
    return not years or years[len(years) * 3 // 4] >= written.year - _FRESH


def _is_reissued(document: Document, written: Moment, times: Times) -> bool:
    """Tell whether an old text has been put out anew: most of its years, and they are many, lie decades back.

    Fewer are enough where the file itself, such as an electronic book, states no more than when it was made.
    """
    years, stated = _years(times), document.metadata.published
    return (
        len(years) >= (_SOME if stated is not None and stated.is_guess else _MANY)
        and years[len(years) * 3 // 4] < written.year - _OLD
    )


def _years(times: Times) -> list[int]:
    return sorted(time.mention.recipe.year for time in times.all if _says_year(time))


def _says_year(time: Time) -> bool:
    return bool(time.mention.recipe.year) and not time.mention.recipe.era


def _month_of(written: Moment) -> Moment:
    """Return the month of a day: a guess is not good enough to count days from."""
    return Moment("month", written.year, written.month) if written.grain == "day" else written
