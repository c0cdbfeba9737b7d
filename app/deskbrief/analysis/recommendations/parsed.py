"""Advice found in a sentence that the language model has parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.analysis.grammar import SUBJECTS, Tree, place_of
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.imperatives import starts_imperative
from deskbrief.analysis.recommendations.vocabulary import (
    ADJECTIVES,
    ADVISING,
    IMPERATIVES,
    MODALS,
    OWN_VOICE,
    WEAK_MODALS,
)
from deskbrief.analysis.words import Word
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

#: Words that begin a condition before an imperative.
_CONDITIONS = frozenset(
    [
        "if",
        "where",
        "wherever",
        "when",
        "whenever",
        "once",
        "unless",
        "before",
        "after",
        "until",
        "in",
        "as",
    ]
)
_BEFORE_VERB = frozenset({"then", "please", "do", "not", "n't"})
#: How many words a condition may have.
_FAR = 40
#: Verbs under "should" that carry part of its sense: "should consider", "should be required to".
_SOFT = frozenset({"consider", "explore", "contemplate"})


def advice_in(tree: Tree, after: int = 0) -> Iterator[Advice]:
    """Yield what the sentence asks for; imperatives are looked for from `after`, where a label ends."""
    for at, word in enumerate(tree.words):
        lemma = word.lemma.lower()
        if word.tag == "MD" or lemma == "ought":
            yield from _modal(tree, at, word)
        elif lemma in {"need", "have"} and word.pos in {"VERB", "AUX"}:
            yield from _need(tree, at)
        elif lemma in ADJECTIVES and word.pos in {"ADJ", "NOUN"}:
            yield from _adjective(tree, at)
        elif lemma in ADVISING and word.pos == "VERB":
            yield from _verb(tree, at)
    first = tree.sentence.word_at(after) if after else 0
    if first >= 0:
        yield from _imperative(tree, first)


def _modal(tree: Tree, at: int, word: Word) -> Iterator[Advice]:
    written = word.text.lower()
    verb = word.head if word.dep in {"aux", "auxpass"} else tree.child(at, {"xcomp", "ccomp"})
    if verb < 0 or verb == at or at > verb + 12:
        return
    strength = MODALS.get(written)
    if strength is None and written not in WEAK_MODALS:
        return
    yield Advice(
        form=Form.MODAL if strength else Form.WEAK,
        strength=strength or Strength.COULD,
        wording=_modal_wording(tree, at, verb),
        action=_action(tree, verb, tree.words[at].end),
        addressee=_subject(tree, verb),
        main=_is_main(tree, verb) and not _is_condition(tree, at, verb),
        negated=tree.negated(verb),
    )


def _is_main(tree: Tree, verb: int) -> bool:
    """Tell whether `verb` heads a main clause, or says what something is: "a task that should be done"."""
    if tree.in_main_clause(verb):
        return True
    noun = tree.words[verb].head
    copula = tree.words[noun].head
    return (
        tree.words[verb].dep == "relcl"
        and tree.words[noun].dep == "attr"
        and tree.lemma(copula) == "be"
        and tree.words[copula].tag in {"VBZ", "VBP"}
        and tree.in_main_clause(copula)
    )


def _is_condition(tree: Tree, modal: int, verb: int) -> bool:
    """Tell whether the subject follows the modal verb, as in "should the talks fail" (if they fail)."""
    subject = tree.child(verb, SUBJECTS)
    return subject > modal


def _modal_wording(tree: Tree, modal: int, verb: int) -> Span:
    """Return the modal verb, with "not" and with a verb that only says how firmly it is meant."""
    end = tree.words[modal].end
    if modal + 1 < len(tree.words) and tree.words[modal + 1].dep == "neg":
        end = tree.words[modal + 1].end
    if tree.words[verb].lemma.lower() in _SOFT and verb - modal <= 2:
        end = tree.words[verb].end
    return Span(tree.words[modal].start, end)


def _subject(tree: Tree, verb: int) -> Span | None:
    """Return who is asked: the subject of `verb`; none for "there" and where none is said."""
    found = tree.subject(verb)
    return None if found < 0 or tree.words[found].dep == "expl" else tree.phrase(found)


def _action(tree: Tree, verb: int, after: int) -> Span:
    """Return the verb phrase from after `after`: the verb and what depends on it, reasons left out."""
    end = tree.words[verb].end
    start = min(
        (tree.words[c].start for c in tree.children[verb] if tree.words[c].start >= after), default=end
    )
    start = min(start, tree.words[verb].start)
    for child in tree.children[verb]:
        word = tree.words[child]
        if word.start < after or word.dep == "punct" or _is_aside(tree, child):
            continue
        end = max(end, tree.span(child).end)
    end = min(end, _start_of_reason(tree, verb))
    return Span(max(start, after), end) if end > after else Span(tree.words[verb].start, end)


def _start_of_reason(tree: Tree, verb: int) -> int:
    """Return where a reason or an aside within what the verb governs begins, the sentence's end for none."""
    for at in range(verb + 2, len(tree.words)):
        word = tree.words[at]
        reason = word.dep == "mark" and word.text.lower() in _REASONS_WITHIN
        aside = word.tag == "WDT" and tree.words[at - 1].text == ","
        if (reason and tree.child(word.head, SUBJECTS) >= 0) or aside:
            last = at - 1 if tree.words[at - 1].text == "," else at
            return tree.words[last - 1].end if last < at else tree.words[at - 1].end
    return tree.sentence.end


_REASONS_WITHIN = frozenset({"because", "since", "as", "although", "though", "whereas"})
_REASONS = frozenset(
    {"because", "since", "as", "given", "while", "although", "though", "if", "unless", "when", "so"}
)


def _is_aside(tree: Tree, child: int) -> bool:
    """Tell whether a dependent of the verb gives a reason, a condition, or a clause with its own subject."""
    word = tree.words[child]
    if word.dep in {"advcl", "prep"}:
        marks = [
            tree.words[c].lemma.lower()
            for c in tree.children[child]
            if tree.words[c].dep in {"mark", "advmod"}
        ]
        return word.lemma.lower() in {"because", "given"} or bool(_REASONS.intersection(marks))
    if word.dep in {"conj", "parataxis", "ccomp"} and word.pos in {"VERB", "AUX"}:
        return word.dep != "ccomp" and tree.child(child, SUBJECTS) >= 0
    return word.dep == "cc" and _ends_clause(tree, child)


def _ends_clause(tree: Tree, conjunction: int) -> bool:
    after = [
        c
        for c in tree.children[tree.words[conjunction].head]
        if c > conjunction and tree.words[c].dep == "conj"
    ]
    return bool(after) and tree.child(after[0], SUBJECTS) >= 0


def _need(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield advice of "need to", "have to" and "there needs to be"."""
    verb = tree.child(at, {"xcomp"})
    word = tree.words[at]
    if verb < 0 or word.tag in {"VBD", "VBN", "VBG"}:
        return
    to = next((c for c in tree.children[verb] if tree.words[c].tag == "TO"), -1)
    if to < 0:
        return
    yield Advice(
        form=Form.NEED,
        strength=Strength.MUST if word.lemma.lower() == "have" else Strength.SHOULD,
        wording=Span(word.start, tree.words[to].end),
        action=_action(tree, verb, tree.words[to].end),
        addressee=_subject(tree, at),
        main=_is_main(tree, at),
        negated=tree.negated(at),
    )


def _adjective(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield advice of "it is imperative (for X) to …" and "it is essential that X …"."""
    word = tree.words[at]
    copula = word.head
    if word.dep not in {"acomp", "attr", "oprd"} or tree.words[copula].lemma.lower() not in {
        "be",
        "become",
        "remain",
    }:
        return
    subject = tree.child(copula, {"nsubj", "expl"})
    if subject < 0 or tree.words[subject].text.lower() != "it":
        return
    for parent in (at, copula):
        verb = next((c for c in tree.children[parent] if _is_asked(tree, c, at)), -1)
        if verb >= 0:
            break
    if verb < 0:
        return
    after = _start_of_target(tree, verb)
    yield Advice(
        form=Form.ADJECTIVE,
        strength=ADJECTIVES[word.lemma.lower()],
        wording=place_of(word),
        action=_action(tree, verb, after),
        addressee=_for_whom(tree, verb, at),
        main=tree.in_main_clause(copula),
        negated=tree.negated(copula) or tree.negated(verb),
    )


def _is_asked(tree: Tree, child: int, adjective: int) -> bool:
    word = tree.words[child]
    return (
        child > adjective
        and word.dep in {"xcomp", "ccomp", "advcl", "acl", "csubj"}
        and word.pos in {"VERB", "AUX"}
    )


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


def _verb(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield advice of "we recommend that X …", "Y urged X to …", "I propose …"."""
    word = tree.words[at]
    lemma = word.lemma.lower()
    subject = tree.child(at, {"nsubj"})
    if word.tag == "VBN" and tree.child(at, {"auxpass"}) >= 0:
        return
    object_ = tree.child(at, {"dobj", "dative"})
    target = _target(tree, at, lemma)
    if target < 0 and (object_ < 0 or lemma in {"ask", "request", "call", "demand", "appeal", "encourage"}):
        return
    action = tree.span(object_) if target < 0 else _action(tree, target, _start_of_target(tree, target))
    own = subject < 0 or tree.words[subject].lemma.lower() in OWN_VOICE
    yield Advice(
        form=Form.VERB,
        strength=ADVISING[lemma],
        wording=place_of(word),
        action=action,
        addressee=_advised(tree, at, target, object_),
        speaker=None if own else tree.phrase(subject),
        main=tree.in_main_clause(at) and (own or word.tag != "VBG"),
        negated=tree.negated(at) or (target >= 0 and tree.negated(target)),
    )


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
    return tree.words[to].end if to >= 0 else _after_subject(tree, target)


def _advised(tree: Tree, at: int, target: int, object_: int) -> Span | None:
    if target >= 0:
        subject = tree.child(target, SUBJECTS)
        if subject >= 0:
            return tree.phrase(subject)
        if object_ >= 0:
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


def _imperative(tree: Tree, first: int) -> Iterator[Advice]:
    """Yield advice of a clause that has a verb in its base form and no subject, from word `first` on."""
    opening = tree.words[first : first + 8]
    at = starts_imperative([word.text for word in opening], [word.tag for word in opening])
    at = at + first if at >= 0 else _bare_root(tree)
    if at < first:
        at = _after_condition(tree, first)
    if at < first:
        return
    verb = tree.words[at]
    if tree.child(at, {"nsubj", "nsubjpass"}) >= first and verb.dep == "ROOT":
        return
    start = tree.words[first].start if at - first < 4 else verb.start
    yield Advice(
        form=Form.IMPERATIVE,
        strength=Strength.SHOULD,
        wording=Span(start, verb.end),
        action=Span(start, _clause_end(tree.words)),
        main=True,
        negated=tree.negated(at) or tree.words[first].text.lower() == "never",
    )


def _bare_root(tree: Tree) -> int:
    """Return the root if it is a bare verb without subject or helper ("If you sue, then prove it")."""
    root = tree.root
    if tree.words[root].tag != "VB" or tree.child(root, {"nsubj", "nsubjpass", "expl", "csubj"}) >= 0:
        return -1
    helped = any(
        tree.words[c].tag in {"TO", "MD", "VBZ", "VBP", "VBD"}
        and tree.words[c].dep in {"aux", "auxpass"}
        and tree.lemma(c) != "do"
        for c in tree.children[root]
    )
    return -1 if helped else root


def _after_condition(tree: Tree, first: int) -> int:
    """Return the verb of "Where the law allows it, publicly commit to …", or -1."""
    words = tree.words
    if words[first].text.lower() not in _CONDITIONS:
        return -1
    for comma in range(first + 1, min(len(words) - 1, first + _FAR)):
        if words[comma].text != ",":
            continue
        at = comma + 1
        while at < len(words) - 1 and (words[at].tag == "RB" or words[at].text.lower() in _BEFORE_VERB):
            at += 1
        if words[at].text.lower() in IMPERATIVES and tree.child(at, SUBJECTS) < 0 and _is_base(words[at]):
            return at
    return -1


def _is_base(word: Word) -> bool:
    return word.tag == "VB" or (word.tag == "VBP" and word.dep == "ROOT")


def _clause_end(words: Sequence[Word]) -> int:
    return words[-2].end if len(words) > 1 and words[-1].pos == "PUNCT" else words[-1].end
