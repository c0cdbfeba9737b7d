"""Brief plans to try the PDF writer on, and reading of what it wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from deskbrief.brief.pdf import Rendered, render_pdf
from deskbrief.document.model import BlockKind
from deskbrief.document.notes import Role
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    FigureRow,
    MarkedStretch,
    NameRow,
    NoteRow,
    PassageRow,
    PlanKind,
    PlanSection,
    RecommendationRow,
    Reference,
    SourceFacts,
    Statement,
)

QUOTES = (
    ("¶1", "appears to be experiencing an unexpected thaw in relations with the United States"),
    ("¶2", "This thaw is characterized by several strategic adjustments"),
    ("¶3", "the U.S. appears eager to reassert its presence and influence"),
    ("¶9", "may provoke defensive postures from neighboring countries"),
    ("¶10", "could embolden local leaders"),
    ("¶7", "July 2023 | Security Talks"),
    ("¶7", "September 2023 | Joint Military Exercise"),
    ("¶7", "October 2023 | Democracy Summit"),
    ("¶13", "it is imperative for the United States to rethink its strategies"),
    ("¶14", "A targeted review of existing sanctions"),
    ("¶15", "Enhancing support for non-governmental organizations and independent media"),
    ("¶17", "the U.S. should remain adaptable in its foreign policy framework"),
)
POINTS = PlanSection(
    kind=PlanKind.POINTS,
    title="What the source says",
    points=(
        Statement(
            "The thaw rests on three aims: countering Chinese influence, encouraging reform, and stronger "
            "military ties.",
            (2, 3),
        ),
        Statement("Neighbours may take up defensive postures; local leaders may feel emboldened.", (4, 5)),
    ),
)
TALKS = "High-level discussions focused on defense strategies in Eastern Europe"
CHRONOLOGY = PlanSection(
    kind=PlanKind.CHRONOLOGY,
    title="Chronology",
    chronology=(
        ChronologyRow("Jul 2023", "2023-07", "Security Talks", TALKS, "occurred", (6,), confirmed=True),
        ChronologyRow(
            *("Sep 2023", "2023-09", "Joint Military Exercise"),
            *("Joint training to enhance interoperability", "occurred", (7,)),
        ),
        ChronologyRow(
            *("Oct 2023", "2023-10", "Democracy Summit"),
            *("Invitation to discuss democratic reforms", "planned", (8,)),
        ),
    ),
)
RECOMMENDATIONS = PlanSection(
    kind=PlanKind.RECOMMENDATIONS,
    title="Recommendations",
    recommendations=(
        RecommendationRow(
            *("United States", "Rethink its strategies in response to hybrid alliances", "imperative", (9,)),
            confirmed=True,
        ),
        RecommendationRow(
            *("The U.S.", "Review existing sanctions against nations perceived as repressive allies"),
            *("could", (10,)),
        ),
        RecommendationRow(
            *("The U.S.", "Enhance support for NGOs and independent media", "should consider", (11,)),
            deadline="by 2025",
        ),
        RecommendationRow("The U.S.", "Remain adaptable in its foreign policy framework", "should", (12,)),
    ),
)
NOTES = PlanSection(
    kind=PlanKind.NOTES,
    title="Reader’s notes",
    notes=(
        NoteRow(
            "This thaw is characterized by several strategic adjustments",
            "Ask the embassy which adjustments are *agreed* and which are **proposed**.",
            Role.YELLOW,
            (2,),
        ),
        NoteRow(
            "could embolden local leaders",
            "Compare:\n\n- last year’s report\n- the *2021* inquiry",
            Role.PURPLE,
            (5,),
        ),
    ),
)
NAMES = PlanSection(
    kind=PlanKind.NAMES,
    title="Names",
    names=(
        NameRow("United States", "place", 12, (1,)),
        NameRow("Russia", "place", 5),
        NameRow("Eastern Europe", "place", 4),
    ),
)
FIGURES = PlanSection(
    kind=PlanKind.FIGURES,
    title="Figures",
    figures=(
        FigureRow("more than 4 billion dollars", "aid", "up", "", (3,)),
        FigureRow("37 percent", "of households", "", "41 percent (¶9)", (4,)),
    ),
)
PASSAGES = PlanSection(
    kind=PlanKind.PASSAGES,
    title="Text and notes",
    passages=(
        PassageRow(kind=BlockKind.TITLE, text="A thaw", level=1),
        PassageRow(kind=BlockKind.HEADING, text="Shifts", level=4),
        PassageRow(
            kind=BlockKind.PARAGRAPH,
            text="This thaw is characterized by several strategic adjustments.",
            label="¶1",
            marks=(MarkedStretch(5, 23, Role.YELLOW), MarkedStretch(10, 30, Role.GREEN)),
            notes=(NoteRow("", "Agreed, or *proposed*?\n\n- ask\n- wait", Role.YELLOW),),
        ),
        PassageRow(kind=BlockKind.LIST_ITEM, text="Countering influence", label="¶2", marker="-"),
        PassageRow(kind=BlockKind.QUOTE, text="First line\nSecond line", label="¶3"),
        PassageRow(kind=BlockKind.CODE, text="x = 1\ny = 2", label="¶4"),
        PassageRow(
            kind=BlockKind.TABLE,
            text="Date\tEvent\nJuly\tTalks",
            label="¶5",
            cells=(("Date", "Event"), ("July", "Talks")),
            headed=True,
        ),
        PassageRow(kind=BlockKind.FOOTNOTE, text="A footnote.", label="¶6"),
    ),
)
SECTIONS = (POINTS, CHRONOLOGY, RECOMMENDATIONS, NOTES, NAMES)


def sample_plan(*, one_page: bool = True) -> BriefPlan:
    """Return a brief of a news analysis, as an analyst would make it."""
    return BriefPlan(
        title="An unexpected thaw with a repressive ally of Russia",
        source=SourceFacts(
            "Source: news analysis, 1,005 words, undated · read in full · 19 paragraphs",
            "thaw.txt",
            "1cce6cf4" * 8,
        ),
        prepared="2026-11-22",
        author="A. Reader",
        marking="For internal use",
        bottom_line=Statement(
            "Washington is testing closer ties with a repressive ally of Moscow. The source sees a chance "
            "for dialogue and a risk that outside backing hardens repression.",
            (1, 5),
        ),
        sections=SECTIONS,
        references=tuple(
            Reference(at, quote, locator, "Strategic Shifts", 0, len(quote), verified=True)
            for at, (locator, quote) in enumerate(QUOTES, start=1)
        ),
        one_page=one_page,
    )


def long_plan(count: int, *, one_page: bool) -> BriefPlan:
    """Return a brief with `count` events and `count` recommendations, each with a reference of its own."""
    events = tuple(
        ChronologyRow(
            *(f"{1 + at % 28} Mar {1990 + at // 6}", f"{1990 + at // 6}-03-{1 + at % 28:02d}", f"Event {at}"),
            *("A detail that goes on for a while " * (1 + at % 3), "occurred", (at + 1,)),
        )
        for at in range(count)
    )
    advice = tuple(
        RecommendationRow(f"Ministry {at % 7}", f"Do thing {at} in time", "should", (count + at + 1,))
        for at in range(count)
    )
    references = tuple(
        Reference(at, f"exact quote {at} of the source", f"¶{at}", "", 0, 1, verified=True)
        for at in range(1, 2 * count + 1)
    )
    sections = (
        POINTS,
        replace(CHRONOLOGY, chronology=events),
        replace(RECOMMENDATIONS, recommendations=advice),
        NOTES,
    )
    return replace(sample_plan(one_page=one_page), sections=sections, references=references)


def plan_of(text: str, *, one_page: bool = False, whole: bool = False) -> BriefPlan:
    """Return the sample, or the `whole` text of a source, with `text` in every field that holds text."""
    plan = text_plan() if whole else sample_plan(one_page=one_page)
    return replace(
        plan,
        title=text,
        author=text,
        marking=text,
        prepared=text,
        language=text,
        source=SourceFacts(text, text, text),
        bottom_line=Statement(text, (1,)),
        sections=tuple(_section_of(section, text) for section in (*plan.sections, FIGURES)),
        references=tuple(replace(r, quote=text, locator=text, section=text) for r in plan.references),
    )


def _section_of(section: PlanSection, text: str) -> PlanSection:
    return replace(
        section,
        title=text,
        points=tuple(replace(row, text=text) for row in section.points),
        chronology=tuple(
            replace(row, when=text, event=text, detail=text, status=text) for row in section.chronology
        ),
        recommendations=tuple(
            replace(row, addressee=text, action=text, strength=text, deadline=text)
            for row in section.recommendations
        ),
        notes=tuple(replace(row, quote=text, body=text) for row in section.notes),
        names=tuple(replace(row, name=text, kind=text) for row in section.names),
        figures=tuple(replace(row, text=text, of=text, change=text, other=text) for row in section.figures),
        passages=tuple(
            replace(
                row, text=text, label=text, marker=row.marker and text, cells=_cells_of(row, text), marks=()
            )
            for row in section.passages
        ),
    )


def _cells_of(row: PassageRow, text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text for _ in line) for line in row.cells)


def text_plan() -> BriefPlan:
    """Return the whole text of a source with marks and margin notes."""
    return replace(sample_plan(one_page=False), bottom_line=None, sections=(PASSAGES,), references=())


def rendered(plan: BriefPlan) -> Rendered:
    """Return the finished file of `plan`."""
    steps = render_pdf(plan)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Rendered = end.value
            return result


def opened(plan: BriefPlan) -> PdfReader:
    """Return a reader of the file of `plan`."""
    return PdfReader(BytesIO(rendered(plan).data))


def words_of(reader: PdfReader) -> str:
    """Return the words of all pages as they are copied out, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def elements_of(node: Any) -> Iterator[Any]:
    """Yield the elements below one of the structure tree, in reading order."""
    for entry in node.get("/K", []):
        kid = entry.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from elements_of(kid)


def all_elements(reader: PdfReader) -> list[Any]:
    """Return the elements of the structure tree in reading order."""
    root: Any = reader.trailer["/Root"]
    return list(elements_of(root["/StructTreeRoot"]))
