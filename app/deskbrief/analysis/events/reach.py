"""Where what was done ends in a sentence: the verb's complements, without the date among them."""

from __future__ import annotations

from deskbrief.analysis.events.bounds import REFUSED
from deskbrief.analysis.events.nounphrases import hangs_on
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.titles import LONGEST
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import TIMES, Tree

_COMPLEMENTS = frozenset(
    {"dobj", "attr", "acomp", "oprd", "agent", "xcomp", "ccomp", "dative", "prt", "pcomp"}
)


def end_of(tree: Tree, trigger: Trigger) -> int:
    """Return the last word of what was done: the complements, then prepositions while the title is short."""
    verb, end = trigger.verb, trigger.verb
    for child in tree.children[verb]:
        if child > verb and child in trigger.way:
            end = max(end, _completing(tree, trigger, child), _led_to(tree, trigger, child))
            if end == child and tree.words[child].dep == "dobj":
                end = max(end, min(_without_date(tree, trigger, tree.below(child)[1]), trigger.way[0] - 1))
        elif child > verb and (tree.words[child].dep in _COMPLEMENTS or _is_how_far(tree, child)):
            end = max(end, _without_date(tree, trigger, tree.below(child, {"relcl", "advcl"})[1]))
    end = max(end, _shared_object(tree, verb)) if end == verb else end
    start = tree.words[verb].start
    for child in tree.children[verb]:
        scene = (
            child in trigger.way[-1:] and len(trigger.way) > 1 and tree.words[trigger.way[-2]].dep == "pobj"
        )
        higher = tree.words[child].tag in {"JJR", "RBR"} and tree.below(child)[0] == end + 1
        if (not _is_next(tree, child, end) and not higher) or not _may_follow(tree, child):
            continue
        if higher:  # "averaged 2.9% higher"
            end = child
            continue
        if child in trigger.way:
            end = max(end, trigger.way[-2]) if scene and is_event_noun(tree, trigger.way[-2]) else end
            continue
        last = tree.below(child, {"relcl", "advcl"})[1]
        if tree.words[last].end - start > LONGEST * 3 // 4:
            last = _to_noun(tree, child)
        end = _without_date(tree, trigger, last)
    return end if end > verb else _past_date(tree, trigger)


def _is_next(tree: Tree, at: int, end: int) -> bool:
    """Tell whether a word follows what is told so far, or opens a quotation that does."""
    quoted = at == end + 2 and tree.words[end + 1].text in {'"', "“", "``"}
    return at == end + 1 or quoted


def _may_follow(tree: Tree, at: int) -> bool:
    return tree.words[at].dep in {"prep", "advmod"} and not _is_what_clause(tree, at)


def _is_what_clause(tree: Tree, preposition: int) -> bool:
    """Tell whether a clause with "what" follows that goes on in another: "in what came to be known"."""
    verb = tree.child(preposition, {"pcomp"})
    subject = tree.subject(verb) if verb >= 0 else -1
    return subject >= 0 and tree.words[subject].tag == "WP" and tree.child(verb, {"advcl"}) > verb


def _is_how_far(tree: Tree, at: int) -> bool:
    """Tell whether a word is how far something changed: "closed down | 3 percent"."""
    return tree.words[at].dep == "npadvmod" and tree.words[at].entity in _AMOUNTS


_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})


def _past_date(tree: Tree, trigger: Trigger) -> int:
    """Return the end of what follows the date behind a bare verb: "appealed on Sunday | for money"."""
    verb = trigger.verb
    dated = [at for at in trigger.way if tree.words[at].head == verb and at > verb]
    if not dated or dated[0] != verb + 1 or trigger.is_noun:
        return verb
    after = tree.below(dated[0])[1] + 1
    more = [at for at in tree.kids(verb, {"prep"}) if at == after and at not in trigger.way]
    noun = tree.child(more[0], {"pobj"}) if more and tree.lemma(more[0]) not in REFUSED else -1
    if noun < 0 or tree.words[noun].entity in TIMES:
        return verb
    last = tree.below(more[0], {"relcl", "advcl", "acl"})[1]
    near = tree.words[last].end - tree.words[verb].start <= LONGEST
    return last if near else _to_noun(tree, more[0])


def _shared_object(tree: Tree, verb: int) -> int:
    """Return the last word of the object that a bare verb shares: "chose and bought the tool"; else -1."""
    joined = verb + 2
    if joined >= len(tree.words) or tree.words[joined].dep != "conj" or tree.words[joined].head != verb:
        return -1
    noun = tree.child(joined, {"dobj"})
    return tree.below(noun, {"relcl", "advcl", "acl"})[1] if noun > joined else -1


def _completing(tree: Tree, trigger: Trigger, at: int) -> int:
    """Return a word between verb and date that completes the verb, -1 for others: "was down at noon"."""
    word = tree.words[at]
    completes = word.dep in {"acomp", "attr", "oprd", "dobj", "prt"} or (
        word.dep == "advmod" and word.lemma in {"up", "down"}
    )
    if not completes or word.entity in TIMES:
        return -1
    if word.lemma in {"up", "down"}:  # "was down 3% at noon"
        return max(_without_date(tree, trigger, min(tree.below(at)[1], trigger.way[0])), at)
    # "is due on Monday | to rule"
    to_do = max(tree.child(at, {"xcomp"}), tree.child(word.head, {"advcl"}) if word.text == "due" else -1)
    return _without_date(tree, trigger, tree.below(to_do)[1]) if to_do > trigger.way[0] else at


def _led_to(tree: Tree, trigger: Trigger, at: int) -> int:
    """Return the last word before the date in a phrase around it: "was appointed | to the post in 1930".

    -1 stands for phrases that are the date themselves.
    """
    word = tree.words[at]
    inner = trigger.way[: trigger.way.index(at)]
    noun = tree.child(at, {"pobj"})
    if word.dep not in {"prep", "agent"} or noun not in inner or tree.lemma(noun) == "effect":
        return -1  # "was granted with effect from May"
    if noun == trigger.way[0] or tree.words[noun].entity in TIMES:
        return -1
    ends = next((one - 1 for one in inner if tree.words[one].dep == "acl"), trigger.way[0] - 1)
    # "on the form | provided on Friday"
    return min(_without_date(tree, trigger, tree.below(at, {"relcl", "advcl"})[1]), ends)


def _to_noun(tree: Tree, preposition: int) -> int:
    """Return the noun under a preposition, or the preposition's last word where there is none."""
    noun = tree.child(preposition, {"pobj"})
    return max(noun, preposition)


def _without_date(tree: Tree, trigger: Trigger, last: int) -> int:
    """Return the last word before the date, where the stretch ends with the date."""
    date = [*trigger.way[:1], *[at for at in trigger.way if tree.words[at].dep == "prep"][:1]]
    while last > trigger.verb and date and hangs_on(tree, last, date):
        last -= 1
    return last
