"""How long briefs take and what they need: python tests/benchmarks/brief.py

Milliseconds of processor time in this process, everything imported and one brief made before: the plan is
encoded, read and written, as the worker does it. Memory is what the largest brief adds at its peak. Beside a
PDF stands what the same words take in plain reportlab, without tags, links, outline and verification, in
the same run: on a busy machine only the ratio of the two tells anything.
"""

from __future__ import annotations

import gc
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))

from documents import LONG, outlined, read, write
from marking import mark_up
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from deskbrief.brief.fonts import Face, Fonts
from deskbrief.brief.job import render
from deskbrief.document.codec import seal
from deskbrief.document.model import BlockKind
from deskbrief.document.plan import BriefPlan, Format, PassageRow, PlanKind, PlanSection, Template
from deskbrief.document.tasks import Part, Request
from deskbrief.jobs.worker import THRESHOLDS
from deskbrief.library.library import Library
from deskbrief.services.curation import curate
from deskbrief.services.notetaking import Notetaking
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from helpers.briefs import long_plan, sample_plan

#: Numbers of events and recommendations, and of paragraphs, that make about 2, 20 and 300 pages.
TABLES, TEXTS = (12, 170, 2600), (14, 170, 2600)
REPEATS = 3
#: Marks on the source of 100,000 words.
MARKS = 300
WORDS = (
    "The council was told that water stood under the valley floor, and nobody knew how much; so wells "
    "were dug, one after another, until the springs at the foot of the hills ran dry in the summer. "
)


def main() -> None:
    """Print one line a size and format."""
    gc.set_threshold(*THRESHOLDS)
    written(sample_plan(), Format.PDF)
    plainly(sample_plan())
    for size in TABLES:
        measure("tables", replace(long_plan(size, one_page=False)))
    for size in TEXTS:
        measure("text", text_plan(size))
    measure_source()


def measure(name: str, plan: BriefPlan) -> None:
    """Print what a brief takes in each format."""
    for form in Format:
        before = _peak()
        spent, pages, data = min(written(plan, form) for _ in range(REPEATS))
        grown = _peak() - before
        told = f"{pages:4} pages" if pages else " " * 10
        line = f"{name:6} {form:5} {told} {len(data) / 1024:9.0f} KiB {spent * 1000:8.0f} ms +{grown:.0f} MiB"
        if form is Format.PDF:
            plain, leaves = min(plainly(plan) for _ in range(REPEATS))
            each = (spent / pages) / (plain / leaves)
            line += f"  plain reportlab {leaves:4} pages {plain * 1000:6.0f} ms: {spent / plain:.2f} of it"
            line += f", {each:.2f} a page"
        print(line, flush=True)


def measure_source() -> None:
    """Print what a full brief of a long source with many marks takes, from its outline to the file."""
    with tempfile.TemporaryDirectory() as folder:
        file = write(Path(folder) / "long.txt", LONG)
        document = read(file)
        with Library.open(Path(folder) / "library") as library:
            library.put_document(document, path=str(file), size=1, mtime_ns=1)
            mark_up(library, file, MARKS)
            notes = Notetaking(library).placed(document)
    outline = outlined(document)
    source = BriefSource(
        document=document, outline=outline, curated=curate(document, outline, ()), notes=notes
    )
    for template in (Template.FULL, Template.TEXT):
        begin = time.process_time()
        plan = make_plan(source, BriefOptions(prepared="2026-01-01", template=template))
        planned = time.process_time() - begin
        spent, pages, _ = written(plan, Format.PDF)
        told = f"{planned * 1000:.0f} ms to plan, {spent * 1000:.0f} ms to write"
        print(f"{LONG:,} words, {len(notes)} marks, {template} brief: {pages} pages, {told}", flush=True)


def written(plan: BriefPlan, form: Format) -> tuple[float, int, bytes]:
    """Return the processor time that a brief takes, its pages and the file."""
    request = Request({"plan": seal("plan", plan), "format": form.value})
    begin = time.process_time()
    part = next(step for step in render(request) if isinstance(step, Part))
    return time.process_time() - begin, part.data["pages"], part.blob


def plainly(plan: BriefPlan) -> tuple[float, int]:
    """Return the processor time and the pages that the words of a brief take in plain reportlab."""
    fonts = Fonts()
    for face in (Face.SERIF, Face.SANS, Face.SANS_BOLD):
        fonts.advances(face)
    begin = time.process_time()
    document = SimpleDocTemplate(BytesIO(), pagesize=A4, initialFontName=Face.SANS)
    document.build(list(_flowables(plan)))
    return time.process_time() - begin, document.page


def _flowables(plan: BriefPlan) -> Iterator[Any]:
    cell = ParagraphStyle("cell", fontName=Face.SANS, fontSize=9.5, leading=12.5)
    body = ParagraphStyle("body", fontName=Face.SERIF, fontSize=10.5, leading=15, spaceAfter=7)
    head = ParagraphStyle("head", fontName=Face.SANS_BOLD, fontSize=9, leading=12, spaceBefore=13)

    def table(rows: list[list[str]], widths: list[float]) -> LongTable:
        cells = [[Paragraph(escape(words), cell) for words in row] for row in rows]
        return LongTable(cells, colWidths=widths, repeatRows=1)

    places = {reference.number: reference.locator for reference in plan.references}
    yield Paragraph(escape(plan.title), head)
    for section in plan.sections:
        yield Paragraph(escape(section.title.upper()), head)
        yield from (Paragraph(escape(row.text), body) for row in (*section.points, *section.passages))
        where = {
            row: f"{places[row.references[0]]} {row.references[0]}" for row in section.rows if row.references
        }
        if section.chronology:
            rows = [[row.when, row.event, row.detail, where[row]] for row in section.chronology]
            yield table([["Date", "Event", "Detail", "Ref"], *rows], [80, 120, 190, 70])
        if section.recommendations:
            advice = [
                [row.addressee, row.action, row.strength, where[row]] for row in section.recommendations
            ]
            yield table([["Addressee", "Action", "Strength", "Ref"], *advice], [100, 220, 70, 70])
    for reference in plan.references:
        yield Paragraph(escape(f"{reference.number} {reference.locator} “{reference.quote}”"), cell)


def text_plan(count: int) -> BriefPlan:
    """Return the whole text of a source with `count` paragraphs."""
    rows = tuple(
        PassageRow(kind=BlockKind.PARAGRAPH, text=f"{at}. {WORDS * (1 + at % 3)}", label=f"¶{at}")
        for at in range(count)
    )
    section = PlanSection(kind=PlanKind.PASSAGES, title="Text and notes", passages=rows)
    return replace(sample_plan(one_page=False), bottom_line=None, sections=(section,), references=())


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
