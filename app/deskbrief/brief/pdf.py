"""Plans become PDF files: composed, fitted, laid out on pages, drawn and described."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Generator, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise

import reportlab
from reportlab import rl_config

from deskbrief import __version__
from deskbrief.brief.blocks import Block
from deskbrief.brief.canvas import BriefCanvas
from deskbrief.brief.characters import plain, remarks_on
from deskbrief.brief.density import LONG_STEPS, USUAL, Density
from deskbrief.brief.fit import MOST_PAGES, Fit, Place, held, narrowed
from deskbrief.brief.fonts import Fonts
from deskbrief.brief.furniture import Furniture
from deskbrief.brief.geometry import Area
from deskbrief.brief.heading import UNTITLED
from deskbrief.brief.lines import Run
from deskbrief.brief.metadata import Facts, language_tag
from deskbrief.brief.paginate import pages_of
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.shortening import Shortening, cut_rows, shortened
from deskbrief.brief.stack import draw_all
from deskbrief.brief.story import story
from deskbrief.brief.structure import document_node
from deskbrief.brief.styles import PAPERS, Style
from deskbrief.brief.text import Typesetter
from deskbrief.brief.textblock import TextBlock
from deskbrief.brief.told import told_plan
from deskbrief.document.citing import citations
from deskbrief.document.enclosure import Enclosure, enclosed
from deskbrief.document.plan import BriefPlan
from deskbrief.document.tasks import Json, Progress

#: The day a brief is said to be of when its plan does not give one.
NO_DAY = date(2000, 1, 1)
#: A plan as it is printed, what it kept, how close it is set, and how many rows had their words cut.
Fitted = tuple[BriefPlan, Fit, int]
#: A brief that would need more pages is set closer, if it does not have more rows than that.
MOST_READ, MOST_ROWS = 6, 250
#: A last page that is filled no further than this, in points, is saved if setting a brief closer can do that.
LEAST_FILLED = 240.0
#: Blocks that are made between two words of progress.
BLOCKS_IN_STEP = 8


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: its bytes and pages, and plain sentences on what to know of it.

    `undrawn` names the characters that no face has; they are shown as codes.
    It leaves out `omitted` rows, and of its `quotes` so many were `verified`. `kept` are the rows for which
    there was room, by the numbers of section and row in the plan; None stands for all.
    """

    data: bytes
    pages: int
    omitted: int
    quotes: int
    verified: int
    remarks: tuple[str, ...]
    kept: AbstractSet[Place] | None = None
    undrawn: tuple[str, ...] = ()


def render_pdf(
    plan: BriefPlan, annotations: dict[str, Json] | None = None
) -> Generator[Progress, None, Rendered]:
    """Return `plan` as a PDF file, the same bytes for the same plan; yields progress between small steps.

    The plan as it was printed travels in the file, and the notes in `annotations`, a W3C annotation set.
    """
    lock_reportlab()
    fonts = Fonts()
    setter, paper = Typesetter(fonts, many_times=_is_short(plan)), PAPERS[plan.page_size]
    plan, fit, cut = yield from _fitted(plan, setter)
    root = document_node()
    carried = enclosed(Enclosure(replace(plan, logo=None), annotations or {}))
    canvas = BriefCanvas(paper, fonts, facts_of(plan, carried))
    # From here on it only waits for the end.
    carried = zlib.compress(carried)
    sheet = Sheet(canvas, paper)
    # Nothing but the pages to come holds their blocks, so that those of a page go when it is drawn.
    pages = pages_of((yield from _composed(story(plan, setter, root, fit.density))), paper)
    for number, placed in enumerate(pages, start=1):
        top = paper.top + (paper.head if number > 1 else 0.0)
        draw_all(sheet, placed, Area(paper.side, top, paper.column, paper.room))
        canvas.showPage()
        yield Progress(number, number + 1, "Drawing pages")
    furniture = Furniture(plan, setter, paper, sheet.lost.total())
    for number in range(canvas.page_count):
        with canvas.reopened(number):
            furniture.draw(sheet, number + 1, canvas.page_count, root)
    data = canvas.finished(root, carried)
    made = finished(plan, data, canvas.page_count, cut_remarks(cut), fit.kept)
    return replace(made, undrawn=tuple(remarks_on(sheet.lost)))


def finished(
    plan: BriefPlan,
    data: bytes,
    pages: int,
    remarks: Iterable[str] = (),
    kept: AbstractSet[Place] | None = None,
) -> Rendered:
    """Return what is to be told of the file of `plan`."""
    return Rendered(
        data=data,
        pages=pages,
        omitted=omitted_rows(plan),
        quotes=len(plan.references),
        verified=sum(reference.verified for reference in plan.references),
        remarks=(*remarks, *plan_remarks(plan)),
        kept=kept,
    )


def _composed(story: Iterable[Block]) -> Generator[Progress, None, list[Block]]:
    """Return the blocks of a brief."""
    blocks: list[Block] = []
    for block in story:
        blocks.append(block)
        if len(blocks) % BLOCKS_IN_STEP == 0:
            yield Progress(0, 1, "Setting text")
    return blocks


def fitted_plan(plan: BriefPlan) -> Generator[Progress, None, Fitted]:
    """Return `plan` with what its page holds when it is to fit one, as the PDF of it would."""
    return (yield from _fitted(plan, Typesetter(Fonts(), many_times=True)))


def _fitted(plan: BriefPlan, setter: Typesetter) -> Generator[Progress, None, Fitted]:
    if not plan.one_page:
        told = told_plan(plan)
        density = _density(told, setter)
        printed = shortened(told, _shortening(plan, setter, density))
        return printed, Fit(None, density), cut_rows(told, printed)
    fit = yield from held(
        plan, lambda candidate, density: _page_count(told_plan(candidate), setter, density, MOST_PAGES)
    )
    whole = told_plan(plan if fit.kept is None else narrowed(plan, fit.kept))
    printed = shortened(whole, _shortening(plan, setter, fit.density))
    return printed, fit, cut_rows(whole, printed)


def _is_short(plan: BriefPlan) -> bool:
    """Tell whether a brief is laid out several times, to find out how it is set best."""
    return plan.one_page or sum(len(section.rows) for section in plan.sections) <= MOST_ROWS


def lock_reportlab() -> None:
    """Keep reportlab from opening any address; nothing here asks it to, and nothing ever shall."""
    rl_config.trustedSchemes, rl_config.trustedHosts = [], []


def omitted_rows(plan: BriefPlan) -> int:
    """Return how many rows all sections of `plan` leave out."""
    return sum(section.omitted for section in plan.sections)


def facts_of(plan: BriefPlan, held: bytes) -> Facts:
    """Return what the file says about itself; `held` is all that it is made from, but for its logo."""
    logo = plan.logo.png if plan.logo else ""
    return Facts(
        title=plain(plan.title) or UNTITLED,
        author=plain(plan.author),
        subject=plain(plan.source.line),
        language=language_tag(plan.language),
        prepared=_day(plan.prepared),
        tool=f"Deskbrief {__version__}",
        producer=f"ReportLab {reportlab.__version__}",
        fingerprint=hashlib.sha256(held + logo.encode()).hexdigest(),
    )


def _page_count(plan: BriefPlan, setter: Typesetter, density: Density, most: int) -> int:
    """Return how many pages a plan needs that is told; no more than one beyond `most` are counted."""
    return len(_filled(plan, setter, density, most))


def _filled(plan: BriefPlan, setter: Typesetter, density: Density, most: int) -> list[float]:
    """Return how far down each page of a plan is filled that is told, for no more than one beyond `most`."""
    printed, paper = shortened(plan, _shortening(plan, setter, density)), PAPERS[plan.page_size]
    pages = pages_of(list(story(printed, setter, document_node(), density)), paper)
    return [page[-1].top + page[-1].block.height(paper.column) for page in islice(pages, most + 1) if page]


def _density(plan: BriefPlan, setter: Typesetter) -> Density:
    """Return how close a brief of several pages is set, so that few read more pages than they need to."""
    if not setter.many_times:
        return USUAL
    for density, closer in pairwise(LONG_STEPS):
        pages = _filled(plan, setter, density, MOST_READ)
        if len(pages) > MOST_READ:
            continue
        # A page with a few lines is saved where that can be done.
        runt = len(pages) > 1 and pages[-1] < LEAST_FILLED
        saves = runt and _page_count(plan, setter, closer, MOST_READ) < len(pages)
        return closer if saves else density
    return LONG_STEPS[-1]


def _shortening(plan: BriefPlan, setter: Typesetter, density: Density) -> Shortening:
    def measure(text: str, style: Style) -> float:
        return TextBlock(setter, [Run(text, density.style(style))], None).natural_width()

    return Shortening(density.lines, PAPERS[plan.page_size].column, measure)


def cut_remarks(rows: int) -> list[str]:
    """Return a plain sentence on rows whose words were cut, if there are any."""
    if not rows:
        return []
    whose = "Words of 1 row are" if rows == 1 else f"Words of {rows} rows are"
    return [f"{whose} cut to fit, with “…” where they go on."]


def plan_remarks(plan: BriefPlan) -> list[str]:
    """Return plain sentences about passages that are not listed, and quotes that were not found."""
    known = {reference.number for reference in plan.references}
    unknown = sorted(set(citations(plan)) - known)
    remarks = []
    if unknown:
        numbers = ", ".join(map(str, unknown))
        remarks.append(f"The brief cites passages that it does not list: {numbers}.")
    unverified = [reference.number for reference in plan.references if not reference.verified]
    if unverified:
        numbers = ", ".join(map(str, unverified))
        remarks.append(f"These quotes were not found in the source: {numbers}.")
    return remarks


def _day(iso: str) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return NO_DAY
