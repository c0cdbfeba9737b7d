"""What comes out of working a time out."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.analysis.times.moment import Moment
from deskbrief.document.outline import Degree


@dataclass(frozen=True, slots=True)
class Worked:
    """A value with how it came about; `moment` is none for stretches, sets and vague times."""

    value: str
    edtf: str
    degree: Degree
    reason: str
    moment: Moment | None = None


def explicit(moment: Moment) -> Worked:
    """Return a time that the wording itself gives in full."""
    return Worked(moment.timex(), moment.edtf(), Degree.EXPLICIT, "The wording says it in full.", moment)


def completed(moment: Moment, reason: str) -> Worked:
    """Return a time whose missing parts the text or the document's date gives."""
    return Worked(moment.timex(), moment.edtf(), Degree.COMPLETED, reason, moment)


def inferred(moment: Moment, reason: str) -> Worked:
    """Return a time that was counted or guessed from another one."""
    return Worked(moment.timex(), moment.edtf(), Degree.INFERRED, reason, moment)


def unresolved(value: str, reason: str, edtf: str = "") -> Worked:
    """Return a time that has no place on the calendar yet; `edtf` may still hold what is known of it."""
    return Worked(value, edtf, Degree.UNRESOLVED, reason)


def fixed(value: str, reason: str) -> Worked:
    """Return a stretch or set, whose value does not depend on any date."""
    return Worked(value, "", Degree.EXPLICIT, reason)
