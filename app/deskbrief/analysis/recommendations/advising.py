"""Advice given by a verb or an adjective that says so: "we recommend that …", "it is essential to …"."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.actors import is_somebody
from deskbrief.analysis.grammar import NOUNS, SUBJECTS, Tree, place_of
from deskbrief.analysis.recommendations.actions import action_of, done_of
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.askable import agent_of, can_be_asked
from deskbrief.analysis.recommendations.carried import paper_of, verb_above
from deskbrief.analysis.recommendations.telling import is_stated, speaker_of
from deskbrief.analysis.recommendations.vocabulary import ADJECTIVES, ADVISING, IMPERATIVES, OWN_VOICE
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span


def adjective_advice(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield advice of "it is imperative (for X) to …" and "it is essential that X …"."""
    word = tree.words[at]
    copula = word.head
    if word.dep not in {"acomp", "attr", "oprd"} or tree.lemma(copula) not in _LINKING:
        return
    offered = any(tree.words[c].text.lower() in _OFFERING for c in tree.kids(copula, {"aux"}))
    strength = ADJECTIVES.get(tree.lemma(at))
    if strength is None and not offered:
        return
    subject = tree.child(copula, {"nsubj", "expl"})
    if subject < 0 or tree.words[subject].text.lower() != "it":
        return
    if tree.negated(copula) and word.lemma.lower() in _NEEDED:
        return  # "it is not necessary to" asks for nothing
    for parent in (at, copula):
        verb = next((c for c in tree.children[parent] if _is_asked(tree, c, at)), -1)
        if verb >= 0:
            break
    if verb < 0:
        return
    after = _start_of_target(tree, verb)
    yield Advice(
        form=Form.ADJECTIVE,
        strength=Strength.COULD if strength is None or offered else strength,
        wording=place_of(word),
        action=done_of(tree, verb, after),
        addressee=_for_whom(tree, verb, at),
        main=tree.in_main_clause(copula),
        negated=tree.negated(copula) or tree.negated(verb),
    )


_LINKING = frozenset({"be", "become", "remain", "prove", "seem"})
_OFFERING = frozenset({"may", "might", "could"})


def _is_asked(tree: Tree, child: int, adjective: int) -> bool:
    word = tree.words[child]
    return (
        child > adjective
        and word.dep in {"xcomp", "ccomp", "advcl", "acl", "csubj"}
        and (word.pos in {"VERB", "AUX"} or _is_misread(tree, child))
    )


def _is_misread(tree: Tree, at: int) -> bool:
    """Tell whether a verb with a subject was taken for a noun: "essential that the CMA work together"."""
    word = tree.words[at]
    return word.tag == "NN" and word.text in IMPERATIVES and tree.child(at, {"nsubj"}) >= 0


def _after_subject(tree: Tree, verb: int) -> int:
    subject = tree.child(verb, SUBJECTS)
    return tree.span(subject).end if 0 <= subject < verb else tree.words[verb].start


def _for_whom(tree: Tree, verb: int, adjective: int) -> Span | None:
    """Return X of "for X to" and "that X"."""
    subject = tree.child(verb, SUBJECTS)
    if subject >= 0:
        return tree.phrase(subject)
    for at in (*tree.children[adjective], *tree.children[verb], *tree.children[tree.words[adjective].head]):
        if tree.words[at].lemma.lower() == "for" and adjective < at < verb:
            noun = tree.child(at, {"pobj"})
            if noun >= 0:
                return tree.phrase(noun)
    return None


def verb_advice(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield advice of "we recommend that X …", "Y urged X to …", "I propose …"."""
    word = tree.words[at]
    lemma = word.lemma.lower()
    subject = next(reversed([c for c in tree.kids(at, {"nsubj"}) if c < at]), tree.child(at, {"nsubj"}))
    if word.tag == "VBN" and tree.child(at, {"auxpass"}) >= 0:
        yield from _advised_passively(tree, at, lemma)
        return
    object_ = tree.child(at, {"dobj", "dative"})
    target = _target(tree, at, lemma)
    against = _advises_against(tree, at) if lemma in _AGAINST and target < 0 else None
    paper = paper_of(tree, at) if subject < 0 else None
    if subject < 0 and paper is None and word.dep in {"pcomp", "advcl", "acl", "csubj", "relcl"}:
        # "It has the effect of encouraging owners to …" asks nobody.
        return
    demands = target < 0 <= object_ and _demands(tree, at, subject, object_)
    if demands:
        pass
    elif against is None and target < 0 and object_ >= 0 and not _is_asked_now(tree, at, object_):
        return
    if subject < 0 and word.tag == "VB" and lemma in _BIDDEN and tree.child(at, {"aux", "auxpass"}) < 0:
        # "Ask the owners to …" is itself what is to be done.
        return
    if (
        against is None
        and target < 0
        and not demands
        and (object_ < 0 or lemma in {"ask", "request", "call", "demand", "appeal", "encourage"})
    ):
        return
    if lemma == "suggest" and target >= 0 and is_stated(tree, target):
        return
    if target < 0:
        action = against or tree.span(object_)
    else:
        action = done_of(tree, target, _start_of_target(tree, target))
    own = paper is None and (subject < 0 or tree.words[subject].lemma.lower() in OWN_VOICE)
    helped = own or paper is not None or word.tag != "VBG" or tree.child(at, {"aux"}) >= 0
    yield Advice(
        form=Form.VERB,
        strength=ADVISING[lemma],
        wording=place_of(word),
        action=action,
        addressee=_advised(tree, at, target, object_),
        speaker=speaker_of(tree, at) if own else paper or tree.phrase(subject),
        main=tree.in_main_clause(at if paper is None else verb_above(tree, at)) and helped,
        negated=tree.negated(at) or _is_turned(tree, target, action),
    )


#: Tags of verbs that tell what somebody asks for now: "calls for", "is calling for".
_NOW = frozenset({"VBZ", "VBP", "VBG"})


def called_for(tree: Tree, at: int) -> tuple[Advice, ...]:
    """Return the advice of "we call for a log of all catches", where "call" is the word at `at`."""
    subject = tree.child(at, {"nsubj"})
    after = next((c for c in tree.kids(at, {"prep"}) if c == at + 1 and tree.lemma(c) == "for"), -1)
    thing = tree.child(after, {"pobj"}) if after >= 0 else -1
    lemma = tree.lemma(at)
    if lemma != "call" or thing < 0 or subject < 0 or _target(tree, at, lemma) >= 0:
        return ()
    own = tree.words[subject].lemma.lower() in OWN_VOICE
    if own and tree.words[at].tag not in _NOW:
        return ()
    asked = Advice(
        form=Form.VERB,
        strength=ADVISING["call"],
        wording=Span(tree.words[at].start, tree.words[after].end),
        action=tree.span(thing),
        speaker=None if own else tree.phrase(subject),
        main=tree.in_main_clause(at),
        negated=tree.negated(at),
    )
    return (asked,)


#: Words for somebody near, whom nobody but the writer has to do with: "I want my son to go".
_KIN_WORDS = (
    "son daughter child kid boy girl baby mother father mum mom dad parent wife husband partner brother "
    "sister uncle aunt cousin nephew niece grandmother grandfather friend"
)
_KIN = frozenset(_KIN_WORDS.split())
#: What people are wanted to be or feel, which is no deed.
_NO_DEED_WORDS = "be feel enjoy know understand have see think love like come get believe remember succeed"
_NO_DEEDS = frozenset(_NO_DEED_WORDS.split())


def wanted_of(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield the advice of "the union wants the mayor to go" and "we need ministers to act"."""
    subject, verb = tree.child(at, {"nsubj"}), tree.child(at, {"ccomp"})
    whom = tree.child(verb, {"nsubj"}) if verb > at else -1
    own = subject >= 0 and tree.words[subject].text.lower() in {"we", "i"}
    named = own or (subject >= 0 and tree.words[subject].pos in NOUNS and can_be_asked(tree, subject))
    if not named or whom < at or tree.words[verb].tag != "VB" or not can_be_asked(tree, whom):
        return
    if tree.lemma(verb) in _NO_DEEDS or _is_near(tree, subject) or _is_near(tree, whom):
        return
    yield Advice(
        form=Form.VERB,
        strength=Strength.SHOULD,
        wording=place_of(tree.words[at]),
        action=done_of(tree, verb, _start_of_target(tree, verb)),
        addressee=tree.phrase(whom),
        speaker=speaker_of(tree, at) if own else tree.phrase(subject),
        main=tree.in_main_clause(at),
        negated=tree.negated(at) or _is_turned(tree, verb, tree.span(verb)),
    )


def _is_near(tree: Tree, at: int) -> bool:
    """Tell whether a noun names one of a family, or somebody by whom he is to the writer: "my boss"."""
    owned = any(tree.words[c].text.lower() in {"my", "his", "her"} for c in tree.kids(at, {"poss"}))
    return owned or (tree.words[at].tag == "NN" and tree.lemma(at) in _KIN)


def _is_turned(tree: Tree, target: int, action: Span) -> bool:
    """Tell whether what is advised is turned around by a "not" that its wording leaves out."""
    no = tree.child(target, {"neg"}) if target >= 0 else -1
    return no >= 0 and tree.words[no].start < action.start


def _advises_against(tree: Tree, at: int) -> Span | None:
    """Return "against closing the yard" of "we advise ministers against closing the yard"."""
    against = next((c for c in tree.kids(at, {"prep"}) if tree.lemma(c) == "against"), -1)
    if against < at or tree.child(against, {"pcomp", "pobj"}) < 0:
        return None
    return tree.span(against)


def _demands(tree: Tree, at: int, subject: int, object_: int) -> bool:
    """Tell whether somebody who is named demands a thing: "the union demanded an end to the fee"."""
    if tree.lemma(at) != "demand" or subject < 0 or tree.words[subject].pos not in NOUNS:
        return False
    return can_be_asked(tree, subject) and tree.words[object_].pos == "NOUN"


def _is_asked_now(tree: Tree, at: int, object_: int) -> bool:
    """Tell whether a thing is asked for here: "we recommend a review", not "which we have recommended"."""
    done = any(tree.lemma(c) == "have" for c in tree.kids(at, {"aux"}))
    word = tree.words[object_]
    return not done and word.tag not in {"WDT", "WP", "PRP"} and word.text.lower() != "that"


_NEEDED = frozenset({"essential", "imperative", "mandatory", "necessary", "needed", "required", "obligatory"})
#: Verbs with which somebody speaks against something.
_AGAINST = frozenset({"advise", "recommend", "urge", "advocate"})
#: Verbs that are as well what somebody is told to do.
_BIDDEN = frozenset({"ask", "invite", "encourage", "request"})
#: Verbs that open a clause of a resolution, whose subject stands far above: "Demands that all parties stop".
_OPENING = {"demands", "requests", "recommends", "urges", "insists", "proposes", "asks", "suggests"}


def resolved_in(tree: Tree) -> Iterator[Advice]:
    """Yield the advice of "Demands that all parties put an end to …", as resolutions say it."""
    first = next((at for at, word in enumerate(tree.words) if word.text[:1].isalpha()), -1)
    if not 0 <= first < len(tree.words) - 2 or tree.words[first].text.lower() not in _OPENING:
        return
    if tree.words[first + 1].text.lower() != "that":
        return
    asked = next((at for at in tree.kids(first, {"ccomp", "acl", "relcl"}) if at > first + 1), -1)
    subject = tree.child(asked, SUBJECTS) if asked >= 0 else -1
    if not first < subject < asked:
        return
    lemma = tree.words[first].text.lower().rstrip("s")
    yield Advice(
        form=Form.VERB,
        strength=ADVISING.get(lemma, Strength.SHOULD),
        wording=Span(tree.words[first].start, tree.words[first + 1].end),
        action=action_of(tree, asked, tree.span(subject).end),
        addressee=tree.phrase(subject),
        negated=tree.negated(asked),
    )


def _advised_passively(tree: Tree, at: int, lemma: str) -> Iterator[Advice]:
    """Yield advice of "member states are encouraged to …", "it is recommended that …"."""
    if lemma in _RECOMMENDING:
        yield from _recommended(tree, at, lemma)
        return
    subject, target = tree.child(at, {"nsubjpass"}), tree.child(at, {"xcomp"})
    now = any(tree.words[c].tag in {"VBZ", "VBP"} for c in tree.kids(at, {"auxpass"}))
    asked = lemma in {"encourage", "urge", "advise", "invite", "request", "ask"}
    if subject < 0 or target < 0 or not now or not asked:
        return
    action = action_of(tree, target, _start_of_target(tree, target))
    yield Advice(
        form=Form.VERB,
        strength=ADVISING[lemma],
        wording=place_of(tree.words[at]),
        action=action,
        addressee=tree.phrase(subject),
        main=tree.in_main_clause(at),
        negated=tree.negated(at) or _is_turned(tree, target, action),
    )


_RECOMMENDING = frozenset({"recommend", "suggest", "propose"})


def _recommended(tree: Tree, at: int, lemma: str) -> Iterator[Advice]:
    """Yield advice of "it is recommended that …" and "updating … is recommended"."""
    now = any(tree.words[c].tag == "VBZ" for c in tree.kids(at, {"auxpass"}))
    subject, agent = tree.child(at, {"nsubjpass", "csubjpass", "csubj"}), tree.child(at, {"agent"})
    if not now or subject < 0:
        return
    asked = next((c for c in tree.kids(at, {"ccomp", "xcomp", "advcl"}) if c > at), -1)
    word = tree.words[subject]
    if word.text.lower() == "it" and asked >= 0:
        action, whom = done_of(tree, asked, _start_of_target(tree, asked)), tree.child(asked, SUBJECTS)
    elif lemma == "recommend" and asked >= 0 and tree.words[asked].dep == "xcomp" and is_somebody(word):
        # "The council is recommended to approve the plan"
        action, whom = action_of(tree, asked, _start_of_target(tree, asked)), subject
    elif lemma == "recommend" and (word.tag == "VBG" or _is_thing(tree, subject)):
        action, whom = tree.phrase(subject), -1
    else:
        return
    speaker = tree.child(agent, {"pobj"}) if agent >= 0 else -1
    acts = whom == subject or (whom >= 0 and tree.words[whom].dep == "nsubj")
    acts = acts and not action.holds(tree.phrase(whom))
    yield Advice(
        form=Form.VERB,
        strength=ADVISING[lemma],
        wording=place_of(tree.words[at]),
        action=action,
        addressee=tree.phrase(whom) if acts else None,
        speaker=tree.phrase(speaker) if speaker >= 0 else None,
        main=tree.in_main_clause(at),
        negated=tree.negated(at) or (asked >= 0 and tree.negated(asked)),
    )


def _is_thing(tree: Tree, subject: int) -> bool:
    """Tell whether a phrase names a deed or thing that can be had: "a yearly audit of the wells"."""
    word = tree.words[subject]
    return word.pos == "NOUN" and not is_somebody(word) and tree.child(subject, {"poss"}) < 0


def _target(tree: Tree, at: int, lemma: str) -> int:
    """Return the verb that the advised one is to do."""
    for child in tree.children[at]:
        if (
            child > at
            and tree.words[child].dep in {"ccomp", "xcomp", "advcl"}
            and tree.words[child].pos in {"VERB", "AUX"}
        ):
            return child
    if lemma in {"call", "appeal"}:
        for preposition in tree.children[at]:
            noun = tree.child(preposition, {"pobj"}) if tree.words[preposition].dep == "prep" else -1
            verb = tree.child(noun, {"acl", "relcl"}) if noun >= 0 else -1
            if verb >= 0:
                return verb
    return -1


def _start_of_target(tree: Tree, target: int) -> int:
    to = next((c for c in tree.children[target] if tree.words[c].tag == "TO"), -1)
    if to >= 0:
        no = tree.child(target, {"neg"})
        return tree.words[no].start if no == to - 1 else tree.words[to].end  # "urged | not to sell"
    modal = next((c for c in tree.children[target] if c < target and tree.words[c].tag == "MD"), -1)
    if modal >= 0:
        return tree.words[modal].end
    if tree.words[target].tag == "VBG":
        above = tree.words[target].head
        adverbs = [c for at in (target, above) for c in tree.kids(at, {"advmod"}) if above < c < target]
        return min((tree.words[c].start for c in adverbs), default=tree.words[target].start)
    return _after_subject(tree, target)


def _name_before(tree: Tree, verb: int) -> Span | None:
    """Return the name right before a verb that a model took it for a part of: "that | CMS | assist IHS"."""
    first = verb
    while first > 0 and tree.words[first - 1].tag in {"NNP", "NNPS"} and tree.words[first - 1].head == verb:
        first -= 1
    return Span(tree.words[first].start, tree.words[verb - 1].end) if first < verb else None


def _advised(tree: Tree, at: int, target: int, object_: int) -> Span | None:
    if target >= 0:
        subject = tree.child(target, SUBJECTS)
        if subject >= 0:
            # What is to be done to somebody says not who is to do it: "that the orders be amended".
            acts = tree.words[subject].dep == "nsubj"
            return tree.phrase(subject) if acts else agent_of(tree, target)
        named = _name_before(tree, target)
        if named is not None:
            return named
    if object_ >= 0 and (target >= 0 or _advises_against(tree, at)):
        return tree.phrase(object_)
    for preposition in tree.children[at]:
        if (
            tree.words[preposition].lemma.lower() in {"on", "upon", "to"}
            and tree.words[preposition].dep == "prep"
        ):
            noun = tree.child(preposition, {"pobj"})
            if noun >= 0:
                return tree.phrase(noun)
    return None
