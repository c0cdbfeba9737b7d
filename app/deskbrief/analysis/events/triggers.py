"""What a date dates: the verb that governs it, or the event noun that it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.told import Time

#: Nouns that name something that happens.
EVENT_NOUNS = frozenset(
    [
        "accident",
        "agreement",
        "aid",
        "aircraft-crash",
        "announcement",
        "anniversary",
        "arrest",
        "arrival",
        "assassination",
        "assault",
        "attack",
        "award",
        "ban",
        "battle",
        "birth",
        "blast",
        "bombardment",
        "bombing",
        "boycott",
        "breakthrough",
        "campaign",
        "capture",
        "ceasefire",
        "celebration",
        "ceremony",
        "clash",
        "closure",
        "collapse",
        "conference",
        "conflict",
        "congress",
        "contest",
        "conquest",
        "convention",
        "counteroffensive",
        "coup",
        "crackdown",
        "crash",
        "crisis",
        "cut",
        "deal",
        "death",
        "debate",
        "debut",
        "decision",
        "declaration",
        "defeat",
        "delivery",
        "demonstration",
        "departure",
        "deployment",
        "disaster",
        "drill",
        "earthquake",
        "election",
        "elections",
        "embargo",
        "evacuation",
        "exercise",
        "expedition",
        "explosion",
        "fall",
        "festival",
        "fight",
        "fighting",
        "fire",
        "flight",
        "flood",
        "games",
        "handover",
        "hearing",
        "hurricane",
        "inauguration",
        "incident",
        "independence",
        "inspection",
        "intervention",
        "invasion",
        "investigation",
        "landing",
        "launch",
        "lockdown",
        "march",
        "massacre",
        "meeting",
        "merger",
        "mission",
        "mobilisation",
        "mobilization",
        "mutiny",
        "negotiation",
        "negotiations",
        "offensive",
        "opening",
        "operation",
        "outbreak",
        "parade",
        "pandemic",
        "poll",
        "protest",
        "purchase",
        "raid",
        "rally",
        "re-run",
        "rebellion",
        "recession",
        "referendum",
        "release",
        "report",
        "rerun",
        "resignation",
        "revolt",
        "revolution",
        "riot",
        "rising",
        "ruling",
        "sale",
        "scandal",
        "session",
        "shooting",
        "siege",
        "signing",
        "speech",
        "spill",
        "storm",
        "strike",
        "summit",
        "surrender",
        "takeover",
        "talks",
        "test",
        "tour",
        "trial",
        "truce",
        "tsunami",
        "uprising",
        "verdict",
        "victory",
        "violence",
        "visit",
        "vote",
        "war",
        "withdrawal",
    ]
)
_EVENT_ENDINGS = ("ation", "ition", "ution", "ment", "sion", "ction")
#: Nouns with those endings that name no happening.
_STILL = frozenset(
    [
        "government",
        "department",
        "parliament",
        "administration",
        "nation",
        "organisation",
        "organization",
        "corporation",
        "constitution",
        "institution",
        "association",
        "population",
        "position",
        "station",
        "section",
        "generation",
        "regulation",
        "legislation",
        "equipment",
        "apartment",
        "document",
        "moment",
        "element",
        "environment",
        "condition",
        "tradition",
        "option",
        "portion",
        "question",
        "edition",
        "version",
        "mission-statement",
        "information",
        "foundation",
        "pension",
        "passion",
        "mansion",
        "television",
        "dimension",
        "direction",
        "function",
        "fraction",
        "instruction",
    ]
)
#: Prepositions that make of a date a bound or a comparison rather than the time of an event.
REFUSED = frozenset(
    {"since", "until", "till", "than", "before", "after", "by", "per", "like", "unlike", "towards", "toward"}
)
_TIME_NOUNS = frozenset(
    [
        "end",
        "beginning",
        "start",
        "middle",
        "part",
        "day",
        "morning",
        "evening",
        "afternoon",
        "night",
        "week",
        "month",
        "half",
        "quarter",
        "year",
        "date",
    ]
)
_COPIED = frozenset({"compound", "nmod", "nummod", "amod", "poss", "npadvmod", "appos"})


#: No word stands further from what governs it than this, in a sentence that a person wrote.
FARTHEST = 25


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names what happened, and the verb of its clause (the same word for a verb)."""

    word: int
    verb: int
    preposition: str = ""

    @property
    def is_noun(self) -> bool:
        """Whether the happening is named by a noun."""
        return self.word != self.verb


def trigger_of(tree: Tree, time: Time) -> Trigger | None:
    """Return what `time` dates in its sentence, none when it is not the time of an event."""
    at = _root_of(tree, time)
    if at < 0:
        return None
    preposition = ""
    came_from = at
    for _ in range(FARTHEST):
        word = tree.words[at]
        if word.pos in {"VERB", "AUX"} and word.dep not in {"amod", "compound", "aux", "auxpass"}:
            return Trigger(at, at, preposition)
        refused = False
        if word.pos == "ADP" or word.dep == "prep":
            preposition = preposition or word.text.lower()
            refused = preposition in REFUSED
        elif at != came_from or not _inside(tree, at, time):
            if is_event_noun(tree, at) and word.pos in {"NOUN", "PROPN"}:
                return Trigger(at, _verb_above(tree, at), preposition)
            refused = _only_describes(tree, came_from, at, preposition)
        if refused or word.head == at:
            return None
        came_from, at = at, word.head
    return None


def _root_of(tree: Tree, time: Time) -> int:
    """Return the word of the time whose head lies outside of it."""
    first = tree.sentence.word_at(time.start)
    if first < 0:
        return -1
    inside = [at for at in range(first, len(tree.words)) if tree.words[at].start < time.end]
    return next((at for at in inside if tree.words[at].head not in inside or tree.words[at].head == at), -1)


def _inside(tree: Tree, at: int, time: Time) -> bool:
    return time.start <= tree.words[at].start < time.end


def is_event_noun(tree: Tree, at: int) -> bool:
    """Tell whether a noun names something that happens."""
    lemma = tree.lemma(at)
    if tree.words[at].pos == "VERB":
        return False
    return lemma in EVENT_NOUNS or (lemma.endswith(_EVENT_ENDINGS) and lemma not in _STILL and len(lemma) > 7)


def _only_describes(tree: Tree, below: int, noun: int, preposition: str) -> bool:
    """Tell whether the date only describes a thing ("the 2003 model", "the Act of 2002")."""
    if tree.lemma(noun) in _TIME_NOUNS or tree.words[noun].pos not in {"NOUN", "PROPN"}:
        return False
    if tree.words[below].dep in _COPIED and not preposition:
        return tree.words[below].dep not in {"npadvmod", "appos"}
    return preposition == "of"


def _verb_above(tree: Tree, at: int) -> int:
    for _ in range(25):
        word = tree.words[at]
        if word.pos in {"VERB", "AUX"} or word.head == at:
            return at
        at = word.head
    return at
