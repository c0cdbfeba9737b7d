"""How long the outline takes beside the language model that reads for it, in one run.

usage: .venv/bin/python tests/benchmarks/analysing.py [FILE …]

Without files a made-up report of 20,000 words is taken. The processor time of the whole job, with both of its
outlines, is divided by that of the model alone on the same pieces of text; the times alone, without a model,
are told in characters per second. Each figure is the least of three turns, in which all take part.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from documents import read, write
from table import row, title

from deskbrief.analysis import language
from deskbrief.analysis.job import outline
from deskbrief.analysis.pieces import Piece, pieces_of
from deskbrief.analysis.pipeline import outline_of
from deskbrief.analysis.raised import without_marks
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.reading import mentions_of, worked_out
from deskbrief.analysis.typed_points import with_points
from deskbrief.document.codec import document_request
from deskbrief.document.model import Document
from deskbrief.document.steps import finish

WORDS = 20_000
#: The whole job may take this many times as long as the model, and so many characters a second are wanted.
MOST, TIMES_ALONE, WITH_MODEL = 4 / 3, 300_000, 30_000
WRITTEN = Moment("day", 2024, 3, 6)
TURNS = 3


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of `work`."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measured(document: Document, model: language.Model) -> tuple[float, float, float, float]:
    """Return the least seconds of the whole job, the model, the outline by rules and the times alone."""
    prepared = with_points(without_marks(document))
    pieces: list[Piece] = []
    finish(pieces_of(prepared, pieces))
    request = document_request(document, published="")
    works: Sequence[Callable[[], object]] = (
        lambda: list(outline(request)),
        lambda: list(model.parsed(prepared.text, pieces)),
        lambda: finish(outline_of(prepared, "")),
        lambda: finish(worked_out(prepared, finish(mentions_of(prepared, ())), WRITTEN)),
    )
    turns = [[seconds(work) for work in works] for _ in range(TURNS)]
    whole, alone, rules, times = map(min, zip(*turns, strict=True))
    return whole, alone, rules, times


def main() -> None:
    """Print the figures of all files together, and of each when there are several."""
    model = language.shared()
    if isinstance(model, language.Missing):
        sys.exit(model.sentence)
    with tempfile.TemporaryDirectory() as work:
        paths = [Path(name) for name in sys.argv[1:]] or [write(Path(work) / "report.txt", WORDS)]
        documents = [read(path) for path in paths]
    title(f"The outline of {sum(one.words for one in documents):,} words in {len(documents)} texts")
    found = []
    for path, document in zip(paths, documents, strict=True):
        found.append((len(document.text), *measured(document, model)))
        if len(paths) > 1:
            row(path.name[:40], None, found[-1][1] / found[-1][2], "times the model")
    letters, whole, alone, rules, times = map(sum, zip(*found, strict=True))
    row("the whole job", MOST, whole / alone, "times the model")
    row("the outline by rules", None, rules / alone, "times the model")
    row("times alone: ms for 300,000 characters", 1000, TIMES_ALONE * times / letters * 1000, "ms C")
    row("the whole job: ms for 30,000 characters", 1000, WITH_MODEL * whole / letters * 1000, "ms C")


if __name__ == "__main__":
    main()
