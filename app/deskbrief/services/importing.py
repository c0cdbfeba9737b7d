"""Bringing notes in, in two steps: a plan that says what would become of each note, and carrying it out.

Nothing is overwritten without being asked for, and what is done is one step of undo for each document.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, datetime
from enum import StrEnum

from deskbrief.document.anchors import AnchorState
from deskbrief.document.changes import Change, many
from deskbrief.document.encoding import decode
from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import FoundNotes, Incoming, PlacedAnchor, Work
from deskbrief.document.notes import MarkStyle, Note, Role
from deskbrief.document.records import dataclass
from deskbrief.document.steps import Steps
from deskbrief.document.tasks import Json, Part
from deskbrief.library.library import Library

#: The longest time in milliseconds that a UUIDv7 can hold, in hexadecimal digits.
_TIME_DIGITS = 12
#: A position in no text: a note on a document that is not here is looked up by its words when it comes.
_FAR = 2**31 - 1
_SURE = frozenset({AnchorState.EXACT, AnchorState.MOVED})


class Standing(StrEnum):
    """How a note of a file stands to the library."""

    NEW = "new"
    SAME = "same"
    THERE = "changed there"
    HERE = "changed here"
    DELETED = "deleted here"
    UNKNOWN = "no document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What is to become of one note: the note as it would be kept, and the one that is here, if any.

    `state` is None for a note whose document is not in the library.
    """

    standing: Standing
    note: Note
    here: Note | None = None
    state: AnchorState | None = None
    work: Work = field(default_factory=Work)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import is about to do."""

    form: str
    planned: tuple[Planned, ...]
    left_out: int = 0
    files: int = 1

    def counted(self) -> dict[Standing, int]:
        """Return how many notes there are of each standing."""
        found = Counter(one.standing for one in self.planned)
        return {standing: found[standing] for standing in Standing}

    def states(self) -> dict[AnchorState, int]:
        """Return how many of the notes that would be written have passages of each state."""
        found = Counter(one.state for one in self.planned if one.standing in _CHANGING)
        return {state: found[state] for state in AnchorState}

    @property
    def waiting(self) -> int:
        """How many new notes are on documents that are not in the library, and wait for them."""
        return sum(one.state is None for one in self.planned if one.standing in _CHANGING)

    def unsure(self) -> tuple[Planned, ...]:
        """Return those that would be written although their passage is uncertain or lost."""
        return tuple(
            one
            for one in self.planned
            if one.standing in _CHANGING and one.state is not None and one.state not in _SURE
        )

    def taken(self, *, overwrite: bool) -> tuple[Note, ...]:
        """Return the notes that would be written; with `overwrite` also those that are otherwise here."""
        kinds = {Standing.NEW, *(_DIFFERING if overwrite else ())}
        return tuple(one.note for one in self.planned if one.standing in kinds)


_DIFFERING = frozenset({Standing.THERE, Standing.HERE, Standing.DELETED})
_CHANGING = frozenset({Standing.NEW, *_DIFFERING})


def found_notes(parts: Iterable[Part]) -> FoundNotes:
    """Return what the task "notes" found."""
    notes: list[Incoming] = []
    head: dict[str, Json] = {}
    for part in parts:
        if part.name == "notes":
            notes += [decode(Incoming, one) for one in part.data]
        elif part.name == "found":
            head = part.data
    return FoundNotes(form=head.get("form", ""), notes=tuple(notes), left_out=head.get("left_out", 0))


def placed_anchors(parts: Iterable[Part]) -> list[PlacedAnchor]:
    """Return what the task "place" found, in the order of the notes that it was given."""
    return [decode(PlacedAnchor, part.data) for part in parts if part.name == "placed"]


class Matcher:
    """Tells which document of the library a file means; never guesses between two."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[Work, str] = {}
        self._listed: list[tuple[str, frozenset[str], str]] | None = None

    def document(self, work: Work) -> str:
        """Return the hash of the document, also of one that is not here; empty when it is not known."""
        if work not in self._known:
            self._known[work] = work.sha256 or self._by_name(work)
        return self._known[work]

    def _by_name(self, work: Work) -> str:
        if self._listed is None:
            self._listed = [
                (one.sha256, _names(one.title, one.path), one.url) for one in self._library.described()
            ]
        for wanted in (
            {sha256 for sha256, _, url in self._listed if work.url and _address(url) == _address(work.url)},
            {sha256 for sha256, names, _ in self._listed if names & _names(work.title, work.file_name)},
        ):
            if len(wanted) == 1:
                return wanted.pop()
        return ""


def _names(title: str, path: str) -> frozenset[str]:
    """Return what a document may be called: its title, and its file with and without ending."""
    name = path.replace("\\", "/").rpartition("/")[2]
    found = (" ".join(one.split()).casefold() for one in (title, name, name.rpartition(".")[0]))
    return frozenset(one for one in found if one)


def _address(url: str) -> str:
    return url.partition("#")[0].removeprefix("https://").removeprefix("http://").rstrip("/")


def by_document(notes: Sequence[Incoming], documents: Sequence[str]) -> dict[str, list[int]]:
    """Return the numbers of `notes` by the document that each is on."""
    found: dict[str, list[int]] = {}
    for number, sha256 in enumerate(documents[: len(notes)]):
        found.setdefault(sha256, []).append(number)
    return found


def plan_steps(
    library: Library,
    found: FoundNotes,
    documents: Sequence[str],
    placed: Mapping[int, PlacedAnchor],
    now: datetime | None = None,
) -> Steps[ImportPlan]:
    """Work out, in steps, the plan for the notes in `found`.

    `documents` are the hashes of what each note is on (empty: not known), `placed` where passages are, by the
    number of the note, for documents that the library has.
    """
    stamp = (now or datetime.now(UTC)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    planned: dict[str, Planned] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for number, (one, sha256) in enumerate(zip(found.notes, documents, strict=True)):
        key = (sha256, one.id or one.key)
        note_id = _id_for(library, found.form, one, sha256, seen[key] if not one.id else 0)
        seen[key] += 1
        # Of one id the last one counts.
        planned.pop(note_id, None)
        planned[note_id] = _planned(library, one, _note(one, note_id, sha256, stamp), placed.get(number))
        if number % 20 == 0:
            yield
    return ImportPlan(form=found.form, planned=tuple(planned.values()), left_out=found.left_out)


def merged(plans: Sequence[ImportPlan]) -> ImportPlan:
    """Return one plan for several files; of one note the last one counts."""
    if len(plans) == 1:
        return plans[0]
    last = {one.note.id: one for plan in plans for one in plan.planned}
    forms = dict.fromkeys(plan.form for plan in plans)
    left_out = sum(plan.left_out for plan in plans)
    return ImportPlan(
        form=", ".join(forms), planned=tuple(last.values()), left_out=left_out, files=len(plans)
    )


def carry_out(library: Library, plan: ImportPlan, *, overwrite: bool = False) -> list[Change]:
    """Write what `plan` says, all or nothing, in one step of undo for each document."""
    notes = plan.taken(overwrite=overwrite)
    label = f"Import {many(len(notes), 'note')}"
    return library.put_notes_together(notes, label) if notes else []


def _planned(library: Library, one: Incoming, note: Note, placed: PlacedAnchor | None) -> Planned:
    if placed is not None:
        note = replace(note, anchor=placed.anchor)
    state = placed.state if placed else None
    here = library.note(note.id)
    if not note.document:
        standing = Standing.UNKNOWN
    elif here is None:
        standing = Standing.DELETED if library.knows_note(note.id) else Standing.NEW
    elif _says_the_same(one, here):
        standing = Standing.SAME
    else:
        standing = Standing.THERE if _is_newer(one, here) else Standing.HERE
        note = _over(here, one, note)
    return Planned(standing=standing, note=note, here=here, state=state, work=one.work)


def _says_the_same(one: Incoming, here: Note) -> bool:
    """Tell whether a file says nothing else of a note than the library."""
    return (
        one.body == here.body
        and one.role in {None, here.role}
        and one.style in {None, here.style}
        and (one.tags is None or _spelled(one.tags) == _spelled(here.tags))
        and one.anchor.exact.split() == here.anchor.exact.split()
    )


def _spelled(tags: Sequence[str]) -> set[str]:
    # Tables have no room for spaces and commas in tags.
    return {"_".join(tag.replace(",", ";").split()) for tag in tags}


def _is_newer(one: Incoming, here: Note) -> bool:
    """Tell whether the file has the later version; without a time, what was never changed here is older."""
    return one.modified > here.modified if one.modified else here.modified == here.created


def _over(here: Note, one: Incoming, note: Note) -> Note:
    """Return the note of a file in place of the one here, of which everything stays that it does not tell."""
    same_words = one.anchor.exact.split() == here.anchor.exact.split()
    same_tags = one.tags is None or _spelled(one.tags) == _spelled(here.tags)
    return replace(
        note,
        anchor=here.anchor if same_words else note.anchor,
        role=one.role or here.role,
        style=one.style or here.style,
        tags=here.tags if same_tags else note.tags,
        created=here.created,
    )


def _note(one: Incoming, note_id: str, sha256: str, stamp: str) -> Note:
    anchor = one.anchor
    if anchor.start < 0:
        anchor = replace(anchor, start=_FAR, end=_FAR)
    return Note(
        id=note_id,
        document=sha256,
        anchor=anchor,
        role=one.role or Role.YELLOW,
        style=one.style or MarkStyle.HIGHLIGHT,
        body=one.body,
        tags=one.tags or (),
        created=one.created or stamp,
        modified=one.modified or one.created or stamp,
    )


def _id_for(library: Library, form: str, one: Incoming, sha256: str, ordinal: int) -> str:
    """Return the id of a note: its own, or one that is the same whenever the same file comes again.

    A note of ours that is brought to another document gets one of its own there: the first stays.
    """
    if one.id:
        here = library.note(one.id)
        if here is None or here.document == sha256:
            return one.id
    return derived_id("|".join((form, sha256, one.id or one.key, str(ordinal))), one.created)


def derived_id(seed: str, created: str) -> str:
    """Return a UUIDv7 that follows from `seed` and the time `created`."""
    try:
        moment = int(datetime.fromisoformat(created).timestamp() * 1000) if created else 0
    except ValueError:
        moment = 0
    time = f"{max(moment, 0):0{_TIME_DIGITS}x}"[-_TIME_DIGITS:]
    digest = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()
    whole = f"{time}7{digest[:3]}{'89ab'[int(digest[3], 16) % 4]}{digest[4:19]}"
    return "-".join((whole[:8], whole[8:12], whole[12:16], whole[16:20], whole[20:]))


def refuse_empty(found: FoundNotes) -> None:
    """Raise `SourceError` when a file holds no marked passage."""
    if not found.notes:
        raise SourceError(
            "This file holds no marked passages.",
            "Bookmarks and notes on whole pages have no passage that could be found again.",
        )
