"""Exporting a brief: the plan goes to the worker, the file comes back and is written whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from deskbrief.document.codec import seal
from deskbrief.document.errors import BugError
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan, SourceFacts
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Part, Request
from deskbrief.exchange.annotations import About, annotation_set


@dataclass(frozen=True, slots=True)
class Brief:
    """A finished brief: the file's bytes, its pages, the rows left out, and what the reader should know.

    `undrawn` names what only another format can show. Of its `quotes` so many `stand` in the source. `kept`
    are the rows for which there was room, by the numbers of section and row in the plan; None stands for all.
    """

    data: bytes
    pages: int
    omitted: int
    quotes: int
    stand: int
    remarks: tuple[str, ...]
    kept: frozenset[tuple[int, int]] | None = None
    undrawn: tuple[str, ...] = ()

    @property
    def verified(self) -> str:
        """In words, whether its quotes were found in the source."""
        if self.stand == self.quotes:
            return f"all {self.quotes} quotes verified" if self.quotes > 1 else "all quotes verified"
        return f"only {self.stand} of {self.quotes} quotes verified"


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


def _places(listed: Sequence[Sequence[int]] | None) -> frozenset[tuple[int, int]] | None:
    return None if listed is None else frozenset((section, row) for section, row in listed)


def rendered(parts: Iterable[Part]) -> Brief:
    """Return the brief in the parts of a finished render job."""
    for part in parts:
        if part.name == "file":
            return Brief(
                data=part.blob,
                pages=part.data["pages"],
                omitted=part.data["omitted"],
                quotes=part.data["quotes"],
                stand=part.data["verified"],
                remarks=tuple(part.data["remarks"]),
                kept=_places(part.data["kept"]),
                undrawn=tuple(part.data["undrawn"]),
            )
    raise BugError("the render job gave no file")
