"""Titles of events given their last touch: without the date in their midst, with who did it, whole."""

from __future__ import annotations

import re
from dataclasses import replace

from deskbrief.analysis.events.cutting import cut
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.participles import of_participle
from deskbrief.analysis.events.reach import end_of
from deskbrief.analysis.events.requests import of_request
from deskbrief.analysis.events.titles import LONGEST, short_title
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import REPORTING
from deskbrief.analysis.grammar import FINITE, NOUNS, SUBJECTS, TIMES, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_LEADS = r"\b(?:as\s(?:early|late|recently)\sas|back\sin|early\sin|late\sin|on|in|at|during|around)\s"
#: What leads to a date, at the end of the words before it, and what closes it.
_BEFORE = re.compile(rf"[,\s]{{0,2}}(?:{_LEADS})?(?:(?:early|late|mid)[- ])?{_WEEKDAY}[(\[]?$")
_LED = re.compile(rf"[,\s]{{0,2}}{_LEADS}(?:(?:early|late|mid)[- ])?{_WEEKDAY}[(\[]?$")
_AFTER = re.compile(r"[)\]]?,?")
#: What goes on with a date: "September 20 | , 2020", "Wednesday | (March 5, 2025)".
_YEAR, _IN_BRACKETS = re.compile(r",?\s\d{4}\b,?"), re.compile(r"\s?\([^()\n]{0,30}\d[^()\n]{0,10}\),?")
#: How a title begins that was cut out of a date.
_FRAGMENT = re.compile(r"[\d,]{1,6}[)\]]|[)\],]")
#: Code points of what leads to a date.
_REACH = 40
_RELATIVES = frozenset({"WDT", "WP"})
#: Words of the longest subject before a date, and of the shortest statement before what is added to it.
_SUBJECT, _LEAST = 14, 4
_OPENERS = re.compile(
    r"^(?:However|Moreover|Also|Meanwhile|Then|Thus|Therefore|Yet|Indeed|Nevertheless|Historically|Finally|"
    r"Furthermore|Similarly|Subsequently|Consequently|Additionally),?\s(?=\w)"
)
#: What is left of "As of 15:11 the site was open".
_AS_OF = re.compile(r"^As (?=[a-z])")
#: A verb that says no more than the date does: "The last voyage was | on 5 May".
_COPULA = re.compile(r"(?<=\w\w\w\w) (?:was|is|were|are)$")
_CLEFT = re.compile(r"^[Ii]t (?:was|is) (?:only |then |not until )?that (?=\w)")
_INCLUDING = re.compile(r",\s(?:including|such as|as well as|along with|notably|especially)$")
_ADDED = re.compile(r",\s(?:including\s.{0,80}|[a-z]{2,15}ing\s[^,]{0,80})$")
_GERUND = re.compile(r"^(?:before|after|while|by|when|without)\s(?=[a-z]{2,15}ing\b)")
#: Verbs with which a writer points at what he has written.
_POINTING = REPORTING | {"mention", "discuss", "describe", "see", "show", "outline", "catalogue", "cover"}
#: Where a statement may end, and code points that one may be longer than other titles.
_PHRASE_END, MORE = re.compile(r"[,;]\s|\s(?:with|after|before|while|which|who|where|amid|as|to|for)\s"), 20
#: A participle whose complement is cut off: "a committee headed | by", and what that opens with.
_BROKEN_OFF = re.compile(r"(?<=\w\w\s\w\w)(\w*)\s[a-z]{2,12}ed$")
_GOES_ON = re.compile(r"\s(?:by|in|at|for|to|on|from|with|of)\s")
#: Words for the present that, behind a participle, only say that it is done these days.
_THESE_DAYS = frozenset({"today", "now", "nowadays"})


def polished(text: str, tree: Tree, trigger: Trigger, event: Event) -> Event | None:
    """Return the event with a title that says who did what, none where nothing has happened in it."""
    if _only_refers(text, tree, trigger, event):
        return None
    title = _of_its_brackets(text, tree, trigger) or _without_date_amid(text, tree, trigger, event)
    title = _without_aside(text, tree, trigger, _of_next_deed(text, tree, trigger, title))
    title = _with_subject(text, tree, trigger, title)
    title = _CLEFT.sub("", _OPENERS.sub("", title))
    as_of = text.startswith("As of ", tree.sentence.start) and not title.startswith("As of ")
    title = _AS_OF.sub("", title) if as_of else title
    title = _without_rest(text, tree, _COPULA.sub("", title))
    title = of_request(text, tree, trigger, event, _without_pair(title))
    title = of_participle(text, tree, event, title)
    return replace(event, title=title) if title else event


#: What is left of "two plants, one in 2004 and a second in 2006" without the dates.
_PAIR = re.compile(
    r"(?<=\w), (?:one|the first)(?:(?: and|,) (?:one|another|(?:a|the) (?:second|third|other)))?$"
)


def _without_pair(title: str) -> str:
    """Return a title without the parts that only the dates were told of."""
    return _PAIR.sub("", title)


def _of_its_brackets(text: str, tree: Tree, trigger: Trigger) -> str:
    """Return the clause in brackets that the model has given a subject outside of them, "" for others."""
    verb, subject = trigger.verb, tree.subject(trigger.verb)
    marks = [at for at in range(verb) if tree.words[at].text in {"(", ")"}]
    opens = marks[-1] if marks and tree.words[marks[-1]].text == "(" else -1
    finite = tree.words[verb].tag == "VBD" or tree.child(verb, {"aux", "auxpass"}) >= 0
    if trigger.is_noun or not finite or not 0 <= subject < opens:
        return ""
    named = any(word.pos in NOUNS for word in tree.words[opens + 1 : verb])
    return words_of(text, cut(tree, opens + 1, max(end_of(tree, trigger), verb))) if named else ""


def _only_refers(text: str, tree: Tree, trigger: Trigger, event: Event) -> bool:
    """Tell whether a clause points at the text itself, or at these days."""
    verb = trigger.verb
    word, subject = tree.words[verb], tree.child(verb, SUBJECTS)
    who = tree.words[subject].text.lower() if subject >= 0 else ""
    if trigger.is_noun:
        return False
    if who == "what" or (who in {"we", "i"} and _is_as_clause(tree, verb) and tree.lemma(verb) in _POINTING):
        return True
    today = text[event.date.start : event.date.end].lower() in _THESE_DAYS
    return today and word.tag in {"VBN", "VBD"} and word.dep == "acl"


def _of_next_deed(text: str, tree: Tree, trigger: Trigger, title: str) -> str:
    """Return the title of the deed that "went on and" leads to."""
    verb, ends = trigger.verb, f" {tree.words[trigger.verb].text} on"
    deed = next((at for at in tree.kids(verb, {"conj"}) if 0 < at - verb < _LEAST), -1)
    if deed < 0 or tree.lemma(verb) != "go" or not title.endswith(ends):
        return title
    done = words_of(text, cut(tree, deed, end_of(tree, Trigger(deed, deed))))
    return f"{title.removesuffix(ends)} {done}"


def _is_as_clause(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(at) == "as" for at in tree.kids(verb, {"mark", "advmod"}))


def _is_of_the_verb(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether a date hangs on the verb of a clause by itself, and on nothing that the clause names."""
    verb = tree.words[trigger.verb]
    finite = verb.tag in FINITE or tree.child(trigger.verb, {"aux", "auxpass"}) >= 0
    between = [tree.words[at] for at in trigger.way]
    named = any(word.pos in NOUNS | {"VERB"} and word.entity not in TIMES for word in between)
    return not trigger.is_noun and finite and verb.dep != "acl" and not named


def _without_date_amid(text: str, tree: Tree, trigger: Trigger, event: Event) -> str:
    """Return the title without the date between who did it and what was done, brackets included."""
    said = words_of(text, Span(event.date.start, event.date.end))
    title = event.title
    parts = [part for part in said.split() if len(part) > 1 and (part[0].isdigit() or part.istitle())]
    if not _FRAGMENT.match(title) and not any(part in title for part in parts):
        return title
    at = title.find(said)
    own = at > 0 and (_is_of_the_verb(tree, trigger) or _GERUND.match(title))
    led = _LED.search(title[max(at - _REACH, 0) : at]) if own else None
    if led is not None:
        before = title[: at - len(led[0])]
        after = title[at + len(said) :]
        return f"{before} {after[_end_of_date(after) :].lstrip()}".strip()
    return _told_around(text, tree, event) or title


def _end_of_date(after: str) -> int:
    match = _AFTER.match(after)
    return match.end() if match else 0


def _told_around(text: str, tree: Tree, event: Event) -> str:
    """Return the sentence without a date that stands right between its subject and its verb."""
    start, (low, high) = tree.sentence.start, (event.date.start, event.date.end)
    match = _BEFORE.search(text[max(low - _REACH, start) : low])
    low -= len(match[0]) if match else 0
    high += _end_of_date(text[high : high + 2])
    for more in (_YEAR, _IN_BRACKETS):
        match = more.match(text, high, high + _REACH)
        high = match.end() if match else high
    before = [word for word in tree.words if word.start < low]
    after = [word for word in tree.words if word.start >= high][:2]
    if not before or len(before) > _SUBJECT or any(word.tag in FINITE for word in before):
        return ""
    after = after[after[:1] != [] and after[0].tag == "RB" :]
    if before[-1].pos not in NOUNS or not after or after[0].tag not in FINITE:
        return ""
    who = words_of(text, Span(start, before[-1].end))
    return _bounded(f"{who} {words_of(text, Span(after[0].start, tree.sentence.end))}")


def _bounded(told: str) -> str:
    """Return a statement whole where it is little longer than a title, else up to where a phrase ends."""
    told = told.rstrip(" .;")
    if len(told) <= LONGEST:
        return told
    ends = [match.start() for match in _PHRASE_END.finditer(told, LONGEST // 2, LONGEST + MORE)]
    short = told[: ends[-1]] if ends else words_of(told, short_title(told, Span(0, len(told))))
    return _BROKEN_OFF.sub(r"\1", short) if _GOES_ON.match(told[len(short) :]) else short


def _without_aside(text: str, tree: Tree, trigger: Trigger, title: str) -> str:
    """Return a long title without the relative clause between who did it and what was done."""
    verb = trigger.verb
    if trigger.is_noun or len(title) * 3 < 2 * LONGEST:
        return title
    subject = tree.subject(verb)
    if subject < 0 and tree.words[tree.root].pos in NOUNS and tree.root < verb:
        subject = tree.root
    first = min([verb, *(at for at in tree.kids(verb, {"aux", "auxpass", "neg"}) if at < verb)])
    opens = next((at for at in range(subject + 1, first) if tree.words[at].tag in _RELATIVES), -1)
    if subject < 0 or opens < 2 or tree.words[opens].text not in title:
        return title
    begins = tree.words[tree.below(subject)[0]].start
    who = words_of(text, Span(begins, tree.words[opens - 1].end)).rstrip(" ,")
    told = words_of(text, cut(tree, first, max(end_of(tree, trigger), first)))
    return f"{who} {told}" if title.startswith(who) and len(who) + len(told) < LONGEST else title


def _with_subject(text: str, tree: Tree, trigger: Trigger, title: str) -> str:
    """Return a title that begins with what is to be done, or with a gerund, with who does it before it."""
    gerund = _GERUND.match(title)
    if gerund:
        doer = _doer_above(tree, trigger.verb)
        who = words_of(text, tree.phrase(doer)) if doer >= 0 else ""
        return f"{who} {title[gerund.end() :]}" if who and len(who) < LONGEST // 2 else title[gerund.end() :]
    to = next((at for at in tree.kids(trigger.verb, {"aux"}) if tree.words[at].tag == "TO"), -1)
    if trigger.is_noun or to < 1 or tree.words[to - 1].pos not in NOUNS or " " not in title:
        return title
    told = title if title.startswith("to ") else title[title.find(" to ") + 1 :]
    near = tree.words[to - 1].text
    if not told.startswith("to ") or f" {near} to " in f" {title}":
        return title
    if not title.startswith("to ") and not is_event_noun(tree, to - 1):
        return title
    return f"{words_of(text, Span(tree.words[_chunk(tree, to - 1)].start, tree.words[to - 1].end))} {told}"


def _doer_above(tree: Tree, verb: int) -> int:
    """Return the subject of the verb that a gerund hangs on."""
    for _ in range(_LEAST):
        verb = tree.words[verb].head
        subject = tree.subject(verb)
        if subject >= 0 and tree.words[subject].pos in NOUNS:
            return subject
    return -1


def _chunk(tree: Tree, noun: int) -> int:
    """Return the first word of a noun with what stands right before it."""
    words, first = tree.words, noun
    while first > 0 and words[first - 1].head == noun and words[first - 1].dep not in {"prep", "cc"}:
        first -= 1
    return first


def _without_rest(text: str, tree: Tree, title: str) -> str:
    """Return a title without what was only added to its statement, where that was cut off."""
    title = _INCLUDING.sub("", title)
    added = _ADDED.search(title)
    if added is None or len(title[: added.start()].split()) < _LEAST:
        return title
    whole = words_of(text, tree.sentence.span)
    after = whole[whole.find(added[0]) + len(added[0]) :] if added[0] in whole else ""
    return title[: added.start()] if after.strip(" .”’\"'") else title
