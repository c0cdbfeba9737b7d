"""The named properties of a sentence that speak for or against its being a recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.askable import can_be_asked
from deskbrief.analysis.recommendations.errands import OFFERED
from deskbrief.analysis.recommendations.patterns import ALWAYS, PERFECT, WHEN_ASKING, WHEN_NOT_ASKING
from deskbrief.analysis.recommendations.sayings import COURTESIES, SAYINGS
from deskbrief.analysis.recommendations.standing import STANDING
from deskbrief.analysis.recommendations.statements import FORESEEN, PROCEDURES, STATEMENTS
from deskbrief.analysis.recommendations.telling import teller_of
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.vocabulary import ADVISING
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.model import BlockKind
from deskbrief.document.outline import Strength

_OFFICES = frozenset(
    [
        "secretary",
        "administrator",
        "commissioner",
        "director",
        "congress",
        "assistant",
        "minister",
        "government",
        "president",
        "attorney",
        "under",
        "chief",
        "council",
        "commission",
        "department",
        "office",
        "board",
        "agency",
        "parliament",
        "ministry",
        "governor",
        "committee",
    ]
)
_ASKING = frozenset({"should", "must", "needs", "need", "ought", "shall"})
_MILD = frozenset({"ask", "call", "request", "advise", "demand", "appeal", "encourage"})
_SMALL = frozenset({"of", "for", "the", "and", "to", "&", "on", "all"})
_PAST_HELPERS = frozenset({"did", "was", "were", "had"})
#: Verbs with which a deed is itself called for: "Opening the files should be a priority".
_CALLED_FOR = frozenset(
    {"be", "become", "remain", "happen", "begin", "start", "continue", "include", "cease", "stop"}
)
#: Verbs that tell of a thing what comes of it: "the new lock should help boats".
_COMES_OF_IT_WORDS = "help boost yield generate fetch exceed ease save cost attract spur raise make"
_COMES_OF_IT = frozenset(_COMES_OF_IT_WORDS.split())
#: Words for what is new, from which something is expected.
_NEW_WORDS = "new latest extra additional planned proposed improved this these"
_NEW = frozenset(_NEW_WORDS.split())
#: Kinds of entities that tell how much comes of something.
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "TIME", "DATE"})
#: How a clause goes on with what somebody thinks: "and that …".
_GOES_ON = re.compile(r"(?:and|or|but|nor)?,?\s?that\s", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-z]")
_SAID = SAYINGS | COURTESIES | OFFERED | STATEMENTS | STANDING | FORESEEN


def features(text: str, unit: Unit) -> set[str]:
    """Return the names of the properties that a sentence has of itself and by its place."""
    sentence = " ".join(unit.sentence.span.of(text).split())
    asked = best(unit.advice)
    found = set(_of_form(unit, asked))
    found.update(_of_place(unit))
    found.update(name for name, pattern in (ALWAYS | PROCEDURES).items() if pattern.search(sentence))
    found.update(_of_words(sentence, asked is not None))
    if asked is None:
        found.update(name for name, pattern in WHEN_NOT_ASKING.items() if pattern.search(sentence))
        return found
    found.update(name for name, pattern in WHEN_ASKING.items() if pattern.search(sentence))
    whole = " ".join(unit.whole.of(text).split()) if _GOES_ON.match(sentence) else sentence
    found.update(name for name, pattern in _SAID.items() if pattern.search(whole))
    if asked.form in {Form.MODAL, Form.NEED}:
        found.update(_of_opening(sentence.split()[:14]))
    found.update(_of_parse(unit, asked))
    found.update(_of_deeds(unit, asked))
    if unit.tree is None and PERFECT.search(sentence):
        found.add("perfect infinitive")
    return found


def _of_form(unit: Unit, asked: Advice | None) -> Iterator[str]:
    if asked is None:
        yield "only weak wording" if unit.advice else "no asking wording"
        return
    if asked.form is Form.VERB and asked.speaker is not None:
        yield "somebody else's advice"
    elif asked.form is Form.VERB and asked.main and not asked.negated:
        yield "the text's own advice"
        if unit.tree is not None and _lemma_of(unit.tree, asked) in _MILD:
            yield "asks rather than recommends"
    elif asked.main:
        yield f"{asked.form.value} wording in the main clause"
    else:
        yield f"{asked.form.value} wording in a lesser clause"
    if asked.negated:
        yield f"negated {asked.form.value} wording"
    yield from _of_wording(unit, asked)


def _of_wording(unit: Unit, asked: Advice) -> Iterator[str]:
    if asked.strength is Strength.MUST and asked.form is Form.MODAL and asked.main:
        yield "must"
    if asked.addressee is not None and asked.main:
        yield "says who should act"
    if asked.main and unit.advice[0] is asked:
        yield "asks first of all"
    if sum(1 for one in unit.advice if one.main and one.form is not Form.WEAK) > 1:
        yield "asks twice"


def _lemma_of(tree: Tree, asked: Advice) -> str:
    at = tree.sentence.word_at(asked.wording.start)
    return tree.lemma(at) if at >= 0 else ""


def _of_zone(unit: Unit) -> Iterator[str]:
    zone = unit.zone.zone
    if zone is Zone.STRONG:
        yield "under a heading for recommendations"
        if unit.place == 0:
            yield "first in a block under such a heading"
        if unit.block.kind is BlockKind.LIST_ITEM:
            yield "a list item under such a heading"
    elif zone is Zone.WEAK:
        yield "under a heading for conclusions"
    elif zone is Zone.AGAINST:
        yield "under a heading for background"


def _of_place(unit: Unit) -> Iterator[str]:
    yield from _of_zone(unit)
    if unit.block.kind is BlockKind.LIST_ITEM:
        yield "a list item"
    if unit.block.kind is BlockKind.FOOTNOTE:
        yield "a footnote"
    if unit.lead is not None:
        yield "first under a lead-in" if unit.place == 0 else "later under a lead-in"
    if unit.label is not None and unit.place == 0:
        yield "a labelled item"


def _of_opening(words: list[str]) -> Iterator[str]:
    """Yield what the words before the first modal verb say of who is to act."""
    at = next((at for at, word in enumerate(words) if word.lower() in _ASKING), 0)
    if not 0 < at <= 12:
        return
    subject = [word.strip(",()") for word in words[:at]]
    if at <= 5:
        yield "somebody should"
    named = [word for word in subject if word.lower() not in _SMALL]
    if named and all(word[:1].isupper() for word in named) and _LETTER.search(named[0]):
        yield "an institution should"
    if words[at].lower() == "should" and any(
        word.lower() in _OFFICES and word[:1].isupper() for word in subject
    ):
        yield "an office should"


def _of_words(sentence: str, asking: bool) -> Iterator[str]:
    words = len(sentence.split())
    if sentence.endswith("?"):
        yield "a question"
    if sentence.endswith("!"):
        yield "an exclamation"
    if words < 5:
        yield "very short"
    elif asking and words > 45:
        yield "very long"
    elif asking and words > 28:
        yield "long"


def _of_parse(unit: Unit, asked: Advice) -> Iterator[str]:
    tree = unit.tree
    if tree is None or not tree.words:
        return
    root = tree.words[tree.root]
    if _is_past(tree):
        yield "told in the past"
    elif asked.form in {Form.MODAL, Form.NEED} and root.tag in {"VBZ", "VBP"}:
        yield "told in the present"
    yield from _of_asked(tree, asked)
    if asked.form in {Form.MODAL, Form.NEED, Form.ADJECTIVE} and _is_told(tree, asked):
        yield "what somebody else says"
    subject = tree.child(tree.root, {"nsubj", "nsubjpass"})
    if subject >= 0:
        who = tree.words[subject].text.lower()
        if who in {"we", "i"} and root.lemma.lower() not in ADVISING and asked.form is not Form.WISH:
            yield "the writer acts"
    elif root.pos in NOUNS:
        yield "no verb"


def _is_past(tree: Tree) -> bool:
    """Tell whether the sentence as a whole is told in the past."""
    helpers = [tree.words[child] for child in tree.children[tree.root]]
    if any(word.tag == "MD" for word in helpers):
        return False
    root = tree.words[tree.root]
    if root.tag == "VBD" or any(
        word.text.lower() in _PAST_HELPERS and word.dep != "conj" for word in helpers
    ):
        return True
    return root.tag == "VBN" and not any(word.tag in {"VBZ", "VBP", "VB"} for word in helpers)


def _of_asked(tree: Tree, asked: Advice) -> Iterator[str]:
    """Yield what the parse says of the clause that asks: who is meant, and what is to be done."""
    verb = _verb_after(tree, asked)
    if asked.form in {Form.MODAL, Form.NEED} and verb >= 0:
        if _has_passed(tree, verb):
            yield "perfect infinitive"
        if tree.child(verb, {"nsubjpass", "auxpass"}) >= 0:
            yield "something should be done"
        elif tree.lemma(verb) == "be":
            yield "something should be so"
    if asked.addressee is None:
        return
    at = tree.sentence.word_at(asked.addressee.start)
    if asked.form is Form.VERB and tree.words[at].text.lower() in {"me", "us", "myself"}:
        yield "asked of the writer"
    who = tree.words[at].text.lower()
    if asked.addressee.end == tree.words[at].end:
        if who in {"you", "they", "it", "we"}:
            yield f"{who} should"
        elif who in {"i", "he", "she", "this", "that", "who", "which", "one"}:
            yield "a pronoun should"


def _is_told(tree: Tree, asked: Advice) -> bool:
    verb = _verb_after(tree, asked)
    return verb >= 0 and teller_of(tree, verb) >= 0


def _has_passed(tree: Tree, verb: int) -> bool:
    """Tell whether `verb` is a perfect infinitive: "should have told"."""
    perfect = any(tree.words[c].dep == "aux" and _is_have(tree, c) for c in tree.children[verb])
    return perfect and tree.words[verb].tag in {"VBN", "VBD"}


def _is_have(tree: Tree, at: int) -> bool:
    return tree.lemma(at) == "have" or tree.words[at].text.lower() in {"'ve", "’ve"}


def _of_deeds(unit: Unit, asked: Advice) -> Iterator[str]:
    """Yield that what comes of a deed is told where one is the subject: "Adding a rope should steady it"."""
    tree = unit.tree
    verb = _verb_after(tree, asked) if tree is not None and asked.form is Form.MODAL else -1
    deed = tree.child(verb, {"csubj"}) if tree is not None and verb >= 0 else -1
    if (
        tree is not None
        and deed >= 0
        and tree.words[deed].tag == "VBG"
        and tree.lemma(verb) not in _CALLED_FOR
    ) or (tree is not None and verb >= 0 and tree.lemma(verb) in _COMES_OF_IT and _comes_of(tree, verb)):
        yield "what is to be expected"


def _helps_to(tree: Tree, verb: int) -> bool:
    """Tell whether a thing helps to do something: "the tunnel should help eliminate two ferries"."""
    done = tree.child(verb, {"xcomp", "ccomp"})
    return done > verb and tree.child(done, {"nsubj"}) < 0


def _comes_of(tree: Tree, verb: int) -> bool:
    """Tell whether a new thing or an amount is told: "the new lock should help", "should raise a million"."""
    subject, object_ = tree.child(verb, {"nsubj"}), tree.child(verb, {"dobj"})
    if subject < 0 or tree.words[subject].pos != "NOUN" or can_be_asked(tree, subject):
        return False
    if tree.lemma(verb) == "help" and tree.words[subject].tag == "NN" and _helps_to(tree, verb):
        return True
    if any(tree.child(c, {"pcomp"}) >= 0 for c in tree.kids(verb, {"prep"})):
        return False  # "the law should save lives by requiring belts": how it is to be done
    before = {tree.lemma(c) for c in tree.kids(subject, {"amod", "det"})}
    low, high = tree.below(object_) if object_ >= 0 else (0, -1)
    amount = any(word.entity in _AMOUNTS for word in tree.words[low : high + 1])
    return amount or not before.isdisjoint(_NEW)


def _verb_after(tree: Tree, asked: Advice) -> int:
    """Return the verb that the wording of `asked` governs, or -1."""
    at = tree.sentence.word_at(asked.wording.start)
    if at < 0:
        return -1
    if asked.form is Form.NEED:
        return tree.child(at, {"xcomp"})
    return tree.words[at].head if tree.words[at].dep in {"aux", "auxpass"} else -1
