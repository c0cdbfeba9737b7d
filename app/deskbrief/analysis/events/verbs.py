"""Kinds of verbs, and what their forms say about the time of what they tell."""

from __future__ import annotations

from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.grammar import Tree

#: Verbs that tell a state and no happening.
STATIVE = frozenset(
    """account amount average be belong comprise consist constitute contain cost depend equal exceed exist
    feature have hold include involve know lack lie mean need number own possess rank reflect rely remain
    represent require resemble seem sit stand stay total weigh range appear live""".split()  # noqa: SIM905
)
#: Verbs that move something to another time.
DELAYING = frozenset(
    """adjourn defer delay extend move postpone prolong push reschedule shift suspend""".split()  # noqa: SIM905
)
#: Words for what has been fixed for a time.
SCHEDULING = frozenset(
    """book call due expect forecast intend plan program schedule set slate time""".split()  # noqa: SIM905
)
#: Verbs that say or write something.
REPORTING = frozenset(
    """add admit announce argue assert believe claim comment concede confirm declare deny disclose
    estimate explain indicate insist note observe predict quote reckon remark report reveal say state suggest
    tell think warn write""".split()  # noqa: SIM905
)
#: Verbs of growing and shrinking, which "from" and "to" compare.
CHANGING = frozenset(
    """change climb contract decline decrease dip double drop expand fall gain grow halve improve increase
    jump lose multiply plunge quadruple reduce rise shrink slip slow surge triple vary
    worsen""".split()  # noqa: SIM905
)
#: Verbs whose infinitive tells how it came out: "rose to close at a record".
RESULTS = frozenset({"close", "end", "finish", "reach", "settle"})
_TO_COME = frozenset({"will", "shall", "'ll", "’ll", "wo", "must", "should", "would"})


def is_verb(tree: Tree, at: int) -> bool:
    """Tell whether a word is the verb of a clause, and no helper and no adjective."""
    word = tree.words[at]
    return word.pos in {"VERB", "AUX"} and word.dep not in {"amod", "compound", "aux", "auxpass", "prep"}


def helpers(tree: Tree, verb: int) -> list[int]:
    """Return the helping verbs of `verb`."""
    return tree.kids(verb, {"aux", "auxpass"})


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Tell whether "to" stands before the verb."""
    return any(tree.words[at].tag == "TO" for at in tree.children[verb])


def is_to_come(tree: Tree, verb: int) -> bool:
    """Tell whether the verb's form says that it is yet to be: "will open", "plans to open"."""
    if is_infinitive(tree, verb):
        return True
    return any(tree.words[at].text.lower() in _TO_COME for at in helpers(tree, verb))


def is_order(tree: Tree, verb: int) -> bool:
    """Tell whether a sentence tells somebody to do something: "By 5 May, replace all filters."."""
    word = tree.words[verb]
    if word.tag != "VB" or word.dep not in {"ROOT", "conj"} or tree.subject(verb) >= 0:
        return False
    top = tree.root if word.dep == "conj" else verb
    return tree.words[top].tag == "VB" and not helpers(tree, top) and not helpers(tree, verb)


def is_past(tree: Tree, verb: int) -> bool:
    """Tell whether the verb's form says that it was: "opened", "was opened", "has opened", "had opened"."""
    word, before = tree.words[verb], [tree.words[at] for at in helpers(tree, verb)]
    if any(one.tag == "MD" or one.tag == "TO" for one in before):
        return False
    if word.tag == "VBD" or any(one.tag == "VBD" for one in before):
        return True
    return word.tag == "VBN" and (not before or any(one.lemma == "have" for one in before))


def is_past_alone(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is finite in the past, and no participle that may be of any time."""
    return is_past(tree, verb) and (tree.words[verb].tag == "VBD" or bool(helpers(tree, verb)))


def is_present(tree: Tree, verb: int) -> bool:
    """Tell whether the verb tells what holds or is done in general: "is", "rely", "is held"."""
    tags = {tree.words[at].tag for at in helpers(tree, verb)}
    if "MD" in tags or "TO" in tags or tree.words[verb].tag in {"VBG", "VBD"}:
        return False
    if tree.words[verb].tag in {"VBZ", "VBP"}:
        return True
    return bool(tags & {"VBZ", "VBP"}) and not any(tree.lemma(at) == "have" for at in helpers(tree, verb))


def is_stative(tree: Tree, verb: int) -> bool:
    """Tell whether the verb tells a state, which "held a vote" and "appeared in court" do not."""
    lemma = tree.lemma(verb)
    if lemma not in STATIVE or tree.child(verb, {"auxpass"}) >= 0:
        return False
    if lemma in {"have", "hold"}:
        holds = any(is_event_noun(tree, at) for at in tree.kids(verb, {"dobj"}))
        return not holds and not (lemma == "hold" and tree.child(verb, {"ccomp"}) > verb)
    if lemma == "appear":
        return tree.child(verb, {"prep"}) < 0 or tree.child(verb, {"xcomp", "oprd", "acomp"}) >= 0
    return True


def is_inverted(tree: Tree, verb: int) -> bool:
    """Tell whether a condition is told by its order of words: "had the dam been built", "should it fall"."""
    subject, first = tree.subject(verb), next(iter(helpers(tree, verb)), -1)
    if not 0 <= first < subject or tree.words[-1].text == "?":
        return False
    opens = first == 0 or tree.words[first - 1].text in {",", ";", "—", "–"}
    said = tree.words[first].text.lower() in {"had", "should", "were"}
    return opens and said and tree.words[verb].dep != "ROOT"


#: What becomes of a happening before it can be: "the summit in May was cancelled".
UNDONE = frozenset(
    """abandon abort avert ban call cancel delay hold move plan postpone prevent push put reschedule schedule
    suspend""".split()  # noqa: SIM905
)


#: Of these what undoes a happening with an auxiliary before it, and what does so with a particle.
_CALLED_OFF = frozenset(
    """abandon abort avert axe ban cancel defer delay postpone prevent reschedule scrap shelve
    suspend""".split()  # noqa: SIM905
)
_OFF = {"call": "off", "put": "off", "push": "back"}


def is_undone_by(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a happening is called off in a long form: "the meeting had to be cancelled"."""
    done = tree.child(verb, {"xcomp"})
    had = tree.words[noun].dep == "nsubj" and tree.words[noun].head == verb and tree.lemma(verb) == "have"
    if not had or done < verb or tree.child(done, {"auxpass"}) < 0:
        return False
    particles = {tree.words[at].text.lower() for at in tree.children[done]}
    return tree.lemma(done) in _CALLED_OFF or _OFF.get(tree.lemma(done)) in particles
