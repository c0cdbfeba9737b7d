"""What a verb asks for: its phrase, without the reasons and conditions that hang on it."""

from __future__ import annotations

from deskbrief.analysis.actors import is_somebody
from deskbrief.analysis.grammar import NOUNS, SUBJECTS, Tree
from deskbrief.analysis.recommendations.askable import can_be_asked, gains_behind, is_nobody
from deskbrief.document.spans import Span


def is_bidden(tree: Tree, verb: int) -> bool:
    """Tell whether the subject is to act though the verb is passive: "companies should be required to …"."""
    if tree.lemma(verb) not in _BIDDING:
        return False
    return tree.child(verb, {"xcomp"}) >= 0 or _has_duty(tree, verb)


def _has_duty(tree: Tree, verb: int) -> bool:
    """Tell whether people are to do what stands right behind the verb, though it was read as what for."""
    subject = tree.child(verb, {"nsubjpass"})
    to, duty = verb + 1, verb + 2
    return (
        subject >= 0
        and duty < len(tree.words)
        and tree.words[to].tag == "TO"
        and tree.words[duty].tag == "VB"
        and tree.words[duty].head == verb
        and is_somebody(tree.words[subject])
    )


def done_of(tree: Tree, verb: int, after: int) -> Span:
    """Return what is asked for, with its subject where that is no one who acts: "the fee should be low"."""
    action = action_of(tree, verb, after)
    subject = max((c for c in tree.kids(verb, {"nsubj", "nsubjpass"}) if c < verb), default=-1)
    if subject < 0 or tree.words[subject].start > action.start:
        return action
    gains = tree.words[subject].pos in NOUNS and gains_behind(tree, after)
    if _acts(tree, verb, subject) and not gains:
        return action
    return Span(min(tree.phrase(subject).start, action.start), action.end)


def _acts(tree: Tree, verb: int, subject: int) -> bool:
    """Tell whether the subject of a verb is to do what it says, or only stands for a noun said before."""
    word = tree.words[subject]
    if is_nobody(tree, subject):
        return False
    if word.tag in _STANDS_FOR or word.pos in {"PRON", "DET"}:
        return True
    if word.dep == "nsubjpass":
        return is_bidden(tree, verb)
    if word.pos not in NOUNS:
        return True
    asked = can_be_asked(tree, subject)
    return asked and (not _is_state(tree, verb) or is_somebody(word))


def _is_state(tree: Tree, verb: int) -> bool:
    """Tell whether the verb says how something is to be: "must be clear", "should remain in force"."""
    return tree.lemma(verb) in {"be", "remain", "stay"} and tree.child(verb, {"auxpass"}) < 0


_STANDS_FOR = frozenset({"WDT", "WP", "PRP", "EX"})


def action_of(tree: Tree, verb: int, after: int) -> Span:
    """Return the verb phrase from after `after`: the verb and what depends on it, reasons left out."""
    end = tree.words[verb].end
    start = min(
        (tree.words[c].start for c in tree.children[verb] if tree.words[c].start >= after), default=end
    )
    start = min(start, tree.words[verb].start)
    if tree.words[verb].tag == "VBG" and after < start:
        start = after
    for child in tree.children[verb]:
        word = tree.words[child]
        if word.start < after or word.dep == "punct" or _is_aside(tree, child):
            continue
        end = max(end, tree.span(child).end)
    end = _past_hyphen(tree, _carried_on(tree, verb, end))
    end = min(end, _start_of_reason(tree, verb), _start_of_aside(tree, verb))
    return _rounded(tree, Span(max(start, after), end) if end > after else Span(tree.words[verb].start, end))


def _past_hyphen(tree: Tree, end: int) -> int:
    """Return where the phrase ends of a verb that was read in parts: "to co | - | finance the quay"."""
    last = tree.sentence.word_at(end - 1)
    after = tree.words[last + 1 : last + 3] if last >= 0 else ()
    if len(after) < 2 or after[0].text not in {"-", "\u2011"}:
        return end
    glued = after[0].start == end and after[1].start == after[0].end
    return max(tree.span(last + 2).end, end) if glued else end


def _carried_on(tree: Tree, verb: int, end: int) -> int:
    """Return where the phrase ends with what was read as said of the word that asks: "… in each report"."""
    above = tree.words[verb].head
    for child in tree.kids(above, {"prep", "npadvmod"}):
        word = tree.words[child]
        near = child > verb and 0 <= tree.span(child).start - end <= 1
        if near and word.text.lower() not in _APART and not _is_aside(tree, child):
            end = tree.span(child).end
    return end


def _rounded(tree: Tree, action: Span) -> Span:
    """Return an action without an "and" that nothing follows, and with the bracket that closes it."""
    inside = [at for at, word in enumerate(tree.words) if action.start <= word.start < action.end]
    while len(inside) > 1 and _is_loose(tree, inside[-1]):
        inside.pop()
    if not inside:
        return action
    last = inside[-1]
    opened = [tree.words[at].text for at in inside]
    after = tree.words[last + 1].text if last + 1 < len(tree.words) else ""
    bracket = after == ")" and opened.count("(") > opened.count(")")
    quotes = after == '"' and opened.count('"') % 2 == 1
    if bracket or quotes or (after == "”" and opened.count("“") > opened.count("”")):
        last += 1
    return Span(action.start, tree.words[last].end)


def _is_loose(tree: Tree, at: int) -> bool:
    """Tell whether a word only joins what does not follow: "and", "or else"."""
    word = tree.words[at].text.lower()
    return word in _LOOSE or (word == "else" and tree.words[at - 1].text.lower() == "or")


_APART = frozenset({"by", "for", "to", "of", "because", "given", "on", "upon"})
_LOOSE = frozenset({"and", "or", "but", "and/or", ",", ";", ":", "so", "–", "—"})


def _start_of_aside(tree: Tree, verb: int) -> int:
    """Return where words begin that stand beside what is asked: "otherwise they …", "(which is …"."""
    words = tree.words
    for at in range(verb + 2, len(words) - 1):
        written, after = words[at].text.lower(), words[at + 1].text.lower()
        if (written == "(" and after in _OPENS_ASIDE) or (
            written in _JOINS and after in _NAMELESS and words[at - 1].text.lower() not in _AS_FAR
        ):
            return words[at - 1].end
    return tree.sentence.end


def _start_of_reason(tree: Tree, verb: int) -> int:
    """Return where a reason or an aside within what the verb governs begins, the sentence's end for none."""
    for at in range(verb + 2, len(tree.words)):
        word = tree.words[at]
        far = tree.words[at - 1].text.lower() in _AS_FAR
        reason = word.dep == "mark" and word.text.lower() in _REASONS_WITHIN and not far
        aside = word.tag == "WDT" and tree.words[at - 1].text == ","
        if (reason and tree.child(word.head, SUBJECTS) >= 0) or aside:
            last = at - 1 if tree.words[at - 1].text == "," else at
            return tree.words[last - 1].end if last < at else tree.words[at - 1].end
    return tree.sentence.end


_BIDDING = frozenset(
    {
        "require",
        "oblige",
        "force",
        "compel",
        "encourage",
        "allow",
        "permit",
        "mandate",
        "ask",
        "invite",
        "urge",
    }
    | {"authorize", "authorise", "empower", "prepare", "expect", "forbid", "obligate", "instruct", "direct"}
)
_OPENS_ASIDE = frozenset({"which", "who", "unless", "as", "because", "this", "that", "it", "i", "we"})
_AS_FAR = frozenset({"soon", "long", "far", "much", "many", "well", "same", "such", "often", "little", "few"})
_JOINS = frozenset({"as", "because", "since", "otherwise", "so"})
_NAMELESS = frozenset({"it", "they", "he", "she", "we", "you", "i", "this", "there", "these"})
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
            if tree.words[c].dep == "mark" or (tree.words[c].dep == "advmod" and tree.lemma(c) != "as")
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
