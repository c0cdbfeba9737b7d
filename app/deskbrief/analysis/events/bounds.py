"""Dates that only bound something, or that something is compared with: "since 1989", "up 3% on 2006"."""

from __future__ import annotations

from deskbrief.analysis.events.triggers import Trigger, words_inside
from deskbrief.analysis.events.verbs import (
    CHANGING,
    DELAYING,
    SCHEDULING,
    helpers,
    is_order,
    is_past,
    is_stative,
    is_to_come,
    is_verb,
)
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.told import Time

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
#: Words before a time that is only led up to or left out.
_APART = frozenset(
    [
        *[("up", "to"), ("prior", "to"), ("instead", "of"), ("rather", "than")],
        *[("except", "in"), ("except", "for"), ("except", "during")],
    ]
)
#: Grains of times that are as long as a season or longer.
LONG = frozenset({"year", "half", "quarter", "season"})


def is_bound(tree: Tree, trigger: Trigger, time: Time) -> bool:
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
    """Tell whether a period leads up to the time, or it is left out: "up to 3 December", "except in 1983"."""
    first = words_inside(tree, time).start
    return tuple(word.text.lower() for word in tree.words[max(first - 2, 0) : first]) in _APART


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
    long = grain_of(time) != "day" and not time.mention.recipe.weekday
    return long and (tree.lemma(before) in {"up", "down"} or tree.words[before].text.lower() in _SHARES)


#: What a figure of a change ends with before "on" and what it is held against: "a rise of 6% on 2003".
_SHARES = frozenset({"%", "cent", "percent", "points"})


def _compares(tree: Tree, at: int, time: Time) -> bool:
    """Tell whether a word on the way compares: "up 3% on 2006", "was down 3%"; not "closed down at noon"."""
    if tree.lemma(at) in {"up", "down"}:
        below = {tree.lemma(kid) for kid in tree.kids(at, {"prep"})}
        state = tree.lemma(tree.words[at].head) == "be"
        return state or "from" in below or ("on" in below and grain_of(time) != "day")
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
    changes = not trigger.is_noun and tree.lemma(trigger.verb) in CHANGING and _follows_start(tree, time)
    if changes or _follows_change(tree, time):
        return True
    if "from" in words:
        return tree.lemma(trigger.verb) in CHANGING | {"be"} or _passes_figure(tree, trigger)
    if "for" in words and grain_of(time) in LONG | {"month"}:
        return not is_scheduled(tree, trigger)
    if "for" in words and any(tree.lemma(at) in {"rest", "remainder"} for at in words_inside(tree, time)):
        return not is_scheduled(tree, trigger)
    return "as" in words and is_stative(tree, trigger.verb) and not time.mention.recipe.clock


def _follows_start(tree: Tree, time: Time) -> bool:
    """Tell whether the date is of what a figure changed from: "fell from 22,000 in 1967 to 4,100"."""
    at = words_inside(tree, time).start - 2
    before = [tree.words[one] for one in range(max(at - _NEAR, 0), at + 1)]
    froms = [place for place, word in enumerate(before) if word.text.lower() == "from"]
    rest = before[froms[-1] + 1 :] if froms else []
    passed = any(word.pos in {"VERB", "PUNCT"} or word.text.lower() in {"in", "on", "at"} for word in rest)
    return any(word.tag == "CD" for word in rest) and not passed


def _follows_change(tree: Tree, time: Time) -> bool:
    """Tell whether a figure is told from which something changed: "a rise from 50,000 at the end of May"."""
    first = words_inside(tree, time).start
    near = range(max(first - 2 - _NEAR, 1), max(first, 1))
    froms = [at for at in near if tree.words[at].text.lower() == "from"]
    if not froms or tree.words[froms[-1] - 1].pos != "NOUN" or tree.lemma(froms[-1] - 1) not in _FIGURES:
        return False
    between = tree.words[froms[-1] + 1 : first]
    return any(word.tag == "CD" for word in between) and not any(word.pos == "PUNCT" for word in between)


#: Words of a figure that are looked back through: "from close to 22,000 tonnes".
_NEAR = 6


def _passes_figure(tree: Tree, trigger: Trigger) -> bool:
    words = (*trigger.way, trigger.word) if trigger.is_noun else trigger.way
    return any(tree.words[at].pos == "NOUN" and tree.lemma(at) in _FIGURES for at in words)


_FIGURES = frozenset(
    {"increase", "decrease", "rise", "fall", "change", "point", "percent", "drop", "decline", "gain", "loss"}
)


def is_scheduled(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether the clause says that something is fixed for the time."""
    near = [trigger.verb, *trigger.way, *tree.kids(trigger.verb, {"acomp", "xcomp", "oprd", "advcl"})]
    return trigger.is_noun or any(tree.lemma(at) in SCHEDULING for at in near)


def grain_of(time: Time) -> str:
    """Return the grain of a time, "" where it has no place on the calendar."""
    moment = time.worked.moment
    return moment.grain if moment else ""
