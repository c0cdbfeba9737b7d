"""Whether a brief still says what its sources say: each of its quotes looked up in a source at hand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

from deskbrief.document.anchors import Anchor, AnchorState
from deskbrief.document.differences import Turn, differences
from deskbrief.document.enclosure import Enclosure, read_enclosure
from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.document.placing import Finder
from deskbrief.document.plan import BriefPlan, Reference
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part
from deskbrief.services.references import locator

#: Quotes of so many characters seldom stand twice; shorter ones, such as figures, do.
LONG = 40


class Outcome(StrEnum):
    """What became of a quote in the source at hand.

    `MOVED` has the same words at another page or paragraph, `UNCERTAIN` words that may be meant, and for
    `UNCHECKED` there is no source.
    """

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    UNCERTAIN = "uncertain"
    GONE = "gone"
    UNCHECKED = "unchecked"

    @property
    def holds(self) -> bool:
        """Whether the source says so word for word."""
        return self in {Outcome.SAME, Outcome.MOVED}


@dataclass(frozen=True, slots=True)
class Checked:
    """One quote of a brief: what became of it, and the words and place in the source at hand, if any.

    `span` is that place as a stretch of the source's text.
    """

    reference: Reference
    outcome: Outcome
    now: str = ""
    where: str = ""
    span: Span | None = None

    def difference(self) -> tuple[tuple[Turn, str], ...]:
        """Return word by word how the source now differs from the brief."""
        old = self.reference.anchor.exact if self.reference.anchor else self.reference.quote
        return tuple(differences(old.split(), self.now.split()))


def enclosure_of(parts: Sequence[Part]) -> Enclosure:
    """Return what the parts of a finished job "enclosed" hold; raises `SourceError`."""
    for part in parts:
        if part.name == "enclosed":
            return read_enclosure(part.blob)
    raise SourceError("This file encloses nothing.", "Choose a brief as Deskbrief saved it.")


def matched(plan: BriefPlan, documents: Sequence[Document]) -> dict[int, Document]:
    """Return which of `documents` stands for which source of `plan`, by its position.

    The very file goes before everything else; others, such as newer editions, stand in the order of the plan.
    """
    found: dict[int, Document] = {}
    others = list(documents)
    for position, source in enumerate(plan.sources):
        same = next((one for one in others if one.sha256 == source.sha256), None)
        if same is not None:
            found[position] = same
            others.remove(same)
    for position in range(len(plan.sources)):
        if position not in found and others:
            found[position] = others.pop(0)
    return found


def check(plan: BriefPlan, sources: Mapping[int, Document]) -> tuple[Checked, ...]:
    """Return what became of each quote of `plan`; `sources` holds documents by the position of the source."""
    finders = {position: Finder(document.text) for position, document in sources.items()}
    checked = [
        _checked(reference, sources[reference.source], finders[reference.source])
        if reference.source in sources
        else Checked(reference, Outcome.UNCHECKED)
        for reference in plan.references
    ]
    shifts = {position: _shifts(checked, position) for position in sources}
    return tuple(
        _as_named(_in_order(one, sources[one.reference.source], shifts[one.reference.source]))
        if one.span and one.outcome is not Outcome.CHANGED
        else one
        for one in checked
    )


def _as_named(one: Checked) -> Checked:
    """Return a quote as the same where the place that the brief names for it is still its place."""
    named = one.reference.locator.removeprefix(f"[{one.reference.source + 1}] ")
    return replace(one, outcome=Outcome.SAME) if one.outcome is Outcome.MOVED and one.where == named else one


def _shifts(checked: Sequence[Checked], source: int) -> list[tuple[int, int]]:
    """Return where in a source long quotes stood that are surely there, and how far each has moved."""
    return sorted(
        (one.reference.start, one.span.start - one.reference.start)
        for one in checked
        if one.reference.source == source and one.outcome.holds and one.span and len(one.now) >= LONG
    )


def _in_order(one: Checked, document: Document, shifts: Sequence[tuple[int, int]]) -> Checked:
    """Return what became of a quote whose words may stand at several places.

    Where the sure quotes before and after it have moved alike, so has all between them: its words are
    there, or others are in their place.
    """
    anchor, start = one.reference.anchor, one.reference.start
    before = bisect_left(shifts, (start,))
    after = bisect_right(shifts, (start, inf))
    near = {shift for _, shift in (*shifts[max(before - 1, 0) : before], *shifts[after : after + 1])}
    if anchor is None or one.span is None or len(near) != 1:
        return one
    (shift,) = near
    if one.outcome.holds and one.span.start - start == shift:
        return one
    span = Span(start + shift, start + shift + len(anchor.exact))
    if span.start >= 0 and document.quote(span) == anchor.exact:
        outcome = Outcome.MOVED if shift else Outcome.SAME
        return Checked(one.reference, outcome, " ".join(anchor.exact.split()), locator(document, span), span)
    around = document.text[max(span.start - len(anchor.prefix), 0) : max(span.start, 0)]
    replaced = len(anchor.exact) < LONG and around == anchor.prefix
    return replace(one, outcome=Outcome.UNCERTAIN) if replaced else one


def _checked(reference: Reference, document: Document, finder: Finder) -> Checked:
    anchor = reference.anchor or Anchor(reference.start, reference.end, reference.quote)
    placement = finder.place(anchor)
    if placement.span is None:
        return Checked(reference, Outcome.GONE)
    now = document.quote(placement.span)
    outcome = _outcome(placement.state, same=now == anchor.exact)
    return Checked(
        reference, outcome, " ".join(now.split()), locator(document, placement.span), placement.span
    )


def _outcome(state: AnchorState, *, same: bool) -> Outcome:
    if state is AnchorState.UNCERTAIN:
        return Outcome.UNCERTAIN
    if not same:
        return Outcome.CHANGED
    return Outcome.SAME if state is AnchorState.EXACT else Outcome.MOVED
