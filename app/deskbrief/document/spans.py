"""Half-open stretches of the canonical text."""

from __future__ import annotations

from deskbrief.document.records import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch `[start, end)` of a canonical text, in Unicode code points. The earlier is less."""

    start: int
    end: int

    # Spans are compared by the thousand: these are faster than those for every class.

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


def hull(spans: tuple[Span, ...]) -> Span:
    """Return the smallest span that covers all of `spans`, which must not be empty."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
