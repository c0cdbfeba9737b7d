"""Dates that are not the time of what they hang on: bounds, comparisons, citations, figures, states."""

from __future__ import annotations

import re

from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.triggers import Trigger, words_inside
from deskbrief.analysis.events.verbs import (
    CHANGING,
    DELAYING,
    SCHEDULING,
    helpers,
    is_infinitive,
    is_order,
    is_past,
    is_present,
    is_stative,
    is_to_come,
    is_verb,
)
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.told import Time
from deskbrief.document.outline import Degree

#: Prepositions that make of a date a bound or a comparison rather than the time of an event.
REFUSED = frozenset(
    [
        *["after", "against", "before", "by", "compared", "like", "per", "since", "than", "till", "to"],
        *["through", "toward", "towards", "unlike", "until", "versus", "vs", "vs."],
    ]
)
#: Those that hold whatever the verb is.
_NEVER = REFUSED - {"before", "by", "till", "through", "to", "until"}
_COMPARING = frozenset({"compare", "versus", "prior", "relative"})
_CHOOSING = frozenset(
    [
        *["call", "celebrate", "choose", "cite", "cover", "fix", "include", "match", "mean", "name", "pick"],
        *["remember", "select", "set", "spend"],
    ]
)
#: Times of day and days that come with "today" and the like: what is said of them in general is no event.
_NOW = re.compile(r"(?:even\s|until\s)?(?:today|now|currently|nowadays|these days|at present)", re.IGNORECASE)
#: What may be told in the present of a time to come: "the fair opens in May".
_BY_CALENDAR = frozenset(
    [
        *["arrive", "begin", "close", "come", "commence", "convene", "depart", "end", "enter", "expire"],
        *["kick", "leave", "meet", "open", "resume", "return", "run", "start", "take"],
    ]
)
_LONG = frozenset({"year", "half", "quarter", "season"})
#: A name before a year in brackets: "Smith (2014)".
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]{0,30}|al\.|colleagues|others)\s\(?$")


def is_refused(text: str, tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether `time` is not the time of what it hangs on."""
    return (
        _is_of_past_under_will(tree, trigger, time)
        or _is_bound(tree, trigger, time)
        or _is_object(tree, trigger, time)
        or _is_aside(tree, trigger)
        or is_cited(text, tree, time)
        or _is_general(text, tree, trigger, time)
        or _is_statistic(tree, trigger, time)
        or _is_fragment(tree, trigger, time)
        or _is_habit(tree, trigger, time)
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


def _is_bound(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether the date is a bound or one side of a comparison."""
    words, verb = set(trigger.prepositions), tree.lemma(trigger.verb)
    if _is_since_doing(tree, trigger) or _is_led_up_to(tree, time):
        return True
    marks = tree.kids(trigger.verb, {"mark"})
    compared = any(_compares(tree, at, time) for at in trigger.way)
    if (
        words & _NEVER
        or compared
        or _is_held_against(tree, time)
        or _is_counterpart(tree, trigger, time)
        or any(tree.lemma(at) == "than" for at in marks)
    ):
        return True
    if words & {"until", "till", "through", "to"} and not time.mention.recipe.borrowed:
        return verb not in DELAYING
    if words & {"by", "before"} and is_order(tree, trigger.verb) and not trigger.is_noun:
        return False
    if words & {"by", "before"} and not _is_done_by(tree, trigger, words):
        return not is_to_come(tree, trigger.verb) or (trigger.is_noun and not is_verb(tree, trigger.verb))
    return _is_start(tree, trigger, time, words)


def _is_led_up_to(tree: Tree, time: Time) -> bool:
    """Tell whether a period ends at the time: "in the three days leading up to 3 December"."""
    first = words_inside(tree, time).start
    before = [word.text.lower() for word in tree.words[max(first - 2, 0) : first]]
    return before in (["up", "to"], ["prior", "to"], ["instead", "of"], ["rather", "than"])


def _is_since_doing(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether the date only bounds what was done since: "since taking office last May"."""
    word = tree.words[trigger.verb]
    bounded = tree.lemma(word.head) in {"since", "from"}  # "since taking office", "barred from winning"
    return word.tag == "VBG" and word.dep == "pcomp" and bounded


def _is_held_against(tree: Tree, time: Time) -> bool:
    """Tell whether a figure is up or down on what it was at the time: "prices were up on last year"."""
    before = words_inside(tree, time).start - 2
    if before < 0 or tree.words[before + 1].text.lower() != "on":
        return False
    return tree.lemma(before) in {"up", "down"} and _grain(time) != "day" and not time.mention.recipe.weekday


def _compares(tree: Tree, at: int, time: Time) -> bool:
    """Tell whether a word on the way compares: "up 3% on 2006", "was down 3%"; not "closed down at noon"."""
    if tree.lemma(at) in {"up", "down"}:
        below = {tree.lemma(kid) for kid in tree.kids(at, {"prep"})}
        state = tree.lemma(tree.words[at].head) == "be"
        return state or "from" in below or ("on" in below and _grain(time) != "day")
    return tree.lemma(at) in _COMPARING


def _is_counterpart(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether the date says which "same period" a figure is held against: "the same month last year"."""
    inside = words_inside(tree, time)
    said = range(inside.start, min(inside.stop + 1, len(tree.words)))
    alone = not any(tree.lemma(at) in {"ago", "earlier", "last", "before", "of"} for at in said)
    return any(
        tree.lemma(at) in _PERIODS
        and any(tree.lemma(kid) == "same" for kid in tree.kids(at, {"amod"}))
        and not (alone and at in inside)
        for at in trigger.way
    )


_PERIODS = frozenset({"half", "month", "period", "quarter", "season", "time", "week"})


def _is_done_by(tree: Tree, trigger: Trigger, words: set[str]) -> bool:
    """Tell whether something had happened at a day at the latest: "by 14 May the town was captured"."""
    verb = trigger.verb
    if "by" not in words or words & (REFUSED - {"by"}) or trigger.is_noun or not is_past(tree, verb):
        return False
    gradual = CHANGING | {
        "be",
        "become",
        "reach",
        "have",
        "grow",
        "begin",
        "start",
        "do",
        "come",
        "control",
        "face",
    }
    progressive = tree.words[verb].tag == "VBG"
    bare = tree.words[verb].tag == "VBN" and not helpers(tree, verb)
    if bare or tree.lemma(verb) in SCHEDULING or _is_of_figures(tree, tree.subject(verb)):
        return False
    return not (progressive or is_stative(tree, verb) or tree.lemma(verb) in gradual or tree.negated(verb))


def _is_of_figures(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is a share or a number: "46 percent of the schools"."""
    if noun < 0:
        return False
    word = tree.words[noun]
    return (
        word.pos == "NUM" or word.entity == "PERCENT" or word.lemma.lower() in {"percent", "share", "number"}
    )


def _is_start(tree: Tree, trigger: Trigger, time: Time, words: set[str]) -> bool:
    """Tell whether the date is what something is compared with, meant for, or a state as of which is told."""
    if not trigger.is_noun and tree.lemma(trigger.verb) in CHANGING and _follows_start(tree, time):
        return True
    if "from" in words:
        return tree.lemma(trigger.verb) in CHANGING | {"be"} or _passes_figure(tree, trigger)
    if "for" in words and _grain(time) in _LONG | {"month"}:
        return not _is_scheduled(tree, trigger)
    if "for" in words and any(tree.lemma(at) in {"rest", "remainder"} for at in words_inside(tree, time)):
        return not _is_scheduled(tree, trigger)
    return "as" in words and is_stative(tree, trigger.verb) and not time.mention.recipe.clock


def _follows_start(tree: Tree, time: Time) -> bool:
    """Tell whether the date is of what a figure changed from: "fell from 22,000 in 1967 to 4,100"."""
    at = words_inside(tree, time).start - 2
    before = [tree.words[one] for one in range(max(at - _NEAR, 0), at + 1)]
    froms = [place for place, word in enumerate(before) if word.text.lower() == "from"]
    rest = before[froms[-1] + 1 :] if froms else []
    passed = any(word.pos in {"VERB", "PUNCT"} or word.text.lower() in {"in", "on", "at"} for word in rest)
    return any(word.tag == "CD" for word in rest) and not passed


#: Words of a figure that are looked back through: "from close to 22,000 tonnes".
_NEAR = 6


def _passes_figure(tree: Tree, trigger: Trigger) -> bool:
    words = (*trigger.way, trigger.word) if trigger.is_noun else trigger.way
    return any(tree.words[at].pos == "NOUN" and tree.lemma(at) in _FIGURES for at in words)


_FIGURES = frozenset(
    {"increase", "decrease", "rise", "fall", "change", "point", "percent", "drop", "decline", "gain", "loss"}
)


def _is_scheduled(tree: Tree, trigger: Trigger) -> bool:
    near = [trigger.verb, *trigger.way, *tree.kids(trigger.verb, {"acomp", "xcomp", "oprd", "advcl"})]
    return trigger.is_noun or any(tree.lemma(at) in SCHEDULING for at in near)


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
        if word.dep == "appos" and above.pos in {"NOUN", "PROPN"} and above.entity != "DATE":
            return not is_event_noun(tree, word.head)
    return False


def is_cited(text: str, tree: Tree, time: Time) -> bool:
    """Tell whether the date belongs to a source: "Smith (2014)", "Title, GAO-06-66 (Washington: 2005)"."""
    sentence = tree.sentence
    if any(word.text.lower() in {"see", "cf", "cf."} for word in tree.words[:1]):
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


def _is_statistic(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a state of a whole year is told, mostly a figure: "In 2005 costs were $3 billion"."""
    if _grain(time) not in _LONG:
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
    if tree.lemma(trigger.verb) in _LOOKED_UP and _is_note_on_source(tree, trigger.verb):
        return True
    if tree.words[trigger.verb].dep == "csubj" or _is_version(tree, trigger, time):
        return True
    if _is_when_it_comes(tree, trigger.verb) or _comes_from_time(tree, trigger, time):
        return True
    if not any(word.tag in {"VBD", "VBZ", "VBP", "MD"} for word in tree.words):
        return trigger.is_noun or (tree.subject(trigger.verb) < 0 and not is_order(tree, trigger.verb))
    word = tree.words[trigger.verb]
    bare = word.tag == "VBN" and not helpers(tree, trigger.verb)
    if word.lemma == "date" and tree.child(trigger.verb, {"dobj"}) < 0:
        return True
    return bare and word.dep == "ROOT" and tree.subject(trigger.verb) < 0


def _is_version(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a year right behind a bare name is a part of it: "servers such as Exchange 2007"."""
    noun = tree.words[trigger.word]
    beside = words_inside(tree, time).start == trigger.word + 1 and _grain(time) == "year"
    return trigger.is_noun and noun.pos == "PROPN" and beside and tree.below(trigger.word)[0] == trigger.word


def _comes_from_time(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether the date says which one is meant: "the measure comes from the second quarter of 2006"."""
    present = is_present(tree, trigger.verb) and tree.lemma(trigger.verb) in {"come", "date", "stem"}
    return present and "from" in trigger.prepositions and _grain(time) in _LONG | {"month"}


def _is_note_on_source(tree: Tree, verb: int) -> bool:
    """Tell whether nobody does it, or what is looked up is an address: "example.org (downloaded 9 May)"."""
    subject = tree.subject(verb)
    bare = verb > 0 and tree.words[verb - 1].text in {"(", "["}
    return subject < 0 or bare or "://" in tree.words[subject].text


def _is_when_it_comes(tree: Tree, verb: int) -> bool:
    """Tell whether "come" only says when: "a boost come election time in November"."""
    word = tree.words[verb]
    bare = word.text == "come" and word.tag in {"VB", "VBN", "VBP"} and not helpers(tree, verb)
    return bare and verb + 1 < len(tree.words) and tree.words[verb + 1].pos in {"NOUN", "PROPN"}


#: What is done with a source: "Retrieved 9 October 2018".
_LOOKED_UP = frozenset({"access", "archive", "download", "retrieve", "retrieved"})


def _is_habit(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether what is done again and again is told: "pays a part in July", "Figure 10 shows 2030"."""
    if _is_rule(tree, trigger, time) or _is_ability(tree, trigger, time):
        return True
    if trigger.is_noun or not is_present(tree, trigger.verb) or tree.lemma(trigger.verb) in _BY_CALENDAR:
        return False
    said = time.mention.recipe
    month = bool(said.month) and not said.day and not said.year
    return month or (_grain(time) in _LONG and not _is_scheduled(tree, trigger))


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


def _grain(time: Time) -> str:
    moment = time.worked.moment
    return moment.grain if moment else ""
