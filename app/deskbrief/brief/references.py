"""The references: each numbered passage with its place, exact quote, and a link back to its citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from deskbrief.brief.blocks import Block
from deskbrief.brief.columns import Abreast, TwoColumns
from deskbrief.brief.context import Context, citing_place, reference_place
from deskbrief.brief.fonts import Face
from deskbrief.brief.lines import Run
from deskbrief.brief.stack import Frame, Inset
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import ACCENT, ENTRY, MEASURE, MUTED, SMALL, WARNING, Style
from deskbrief.document.cutting import cut_short
from deskbrief.document.plan import BriefPlan, PlanKind, Reference

#: So many references run on in one paragraph: enough to be compact, few enough to be set quickly.
IN_PARAGRAPH = 40
#: Fewer references of names and figures stand below one another like the others.
FEWEST_RUN_IN = 6
#: The space between these and the others, in points.
ABOVE_RUN_IN = 9.0
#: The space between two references, in points.
BETWEEN = 2.25
#: Fewer references stand in one column.
FEWEST_ABREAST = 8
#: How far a reference of a full brief is set in for its number at least, in points, and the space after it.
HANG, AFTER_NUMBER = 24.0, 6.0
#: How the number of a reference is set.
SMALL_NUMBER, ENTRY_NUMBER = (style.with_face(Face.SANS_BOLD).coloured(ACCENT) for style in (SMALL, ENTRY))
#: So many characters of a section's title stand behind a quote.
LONGEST_SECTION = 80
#: Stands in a place that names a page.
PAGE = "p. "
#: Between two references: an em space on each side of a break opportunity.
APART = "\u00a0\u00a0 "


def references(context: Context, cited: Sequence[Reference]) -> list[Block]:
    """Return the references: in a full brief one below the other, with their sections.

    On one page, and for names and figures, they run in. Many stand in two columns, so that small type has
    short lines.
    """
    short = set() if context.plan.one_page else _of_words(context.plan)
    if not context.plan.one_page and len(short) >= FEWEST_RUN_IN:
        whole = [reference for reference in cited if reference.number not in short]
        rest = [reference for reference in cited if reference.number in short]
        entries, run_in = _entries(context, whole), _run_in(context, rest)
        if entries:
            run_in[0].before = ABOVE_RUN_IN
        return [*entries, *run_in]
    return _run_in(context, cited) if context.plan.one_page else _entries(context, cited)


def _of_words(plan: BriefPlan) -> set[int]:
    """Return the references that only names and figures rest on, where nothing else follows them."""
    others: set[int] = set(plan.bottom_line.references if plan.bottom_line else ())
    short: set[int] = set()
    for section in plan.sections:
        of_words = section.kind in {PlanKind.NAMES, PlanKind.FIGURES}
        (short if of_words else others).update(number for row in section.rows for number in row.references)
    return {number for number in short - others if number > max(others, default=0)}


def _run_in(context: Context, cited: Sequence[Reference]) -> list[Block]:
    """Return paragraphs of about as many references each."""
    count = ceil(len(cited) / IN_PARAGRAPH)
    cuts = [len(cited) * at // count for at in range(count + 1)] if count else []
    return [_paragraph(context, cited[start:end]) for start, end in pairwise(cuts)]


def _entries(context: Context, cited: Sequence[Reference]) -> list[Block]:
    if cited:
        widest = max((str(reference.number) for reference in cited), key=len)
        number = context.text(widest, ENTRY.with_face(Face.SANS_BOLD), None)
        hang = max(HANG, number.natural_width() + AFTER_NUMBER)
        abreast = len(cited) >= FEWEST_ABREAST
        inset = Inset(left=hang, right=0.0 if abreast else MEASURE)
        entries = [_entry(context, reference, inset) for reference in cited]
        if not abreast:
            return entries
        block = Abreast(entries)
        block.before = BETWEEN
        return [block]
    return []


def _paragraph(context: Context, cited: Sequence[Reference]) -> Block:
    node = context.root.add("P")
    runs: list[Run] = []
    for reference in cited:
        note = Node("Note", identifier=reference_place(reference.number))
        words = Node("Span", parent=note)
        runs.append(_number(context, reference, SMALL_NUMBER, Node("Link", parent=note)))
        runs.append(Run("\u00a0", SMALL, node=words))
        runs += _passage(reference, SMALL, words, context.density.quote)
        runs.append(Run(APART, SMALL, node=words))
    block = TwoColumns(context.paragraph(runs, node))
    block.before = 3.0
    return block


def _entry(context: Context, reference: Reference, inset: Inset) -> Block:
    note = context.root.add("Note", identifier=reference_place(reference.number))
    words = Node("Span", parent=note)
    label = context.paragraph([_number(context, reference, ENTRY_NUMBER, Node("Link", parent=note))], note)
    runs = list(_passage(reference, ENTRY, words, context.density.entry))
    if (
        reference.section.strip()
        and reference.section not in reference.quote
        and (context.density.sectioned or PAGE not in reference.locator)
    ):
        section = cut_short(reference.section, LONGEST_SECTION)
        runs.append(Run(f" · {section}", ENTRY.coloured(MUTED), node=words))
    entry = Frame([context.paragraph(runs, note)], inset, label=label)
    entry.before = BETWEEN
    return entry


def _number(context: Context, reference: Reference, style: Style, link: Node) -> Run:
    """Return a reference's number: the place to which its citations lead, and a link back to the first."""
    text, place = str(reference.number), reference_place(reference.number)
    if reference.number not in context.cited:
        return Run(text, style, place=place)
    says = f"Back to where reference {reference.number} is cited"
    return Run(text, style, node=link, link=citing_place(reference.number), says=says, place=place)


def _passage(reference: Reference, style: Style, node: Node, most: int) -> Iterator[Run]:
    """Yield the place of a passage and its exact words, of longer ones the first `most` characters."""
    words = cut_short(reference.words, most) if most else reference.words
    # "p. 12" is not parted at the end of a line.
    place = reference.locator.replace(" ", "\u00a0")
    yield Run(f"{place} {words}", style, node=node)
    if not reference.verified:
        failed = style.with_face(Face.SANS_BOLD).coloured(WARNING)
        yield Run(" (not found in the source)", failed, node=node)
