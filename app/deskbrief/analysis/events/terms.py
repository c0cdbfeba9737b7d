"""Terms that were moved: "extended the deadline to 30 May" tells when the term ends, not of the moving."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.titles import LONGEST
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import DELAYING, is_past
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span

_TERMS = frozenset(
    """ban ceasefire contract curfew date deadline embargo expiration expiry lease licence license lockdown
    mandate moratorium period permit state stay suspension term time truce visa""".split()  # noqa: SIM905
)


def of_the_term(text: str, tree: Tree, trigger: Trigger, event: Event, written: Moment | None) -> Event:
    """Return the event told of the term itself where it was moved to the event's date, else as it is."""
    verb = trigger.verb
    moved = not trigger.is_noun and tree.lemma(verb) in DELAYING and is_past(tree, verb)
    if not moved or not {"to", "until", "till"} & set(trigger.prepositions):
        return event
    term = tree.child(verb, {"dobj", "nsubjpass"})
    if term < 0 or tree.lemma(term) not in _TERMS:
        return event
    low = tree.below(term, {"relcl", "acl", "advcl", "appos", "punct"})[0]
    low += tree.words[low].pos == "DET" and low < term
    of = next((at for at in tree.kids(term, {"prep"}) if at > term and tree.lemma(at) == "of"), -1)
    last = tree.below(of)[1] if of >= 0 else term
    short = tree.words[last].end <= min(tree.words[low].start + LONGEST, event.date.start)
    last = last if short else term
    named = words_of(text, Span(tree.words[low].start, tree.words[last].end))
    title = f"{named} {tree.words[verb].text}"
    return replace(event, title=title, status=dated(event.date.edtf, written))
