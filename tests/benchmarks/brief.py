"""How long briefs take and what they need: python tests/benchmarks/brief.py

Milliseconds of processor time in this process, everything imported and one brief made before: the plan is
encoded, read and written, as the worker does it. Memory is what the largest brief adds at its peak.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from deskbrief.brief.job import render
from deskbrief.document.codec import seal
from deskbrief.document.plan import BriefPlan, Format
from deskbrief.document.tasks import Part, Request
from helpers.briefs import long_plan, sample_plan

#: Numbers of events and recommendations that make about 2, 20 and 300 pages.
SIZES = (12, 170, 2600)
REPEATS = 3


def main() -> None:
    """Print one line a size and format."""
    written(sample_plan(), Format.PDF)
    for size in SIZES:
        plan = replace(long_plan(size, one_page=False))
        for form in Format:
            before = _peak()
            spent, pages, data = min(written(plan, form) for _ in range(REPEATS))
            grown = _peak() - before
            told = f"{pages:4} pages" if pages else " " * 10
            print(f"{form:5} {told} {len(data) / 1024:9.0f} KiB {spent * 1000:8.0f} ms +{grown:.0f} MiB")


def written(plan: BriefPlan, form: Format) -> tuple[float, int, bytes]:
    """Return the processor time that a brief takes, its pages and the file."""
    request = Request({"plan": seal("plan", plan), "format": form.value})
    begin = time.process_time()
    part = next(step for step in render(request) if isinstance(step, Part))
    return time.process_time() - begin, part.data["pages"], part.blob


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
