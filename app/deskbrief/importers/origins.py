"""Where a place of the canonical text stood in the decoded source, and the other way round.

Both directions are monotone and exact on every code point that a `SourceRun` covers. A place between
two runs (a separator, dropped mark-up) maps to the nearest end of a run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from deskbrief.document.model import SourceRun
from deskbrief.document.spans import Span


def to_source(runs: Sequence[SourceRun], offset: int) -> int:
    """Return the place in the source of canonical `offset`; `runs` must not be empty."""
    at = bisect_right(runs, offset, key=lambda run: run.start) - 1
    if at < 0:
        return runs[0].source
    run = runs[at]
    return run.source + min(offset - run.start, run.length)


def to_canonical(runs: Sequence[SourceRun], offset: int) -> int:
    """Return the place in the canonical text of source `offset`; `runs` must not be empty."""
    at = bisect_right(runs, offset, key=lambda run: run.source) - 1
    if at < 0:
        return runs[0].start
    run = runs[at]
    return run.start + min(offset - run.source, run.length)


def source_span(runs: Sequence[SourceRun], span: Span) -> Span:
    """Return the stretch of the source from the first to the last code point of canonical `span`."""
    start = to_source(runs, span.start)
    return Span(start, to_source(runs, span.end - 1) + 1) if len(span) else Span(start, start)
