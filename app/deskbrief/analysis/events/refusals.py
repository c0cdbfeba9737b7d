"""Dates that are not the time of what they hang on: citations, figures, states, habits, and bounds."""

from __future__ import annotations

import re

from deskbrief.analysis.events.accounts import is_of_account
from deskbrief.analysis.events.bounds import LONG, grain_of, is_bound, is_scheduled
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.triggers import Trigger, words_inside
from deskbrief.analysis.events.verbs import (
    helpers,
    is_infinitive,
    is_order,
    is_past,
    is_present,
    is_stative,
    is_to_come,
    is_verb,
)
from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.times.told import Time
from deskbrief.document.outline import Degree

_CHOOSING = frozenset(
    [
        *["call", "celebrate", "choose", "cite", "cover", "fix", "include", "match", "mean", "name", "pick"],
        *["remember", "select", "set", "spend"],
    ]
)
#: Times of day and days that come with "today" and the like: what is said of them in general is no event.
_NOW = re.compile(
    r"(?:even\s|until\s)?(?:today|now|currently|nowadays|these days|at present|right now|(?:at )?the moment)",
    re.IGNORECASE,
)
#: What may be told in the present of a time to come: "the fair opens in May".
_BY_CALENDAR = frozenset(
    [
        *["arrive", "begin", "close", "come", "commence", "convene", "depart", "end", "enter", "expire"],
        *["kick", "leave", "meet", "open", "resume", "return", "run", "start", "take"],
    ]
)
#: A name before a year in brackets: "Smith (2014)".
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]{0,30}|al\.|colleagues|others)\s\(?$")


#: A name that tells no date: "the Christmas Offensive".
_NAMED_AFTER_FEAST = re.compile(r"(?:Christmas|Xmas)[”\"]? (?:Campaign|Counteroffensive|Offensive)\b")


def is_refused(text: str, tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether `time` is not the time of what it hangs on."""
    return (
        _NAMED_AFTER_FEAST.match(text, time.start, time.end + 18) is not None
        or _is_of_past_under_will(tree, trigger, time)
        or is_bound(tree, trigger, time)
        or is_of_account(text, tree, trigger, time)
        or _is_object(tree, trigger, time)
        or _is_aside(tree, trigger)
        or is_cited(text, tree, time)
        or _is_general(text, tree, trigger, time)
        or _is_contrasted(text, tree, trigger, time)
        or _is_statistic(tree, trigger, time)
        or _is_fragment(tree, trigger, time)
        or _is_habit(tree, trigger, time)
        or _is_of_basis(tree, trigger)
        or _is_nothing_said(tree, trigger)
        or _is_of_text_in_force(tree, trigger)
    )


def _is_nothing_said(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether a note says that something is done, and not what: "Status: will do tonight"."""
    what = tree.child(trigger.verb, {"dobj"})
    if not trigger.is_noun and 0 <= what < trigger.verb and tree.words[what].tag == "WP":
        return tree.words[what].text.lower() == "what"  # "proud of what the team achieved in 2016"
    if trigger.is_noun or tree.lemma(trigger.verb) != "do":
        return False
    if what >= 0:
        return what < trigger.verb and tree.words[what].tag == "WP"  # "it says what they should do by May"
    subject = tree.subject(trigger.verb)
    named = subject >= 0 and tree.words[subject].pos in NOUNS
    return not named or (subject + 1 < len(tree.words) and tree.words[subject + 1].text == ":")


def _is_of_basis(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether the date is of what something is based on: "ranked, based on sales from May to July"."""
    return any(
        tree.lemma(at) == "base" and tree.words[at].tag == "VBN" for at in (*trigger.way, trigger.verb)
    )


def _is_of_text_in_force(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether the date says from when a text is in force: "in its rule effective 5 May, it says"."""
    return any(
        tree.words[at].text == "effective"
        and tree.words[at].dep not in {"acomp", "oprd"}
        and at
        and tree.words[at - 1].text not in {",", ";", "–", "—"}
        for at in trigger.way
    )


def _is_of_past_under_will(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether what lies back is hung on what is to come: "will change it, passed ten years ago"."""
    said = time.mention.recipe
    back = said.sign < 0 and said.base == "doc" and not said.clock
    return back and _is_under_will(tree, trigger.verb)


def _is_under_will(tree: Tree, verb: int) -> bool:
    """Tell whether a verb, or one that it completes, has "will" beside it and none of them is past."""
    for _ in range(4):
        said = {tree.words[at].text.lower() for at in helpers(tree, verb)}
        if said & {"will", "shall", "'ll", "’ll"}:
            return True
        if tree.words[verb].dep not in {"xcomp", "ccomp", "advcl"} or is_past(tree, verb):
            return False
        verb = tree.words[verb].head
    return False


def _is_object(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether the date is what is chosen, named or spent."""
    if not trigger.way or trigger.is_noun:
        return False
    last, beside = tree.words[trigger.way[-1]], words_inside(tree, time).start == trigger.verb + 1
    if beside and tree.lemma(trigger.verb) in {"begin", "start"} and is_infinitive(tree, trigger.verb):
        return time.mention.recipe.op == "unit"  # "what you need to start the day"
    if last.dep == "dobj" and len(trigger.way) == 1:
        return tree.lemma(trigger.verb) in _CHOOSING or (
            time.mention.recipe.op == "date" and not time.mention.recipe.day
        )
    return last.dep in {"attr", "oprd"} and len(trigger.way) == 1


def _is_aside(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether the date stands beside a thing, or is of a plan: "originally due in May"."""
    for at in trigger.way:
        word, above = tree.words[at], tree.words[tree.words[at].head]
        if word.lemma in {"due", "planned", "scheduled"} and word.dep in {"advcl", "amod", "acl", "advmod"}:
            return True
        if word.dep == "appos" and above.pos in NOUNS and above.entity != "DATE":
            return not is_event_noun(tree, word.head)
    return False


#: The number of a case or law before its year: "Suit No 1083 of 2012".
_NUMBERED = re.compile(r"\bNos?\.?\s\d{1,6}(?:[/-]\d{1,6})?\sof\s$", re.IGNORECASE)


#: What sends the reader elsewhere before a date: "see also Smith to Hay, 21 March 1968".
_SEE_ALSO = re.compile(
    r"(?:(?:[(\[;,.:–—]|\b(?:and|but|please))\s?see also|\bcf\.)\s[^.;()]{0,90}$", re.IGNORECASE
)
_FAR = 110


def is_cited(text: str, tree: Tree, time: Time) -> bool:
    """Tell whether the date belongs to a source: "Smith (2014)", "Title, GAO-06-66 (Washington: 2005)"."""
    sentence = tree.sentence
    if any(word.text.lower() in {"see", "cf", "cf."} for word in tree.words[:1]):
        return True
    elsewhere = _SEE_ALSO.search(text, max(time.start - _FAR, sentence.start), time.start) is not None
    boxed = text[max(time.start - 1, 0) : time.start] == "[" and text[time.end : time.end + 1] == "]"
    if elsewhere or boxed or _NUMBERED.search(text, max(time.start - 40, sentence.start), time.start):
        return True
    opened = text.rfind("(", max(time.start - 120, sentence.start), time.start)
    if opened >= 0 and ")" not in text[opened : time.start]:
        inside = [at for at in range(len(tree.words)) if opened < tree.words[at].start < time.start]
        if inside and tree.lemma(inside[0]) in {"see", "cf", "cf."}:
            return True
        if any(is_verb(tree, at) for at in inside):
            return False
        before = text[max(opened - 32, sentence.start) : opened + 1]
        return bool(inside) or _NAME_BEFORE.search(before) is not None
    root = tree.words[tree.root]
    ends = len(text[time.end : sentence.end].strip(' .)”"')) == 0
    return (
        ends and root.pos not in {"VERB", "AUX"} and text[max(time.start - 2, 0) : time.start] in {", ", "; "}
    )


#: What is thought is no happening.
_THINKING = frozenset({"believe", "guess", "hope", "mean", "suppose", "think", "wonder"})


def _is_general(text: str, tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a clause says what holds today in general: "Today, most firms rely on them"."""
    wording = text[time.start : time.end]
    if tree.lemma(trigger.verb) in _THINKING and is_present(tree, trigger.verb):
        return True
    modal = any(
        tree.words[at].text.lower() in {"can", "could", "may", "might"} for at in helpers(tree, trigger.verb)
    )
    return _NOW.fullmatch(wording) is not None and (
        is_present(tree, trigger.verb)
        or is_stative(tree, trigger.verb)
        or modal
        or (tree.words[trigger.verb].tag == "VBG" and not helpers(tree, trigger.verb))
    )


def _is_contrasted(text: str, tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether any day before any other is meant: "what they paid for yesterday costs more today"."""
    if text[time.start : time.end].lower() != "yesterday" or tree.words[trigger.verb].dep != "relcl":
        return False
    above = tree.words[tree.words[trigger.verb].head].head
    today = any(word.text.lower() in {"today", "now"} for word in tree.words if word.start > time.end)
    return today and is_verb(tree, above) and is_present(tree, above)


def _is_statistic(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a state of a whole year is told, mostly a figure: "In 2005 costs were $3 billion"."""
    if grain_of(time) not in LONG:
        return False
    if trigger.is_noun and tree.lemma(trigger.verb) != "be":
        return False
    if tree.lemma(trigger.verb) == "be" and trigger.is_noun:
        return any(
            tree.words[at].pos == "NUM" for at in tree.kids(trigger.verb, {"attr", "acomp"})
        ) or _has_figure(tree, trigger.verb)
    return is_stative(tree, trigger.verb) and not is_to_come(tree, trigger.verb)


def _is_fragment(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether no clause is told: a sentence without finite verb, or a participle and nothing else."""
    if tree.lemma(trigger.verb) in LOOKED_UP and _is_note_on_source(tree, trigger.verb):
        return True
    if tree.words[trigger.verb].dep == "csubj" or _is_version(tree, trigger, time):
        return True
    if _is_when_it_comes(tree, trigger.verb) or _comes_from_time(tree, trigger, time):
        return True
    if not any(word.tag in {"VBD", "VBZ", "VBP", "MD"} for word in tree.words):
        told = tree.subject(trigger.verb) >= 0 or is_order(tree, trigger.verb)
        return trigger.is_noun or _is_numbered(tree, trigger.verb) or not told
    word = tree.words[trigger.verb]
    bare = word.tag == "VBN" and not helpers(tree, trigger.verb)
    if word.lemma == "date" and tree.child(trigger.verb, {"dobj"}) < 0:
        return True
    return bare and word.dep == "ROOT" and tree.subject(trigger.verb) < 0


def _is_numbered(tree: Tree, word: int) -> bool:
    """Tell whether a number follows that only labels a text: "Report No. 05-12, October 15, 2007"."""
    after = tree.words[word + 1 : word + 3]
    return any(one.text.lower().rstrip(".") in {"no", "nos", "number"} for one in after)


def _is_version(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a year right behind a bare name is a part of it: "servers such as Exchange 2007"."""
    noun = tree.words[trigger.word]
    beside = words_inside(tree, time).start == trigger.word + 1 and grain_of(time) == "year"
    return trigger.is_noun and noun.pos == "PROPN" and beside and tree.below(trigger.word)[0] == trigger.word


def _comes_from_time(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether the date says which one is meant: "the measure comes from the second quarter of 2006"."""
    present = is_present(tree, trigger.verb) and tree.lemma(trigger.verb) in {"come", "date", "stem"}
    return present and "from" in trigger.prepositions and grain_of(time) in LONG | {"month"}


def _is_note_on_source(tree: Tree, verb: int) -> bool:
    """Tell whether nobody does it, or what is looked up is an address: "example.org (downloaded 9 May)"."""
    subject = tree.subject(verb)
    bare = verb > 0 and tree.words[verb - 1].text in {"(", "["}
    return subject < 0 or bare or "://" in tree.words[subject].text


def _is_when_it_comes(tree: Tree, verb: int) -> bool:
    """Tell whether "come" only says when: "a boost come election time in November"."""
    word = tree.words[verb]
    bare = word.text == "come" and word.tag in {"VB", "VBN", "VBP"} and not helpers(tree, verb)
    return bare and verb + 1 < len(tree.words) and tree.words[verb + 1].pos in NOUNS


#: What is done with a source: "Retrieved 9 October 2018".
LOOKED_UP = frozenset({"access", "archive", "download", "retrieve", "retrieved"})


def _is_habit(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether what is done again and again is told: "pays a part in July", "Figure 10 shows 2030"."""
    if _is_rule(tree, trigger, time) or _is_ability(tree, trigger, time):
        return True
    if trigger.is_noun or not is_present(tree, trigger.verb) or tree.lemma(trigger.verb) in _BY_CALENDAR:
        return False
    said = time.mention.recipe
    month = bool(said.month) and not said.day and not said.year
    hour = said.op == "clock" and tree.lemma(trigger.verb) != "be"  # "the gates are locked at 4.30"
    return month or hour or (grain_of(time) in LONG and not is_scheduled(tree, trigger))


def _is_rule(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a duty of every year is told: "a state must file its plan by 1 July"."""
    said = time.mention.recipe
    duty = any(tree.words[at].text.lower() in _DUTIES for at in helpers(tree, trigger.verb))
    return duty and bool(said.month) and not said.year and time.worked.degree is Degree.UNRESOLVED


def _is_ability(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether what may be in any year is told: "winter can bring leaks"."""
    said = time.mention.recipe
    able = any(tree.words[at].text.lower() == "can" for at in helpers(tree, trigger.verb))
    return able and bool(said.month or said.season) and not said.year and not said.day


_DUTIES = frozenset({"may", "must", "shall", "should"})


def _has_figure(tree: Tree, verb: int) -> bool:
    low, high = tree.below(verb)
    return (
        any(tree.words[at].entity in {"MONEY", "PERCENT", "QUANTITY"} for at in range(verb, high + 1))
        and low >= 0
    )
