"""What the times of a text are counted from: its day of writing, where one is known that fits the text."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.analysis.document_date import LINE, SET, moment_of
from deskbrief.analysis.genre import LONG, is_tale
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.model import DateEvidence, Document

#: A text whose later years lie further back than this is older than its file.
_FRESH = 5
#: Times at either end of the text among which the day that the file states is looked for.
_ENDS = 12
#: Years of a text that has been put out anew, and how many years back most of them lie.
_MANY, _OLD = 12, 20


@dataclass(frozen=True, slots=True)
class Basis:
    """The day, month or year that times are counted from, if any; and whether the text is a tale."""

    written: Moment | None
    tale: bool = False


def basis_of(document: Document, evidence: DateEvidence | None, times: Times) -> Basis:
    """Return what the times of `document` count from; `times` are those worked out without any day.

    A tale has no day of writing that its words could count from, unless the reader says so. A day that only
    the file tells counts where the text names it too; else no more than its month does, and that only where
    the years of the text reach up to it.
    """
    written = moment_of(evidence.edtf) if evidence else None
    if evidence is not None and evidence.source == SET:
        return Basis(written)
    doubtful = evidence is None or evidence.is_guess
    if is_tale(document) if doubtful else is_tale(document, at_least=LONG):
        return Basis(None, tale=True)
    if evidence is None or written is None:
        return Basis(None)
    if not evidence.is_guess:
        return Basis(None if evidence.source == LINE and _is_reissued(written, times) else written)
    if not _is_fresh(written, times):
        return Basis(None)
    return Basis(written if _is_named(written, times) else _month_of(written))


def _is_named(written: Moment, times: Times) -> bool:
    """Tell whether the day of the file stands at the beginning or the end of the text."""
    moments = (time.worked.moment for time in (*times.all[:_ENDS], *times.all[-_ENDS:]) if _says_year(time))
    return any(one is not None and one.grain == "day" and one.as_date == written.as_date for one in moments)


def _is_fresh(written: Moment, times: Times) -> bool:
    """Tell whether a quarter of the years in the text, if it has any, reach up to its file."""
    years = _years(times)
    return not years or years[len(years) * 3 // 4] >= written.year - _FRESH


def _is_reissued(written: Moment, times: Times) -> bool:
    """Tell whether an old text has been put out anew: most of many years lie decades back."""
    years = _years(times)
    return len(years) >= _MANY and years[len(years) * 3 // 4] < written.year - _OLD


def _years(times: Times) -> list[int]:
    return sorted(time.mention.recipe.year for time in times.all if _says_year(time))


def _says_year(time: Time) -> bool:
    return bool(time.mention.recipe.year) and not time.mention.recipe.era


def _month_of(written: Moment) -> Moment:
    """Return the month of a day: a guess is not good enough to count days from."""
    return Moment("month", written.year, written.month) if written.grain == "day" else written
