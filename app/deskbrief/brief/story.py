"""From a plan to the blocks of its pages, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from deskbrief.brief.blocks import Block
from deskbrief.brief.chronology import chronology
from deskbrief.brief.context import Context
from deskbrief.brief.figures import figures
from deskbrief.brief.heading import section_heading
from deskbrief.brief.masthead import masthead
from deskbrief.brief.names import names
from deskbrief.brief.notes import notes
from deskbrief.brief.passages import passages
from deskbrief.brief.points import bottom_line, points
from deskbrief.brief.recommendations import recommendations
from deskbrief.brief.references import references
from deskbrief.brief.rows import confirmed
from deskbrief.brief.sources import sources
from deskbrief.brief.stack import Frame, Inset
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import ASIDE, MEASURE, PAPERS
from deskbrief.brief.text import Typesetter
from deskbrief.brief.words import words
from deskbrief.document.citing import citations
from deskbrief.document.plan import BriefPlan, PlanKind, PlanSection

MAKERS: MappingProxyType[PlanKind, Callable[[Context, PlanSection], list[Block]]] = MappingProxyType(
    {
        PlanKind.POINTS: points,
        PlanKind.CHRONOLOGY: chronology,
        PlanKind.RECOMMENDATIONS: recommendations,
        PlanKind.NOTES: notes,
        PlanKind.NAMES: names,
        PlanKind.FIGURES: figures,
        PlanKind.PASSAGES: passages,
        PlanKind.WORDS: words,
    }
)
#: Kinds of which each row can be confirmed by the reader.
CHECKABLE = frozenset({PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS})
#: What the rows of a section are called, one and several.
NOUNS = MappingProxyType(
    {
        PlanKind.POINTS: ("passage", "passages"),
        PlanKind.CHRONOLOGY: ("event", "events"),
        PlanKind.RECOMMENDATIONS: ("recommendation", "recommendations"),
        PlanKind.NOTES: ("note", "notes"),
        PlanKind.NAMES: ("name", "names"),
        PlanKind.FIGURES: ("figure", "figures"),
        PlanKind.PASSAGES: ("passage", "passages"),
        PlanKind.WORDS: ("paragraph", "paragraphs"),
    }
)


def story(plan: BriefPlan, setter: Typesetter, root: Node) -> Iterator[Block]:
    """Yield the blocks of a brief from masthead to references; `root` becomes the root of its structure."""
    known = {reference.number: reference for reference in plan.references}
    cited = frozenset(citations(plan))
    context = Context(plan, PAPERS[plan.page_size], setter, root, known, cited)
    yield from masthead(context)
    if plan.bottom_line:
        yield bottom_line(context, plan.bottom_line)
    for number, section in enumerate(plan.sections):
        yield from _section(context, section, f"section-{number + 1}")
    if plan.others:
        yield section_heading(context, "Sources", "sources")
        yield from sources(context, plan.sources)
    if plan.references:
        yield section_heading(context, "References", "references")
        yield from references(context, plan.references)


def _section(context: Context, section: PlanSection, key: str) -> list[Block]:
    rows = section.rows
    if not rows and not section.omitted:
        return []
    blocks: list[Block] = [section_heading(context, section.title, key)]
    if rows:
        blocks += MAKERS[section.kind](context, section)
    words = aside_words(section)
    if words:
        aside = Frame([context.text(words, ASIDE, context.root.add("P"))], Inset(right=MEASURE))
        aside.before, aside.joined = 3.5, True
        blocks.append(aside)
    return blocks


def aside_words(section: PlanSection) -> str:
    """Return the line under a section: what the reader has checked, and how many rows are left out."""
    return " · ".join(filter(None, (checked_words(section), omitted_words(section))))


def checked_words(section: PlanSection) -> str:
    """Return how many rows the reader has checked, in words; empty for rows that nobody checks."""
    rows = section.rows
    if not rows or section.kind not in CHECKABLE:
        return ""
    checked = sum(map(confirmed, rows))
    if checked == len(rows):
        return "✓ checked by the reader"
    if checked:
        return f"✓ checked by the reader: {checked} of {len(rows)}; the others were found automatically"
    return "Found automatically, not yet checked by the reader"


def omitted_words(section: PlanSection) -> str:
    """Return what is left out and why, as in "3 more notes left out to fit one page"."""
    if not section.omitted:
        return ""
    noun = NOUNS[section.kind][section.omitted != 1]
    more = "more " if section.rows else ""
    where = "" if section.kind is PlanKind.NOTES else " in the source"
    if section.unfit == section.omitted:
        return f"{section.omitted:,} {more}{noun} left out to fit one page"
    why = f"not shown; {section.unfit:,} left out to fit one page" if section.unfit else "not shown"
    return f"{section.omitted:,} {more}{noun}{where} ({why})"
