"""Whether an event told in prose has happened, with the wording that decided."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import (
    DELAYING,
    REPORTING,
    RESULTS,
    helpers,
    is_infinitive,
    is_inverted,
    is_order,
    is_past,
    is_undone_by,
)
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.moment import Moment
from deskbrief.document.outline import Status

Told = tuple[Status, str]

_FAILED = listed("""avoid avert cancel cease decline deny fail forgo prevent refuse reject scrap""")
_CANCELLED = listed("""abandon axe cancel defer delay drop halt kill postpone scrap shelve suspend call""")
_PLANNED = listed(
    """agree aim anticipate arrange await commit decide due expect forecast hope intend invite likely order
    plan pledge poise prepare promise predict project ready schedule seek set slate suppose sure tip undertake
    vow want willing wish"""
)
_PLANNED_NOUNS = listed(
    """agreement bid commitment contract deadline deal decision effort intention invitation offer order
    plan pledge preparation programme program promise request schedule talk"""
)
_MAYBE = frozenset({"could", "can", "may", "might", "should", "would", "ought", "'d", "ca"})
_PROPOSED = frozenset(
    [
        *["advise", "ask", "call", "consider", "demand", "discuss", "encourage", "fear", "recommend"],
        *["propose", "request", "suggest", "threaten", "urge", "warn", "unlikely", "weigh", "mull"],
        *["possible", "demand", "likelihood"],
    ]
)
_PROPOSED_NOUNS = listed(
    """chance concern fear hope option possibility probability proposal prospect risk rumor rumour
    speculation suggestion threat worry"""
)
#: Verbs that are done by saying so: "today we can announce that".
_STATING = frozenset({"announce", "confirm", "disclose", "report", "reveal", "say"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
_ADVERBS = {
    "nearly": Status.NEGATED,
    "almost": Status.NEGATED,
    "never": Status.NEGATED,
    "perhaps": Status.HYPOTHETICAL,
    "possibly": Status.HYPOTHETICAL,
    "maybe": Status.HYPOTHETICAL,
    "presumably": Status.HYPOTHETICAL,
}
_DESCRIBED = {
    **dict.fromkeys(
        ["cancelled", "canceled", "abandoned", "aborted", "failed", "averted", "attempted"], Status.NEGATED
    ),
    **dict.fromkeys(
        ["planned", "scheduled", "upcoming", "forthcoming", "expected", "next", "future"], Status.PLANNED
    ),
    **dict.fromkeys(["proposed", "possible", "potential", "hypothetical", "threatened"], Status.HYPOTHETICAL),
    **dict.fromkeys(["ongoing", "continuing", "current"], Status.ONGOING),
}
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_CONTINUING = frozenset({"continue", "remain", "keep"})
#: Labels of what a verb or noun completes, so that the word above it decides with it.
_COMPLETES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "prep"})
#: Steps up from a verb that are looked at.
_HIGHEST = 5


def status_of(tree: Tree, trigger: Trigger, edtf: str, written: Moment | None) -> Told:
    """Return the status of an event and the wording that decided it ("" when its date or tense did)."""
    if tree.lemma(trigger.verb) in DELAYING and {"to", "until", "till"} & set(trigger.prepositions):
        return Status.PLANNED, tree.words[trigger.verb].text
    if trigger.is_noun:
        return _of_noun(tree, trigger) or (dated(edtf, written), "")
    verb = trigger.verb
    told = _of_verb(tree, verb)
    if told is None and not _is_over(edtf, written) and _is_purpose(tree, verb):
        told = Status.PLANNED, f"to {tree.words[verb].text}"
    return told or _by_tense(tree, verb, edtf, written)


def _is_over(edtf: str, written: Moment | None) -> bool:
    """Tell whether the date is known to lie before the day of writing."""
    return bool(edtf) and written is not None and dated(edtf, written) is Status.OCCURRED


def _of_verb(tree: Tree, verb: int) -> Told | None:
    return (
        _conditional(tree, verb) or _negated(tree, verb) or _hypothetical(tree, verb) or _planned(tree, verb)
    )


def _conditional(tree: Tree, verb: int) -> Told | None:
    """Return the word that makes a condition of the verb, or of the one above it: "if it fails to pay"."""
    if is_inverted(tree, verb):
        return Status.HYPOTHETICAL, tree.words[helpers(tree, verb)[0]].text
    for _ in range(_HIGHEST):
        for at in tree.kids(verb, {"mark", "advmod"}):
            if tree.lemma(at) in _CONDITIONS and at < verb:
                return Status.HYPOTHETICAL, tree.words[at].text
        if tree.words[verb].dep != "xcomp":
            return None
        verb = tree.words[verb].head
    return None


def _of_noun(tree: Tree, trigger: Trigger) -> Told | None:
    """Return what is said of a happening that a noun names: "the cancelled summit", "plans a visit"."""
    noun = trigger.word
    for at in tree.kids(noun, {"amod", "det", "compound", "advmod"}):
        said = tree.words[at].text.lower()
        status = _DESCRIBED.get(said.removeprefix("now-"), Status.NEGATED if said == "no" else None)
        if status is not None:
            return status, tree.words[at].text
    verb = tree.words[noun].head
    if tree.words[noun].dep == "pobj" and tree.lemma(verb) in {"for", "of", "on", "to"}:
        return _of_aim(tree, tree.words[verb].head)
    if verb == noun or tree.words[verb].pos not in {"VERB", "AUX"}:
        return None
    return _by_its_verb(tree, trigger, verb)


def _by_its_verb(tree: Tree, trigger: Trigger, verb: int) -> Told | None:
    """Return what a verb says of the happening that is its subject or object."""
    word, lemma = tree.words[trigger.word], tree.lemma(verb)
    if _is_called_off(tree, trigger.word, verb):
        return Status.NEGATED, tree.words[verb].text
    if word.dep == "dobj" and lemma in _PROPOSED | _PLANNED:
        return (Status.HYPOTHETICAL if lemma in _PROPOSED else Status.PLANNED), tree.words[verb].text
    if word.dep == "dobj" and lemma in _LOOKING_BACK:
        return None  # "was agreed to end the war of 1919"
    apart = word.dep == "nsubj" and _has_own_date(tree, trigger) and lemma not in _TAKING_PLACE
    if word.dep in {"nsubj", "nsubjpass", "dobj"} and lemma not in REPORTING and not apart:
        return _of_verb(tree, verb)
    return None


#: Verbs whose object has been, or goes on, before they are done.
_LOOKING_BACK = frozenset(
    """commemorate conclude discuss end examine halt honour honor investigate mark remember review settle
    stop""".split()  # noqa: SIM905
)
#: What somebody makes, has or sees for, of or on what may come: "the case for a rate increase".
_SPOKEN_FOR = frozenset(
    """bet call case chance demand expectation hope likelihood odds possibility prospect push""".split()  # noqa: SIM905
)


def _of_aim(tree: Tree, verb: int) -> Told | None:
    """Return what a verb says of the happening that it aims at: "call for a vote", "agree to a truce"."""
    lemma, held = tree.lemma(verb), tree.child(verb, {"dobj"})
    for noun in (verb, held):
        if noun >= 0 and tree.words[noun].pos == "NOUN" and tree.lemma(noun) in _SPOKEN_FOR:
            return Status.HYPOTHETICAL, tree.words[noun].text
    if tree.words[verb].pos == "VERB" and lemma in {"agree", "call", "press", "push", "wait"}:
        told = _of_verb(tree, verb)
        return told or ((Status.PLANNED if lemma == "agree" else Status.HYPOTHETICAL), tree.words[verb].text)
    return None


#: Verbs that say of a happening that it is one.
_TAKING_PLACE = frozenset(
    """be begin commence continue end fail finish follow go happen occur open proceed resume start
    take""".split()  # noqa: SIM905
)


def _has_own_date(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether the date hangs on the noun itself: "the attack on Monday could harm trade"."""
    return bool(trigger.way) and tree.words[trigger.way[-1]].head == trigger.word


def _is_called_off(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether the happening was cancelled or moved: the verb is in the past and has it as its object."""
    if is_undone_by(tree, noun, verb):
        return True
    if tree.lemma(verb) not in _CANCELLED or tree.words[noun].dep not in {"nsubjpass", "dobj"}:
        return False
    called = tree.lemma(verb) == "call"
    return is_past(tree, verb) and (
        not called or any(tree.words[at].text == "off" for at in tree.children[verb])
    )


def _above(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the words above a verb whose complement it is, each with the one below it.

    What is told in the simple past was not planned by what stands above it further up.
    """
    told = is_past(tree, verb) and tree.words[verb].dep == "ccomp" and tree.words[verb].tag != "VBN"
    passive = any(tree.words[at].tag == "VBD" for at in helpers(tree, verb))
    for _ in range(1 if told or passive else _HIGHEST):
        word = tree.words[verb]
        if word.head == verb or word.dep not in _COMPLETES | {"conj"}:
            return
        if word.dep == "advcl" and not is_infinitive(tree, verb):
            return
        if word.dep != "conj":
            yield word.head, verb
        verb = word.head


#: Verbs that say by how much: "nearly doubled".
_MEASURING = frozenset({"double", "triple", "treble", "quadruple", "quintuple", "halve", "exhaust", "empty"})


def _says_how_much(tree: Tree, adverb: int, verb: int) -> bool:
    """Tell whether "nearly" only says how much was done, not that it was not: "sales nearly doubled"."""
    return tree.lemma(adverb) in {"nearly", "almost"} and tree.lemma(verb) in _MEASURING


def _negated(tree: Tree, verb: int) -> Told | None:
    found = tree.child(verb, {"neg"})
    if found >= 0:
        return Status.NEGATED, tree.words[found].text
    for at in tree.kids(verb, {"advmod"}):
        if _ADVERBS.get(tree.lemma(at)) is Status.NEGATED and not _says_how_much(tree, at, verb):
            return Status.NEGATED, tree.words[at].text
    subject = tree.subject(verb)
    if subject >= 0 and any(
        tree.words[at].text.lower() in {"no", "neither"} for at in tree.kids(subject, {"det"})
    ):
        return Status.NEGATED, "no"
    for above, below in _above(tree, verb):
        undone = is_infinitive(tree, below) or tree.words[below].dep == "pcomp"
        denied = tree.lemma(above) in {"deny", "reject"}
        if tree.lemma(above) in _FAILED and (undone or denied):
            return Status.NEGATED, tree.words[above].text
        if tree.words[below].dep == "xcomp":
            not_ = tree.child(above, {"neg"})
            if not_ < 0 and tree.words[above].dep == "acomp":  # "is not likely to be"
                not_ = tree.child(tree.words[above].head, {"neg"})
            if not_ >= 0:
                return Status.NEGATED, tree.words[not_].text
    return None


def _hypothetical(tree: Tree, verb: int) -> Told | None:
    for at in helpers(tree, verb):
        said = tree.words[at].text.lower()
        stated = said == "can" and tree.lemma(verb) in _STATING and not tree.negated(verb)
        if said in _MAYBE and not stated and not _is_reported(tree, at, verb):
            return Status.HYPOTHETICAL, tree.words[at].text
    marks = tree.kids(verb, {"mark", "prep"})
    for at in [*marks, *tree.kids(verb, {"advmod"})]:
        if tree.lemma(at) in _CONDITIONS or _ADVERBS.get(tree.lemma(at)) is Status.HYPOTHETICAL:
            return Status.HYPOTHETICAL, tree.words[at].text
    for above, below in _above(tree, verb):
        infinitive = is_infinitive(tree, below) or tree.words[below].dep == "ccomp"
        believed = tree.lemma(above) == "consider" and tree.child(above, {"auxpass"}) >= 0
        if tree.lemma(above) in _PROPOSED and infinitive and not is_past(tree, below) and not believed:
            return Status.HYPOTHETICAL, tree.words[above].text
        noun = _held(tree, above) if infinitive else above
        if tree.lemma(noun) in _PROPOSED_NOUNS and not is_past(tree, below):
            return Status.HYPOTHETICAL, tree.words[noun].text
        if (
            any(tree.words[at].text.lower() in _MAYBE for at in helpers(tree, above))
            and tree.words[below].dep == "xcomp"
        ):
            return Status.HYPOTHETICAL, tree.words[helpers(tree, above)[0]].text
    return None


def _held(tree: Tree, above: int) -> int:
    """Return the noun of "have an option to buy", which says more than its verb, else the word itself."""
    noun = tree.child(above, {"dobj"}) if tree.lemma(above) in {"have", "hold", "get"} else -1
    return noun if noun >= 0 else above


def _is_reported(tree: Tree, helper: int, verb: int) -> bool:
    """Tell whether "would" only puts "will" into the past: "said it would open in May"."""
    if tree.words[helper].text.lower() != "would" or _is_perfect(tree, verb):
        return False
    while tree.words[verb].dep == "conj" and tree.words[tree.words[verb].head].pos in {"VERB", "AUX"}:
        verb = tree.words[verb].head
    word = tree.words[verb]
    return (
        word.dep == "ccomp" and is_past(tree, word.head) and tree.child(verb, {"mark"}) in _thats(tree, verb)
    )


def _thats(tree: Tree, verb: int) -> list[int]:
    return [-1, *(at for at in tree.kids(verb, {"mark"}) if tree.lemma(at) == "that")]


def _planned(tree: Tree, verb: int) -> Told | None:
    if is_order(tree, verb):
        return Status.PLANNED, tree.words[verb].text
    for at in helpers(tree, verb):
        said = tree.words[at].text.lower()
        if said in _WILL or (said == "must" and not _is_perfect(tree, verb)) or _is_reported(tree, at, verb):
            return Status.PLANNED, tree.words[at].text
    if tree.lemma(verb) in {"schedule", "plan", "slate", "expect"} and tree.words[verb].tag == "VBN":
        return Status.PLANNED, tree.words[verb].text
    if tree.lemma(verb) in _HOPING and tree.words[verb].tag in {"VBZ", "VBP"} and _has_clause(tree, verb):
        return Status.PLANNED, tree.words[verb].text
    for above, below in _above(tree, verb):
        to_come = is_infinitive(tree, below) or tree.words[below].dep in {"ccomp", "pcomp"}
        wording = _plans(tree, above, below) if to_come and not is_past(tree, below) else ""
        if wording:
            return Status.PLANNED, wording
    return None


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Tell whether an infinitive says what is to be done, and not what was done: "flew in to sign it"."""
    word = tree.words[verb]
    open_ended = is_infinitive(tree, verb) and not is_past(tree, verb) and not _came_out(tree, verb)
    if not open_ended or word.dep not in {"ROOT", "acl", "advcl"}:
        return False
    return word.dep != "advcl" or not is_past(tree, word.head)


def _is_perfect(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(at) == "have" for at in helpers(tree, verb))


_HOPING = frozenset({"aim", "expect", "hope", "intend", "plan", "want", "wish"})


def _has_clause(tree: Tree, verb: int) -> bool:
    return tree.child(verb, {"xcomp", "ccomp"}) > verb


def _came_out(tree: Tree, verb: int) -> bool:
    """Tell whether an infinitive says how it came out, and not for what: "rose to close at 9,505"."""
    return (
        tree.lemma(verb) in RESULTS
        and tree.words[verb].dep == "advcl"
        and is_past(tree, tree.words[verb].head)
    )


def _plans(tree: Tree, above: int, below: int) -> str:
    """Return the wording by which a word plans what stands under it: "plans to", "is to", "will begin to"."""
    if tree.lemma(above) in _PLANNED | _PLANNED_NOUNS:
        return tree.words[above].text
    named = tree.lemma(above) == "be" and tree.child(above, {"attr"}) >= 0  # "is the third storm to hit"
    if _is_to_be(tree, above) and is_infinitive(tree, below) and not named:
        return f"{tree.words[above].text} to"
    will = [at for at in helpers(tree, above) if tree.words[at].text.lower() in _WILL]
    return tree.words[will[0]].text if will and tree.words[below].dep == "xcomp" else ""


def _is_to_be(tree: Tree, verb: int) -> bool:
    """Tell whether a verb with an infinitive tells what is to be: "is to", "going to"; not "went on to"."""
    lemma = tree.lemma(verb)
    return lemma == "be" or (lemma == "go" and tree.words[verb].tag == "VBG")


#: Verbs that tell in the present what a contract or a law has set for a day to come.
_SET = frozenset({"expire", "lapse", "mature", "terminate"})
#: The same with what completes them: "takes effect", "is due", "enters into force", "falls due".
_SET_WITH = {
    "take": frozenset({"effect"}),
    "be": frozenset({"due", "payable"}),
    "fall": frozenset({"due"}),
    "become": frozenset({"due", "effective", "payable"}),
    "come": frozenset({"effect", "force", "operation"}),
    "enter": frozenset({"effect", "force"}),
}


def _is_set(tree: Tree, verb: int) -> bool:
    """Tell whether the present tense says what is set for a day: "the lease expires on 3 June"."""
    present = {"VBZ", "VBP"}
    helped = [tree.words[at].tag for at in helpers(tree, verb)]
    if tree.words[verb].tag not in present or helped:
        return False
    completed = [verb, *tree.kids(verb, {"dobj", "acomp", "attr", "prep", "oprd"})]
    said = {tree.lemma(at) for held in completed for at in (held, tree.child(held, {"pobj"})) if at >= 0}
    return tree.lemma(verb) in _SET or bool(_SET_WITH.get(tree.lemma(verb), frozenset()) & said)


def _by_tense(tree: Tree, verb: int, edtf: str, written: Moment | None) -> Told:
    """Return the status that tense and date give: what is told in the past has happened."""
    if is_past(tree, verb):
        return Status.OCCURRED, ""
    if is_infinitive(tree, verb) and not _is_over(edtf, written) and tree.child(verb, {"auxpass"}) >= 0:
        return Status.PLANNED, f"to be {tree.words[verb].text}"
    if written is None and edtf and _is_set(tree, verb):
        return Status.PLANNED, tree.words[verb].text
    by_date = dated(edtf, written)
    tags = {tree.words[at].tag for at in helpers(tree, verb)}
    progressive = tree.words[verb].tag == "VBG" and bool(tags & {"VBZ", "VBP", "VBN"})
    goes_on = progressive or (tree.lemma(verb) in _CONTINUING and "VBD" not in tags)
    if by_date is Status.OCCURRED and goes_on:
        return Status.ONGOING, tree.words[verb].text
    return by_date, ""
