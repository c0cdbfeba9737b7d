"""Exporting a brief: the plan goes to the worker, the file comes back and is written whole."""

from __future__ import annotations

import json
from collections.abc import Iterable

from deskbrief.document.codec import seal
from deskbrief.document.errors import BugError
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan, SourceFacts
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Part, Request
from deskbrief.exchange.annotations import About, annotation_set


@dataclass(frozen=True, slots=True)
class Brief:
    """A finished brief: the file's bytes, its pages, the rows left out, and what the reader should know."""

    data: bytes
    pages: int
    omitted: int
    remarks: tuple[str, ...]
    verified: str


def render_request(plan: BriefPlan, notes: Iterable[Note] = (), form: str = "pdf") -> Request:
    """Return the request to write `plan` in the format `form`.

    `notes` travel inside a PDF when the brief shows notes: what nobody sees is not given away.
    """
    shown = any(section.notes or section.passages for section in plan.sections)
    annotations = annotation_set(
        notes if shown else (), [about(source) for source in plan.sources], plan.prepared
    )
    return Request({"plan": seal("plan", plan), "format": form}, json.dumps(annotations).encode())


def about(source: SourceFacts) -> About:
    """Return what an annotation set says of a source of a brief."""
    return About(sha256=source.sha256, title=source.title, file_name=source.file_name)


def rendered(parts: Iterable[Part], plan: BriefPlan) -> Brief:
    """Return the brief of `plan` in the parts of a finished render job."""
    for part in parts:
        if part.name == "file":
            return Brief(
                data=part.blob,
                pages=part.data["pages"],
                omitted=part.data["omitted"],
                remarks=tuple(part.data["remarks"]),
                verified=verified_words(plan),
            )
    raise BugError("the render job gave no file")


def verified_words(plan: BriefPlan) -> str:
    """Return in words whether the plan's quotes were found in the source."""
    good = sum(reference.verified for reference in plan.references)
    if good == len(plan.references):
        return f"all {good} quotes verified" if good > 1 else "all quotes verified"
    return f"only {good} of {len(plan.references)} quotes verified"
