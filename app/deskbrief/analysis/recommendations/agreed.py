"""What those who meet agree on and take upon themselves: "It was agreed that the clerk would write …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deskbrief.analysis.actors import can_act
from deskbrief.analysis.grammar import TIMES, Tree
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.askable import can_be_asked
from deskbrief.analysis.recommendations.leadins import Lead
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

#: How minutes tell that several agreed on something, with no one who says it.
_OPENS = (
    r"\W{0,3}(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s)?"
    r"(?:[Dd]ecision:\W{0,3}|(?:After|Following)\s[^,.;:]{3,60},\s)?"
)
_TOGETHER = (
    r"(?:[Ii]t\swas\s(?:(?:also|further|then|therefore|unanimously)\s){0,2}"
    r"(?:agreed|suggested|proposed|requested|recommended|resolved)"
    r"|[Tt]here\swas\s(?:(?:an?|general|broad|wide|unanimous)\s){0,2}(?:agreement|consensus)|AGREED:?|"
    r"Agreed:?)"
)
_SOMEBODY = (
    r"(?P<who>(?!(?:No|None|Nobody|Neither|Few|Not)\b|[^,;:.!?\n]{1,60}?\shad\s)[A-Z][^,;:.!?\n]{1,60}?)"
    r"\s(?:(?:have|has|also|then|all|both|unanimously|further)\s){0,2}"
    r"(?P<agreed>agreed)"
)
_TOLD = re.compile(rf"{_OPENS}{_TOGETHER},?\sthat\s")
_AGREED = re.compile(
    rf"{_OPENS}(?:(?P<together>{_TOGETHER})|{_SOMEBODY})(?P<how>,?\sthat|\sto)\s(?=[a-zA-Z])"
)
#: A lead-in to what was agreed on: "The board agreed:", "It was resolved that:".
_LEAD = re.compile(
    rf"{_OPENS}(?:(?P<together>{_TOGETHER})|{_SOMEBODY})(?:\s(?:that|to|as\sfollows|the\sfollowing))?\s?:"
)
#: What was agreed on before, and is not done: "… but had not", "… but did not".
_UNDONE = re.compile(
    r"\b(?:but|yet|and)\s(?:[a-z]{2,4}\s)?(?:had|has|have|did|was|were)(?:\s(?:not|never)|n['’]t)\b"
)
AGREED = "an item under what was agreed"
#: How an item under it says what is to be done: "To publish the fees", "For the clerk to write".
_ITEM = re.compile(r"(?:[Tt]o\s|[Ff]or\s(?P<whom>[^,;:.!?\n]{2,80}?)\sto\s)(?=[a-z])")
_MODAL = re.compile(r"\b(?:should|must|could|can|may|might|needs?|ought|had|was|were|is|are|has|have)\b")
#: Who is to do what: "the clerk would write", and what is to be done: "the fees be frozen".
_WILL = re.compile(
    r"(?P<whom>[^,;:.!?\n]{2,80}?)\s(?P<wording>will|would|shall|is\sto|are\sto)\s(?P<not>not\s)?"
    r"(?:(?:also|now|then|be\sasked\sto|continue\sto)\s)?(?P<verb>[a-z]{2,20})\b"
)
_BE = re.compile(
    r"(?P<whom>[^,;:.!?\n]{2,80}?)\s(?P<wording>(?:not\s)?be\s(?=[a-z]{3,20}(?:ed|en|n|t|d|ut|et)\b))"
)
#: Who is given what to do in a line of its own: "JT to update the log", "Ms Osei to write to the county".
_TO = re.compile(
    r"\W{0,3}(?P<whom>[A-Z][^,;:.!?\n]{1,60}?)\s(?P<wording>(?:(?:is|"
    r"are)\s)?to)\s(?P<not>not\s)?(?P<verb>[a-z]{2,20})\b"
)
#: What is no deed that somebody takes upon himself.
_NO_DEEDS_WORDS = (
    "be have need become remain stay seem receive see know want like depend meet reconvene note differ "
    "disagree benefit cost expect contain include mean open close start begin end happen continue face "
    "lose gain rise fall increase decrease pay get accept "
    "retire resign miss arrive marry die depart graduate emigrate sleep suffer struggle enjoy love hate fear "
    "forget fail win celebrate live age recover deserve regret worry hope doubt notice appear emerge survive "
    "come belong welcome appreciate"
)
_NO_DEEDS = frozenset(_NO_DEEDS_WORDS.split())
#: What is a deed only where it is done to something: "leave the key", but "leave in June".
_MOVES = frozenset({"leave", "return", "move", "turn", "go", "step", "stand", "travel"})
#: What those outside do against what a meeting wants, and how it says what it believes.
_AGAINST = frozenset(
    {"refuse", "reject", "deny", "oppose", "block", "ignore", "decline", "delay", "object", "veto"}
)
_BELIEVED = re.compile(r"\b[Tt]here\swas\b[^.;:]{0,60}$")
_LONGEST_OPENING = 90
#: What is found to be so, and not looked for: "find the room colder", but "find a room".
_KNOWN = re.compile(r"\s(?:the|this|that|it|these|those|their|our|its|him|her|them)\b")
#: Words for those to whom a meeting gives work.
_ROLES_WORDS = (
    "chair chairman chairwoman chairperson clerk secretary treasurer convenor convener coordinator "
    "co-ordinator editor facilitator lead leader manager officer director team group subgroup sub-group "
    "committee subcommittee panel board council trustee governor member staff secretariat volunteer "
    "representative councillor organiser organizer head principal administrator librarian warden "
    "steward bursar registrar moderator everyone everybody"
)
_ROLES = frozenset(_ROLES_WORDS.split())


def as_minuted(text: str, span: Span, tree: Tree | None, advice: tuple[Advice, ...]) -> tuple[Advice, ...]:
    """Return what a clause of minutes asks for, with what it tells to be agreed or taken upon somebody."""
    asking = [one for one in advice if one.form is not Form.WEAK]
    if any(one.main for one in asking):
        return advice
    if asking and _TOLD.match(text, span.start, span.end):
        return tuple(replace(one, main=True) if one is asking[0] else one for one in advice)
    return (*agreed_in(text, span, tree), *advice)


def agreed_in(text: str, span: Span, tree: Tree | None) -> Iterator[Advice]:
    """Yield what a clause of minutes tells to be agreed, or what somebody says he will do."""
    if tree is None:
        return
    match = _AGREED.match(text, span.start, span.end)
    end = span.start + len(span.of(text).rstrip(" .;,*\n"))
    if match is None:
        yield from _given(text, Span(span.start, end), tree) or _undertaken(tree, end)
        return
    if match["how"].strip() == "to":
        at = tree.sentence.word_at(match.end())
        undone = _UNDONE.search(text, match.end(), end) is not None
        if not undone and at >= 0 and tree.words[at].tag == "VB" and tree.lemma(at) not in _NO_DEEDS:
            whom = Span(*match.span("who")) if match["who"] else None
            yield _task(_wording(match), Span(match.end(), end), whom)
        return
    yield from _of_clause(text, match.end(), end, tree)


def _of_clause(text: str, start: int, end: int, tree: Tree) -> Iterator[Advice]:
    """Yield what is agreed in a clause with "that": who will do what, or what is to be done."""
    told = _WILL.match(text, start, end)
    if told is not None:
        whom, done = Span(*told.span("whom")), _is_done(tree, told)
        acts = not done and told["verb"] not in _NO_DEEDS and _can_be(tree, whom)
        acts = acts and not _is_foreseen(text, start, told, _heads_role(tree, whom))
        after = told.start("not") if told["not"] else told.end("wording") + 1
        if acts:
            yield _task(Span(*told.span("wording")), Span(after, end), whom)
        elif done:
            yield _task(Span(*told.span("wording")), Span(start, end), None)
        return
    told = _BE.match(text, start, end)
    if told is not None and not _MODAL.search(told["whom"]):
        yield _task(Span(*told.span("wording")), Span(start, end), None)


def _wording(match: re.Match[str]) -> Span:
    return Span(*match.span("agreed" if match["who"] else "together"))


def _is_done(tree: Tree, told: re.Match[str]) -> bool:
    """Tell whether the verb is passive: "the outcomes would be circulated"."""
    if told["verb"] != "be":
        return False
    at = tree.sentence.word_at(told.start("verb"))
    after = tree.words[at + 1 : at + 3]
    return at >= 0 and any(word.tag == "VBN" for word in after)


def _is_foreseen(text: str, start: int, told: re.Match[str], member: bool) -> bool:
    """Tell whether those who met only agree on what will come: what others do to them, or will find."""
    found = told["verb"] == "find" and _KNOWN.match(text, told.end("verb")) is not None
    believed = _BELIEVED.search(text, max(start - _LONGEST_OPENING, 0), start) is not None
    return found or (not member and (believed or told["verb"] in _AGAINST))


def _heads(tree: Tree, whom: Span) -> list[int]:
    """Return the first word of a phrase that hangs on none within it, as a list of one or none."""
    inside = [at for at, word in enumerate(tree.words) if whom.start <= word.start < whom.end]
    return [at for at in inside if tree.words[at].head not in inside][:1]


def _can_be(tree: Tree, whom: Span) -> bool:
    return any(can_be_asked(tree, at) for at in _heads(tree, whom))


def _heads_role(tree: Tree, whom: Span) -> bool:
    return any(_is_member(tree, at) for at in _heads(tree, whom))


def _given(text: str, span: Span, tree: Tree) -> tuple[Advice, ...]:
    """Return what somebody is to do in a line without a finite verb: "JT to update the log"."""
    match = _TO.match(text, span.start, span.end)
    at = tree.sentence.word_at(match.start("verb")) if match else -1
    if match is None or at < 0 or tree.words[at].tag not in {"VB", "NN"} or tree.lemma(at) in _NO_DEEDS:
        return ()
    who = tree.sentence.word_at(match.end("whom") - 1)
    before = tree.words[: who + 1]
    named = _is_member(tree, who) or _INITIALS.fullmatch(match["whom"])
    if not named or any(word.pos in {"VERB", "AUX", "ADP"} for word in before):
        return ()
    after = match.start("not") if match["not"] else match.end("wording") + 1
    return (_task(Span(*match.span("wording")), Span(after, span.end), Span(*match.span("whom"))),)


#: Initials of those who are given work: "JT", "TE/LG", "AB and CD".
_INITIALS = re.compile(r"[A-Z]{2,4}(?:(?:/|,\s|\s(?:and|&)\s)[A-Z]{2,4}){0,3}")


def _undertaken(tree: Tree, end: int) -> Iterator[Advice]:
    """Yield what somebody of those who met will do: "The clerk will circulate the paper"."""
    root = tree.root
    will = next((c for c in tree.kids(root, {"aux"}) if tree.words[c].text.lower() == "will"), -1)
    who = max(tree.kids(root, {"nsubj"}), default=-1)
    if not 0 <= who < will < root or tree.words[root].tag != "VB" or tree.lemma(root) in _NO_DEEDS:
        return
    if tree.child(root, {"auxpass"}) >= 0 or tree.negated(root):
        return
    if tree.lemma(root) in _MOVES and not any(tree.words[c].tag != "CD" for c in tree.kids(root, {"dobj"})):
        return
    phrase = Span(tree.phrase(_glued(tree, who)).start, tree.phrase(who).end)
    alone = phrase.end - phrase.start == len(tree.words[who].text)
    if not (_is_member(tree, who) or (alone and _INITIALS.fullmatch(tree.words[who].text))):
        return
    first = tree.sentence.word_at(phrase.start)
    if sum(word.text[:1].isalnum() for word in tree.words[:first]) > _MOST_BEFORE:
        return
    action = Span(tree.words[will].end + 1, end)
    if action.start < end:
        yield _task(Span(tree.words[will].start, tree.words[will].end), action, phrase)


#: Words before who takes something upon himself: "After the vote".
_MOST_BEFORE = 6


def _is_member(tree: Tree, at: int) -> bool:
    """Tell whether a noun names a person, or a post or body to which a meeting gives work."""
    word = tree.words[at]
    if word.entity in TIMES or word.entity in {"GPE", "LOC", "FAC"}:
        return False
    whole = "".join(one.text for one in tree.words[_glued(tree, at) : at + 1]).lower()
    roles = {word.lemma.lower().removesuffix("s"), whole.removesuffix("s")}
    if not _ROLES.isdisjoint(roles) or word.entity == "PERSON":
        return True
    return word.pos == "PROPN" and word.entity == "ORG" and can_act(word) and not word.text.isupper()


def _glued(tree: Tree, at: int) -> int:
    """Return where a noun begins that was read in parts: "co | - | ordinator"."""
    words = tree.words
    while at >= 2 and words[at - 1].text == "-" and words[at - 2].end == words[at - 1].start:
        at -= 2
    return at


def _task(wording: Span, action: Span, whom: Span | None) -> Advice:
    return Advice(Form.MODAL, Strength.SHOULD, wording, action, addressee=whom)


def is_agreed(text: str, unit: Unit) -> bool:
    """Tell whether a clause of minutes tells what all have agreed on, or what somebody will do."""
    asked = best(unit.advice)
    if asked is None or unit.leads or asked.negated or asked.form is Form.IMPERATIVE:
        return False
    span = unit.sentence.span
    if _TOLD.match(text, span.start, span.end):
        return True
    return asked.form is Form.MODAL and any(
        one.wording == asked.wording for one in agreed_in(text, span, unit.tree)
    )


def agreed_lead(text: str, span: Span) -> Lead | None:
    """Return what "The board agreed:" passes on to the items that follow it in minutes."""
    match = _LEAD.fullmatch(text, span.start, span.end)
    if match is None:
        return None
    return Lead(span, match["who"] or "", Strength.SHOULD, _wording(match), AGREED)


def opens_as_agreed(unit: Unit) -> bool:
    """Tell whether an item says what is to be done by how it opens: "To publish", "That the", "Publish"."""
    first = next((word for word in unit.sentence.words if word.text[:1].isalpha()), None)
    return first is not None and (first.text.lower() in {"to", "for", "that"} or first.tag == "VB")


def item_of(text: str, body: Span, lead: Lead | None) -> tuple[Span, str]:
    """Return what an item at `body` asks for and whom its lead-in means, told anew under what was agreed."""
    if lead is None or lead.rule != AGREED:
        return body, lead.addressee if lead else ""
    match = _ITEM.match(text, body.start, body.end)
    if match is None:
        return body, ""
    return Span(match.end(), body.end), match["whom"] or lead.addressee
