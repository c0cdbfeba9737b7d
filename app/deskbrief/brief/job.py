"""The worker's task of this room."""

from __future__ import annotations

import json
from collections.abc import Iterator

from deskbrief.brief.pdf import render_pdf
from deskbrief.document.codec import unseal
from deskbrief.document.errors import ExportError
from deskbrief.document.plan import BriefPlan
from deskbrief.document.tasks import Part, Progress, Request


def render(request: Request) -> Iterator[Part | Progress]:
    """Write the plan in `request.data["plan"]` as a file of `request.data["format"]`.

    The blob of `request` holds the notes that travel with it, a W3C annotation set as JSON, or nothing.

    Yields progress and one part "file" with `pages`, `omitted` rows and `remarks`; its blob is the file.
    Raises `ExportError` for a format that is not written, `WorldError` for a plan of a newer version.
    """
    form = request.data.get("format", "pdf")
    if form != "pdf":
        raise ExportError(f"A brief cannot be written as {form!r}.", "Choose PDF.")
    plan = unseal("plan", BriefPlan, request.data["plan"])
    annotations = json.loads(request.blob) if request.blob else {}
    rendered = yield from render_pdf(plan, annotations)
    data = {"pages": rendered.pages, "omitted": rendered.omitted, "remarks": list(rendered.remarks)}
    yield Part("file", data, rendered.data)
