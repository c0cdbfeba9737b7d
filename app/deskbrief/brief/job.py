"""The worker's task of this room."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator

from deskbrief.brief.flow.docx import written_docx
from deskbrief.brief.flow.html import written_html
from deskbrief.brief.flow.markdown_text import written_markdown
from deskbrief.brief.pdf import Rendered, cut_remarks, finished, fitted_plan, render_pdf
from deskbrief.brief.told import told_plan
from deskbrief.document.codec import unseal
from deskbrief.document.errors import ExportError
from deskbrief.document.plan import BriefPlan, Format
from deskbrief.document.tasks import Part, Progress, Request

_WRITERS = {Format.DOCX: written_docx, Format.HTML: written_html, Format.MARKDOWN: written_markdown}


def render(request: Request) -> Iterator[Part | Progress]:
    """Write the plan in `request.data["plan"]` as a file of `request.data["format"]`.

    The blob of `request` holds the notes that travel with it, a W3C annotation set as JSON, or nothing.

    Yields progress and one part "file" with `pages`, `omitted` rows, `quotes`, how many are `verified`,
    `remarks`, sentences on what is `undrawn`, and the places of the rows that were `kept`, if not all; its
    blob is the file.
    Only a PDF has pages; other files have 0.
    Raises `ExportError` for a format that is not written, `WorldError` for a plan of a newer version.
    """
    name = request.data.get("format", Format.PDF)
    if name not in set(Format):
        raise ExportError(f"A brief cannot be written as {name!r}.", "Choose PDF, Word, HTML or Markdown.")
    plan = unseal("plan", BriefPlan, request.data["plan"])
    if name == Format.PDF:
        rendered = yield from render_pdf(plan, json.loads(request.blob) if request.blob else {})
    else:
        rendered = yield from _flowing(plan, Format(name))
    data = {
        "pages": rendered.pages,
        "omitted": rendered.omitted,
        "quotes": rendered.quotes,
        "verified": rendered.verified,
        "remarks": list(rendered.remarks),
        "undrawn": list(rendered.undrawn),
        "kept": None if rendered.kept is None else sorted(rendered.kept),
    }
    yield Part("file", data, rendered.data)


def _flowing(plan: BriefPlan, form: Format) -> Generator[Progress, None, Rendered]:
    """Return `plan` in another format; what has no pages has room for all rows."""
    kept, remarks = None, list[str]()
    if form is Format.DOCX:
        plan, fit, cut = yield from fitted_plan(plan)
        kept, remarks = fit.kept, cut_remarks(cut)
    else:
        plan = told_plan(plan)
    yield Progress(0, 1, "Writing")
    return finished(plan, _WRITERS[form](plan), 0, remarks, kept)
