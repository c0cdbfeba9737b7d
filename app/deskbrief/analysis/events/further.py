"""Happenings of news without a date of their own, for machines: too many and too unsure for a reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deskbrief.analysis.document_date import moment_of
from deskbrief.analysis.events.building import event_of
from deskbrief.analysis.events.garden import straightened
from deskbrief.analysis.events.leads import date_of_writing
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import (
    REPORTING,
    RESULTS,
    helpers,
    is_past,
    is_stative,
    is_to_come,
    is_verb,
)
from deskbrief.analysis.grammar import SUBJECTS, Tree
from deskbrief.analysis.sentences import is_prose
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Event

#: The name of the rule.
RULE = "a happening without a date, dated by the document or by the day told last"
SURE = 0.3
_JOINED = frozenset({"conj", "ccomp", "parataxis", "advcl"})
#: Verbs that tell that something goes on as it was.
_GOING_ON = frozenset({"continue", "remain", "keep"})
#: Prepositions of what is of the time of the verb: "said in a speech", "was delayed after an accident".
_AT_ONCE = frozenset({"after", "at", "during", "following", "in", "with"})
#: Prepositions and conjunctions that put a part of the same story beside it.
_BESIDE = frozenset({"after", "before", "following", "when", "as"})
#: Verbs looked at in one sentence.
MOST = 12
#: Days before the day of writing up to which the day told last dates what follows.
_RECENT = 7


def further_events(
    document: Document,
    sentences: Mapping[int, Sequence[Sentence]],
    written: Moment | None,
    told: Sequence[Event],
) -> list[Event]:
    """Return the happenings of a text written on a known day that no date dates; `told` are the others."""
    if written is None or written.grain != "day":
        return []
    trees = [
        straightened(Tree(sentence))
        for number, block in enumerate(document.blocks)
        if is_prose(block) or block.kind is BlockKind.TITLE
        for sentence in sentences.get(number, ())
        if sentence.words
    ]
    return list(Unsaid(document.text, written).events(trees, told))


class Unsaid:
    """Dates the happenings of a text written on a known day that no date dates."""

    def __init__(self, text: str, written: Moment) -> None:
        self._text = text
        self._written = written
        self._last: Moment | None = None

    def events(self, trees: Sequence[Tree], told: Sequence[Event]) -> Iterator[Event]:
        """Yield the undated happenings of all sentences; `told` are the events found so far."""
        known = {event.trigger.start: event for event in told if event.trigger}
        for number, tree in enumerate(trees):
            headline = not number and tree.words[-1].text not in {".", '"', "”"}
            if headline and len(trees) > 1:
                self._last = self._told_in(trees[1], known)
            self._last = self._told_in(tree, known) or self._last
            for trigger, of in happenings(tree, headline=headline):
                if tree.words[trigger.word].start not in known:
                    yield self._event(tree, trigger, known.get(tree.words[of.word].start), of.word, headline)

    def _told_in(self, tree: Tree, known: dict[int, Event]) -> Moment | None:
        """Return the day shortly before the day of writing that a sentence tells of."""
        now = self._written.as_date
        for word in tree.words:
            event = known.get(word.start)
            then = moment_of(event.date.edtf) if event else None
            if now and then and then.as_date and 0 <= (now - then.as_date).days <= _RECENT:
                return then
        return None

    def _event(self, tree: Tree, trigger: Trigger, shares: Event | None, of: int, headline: bool) -> Event:
        place = tree.words[trigger.word].start
        date = date_of_writing(self._written, place)
        if shares is not None:
            date = replace(date, edtf=shares.date.edtf, reason="The date of what it was a part of.")
        elif self._last is not None and (headline or is_narrated(tree, of)):
            date = replace(date, edtf=self._last.edtf(), reason="The day that the text told last.")
        event = event_of(self._text, tree, trigger, date, self._written)
        return replace(event, rule=RULE, confidence=SURE)


def happenings(tree: Tree, *, headline: bool = False) -> Iterator[tuple[Trigger, Trigger]]:
    """Yield the main verbs of a sentence, those joined to them or reported by them, and their event nouns.

    Each comes with the one whose date it shares: participles and nouns are of the time of their verb.
    """
    root = tree.root
    todo = [(root, root)] if is_verb(tree, root) else []
    for verb, of in todo:
        if len(todo) < MOST:
            todo.extend((at, of if _is_open_form(tree, at) else at) for at in _joined(tree, verb))
        if _is_no_news(tree, verb) or not (headline or _tells(tree, verb) or of != verb):
            continue
        yield Trigger(verb, verb), Trigger(of, of)
        for noun in _nouns(tree, verb, headline=headline):
            yield Trigger(noun, verb), Trigger(of, of)


def _is_open_form(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has no tense of its own: "closing at 5", "having lost 3%", "to close"."""
    tag = tree.words[verb].tag
    return tag in {"VBG", "VB"} or (tag == "VBN" and _is_after_having(tree, verb))


def _is_after_having(tree: Tree, verb: int) -> bool:
    return any(tree.words[at].text.lower() == "having" for at in helpers(tree, verb))


#: Verbs that leave it to their object to say what was done: "made its first flight".
_LIGHT = frozenset(
    """carry complete conduct give have hold make perform post see stage suffer take undertake""".split()  # noqa: SIM905
)


def _nouns(tree: Tree, verb: int, *, headline: bool) -> Iterator[int]:
    """Yield the happenings that nouns of a clause name; what is announced may be of another time."""
    own = headline or tree.lemma(verb) in _LIGHT
    for noun in tree.kids(verb, {"nsubj", "nsubjpass", "dobj"}):
        beside = [noun, *tree.kids(noun, {"appos"})]
        if tree.words[noun].dep == "dobj" and _is_bargain(tree, verb, noun):
            yield noun
        for at in beside if own or tree.words[noun].dep != "dobj" else beside[1:]:
            if _is_one_happening(tree, at):
                yield at
    for preposition in tree.kids(verb, {"prep"}):
        if tree.lemma(preposition) in _AT_ONCE:
            said = tree.lemma(verb) in REPORTING and tree.lemma(preposition) == "in"
            yield from (
                at
                for at in tree.kids(preposition, {"pobj"})
                if _is_one_happening(tree, at) or (said and tree.lemma(at) in _STATEMENTS)
            )


#: What somebody says something in.
_STATEMENTS = frozenset({"broadcast", "email", "letter", "post", "report", "statement", "tweet"})
#: What is won, signed or struck, and the verbs for that.
_BARGAINS = frozenset({"agreement", "accord", "contract", "deal", "order", "pact", "treaty"})
_STRIKING = frozenset({"clinch", "land", "place", "reach", "receive", "secure", "sign", "strike", "win"})


def _is_bargain(tree: Tree, verb: int, at: int) -> bool:
    """Tell whether a noun is what was agreed upon: "has won an order"."""
    return tree.lemma(at) in _BARGAINS and tree.lemma(verb) in _STRIKING and tree.words[at].dep == "dobj"


def _is_one_happening(tree: Tree, at: int) -> bool:
    return is_event_noun(tree, at) and tree.words[at].tag not in {"NNS", "NNPS"}


def _is_no_news(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells what goes on, what had been before or will be, or is part of a quotation."""
    if tree.lemma(verb) in _GOING_ON or _is_ahead(tree, verb):
        return True
    before = [tree.words[at] for at in helpers(tree, verb)]
    if any(word.text.lower() in {"had", "'d"} for word in before) and tree.words[verb].tag == "VBN":
        return True
    marks = [word.text for word in tree.words[:verb] if word.text in _QUOTES]
    return bool(marks) and (len(marks) % 2 == 1 if marks[-1] == '"' else marks[-1] != "”")


_QUOTES = frozenset({'"', "“", "”"})


def _is_ahead(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells what is yet to be: "would open and sell"; "rose to close" tells a result."""
    if tree.lemma(verb) in RESULTS:
        return False
    return is_to_come(tree, verb) or (tree.words[verb].tag == "VB" and tree.words[verb].dep == "conj")


def is_narrated(tree: Tree, verb: int) -> bool:
    """Tell whether a verb goes on with what was told: in the simple past, and no word of saying."""
    return tree.words[verb].tag == "VBD" and tree.lemma(verb) not in REPORTING


def _joined(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the verbs that are a part of what `verb` tells, or are reported by it."""
    for at in tree.kids(verb, _JOINED):
        dep = tree.words[at].dep
        if not is_verb(tree, at) or (dep == "ccomp" and tree.lemma(verb) not in REPORTING):
            continue
        if dep != "advcl" or _is_beside(tree, at):
            yield at
    for preposition in tree.kids(verb, {"prep"}):
        if tree.lemma(preposition) in _BESIDE:
            yield from (at for at in tree.kids(preposition, {"pcomp"}) if tree.words[at].tag == "VBG")


def _is_beside(tree: Tree, verb: int) -> bool:
    """Tell whether a clause tells a part of the same story: participles, results, "after he said so"."""
    word, opened = tree.words[verb], {tree.lemma(at) for at in tree.kids(verb, {"mark", "advmod"})}
    if word.tag == "VBG":
        return tree.child(verb, {"mark", "aux"}) < 0
    if word.tag == "VB":
        return tree.lemma(verb) in RESULTS
    if "while" in opened or "as" in opened:
        return is_past(tree, verb) and tree.child(verb, SUBJECTS) >= 0
    if word.tag == "VBN":  # "closed down, having lost 3%"
        return _is_after_having(tree, verb)
    return word.tag == "VBD" and bool(opened & _BESIDE) and tree.lemma(verb) in REPORTING


def _tells(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells what has happened, or what somebody says."""
    if is_past(tree, verb):
        return True
    if is_stative(tree, verb):
        return tree.lemma(verb) == "be" and tree.words[verb].tag == "VBZ"
    tags = {tree.words[at].tag for at in helpers(tree, verb)}
    if tree.words[verb].tag in {"VBZ", "VBP"}:
        return tree.lemma(verb) in REPORTING
    return tree.words[verb].tag == "VBG" and bool(tags & {"VBZ", "VBP"})
