"""What an amount counts or measures, and whether it is told to rise or fall, from the parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.analysis.figures.amounts import Amount
from deskbrief.analysis.figures.changes import CHANGES
from deskbrief.analysis.grammar import NOUNS, PLACES, TIMES, Tree
from deskbrief.analysis.phrases import short_phrase
from deskbrief.document.outline import FigureKind
from deskbrief.document.spans import Span

#: Verbs whose subject is what the amount measures.
_MEASURES = (
    "reach total exceed average cost stand amount hit equal span cover measure be remain weigh comprise"
)
_MEASURING = frozenset(f"{_MEASURES} surpass top near".split())
_CASUALTIES = frozenset(["kill", "injure", "wound", "die", "arrest", "detain", "displace"])
_MODIFIER = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "npadvmod", "punct", "det"}
)
#: Prepositions before what is counted, for each kind of figure.
_PREPOSITIONS = {
    FigureKind.MONEY: frozenset(["of", "in", "on", "for"]),
    FigureKind.PERCENT: frozenset(["of", "in"]),
}
_OF = frozenset(["of"])
_OBJECTS = frozenset(
    {"dobj", "attr", "pobj", "npadvmod", "oprd", "nsubj", "nsubjpass", "dep", "appos", "conj"}
)
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_BARE = frozenset(
    [
        "rate",
        "rates",
        "average",
        "averages",
        "level",
        "levels",
        "total",
        "maximum",
        "minimum",
        "pace",
        "mean",
        "median",
    ]
)
_COLLECTIVE_WORDS = (
    "staff police personnel people aircraft spacecraft crew fish sheep deer cattle horsepower series species "
    "offspring faculty folk youth poultry percent horse foot dozen plus hovercraft infantry cavalry"
)
_COLLECTIVE = frozenset(_COLLECTIVE_WORDS.split())
_THOSE = frozenset(["those"])
_OR_MORE = frozenset(["more", "less", "few", "fewer", "so"])
#: Nouns that only say that something is counted, before "of" and what that is.
_COUNTS = frozenset(["number", "total", "amount", "share", "proportion", "majority", "rest", "half"])
#: Nouns that tell by themselves what the number behind "of" counts, and sums that are lost and do not fall.
_HOLDING = frozenset(
    [
        "capacity",
        "population",
        "membership",
        "workforce",
        "staff",
        "fleet",
        "crew",
        "audience",
        "crowd",
        "turnout",
    ]
)
_LOST = frozenset(["loss", "shortfall", "deficit"])
#: A count as large is no score, grade or rank.
_LARGE = 1_000
#: Subjects that are numbers of what follows, and those that tell by themselves what is counted.
_COUNTED_ALONE = frozenset(
    ["population", "membership", "enrollment", "enrolment", "turnout", "toll", "attendance"]
)
_NUMBERS = _COUNTED_ALONE | {"number", "total", "count"}
#: Steps of the longest climb, and words of the longest phrase that is told.
_CLIMB, _LONGEST = 6, 7


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted (`of`, none when the text does not tell), the change, and the verb that governs it."""

    of: Span | None
    change: str
    verb: str
    casualties: bool = False


def counted(tree: Tree, amount: Amount, first: int) -> Counted:
    """Return what `amount`, whose first word is number `first` of the sentence, counts."""
    last = _last_word(tree, amount)
    top = _top(tree, first, last)
    verb = _verb(tree, top)
    change = _change(tree, top, verb, first)
    word = tree.lemma(verb) if verb >= 0 else ""
    of = (
        _changed(tree, top, last)
        or _noun_behind(tree, top, last, amount)
        or _prepositional(tree, top, last, amount.kind)
    )
    of = of or _worth(tree, first, amount.kind) or _bracketed(tree, first, last)
    if of is None and amount.kind is FigureKind.COUNT:
        of = _number_of(tree, verb)
    if (
        of is None
        and (change or word in _MEASURING or word in CHANGES)
        and _may_be_of(tree, verb, first, amount)
    ):
        of = _subject(tree, verb)
    return Counted(of, change, word, word in _CASUALTIES)


def _may_be_of(tree: Tree, verb: int, first: int, amount: Amount) -> bool:
    """Tell whether an amount may be one of the subject of its verb: it stands behind that.

    What a count is of is sure where it is large, or where several things rise or fall: "cases fell to 40".
    """
    subject = _subject_word(tree, verb)
    if subject > first and tree.lemma(verb) not in CHANGES:
        return False
    if amount.kind is not FigureKind.COUNT:
        return True
    named = tree.words[subject] if subject >= 0 else None
    if named is None or named.pos != "NOUN" or tree.words[first].dep == "nummod":
        return False
    return amount.high >= _LARGE or (named.tag == "NNS" and tree.lemma(verb) in CHANGES)


def _last_word(tree: Tree, amount: Amount) -> int:
    at = tree.sentence.word_at(amount.end - 1)
    return at if at >= 0 else len(tree.words) - 1


def _top(tree: Tree, first: int, last: int) -> int:
    """Return the word that the whole amount hangs on: its own head, or the noun behind it."""
    at = first
    for _ in range(_CLIMB):
        word = tree.words[at]
        if word.head == at or word.dep not in _MODIFIER or tree.words[word.head].pos in {"VERB", "AUX"}:
            break
        if word.head < first:
            break
        at = word.head
    return max(at, first) if at <= last or tree.words[at].pos in {"NOUN", "PROPN", "SYM", "NUM"} else first


def _changed(tree: Tree, top: int, last: int) -> Span | None:
    """Return what changes when the change stands behind: "a 15-percent increase in | tariffs"."""
    if top <= last or tree.lemma(top) not in CHANGES:
        return None
    for preposition in tree.kids(top, {"prep"}):
        noun = tree.child(preposition, {"pobj"})
        if noun >= 0 and tree.lemma(preposition) in {"in", "of", "to"}:
            return short_phrase(tree, noun)
    return None


def _worth(tree: Tree, first: int, kind: FigureKind) -> Span | None:
    """Return the thing that is worth the amount: "a | deal | worth $3 billion", "| rates | of 5%"."""
    for at in range(first - 1, max(first - 4, 0), -1):
        if tree.lemma(at) in {"worth", "of", "at"} and tree.words[at - 1].pos == "NOUN":
            told = tree.lemma(at) == "worth" or _measured_by(tree, at, kind)
            return _without_number(tree, short_phrase(tree, at - 1)) if told else None
    return None


def _measured_by(tree: Tree, at: int, kind: FigureKind) -> bool:
    """Tell whether the noun before word `at`, "of" or "at", is what an amount behind it measures."""
    noun = tree.lemma(at - 1)
    if kind is FigureKind.PERCENT:
        return _says_what(tree, at - 1)
    if tree.lemma(at) != "of":
        return False
    if kind is FigureKind.MONEY:
        return noun in _LOST or (noun not in _COUNTS and _says_what(tree, at - 1))
    return noun in _HOLDING


def _without_number(tree: Tree, span: Span) -> Span:
    """Return a phrase without a number and marks that it begins with: "1.5 million | loans"."""
    low, high = tree.sentence.word_at(span.start), tree.sentence.word_at(span.end - 1)
    while low < high and tree.words[low].pos in {"PUNCT", "NUM", "SYM"}:
        low += 1
    return Span(tree.words[low].start, span.end)


def _says_what(tree: Tree, noun: int) -> bool:
    """Tell whether a noun before "of 5 percent" says what is measured: not "a rate", "a rise"."""
    if tree.lemma(noun) in CHANGES:
        return False
    return tree.lemma(noun) not in _BARE or tree.child(noun, {"compound"}) >= 0


def _bracketed(tree: Tree, first: int, last: int) -> Span | None:
    """Return the noun that an amount in brackets follows: "African | Americans | (67%)"."""
    words = tree.words
    if first < 2 or words[first - 1].text != "(" or last + 1 >= len(words) or words[last + 1].text != ")":
        return None
    noun = first - 2
    if words[noun].pos not in NOUNS or tree.child(noun, {"nummod"}) >= 0:
        return None
    return short_phrase(tree, noun)


def _number_of(tree: Tree, verb: int) -> Span | None:
    """Return X when "the number of X" is the subject: "the number of | refugees | rose to 2 million"."""
    subject = _subject_word(tree, verb)
    if subject < 0 or tree.lemma(subject) not in _NUMBERS:
        return None
    of = tree.child(subject, {"prep"})
    noun = tree.child(of, {"pobj"}) if of >= 0 and tree.lemma(of) == "of" else -1
    if noun >= 0:
        return short_phrase(tree, noun)
    return short_phrase(tree, subject) if tree.lemma(subject) in _COUNTED_ALONE else None


def _noun_behind(tree: Tree, top: int, last: int, amount: Amount) -> Span | None:
    """Return the noun phrase that the amount stands before: "2,300 | armed men", "a $2 billion | loan"."""
    if top <= last or tree.words[top].pos not in NOUNS:
        return None
    if amount.kind is FigureKind.COUNT and _is_one_thing(tree, top, last, amount):
        return None
    low = last + 1
    marks = [tree.words[at].text for at in range(low, top + 1) if tree.words[at].text in {"(", ")"}]
    if marks and (marks != ["(", ")"] or tree.words[low].text == "("):
        return None  # only "240,000 active (unexpired) certificates" is one phrase
    while low < top and (
        tree.words[low].pos in {"PUNCT", "DET", "PART", "ADP", "CCONJ", "PRON"} or tree.lemma(low) in _OR_MORE
    ):
        low += 1
    if any(tree.words[at].pos in {"NUM", "SYM"} or tree.words[at].text == "%" for at in range(low, top + 1)):
        return None
    high = top
    inner = tree.child(top, {"prep"})
    if inner == top + 1 and tree.lemma(inner) == "of":
        noun = tree.child(inner, {"pobj"})
        if noun >= 0 and noun - low < _LONGEST:
            high = noun
    low = max(low, top - _LONGEST)
    while low < top and (tree.words[low].pos == "PUNCT" or tree.words[low].text in {"fold", "-fold"}):
        low += 1
    return Span(tree.words[low].start, tree.words[high].end)


def _is_one_thing(tree: Tree, noun: int, last: int, amount: Amount) -> bool:
    """Tell whether more than one is told of a thing in the singular: a number of a list, "18F project"."""
    word = tree.words[noun]
    joined = tree.words[last + 1].text in {"-", "‑", "–"} or noun - last > 3
    single = word.tag == "NN" and word.lemma.lower() not in _COLLECTIVE and word.entity == ""
    return single and not joined and amount.high > 1


def _prepositional(tree: Tree, top: int, last: int, kind: FigureKind) -> Span | None:
    """Return what follows in a phrase: "12 percent of | households", "$3 billion in | aid"."""
    for at in range(last + 1, min(last + 3, len(tree.words))):
        word = tree.words[at]
        if (
            word.pos == "ADP"
            and tree.lemma(at) in _PREPOSITIONS.get(kind, _OF)
            and (word.head <= last or word.head == top)
        ):
            noun = _inmost(tree, tree.child(at, {"pobj"}))
            if noun >= 0 and tree.lemma(noun) in _THOSE:
                return _those(tree, noun)
            plain = noun >= 0 and tree.words[noun].pos in NOUNS
            refused = TIMES if tree.lemma(at) == "of" else TIMES | PLACES
            return short_phrase(tree, noun) if plain and tree.words[noun].entity not in refused else None
    return None


def _inmost(tree: Tree, noun: int) -> int:
    """Return Y of "the total number of Y", any other noun itself."""
    if noun < 0 or tree.lemma(noun) not in _COUNTS:
        return noun
    of = tree.child(noun, {"prep"})
    inner = tree.child(of, {"pobj"}) if of >= 0 and tree.lemma(of) == "of" else -1
    return inner if inner >= 0 else noun


def _those(tree: Tree, noun: int) -> Span | None:
    """Return "those surveyed", "those without work": the pronoun with what tells who they are."""
    _, high = tree.below(noun)
    if high == noun or high - noun > _LONGEST:
        return None
    return Span(tree.words[noun].start, tree.words[high].end)


def _verb(tree: Tree, at: int) -> int:
    """Return the verb that governs word `at`, or -1."""
    for _ in range(_CLIMB):
        word = tree.words[at]
        if word.pos in {"VERB", "AUX"}:
            return at
        if word.head == at:
            return -1
        at = word.head
    return -1


def _change(tree: Tree, top: int, verb: int, first: int) -> str:
    """Return "up" or "down" when the words around the amount tell a change by or to it."""
    before = tree.words[first - 1].text.lower() if first else ""
    if before in {"up", "down"} and not (first > 1 and tree.lemma(first - 2) == "make"):
        return before
    return "" if _is_collected(tree, top, verb, first) else _change_around(tree, top, verb)


def _change_around(tree: Tree, top: int, verb: int) -> str:
    noun = tree.words[top]
    above = tree.words[noun.head]
    if tree.words[above.head].lemma.lower() in _LOST and above.lemma.lower() == "of":
        return ""
    if CHANGES.get(noun.lemma.lower()) and noun.pos == "NOUN":
        return CHANGES[noun.lemma.lower()]
    for word, place in ((above, noun.head), (tree.words[above.head], above.head)):
        if word.pos == "NOUN" and word.lemma.lower() in CHANGES:
            return CHANGES[word.lemma.lower()]
        if word.pos == "VERB" and word.lemma.lower() in CHANGES and not tree.negated(place):
            other = noun.dep == "nsubj" and tree.child(place, {"dobj"}) >= 0  # "40 homes lost power"
            return CHANGES[word.lemma.lower()] if noun.dep in _OBJECTS and not other else ""
    if (
        verb >= 0
        and tree.lemma(verb) in CHANGES
        and noun.dep in {"npadvmod", "dobj"}
        and not tree.negated(verb)
    ):
        return CHANGES[tree.lemma(verb)]
    return ""


def _is_collected(tree: Tree, top: int, verb: int, first: int) -> bool:
    """Tell whether a sum is what somebody raises: it is collected, and does not rise."""
    money = tree.words[first].text[:1] in "$£€" or tree.words[first].entity == "MONEY"
    raised = verb >= 0 and "raise" in {tree.lemma(verb), tree.lemma(tree.words[verb].head)}
    return money and raised and tree.words[top].dep == "dobj"


def _subject(tree: Tree, verb: int) -> Span | None:
    subject = _subject_word(tree, verb)
    if verb >= 0 and tree.lemma(verb) in CHANGES:
        changed = tree.child(verb, {"dobj"})
        subject = changed if changed >= 0 and tree.words[changed].pos in NOUNS else subject
    if subject < 0 or tree.words[subject].pos == "PRON" or tree.words[subject].entity in _AMOUNTS:
        return None
    return short_phrase(tree, subject)


def _subject_word(tree: Tree, verb: int) -> int:
    """Return the subject of a verb, or of the verb whose infinitive it is: "prices | are to be cut"."""
    if verb < 0:
        return -1
    found = tree.subject(verb)
    if found < 0 and tree.words[verb].dep == "xcomp":
        return tree.subject(tree.words[verb].head)
    return found
