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
from deskbrief.library.awaited import Awaited, name_for
from deskbrief.library.library import Library
from deskbrief.services.matching import Matcher, names_told

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

    `state` is None for a note whose document is not in the library. `by_name` says that of this only is known
    what it is called.
    """

    standing: Standing
    note: Note
    here: Note | None = None
    state: AnchorState | None = None
    work: Work = field(default_factory=Work)
    by_name: bool = False

    @property
    def is_homeless(self) -> bool:
        """Whether no hash tells its document, so that the reader may know better which it is on."""
        return self.standing is Standing.UNKNOWN or self.by_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import is about to do; `titles` tells what the documents are called that are here."""

    form: str
    planned: tuple[Planned, ...]
    left_out: int = 0
    files: int = 1
    titles: Mapping[str, str] = field(default_factory=dict)

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

    def awaited(self, *, overwrite: bool) -> tuple[Awaited, ...]:
        """Return the documents that are not in the library of the notes that would be written."""
        kinds = _CHANGING if overwrite else {Standing.NEW}
        waiting = [one for one in self.planned if one.state is None and one.standing in kinds]
        works = {one.note.document: one.work for one in waiting}
        return tuple(Awaited(key, work.title, work.file_name, work.url) for key, work in works.items())

    def homes(self, *, overwrite: bool) -> list[tuple[str, bool, int]]:
        """Return for each document that gets notes its title, whether it is here, and how many it gets."""
        kinds = _CHANGING if overwrite else {Standing.NEW}
        works = {one.note.document: one.work for one in self.planned if one.standing in kinds}
        counts = Counter(one.note.document for one in self.planned if one.standing in kinds)
        told = []
        for sha256, count in counts.most_common():
            title = self.titles.get(sha256, "")
            told.append((title or works[sha256].name or works[sha256].url or sha256[:12], bool(title), count))
        return told

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


def match_steps(matcher: Matcher, notes: Sequence[Incoming], target: str) -> Steps[list[str]]:
    """Find out, in steps, the hash of what each of `notes` is on; see `Matcher.document`."""
    yield from matcher.prepare()
    found = []
    for number, one in enumerate(notes):
        found.append(matcher.document(one.work, target))
        if number % 100 == 0:
            yield
    return found


def found_steps(parts: Iterable[Part]) -> Steps[FoundNotes]:
    """Make, in steps, what the task "notes" found."""
    notes: list[Incoming] = []
    head: dict[str, Json] = {}
    for part in parts:
        if part.name == "notes":
            notes += [decode(Incoming, one) for one in part.data]
        elif part.name == "found":
            head = part.data
        yield
    return FoundNotes(form=head.get("form", ""), notes=tuple(notes), left_out=head.get("left_out", 0))


def placed_anchors(parts: Iterable[Part]) -> list[PlacedAnchor]:
    """Return what the task "place" found, in the order of the notes that it was given."""
    return [decode(PlacedAnchor, part.data) for part in parts if part.name == "placed"]


def place_steps(
    library: Library, notes: Sequence[Incoming], documents: Sequence[str]
) -> Steps[dict[str, list[int]]]:
    """Find out, in steps, of which `notes`, by their number, passages are to be found in which document.

    Of a note that is here just as the file has it there is nothing to find.
    """
    found: dict[str, list[int]] = {}
    for number, (one, sha256) in enumerate(zip(notes, documents, strict=True)):
        here = library.note(one.id) if one.id else None
        if here is None or here.document != sha256 or not _says_the_same(one, here):
            found.setdefault(sha256, []).append(number)
        if number % 20 == 0:
            yield
    return found


def plan_steps(
    library: Library,
    found: FoundNotes,
    documents: Sequence[str],
    placed: Mapping[int, PlacedAnchor],
    now: datetime | None = None,
    matcher: Matcher | None = None,
) -> Steps[ImportPlan]:
    """Work out, in steps, the plan for the notes in `found`.

    `documents` are the hashes of what each note is on (empty: not known), `placed` where passages are, by the
    number of the note, for documents that the library has. `matcher` tells what these are called.
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
        here = library.note(note_id)
        # Notes that waited for a document may have come into one that is called the same.
        home = here.document if here and number not in placed else sha256
        planned[note_id] = _planned(library, one, _note(one, note_id, home, stamp), placed.get(number))
        if number % 20 == 0:
            yield
    titles = {sha256: matcher.title(sha256) for sha256 in {*documents}} if matcher else {}
    return ImportPlan(
        form=found.form, planned=tuple(planned.values()), left_out=found.left_out, titles=titles
    )


def merged(plans: Sequence[ImportPlan]) -> ImportPlan:
    """Return one plan for several files; of one note the last one counts."""
    if len(plans) == 1:
        return plans[0]
    last = {one.note.id: one for plan in plans for one in plan.planned}
    forms = dict.fromkeys(plan.form for plan in plans)
    left_out = sum(plan.left_out for plan in plans)
    titles = {sha256: title for plan in plans for sha256, title in plan.titles.items()}
    return ImportPlan(
        form=", ".join(forms),
        planned=tuple(last.values()),
        left_out=left_out,
        files=len(plans),
        titles=titles,
    )


def carry_out(library: Library, plan: ImportPlan, *, overwrite: bool = False) -> list[Change]:
    """Write what `plan` says, all or nothing, in one step of undo for each document."""
    notes, awaited = plan.taken(overwrite=overwrite), plan.awaited(overwrite=overwrite)
    if awaited:
        # First: what a document is called hurts nobody, should the notes not come.
        library.await_documents(awaited)
    label = f"Import {many(len(notes), 'note')}"
    return library.put_notes_together(notes, label) if notes else []


def take_back(library: Library, done: Sequence[Change]) -> int:
    """Undo an import in each document in which it was the last act; return in how many it was not."""
    left = 0
    for change in done:
        # Another import may have the same name, so the name alone does not tell.
        if library.is_last(change):
            library.undo(change.document)
        else:
            left += 1
    return left


def _planned(library: Library, one: Incoming, note: Note, placed: PlacedAnchor | None) -> Planned:
    if placed is not None:
        note = replace(note, anchor=placed.anchor)
    state = placed.state if placed else None
    here = library.note(note.id)
    if not note.document:
        standing = Standing.UNKNOWN
    elif here is None:
        standing = Standing.DELETED if library.knows_note(note.id) else Standing.NEW
    elif here.document != note.document:
        # It waited, and now somebody says what for.
        standing = Standing.NEW
    elif _says_the_same(one, here):
        standing = Standing.SAME
    else:
        standing = Standing.THERE if _is_newer(one, here) else Standing.HERE
        note = _over(here, one, note)
    waits = state is None and standing is not Standing.SAME and bool(note.document)
    by_name = waits and note.document != one.work.sha256
    return Planned(standing=standing, note=note, here=here, state=state, work=one.work, by_name=by_name)


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

    A note of ours that is brought to another document gets one of its own there: the first stays. One that
    waited for a document keeps the id that it was given then.
    """
    if one.id:
        here = library.note(one.id)
        waiting = {awaited.document for awaited in library.awaited()}
        if here is None or here.document == sha256 or not waiting.isdisjoint({here.document, sha256}):
            return one.id
    elif library.knows_note(known := _waiting_id(form, one, ordinal)):
        return known
    return derived_id("|".join((form, sha256, one.id or one.key, str(ordinal))), one.created)


def _waiting_id(form: str, one: Incoming, ordinal: int) -> str:
    """Return the id of a note without one that waits for a document which only has a name."""
    return derived_id("|".join((form, name_for(names_told(one.work)), one.key, str(ordinal))), one.created)


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
