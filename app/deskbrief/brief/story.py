"""From a plan to the blocks of its pages, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from deskbrief.brief.asides import aside_words
from deskbrief.brief.blocks import Block
from deskbrief.brief.chronology import chronology
from deskbrief.brief.context import Context
from deskbrief.brief.density import USUAL, Density
from deskbrief.brief.figures import figures
from deskbrief.brief.heading import section_heading
from deskbrief.brief.masthead import masthead
from deskbrief.brief.names import names
from deskbrief.brief.notes import notes
from deskbrief.brief.passages import passages
from deskbrief.brief.points import bottom_line, points
from deskbrief.brief.recommendations import recommendations
from deskbrief.brief.references import references
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


def story(plan: BriefPlan, setter: Typesetter, root: Node, density: Density = USUAL) -> Iterator[Block]:
    """Yield the blocks of a brief from masthead to references; `root` becomes the root of its structure."""
    for block in _blocks(plan, setter, root, density):
        block.before *= density.space
        yield block


def _blocks(plan: BriefPlan, setter: Typesetter, root: Node, density: Density) -> Iterator[Block]:
    known = {reference.number: reference for reference in plan.references}
    cited = frozenset(citations(plan))
    context = Context(plan, PAPERS[plan.page_size], setter, root, known, cited, density)
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
    words = aside_words(section, context.plan)
    if words:
        aside = Frame([context.text(words, ASIDE, context.root.add("P"))], Inset(right=MEASURE))
        aside.before, aside.joined = 3.5, True
        blocks.append(aside)
    return blocks
