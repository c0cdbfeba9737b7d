"""What kind of text it is that recommendations are looked for in: minutes of a meeting, or a letter."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.analysis.recommendations.minutes import are_minutes
from deskbrief.analysis.recommendations.requested import is_letter


@dataclass(frozen=True, slots=True)
class Manner:
    """Whether a text is minutes, and whether it speaks to a reader, as letters and mails do."""

    minutes: bool
    letter: bool


def manner_of(text: str) -> Manner:
    """Return the manner of a text, told by how it begins."""
    return Manner(are_minutes(text), is_letter(text))
