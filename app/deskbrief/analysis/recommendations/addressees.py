"""Who a recommendation is addressed to: named in the sentence, by its number, or by the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.analysis.actors import head_of, is_body
from deskbrief.analysis.grammar import NOUNS, SUBJECTS, Tree
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.askable import Actor, agrees, can_be_asked, gains
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.vocabulary import SAYING
from deskbrief.analysis.stretches import words_of

_NUMBER = re.compile(r"^(?:\(?\d[\d.]{0,10}[.)]?|\[[ xX]?\])\s+")
#: What joins a clause to the one before, and words of a clause whose capitals tell little.
_JOINING, _FEW = re.compile(r"^(?:and|but|or|so|that|because|then)\s+", re.IGNORECASE), 4
_UPON = re.compile(r"^(?:up)?on\s+(?=\w)", re.IGNORECASE)
_PRONOUN_WORDS = (
    "it they this that these those he she we i you one there which who what such him her them us me"
)
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_QUESTIONS = frozenset({"what", "who", "how", "why", "which", "whose", "when", "where", "whether"})
_HE_IT_THEY = frozenset({"they", "it", "he", "she"})
_QUOTES = frozenset("“\"‘'")
#: Sentences back to whom a pronoun stands for.
_BACK = 4
#: The number of a recommendation that says for whom it is: "Recommendation 10 (to the Coast Guard)."
_FOR_WHOM = re.compile(
    r"\W{0,3}(?:Recommendation|Action|Proposal|R)\s{0,2}[\w.]{0,6}\s{0,2}[–—-]?\s{0,2}"
    r"(?:\((?:to|for|addressed to|directed to)\s(?P<inside>[^()]{2,80})\)"
    r"|(?:to|for)\s(?P<plain>(?:the\s)?[A-Z][^,;:.()]{1,80})(?=[:.]))",
)
#: Letters that a name of somebody needs.
_NAMED = re.compile(r"[^\W\d_]{2}")
_MOST_WORDS = 12


def addressee_of(text: str, advice: Advice | None, tree: Tree | None = None) -> str:
    """Return who is asked in a sentence, "" when nobody is named who can act."""
    if advice is None or advice.addressee is None:
        return ""
    named = _UPON.sub("", _JOINING.sub("", _NUMBER.sub("", words_of(text, advice.addressee))))
    nobody = named.lower() in _PRONOUNS or named.partition(" ")[0].lower() in _QUESTIONS
    if nobody or gains(words_behind(text, advice)):
        return ""
    head = head_of(tree.words, advice.addressee) if tree else None
    if tree is None or head is None:
        return named
    parted = tree.sentence.word_at(head.end) if head.end < advice.addressee.end else -1
    if head.pos == "DET" or (parted >= 0 and tree.words[parted].text == "-"):
        # "the State agency", "the co | - | ordinator": words that each hang on the verb
        head = tree.words[tree.sentence.word_at(advice.addressee.end - 1)]
    taken = named.isupper() and _is_in_capitals(tree) and not is_body(head.text.lower())
    return "" if taken or not can_be_asked(tree, tree.words.index(head)) else named


def words_behind(text: str, advice: Advice) -> str:
    """Return the words behind "should", or what somebody is urged to do."""
    behind = advice.form in {Form.MODAL, Form.NEED} and advice.wording.end < advice.action.end
    start = advice.wording.end if behind else advice.action.start
    turned = "not " if behind and advice.wording.of(text).lower().endswith((" not", "n't", "n’t")) else ""
    return turned + " ".join(text[start : max(advice.action.end, start)].split()) + " "


def _is_in_capitals(tree: Tree) -> bool:
    """Tell whether a sentence stands in capitals, where a model takes any word for a name."""
    words = [word.text for word in tree.words if word.text[0].isalpha()]
    return 2 * sum(word.isupper() for word in words) > len(words) > _FEW


def pronoun_of(text: str, advice: Advice | None) -> str:
    """Return the pronoun that stands for who is asked, in lower case; "" for none."""
    if advice is None or advice.addressee is None:
        return ""
    named = words_of(text, advice.addressee).lower()
    return named if named in _HE_IT_THEY else ""


def numbered_for(text: str, unit: Unit) -> str:
    """Return for whom the number says that a recommendation is, "" where it says nothing."""
    match = _FOR_WHOM.match(text, unit.block.start, unit.block.end)
    if match is None:
        return ""
    whom = " ".join((match["inside"] or match["plain"]).split())
    fits = _NAMED.search(whom) and len(whom.split()) <= _MOST_WORDS
    return whom if fits and match.end() <= unit.block.end else ""


def is_only_number(text: str, unit: Unit) -> bool:
    """Tell whether a sentence is no more than the number of the recommendation after it, and for whom."""
    match = _FOR_WHOM.match(text, unit.sentence.start, unit.sentence.end)
    return match is not None and not text[match.end() : unit.sentence.end].strip(" .:")


def meant_before(
    text: str, units: Sequence[Unit], unit: Unit, advice: Advice | None, before: Actor | None
) -> str:
    """Return whom a sentence asks with a pronoun or with none: whom the `units` before it tell of or ask.

    `before` is whoever was asked in the blocks before. A pronoun has to agree with whom it stands for, and
    who is quoted does not mean himself.
    """
    pronoun = pronoun_of(text, advice)
    quoted = bool(pronoun) and _is_quoted(text, unit, advice)
    speaker = words_of(text, advice.speaker) if advice is not None and advice.speaker else ""
    for one in _told_of(text, units, pronoun, quoted=quoted):
        return one.name if one.name != speaker else ""
    for one in _asked_before(text, units, before):
        if one.name != speaker and (not pronoun or agrees(pronoun, one)):
            return one.name
    return ""


def spoken_before(text: str, units: Sequence[Unit], speaker: str) -> str:
    """Return whom a pronoun for who asks stands for: whom the sentence right before tells of, else itself."""
    pronoun = speaker.lower()
    if pronoun not in _HE_IT_THEY:
        return speaker
    told = _told_of(text, units[-1:], pronoun, quoted=False)
    return next((one.name for one in told if one.name), speaker)


def _is_quoted(text: str, unit: Unit, advice: Advice | None) -> bool:
    opens = text[unit.sentence.start : unit.sentence.start + 1] in _QUOTES
    return opens or (advice is not None and advice.speaker is not None)


def _asked_before(text: str, units: Sequence[Unit], before: Actor | None) -> Iterator[Actor]:
    yield from last_actors(text, units)
    if before is not None:
        yield before


def last_actors(text: str, units: Sequence[Unit]) -> Iterator[Actor]:
    """Yield whom each of the sentences asks, last first, where it says so."""
    for unit in reversed(units):
        for one in unit.advice:
            named = addressee_of(text, one, unit.tree)
            if one.main and named and one.speaker is None and one.form is not Form.WEAK:
                head = head_of(unit.tree.words, one.addressee) if unit.tree and one.addressee else None
                yield Actor(named, head, joined=" and " in named)


def _told_of(text: str, units: Sequence[Unit], pronoun: str, *, quoted: bool) -> Iterator[Actor]:
    """Yield whom the sentences before tell of, the nearest that a pronoun agrees with; "" for a thing."""
    for unit in reversed(units[-_BACK:] if pronoun else units[-1:]):
        tree = unit.tree
        subject = tree.child(tree.root, {"nsubj", "nsubjpass"}) if tree is not None and tree.words else -1
        if tree is None or (subject < 0 and (pronoun != "it" or tree.child(tree.root, {"csubj"}) < 0)):
            return
        if subject < 0:
            yield Actor("")  # "Testing the quay is easy, but it must …"
            return
        if quoted and tree.lemma(tree.root) in SAYING:
            clause = tree.child(tree.root, {"ccomp"})
            subject = tree.child(clause, SUBJECTS) if clause >= 0 else -1
        nearest = [subject, *_others(tree, subject)] if pronoun in {"he", "she"} else [subject]
        for at in nearest:
            if at < 0 or tree.words[at].pos not in NOUNS:
                continue
            actor = Actor("", tree.words[at], joined=tree.child(at, {"conj"}) >= 0)
            if not pronoun or agrees(pronoun, actor):
                able = can_be_asked(tree, at)
                yield Actor(words_of(text, tree.phrase(at)) if able else "", actor.head, actor.joined)


def _others(tree: Tree, subject: int) -> list[int]:
    """Return the objects of a sentence, first to last."""
    return [at for at, word in enumerate(tree.words) if at != subject and word.dep in {"dobj", "pobj"}]
