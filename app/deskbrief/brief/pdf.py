"""Plans become PDF files: composed, fitted, laid out on pages, drawn and described."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

import reportlab
from reportlab import rl_config

from deskbrief import __version__
from deskbrief.brief.blocks import Block
from deskbrief.brief.canvas import BriefCanvas
from deskbrief.brief.characters import plain, remarks_on
from deskbrief.brief.fit import Place, held, narrowed
from deskbrief.brief.fonts import Fonts
from deskbrief.brief.furniture import Furniture
from deskbrief.brief.geometry import Area
from deskbrief.brief.heading import UNTITLED
from deskbrief.brief.metadata import Facts, language_tag
from deskbrief.brief.paginate import pages_of
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.stack import draw_all
from deskbrief.brief.story import story
from deskbrief.brief.structure import Node, document_node
from deskbrief.brief.styles import PAPERS
from deskbrief.brief.text import Typesetter
from deskbrief.document.citing import citations
from deskbrief.document.enclosure import Enclosure, enclosed
from deskbrief.document.plan import BriefPlan
from deskbrief.document.tasks import Json, Progress

#: The day a brief is said to be of when its plan does not give one.
NO_DAY = date(2000, 1, 1)
#: A plan as it is printed, and the rows that it kept; None stands for all.
Fitted = tuple[BriefPlan, AbstractSet[Place] | None]
#: Blocks that are made between two words of progress.
BLOCKS_IN_STEP = 8


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: its bytes and pages, and plain sentences on what to know of it.

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


def render_pdf(
    plan: BriefPlan, annotations: dict[str, Json] | None = None
) -> Generator[Progress, None, Rendered]:
    """Return `plan` as a PDF file, the same bytes for the same plan; yields progress between small steps.

    The plan as it was printed travels in the file, and the notes in `annotations`, a W3C annotation set.
    """
    lock_reportlab()
    fonts = Fonts()
    setter, paper = Typesetter(fonts, many_times=plan.one_page), PAPERS[plan.page_size]
    plan, kept = yield from _fitted(plan, setter)
    root = document_node()
    carried = enclosed(Enclosure(replace(plan, logo=None), annotations or {}))
    canvas = BriefCanvas(paper, fonts, facts_of(plan, carried))
    sheet = Sheet(canvas, paper)
    # Nothing but the pages to come holds their blocks, so that those of a page go when it is drawn.
    pages = pages_of((yield from _composed(plan, setter, root)), paper)
    for number, placed in enumerate(pages, start=1):
        top = paper.top + (paper.head if number > 1 else 0.0)
        draw_all(sheet, placed, Area(paper.side, top, paper.column, paper.room))
        canvas.showPage()
        yield Progress(number, number + 1, "Drawing pages")
    furniture = Furniture(plan, setter, paper)
    for number in range(canvas.page_count):
        with canvas.reopened(number):
            furniture.draw(sheet, number + 1, canvas.page_count, root)
    data = canvas.finished(root, carried)
    return finished(plan, data, canvas.page_count, remarks_on(sheet.lost), kept)


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


def _composed(plan: BriefPlan, setter: Typesetter, root: Node) -> Generator[Progress, None, list[Block]]:
    """Return the blocks of a brief; `root` becomes the root of its structure."""
    blocks: list[Block] = []
    for block in story(plan, setter, root):
        blocks.append(block)
        if len(blocks) % BLOCKS_IN_STEP == 0:
            yield Progress(0, 1, "Setting text")
    return blocks


def fitted_plan(plan: BriefPlan) -> Generator[Progress, None, Fitted]:
    """Return `plan` with what its page holds when it is to fit one, as the PDF of it would."""
    return (yield from _fitted(plan, Typesetter(Fonts(), many_times=True)))


def _fitted(plan: BriefPlan, setter: Typesetter) -> Generator[Progress, None, Fitted]:
    if not plan.one_page:
        return plan, None
    kept = yield from held(plan, lambda candidate: _page_count(candidate, setter))
    return (plan if kept is None else narrowed(plan, kept)), kept


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


def _page_count(plan: BriefPlan, setter: Typesetter) -> int:
    blocks = list(story(plan, setter, document_node()))
    return sum(1 for _ in pages_of(blocks, PAPERS[plan.page_size]))


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
