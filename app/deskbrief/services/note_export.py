"""Notes on their way out: which ones, in which form, and where each stands in its document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from deskbrief.document.incoming import Work
from deskbrief.document.notes import Note, Role
from deskbrief.document.records import dataclass
from deskbrief.exchange import tables_out
from deskbrief.exchange.annotations import About, annotation_set
from deskbrief.exchange.archive import annotation_archive
from deskbrief.exchange.markdown_out import notes_markdown
from deskbrief.exchange.outgoing import Outgoing
from deskbrief.exchange.own import note_lines
from deskbrief.library.library import Library
from deskbrief.services.layout import Layout, layout_of
from deskbrief.services.note_files import exported_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which notes: those on these documents, of these roles, with one of these tags, changed since a day.

    With `ids` no others than these. What is empty asks for nothing. `since` is a date or time in ISO 8601.
    """

    documents: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    tags: frozenset[str] = frozenset()
    since: str = ""
    ids: frozenset[str] = frozenset()

    def holds(self, note: Note) -> bool:
        """Tell whether `note` is asked for."""
        return (
            (not self.documents or note.document in self.documents)
            and (not self.roles or note.role in self.roles)
            and (not self.tags or not self.tags.isdisjoint(tag.casefold() for tag in note.tags))
            and (not self.ids or note.id in self.ids)
            and note.modified >= self.since
        )


@dataclass(frozen=True, slots=True)
class Exported:
    """Notes as a file: its bytes, and how many notes it holds."""

    data: bytes
    notes: int


def chosen_notes(library: Library, wanted: Wanted) -> tuple[Note, ...]:
    """Return the notes in the library that are asked for, document by document in the order of the text."""
    (only,) = wanted.documents if len(wanted.documents) == 1 else ("",)
    return tuple(note for note in library.notes(only) if wanted.holds(note))


def export(library: Library, wanted: Wanted, form: str) -> Exported:
    """Return a file of the form `form` of the notes that are asked for; of many this takes seconds."""
    notes = chosen_notes(library, wanted)
    shown: list[Outgoing] = []
    layouts: list[Layout] = []
    for sha256, group in groupby(notes, key=lambda note: note.document):
        layout = layout_of(library, sha256)
        layouts.append(layout)
        shown += [_outgoing(note, layout) for note in group]
    return Exported(FORMS[form](shown, layouts), len(shown))


def _outgoing(note: Note, layout: Layout) -> Outgoing:
    span = layout.find(note.anchor)
    at = span or note.anchor.span
    return Outgoing(
        note=note,
        work=layout.work,
        section=layout.section_at(at.start) if span else "",
        where=layout.where(at) if span else "",
        start=at.start,
        end=at.end,
        published=layout.published,
    )


def _set(shown: Sequence[Outgoing], layouts: Sequence[Layout]) -> dict[str, object]:
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    sources = [
        About(
            sha256=layout.work.sha256,
            title=layout.work.title,
            file_name=layout.work.file_name,
            author=layout.work.author,
            publisher=layout.publisher,
            published=layout.published,
            format=layout.format if layout.text else "",
            url=layout.work.url,
        )
        for layout in layouts
    ]
    return annotation_set((one.note for one in shown), sources, now)


def _w3c(shown: Sequence[Outgoing], layouts: Sequence[Layout]) -> bytes:
    return _bytes(json.dumps(_set(shown, layouts), ensure_ascii=False, indent=1) + "\n")


def _archive(shown: Sequence[Outgoing], layouts: Sequence[Layout]) -> bytes:
    return annotation_archive(_set(shown, layouts))


def _lines(shown: Sequence[Outgoing], layouts: Sequence[Layout]) -> bytes:
    works: dict[str, Work] = {layout.work.sha256: layout.work for layout in layouts}
    return _bytes(note_lines((one.note for one in shown), works))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _plain(write: Callable[[Iterable[Outgoing]], str]) -> Callable[..., bytes]:
    return lambda shown, _: _bytes(write(shown))


#: The forms by name; what each makes of notes and of the layouts of their documents.
FORMS: dict[str, Callable[[Sequence[Outgoing], Sequence[Layout]], bytes]] = {
    "w3c": _w3c,
    "annotations": _archive,
    "markdown": _plain(notes_markdown),
    "csv": _plain(tables_out.readwise),
    "hypothesis": _plain(tables_out.hypothesis),
    "jsonl": _lines,
    "json": lambda shown, _: exported_json(one.note for one in shown).encode(),
}
#: How the names of files of each form end.
ENDINGS = {
    "w3c": ".jsonld",
    "annotations": ".annotations",
    "markdown": ".md",
    "csv": ".csv",
    "hypothesis": ".csv",
    "jsonl": ".jsonl",
    "json": ".json",
}
