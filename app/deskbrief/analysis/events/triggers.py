"""What a date dates: the verb that governs it, or the event noun that it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.analysis.events.nouns import is_event_noun, is_known_by_its_day, is_text
from deskbrief.analysis.events.verbs import REPORTING, RESULTS, SCHEDULING, is_infinitive, is_stative, is_verb
from deskbrief.analysis.grammar import NOUNS, TIMES, Tree
from deskbrief.analysis.times.lexicon import MONTHS
from deskbrief.analysis.times.told import Time

_TIME_NOUNS = frozenset(
    [
        *["afternoon", "beginning", "close", "date", "day", "end", "evening", "half", "hour", "middle"],
        *["moment", "month", "morning", "night", "part", "period", "quarter", "start", "time", "week"],
        *["weekend", "year"],
    ]
)
_BESIDE = frozenset({"compound", "nmod", "nummod", "amod", "poss"})
#: Verbs that only say where a period begins: "beginning in 1996", "effective 1 July".
_OPENING = frozenset({"begin", "start", "commence"})
#: Verbs whose object is what the sentence tells: "held talks", "2008 saw the launch".
_SHOWING = frozenset({"bring", "mark", "see", "witness"})
#: Verbs whose object has its own time: "condemned the attack of Monday", "recalls the vote in May".
ABOUT = frozenset(
    """appeal applaud blame celebrate challenge commemorate condemn criticise criticize decry denounce deplore
    describe document investigate lament mourn oppose praise probe recall regret remember
    survive""".split()  # noqa: SIM905
)
#: No word stands further from what governs it than this, in a sentence that a person wrote.
FARTHEST = 25


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names what happened, and the verb of its clause (the same word for a verb).

    `way` holds the words from the date up to the trigger, the trigger left out; `prepositions` the
    prepositions among them and those above an event noun.
    """

    word: int
    verb: int
    way: tuple[int, ...] = ()
    prepositions: tuple[str, ...] = ()

    @property
    def is_noun(self) -> bool:
        """Whether the happening is named by a noun."""
        return self.word != self.verb


def trigger_of(tree: Tree, time: Time) -> Trigger | None:
    """Return what `time` hangs on in its sentence, none where that can be no happening."""
    inside = words_inside(tree, time)
    at = next((at for at in inside if tree.words[at].head not in inside or tree.words[at].head == at), -1)
    beside = _noun_beside(tree, at) if at >= 0 else -1
    if beside >= 0:
        return _of_noun(tree, beside, [at])
    saying = _said_before(tree, inside)
    if saying >= 0:
        return Trigger(saying, saying, (at,))
    way: list[int] = []
    while at >= 0 and len(way) < FARTHEST:
        bounds = _only_opens(tree, at, way) or _only_ends(tree, at, way)
        if is_verb(tree, at) and at not in inside and not bounds:
            return _of_verb(tree, at, way)
        if at not in inside and is_event_noun(tree, at):
            return _of_noun(tree, at, way)
        if _only_describes(tree, way, at) or tree.words[at].head == at or _is_one_of_several(tree, way, at):
            done = _done_in_writing(tree, at) if way and tree.lemma(way[-1]) == "of" else -1
            return Trigger(done, done, tuple(way)) if done >= 0 else None
        way.append(at)
        at = tree.words[at].head
    return None


def _is_one_of_several(tree: Tree, way: list[int], at: int) -> bool:
    """Tell whether a date hangs on the last of several joined nouns: "the talks and his vow on Monday"."""
    word = tree.words[at]
    joined = word.dep == "conj" and word.pos == "NOUN" and is_event_noun(tree, word.head)
    return joined and bool(way) and tree.words[way[-1]].dep == "prep" and word.entity not in TIMES


def when_clause(tree: Tree, time: Time) -> Trigger | None:
    """Return the verb of a clause that tells what was at `time`: "until 5 May, when the army came"."""
    at = words_inside(tree, time).stop
    if 0 < at < len(tree.words) and tree.words[at].text == ",":
        at += 1
    if not 0 < at < len(tree.words) or tree.words[at].text.lower() != "when":
        return None
    verb = tree.words[at].head
    if tree.words[verb].dep == "conj" and tree.words[verb].head > at:
        verb = tree.words[verb].head
    state = is_stative(tree, verb) or tree.lemma(verb) in {"age", "be"}  # "in 1873, when he was aged 31"
    if verb <= at or not is_verb(tree, verb) or state:
        return None
    return Trigger(verb, verb) if tree.words[verb].dep in {"relcl", "advcl"} else None


def noun_before(tree: Tree, time: Time, trigger: Trigger) -> Trigger | None:
    """Return the event noun that a date follows, for a verb with another date: "..., the vote in May"."""
    inside = words_inside(tree, time)
    leads = inside.start - 1
    if leads < 1 or tree.words[leads].text.lower() not in {"in", "on", "at", "for", "between", "from"}:
        return None
    noun = leads - 1
    if not is_event_noun(tree, noun) or noun == trigger.word:
        return None
    return Trigger(noun, trigger.verb, (leads,), (tree.words[leads].text.lower(),))


def _said_before(tree: Tree, inside: range) -> int:
    """Return the verb of saying that a day follows: "said on Monday it would close"; -1 for none."""
    before = inside.start - 1
    if before > 0 and tree.words[before].text.lower() == "on":
        before -= 1
    if (
        before < 0
        or not len(inside)
        or tree.lemma(before) not in REPORTING
        or tree.words[before].tag != "VBD"
    ):
        return -1
    return before if is_verb(tree, before) else -1


def _noun_beside(tree: Tree, at: int) -> int:
    """Return the event noun that a bare day follows: "after a large loss yesterday"; -1 for none."""
    head = tree.words[at].head
    if tree.words[at].dep != "npadvmod" or tree.words[head].pos != "ADP":
        return -1
    noun = tree.child(head, {"pobj"})
    return noun if noun == at - 1 and is_event_noun(tree, noun) else -1


def words_inside(tree: Tree, time: Time) -> range:
    """Return the words of a time."""
    first = tree.sentence.word_at(time.start)
    if first < 0:
        return range(0)
    last = first
    while last < len(tree.words) and tree.words[last].start < time.end:
        last += 1
    return range(first, last)


def prepositions(tree: Tree, way: list[int]) -> tuple[str, ...]:
    """Return the prepositions and conjunctions among the words of a way.

    Those that lead to somebody or some place are left out: "heard before a tribunal on 5 May".
    """
    return tuple(
        tree.words[at].text.lower()
        for step, at in enumerate(way)
        if (tree.words[at].pos in {"ADP", "SCONJ", "PART"} or tree.words[at].dep in {"prep", "mark"})
        and not (step > 1 and _leads_to_somebody(tree, at, way[step - 1]))
    )


#: Prepositions that may lead to somebody as well as to a time.
_TO_SOMEBODY = frozenset({"before", "against", "to", "through", "by", "towards", "toward"})


def _leads_to_somebody(tree: Tree, preposition: int, noun: int) -> bool:
    word = tree.words[noun]
    if tree.lemma(preposition) not in _TO_SOMEBODY or word.pos not in NOUNS:
        return False
    return not (word.entity in TIMES or tree.lemma(noun) in _TIME_NOUNS or is_event_noun(tree, noun))


def _of_verb(tree: Tree, verb: int, way: list[int]) -> Trigger | None:
    """Return the trigger for a date under a verb: for "the vote is on 5 May" it is the noun."""
    below = tree.words[way[-1]] if way else None
    if below is not None and below.dep in {"nsubj", "nsubjpass"} and len(way) == 1:
        return _shown(tree, verb, way)
    subject = tree.subject(verb)
    borne = _borne(tree, verb, way)
    if borne is not None:
        return borne
    planned = tree.words[verb].head
    if tree.words[verb].dep == "acl" and tree.lemma(verb) in SCHEDULING and is_event_noun(tree, planned):
        return Trigger(planned, _verb_above(tree, planned), tuple(way))
    found = prepositions(tree, way)
    done = tree.child(verb, {"xcomp"})
    if tree.words[verb].tag == "VBN" and tree.lemma(verb) in SCHEDULING and way and verb < done < way[0]:
        return Trigger(done, done, tuple(way), found)  # "was set to | land | on Monday"
    if tree.lemma(verb) == "be" and subject >= 0 and subject not in way and is_event_noun(tree, subject):
        return Trigger(subject, verb, tuple(way), found)
    return Trigger(verb, verb, tuple(way), found)


#: What is made on the day that it bears.
_DECIDED = frozenset(
    """decision decree determination judgement judgment notice order permit resolution ruling sentence verdict
    warrant""".split()  # noqa: SIM905
)


#: Writings in which something is done on the day that they bear: "in a note of 14 May it refused".
_WRITINGS = frozenset(
    """cable circular communication decision decree directive email judgement judgment letter memo
    memorandum message note notice order petition reply report resolution ruling statement submission
    telegram""".split()  # noqa: SIM905
)


def _done_in_writing(tree: Tree, noun: int) -> int:
    """Return what was done in a writing that bears a date: "by its resolution of 3 April"; -1 for none."""
    word = tree.words[noun]
    leads = word.head
    if word.dep != "pobj" or word.lemma.lower() not in _WRITINGS or tree.lemma(leads) not in {"by", "in"}:
        return -1
    verb = tree.words[leads].head
    done = tree.words[leads].dep == "prep" and is_verb(tree, verb) and tree.words[verb].tag in {"VBD", "VBN"}
    return verb if done and tree.subject(verb) >= 0 else -1


def _borne(tree: Tree, verb: int, way: list[int]) -> Trigger | None:
    """Return what was done or decided in a writing that is "dated 5 May", none for another verb."""
    if tree.words[verb].dep != "acl" or tree.lemma(verb) != "date":
        return None
    done, decided = _done_in_writing(tree, tree.words[verb].head), _decided(tree, verb)
    if done >= 0:
        return Trigger(done, done, tuple(way))
    above = _verb_above(tree, decided) if decided >= 0 else -1
    return Trigger(decided, above, (*way, verb), ("of",)) if decided >= 0 else None


def _decided(tree: Tree, verb: int) -> int:
    """Return the decision that bears a date: "the decision of the court dated 5 May"; -1 for none."""
    noun = tree.words[verb].head
    if tree.words[noun].dep == "pobj" and tree.lemma(noun) not in _DECIDED:
        noun = tree.words[tree.words[noun].head].head
    return noun if tree.lemma(noun) in _DECIDED and noun < verb else -1


def _shown(tree: Tree, verb: int, way: list[int]) -> Trigger | None:
    """Return what a date as the subject shows: "2008 saw the launch"; other such dates date nothing."""
    if tree.lemma(verb) not in _SHOWING:
        return None
    shown = tree.child(verb, {"dobj"})
    if shown >= 0 and is_event_noun(tree, shown):
        return Trigger(shown, verb, tuple(way))
    return Trigger(verb, verb, tuple(way))


def _of_noun(tree: Tree, noun: int, way: list[int]) -> Trigger | None:
    """Return the trigger for a date under an event noun: the noun, or the verb whose object it is."""
    beside = bool(way) and tree.words[way[-1]].dep in _BESIDE
    known = is_known_by_its_day(tree, noun) and not _is_one_of_many(tree, noun)
    names = known or (is_text(tree, noun) and tree.words[way[0]].tag == "CD")
    if beside and len(way) == 1 and names:
        return None
    verb = _verb_above(tree, noun)
    found = prepositions(tree, way)
    if verb == noun or not is_verb(tree, verb):
        return Trigger(noun, noun if verb == noun else verb, tuple(way), found)
    is_object = tree.words[noun].head == verb and tree.words[noun].dep == "dobj"
    if is_object and not beside and found[:1] != ("of",) and tree.lemma(verb) not in ABOUT:
        return Trigger(verb, verb, tuple(way), found)
    return Trigger(noun, verb, tuple(way), (*found, *_above(tree, noun, verb)))


def verb_of_scene(tree: Tree, trigger: Trigger) -> Trigger | None:
    """Return what was done in a happening named in passing: "rejected the euro in a vote on 14 May"."""
    noun, verb = trigger.word, trigger.verb
    word, preposition = tree.words[noun], tree.words[tree.words[noun].head]
    owned = _is_of_its_date(tree, trigger) and verb < word.head
    if (
        not trigger.is_noun
        or word.dep != "pobj"
        or not (owned or (preposition.head == verb and _is_one_of_many(tree, noun)))
    ):
        return None
    if preposition.lemma.lower() not in {"in", "at"} or tree.words[verb].tag not in {"VBD", "VBN"}:
        return None
    return Trigger(verb, verb, (*trigger.way, noun, word.head), trigger.prepositions)


def _is_of_its_date(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether the date owns the happening: "won seats in November's vote"."""
    last = trigger.way[-1] if trigger.way else -1
    return last >= 0 and tree.words[last].dep == "poss" and tree.words[last].head == trigger.word


def _is_one_of_many(tree: Tree, noun: int) -> bool:
    """Tell whether "a" stands before a noun: "a January coup" is not called so."""
    return any(tree.words[at].text.lower() in {"a", "an"} for at in tree.kids(noun, {"det"}))


def _above(tree: Tree, noun: int, verb: int) -> tuple[str, ...]:
    """Return the preposition over an event noun that makes of it a bound: "since the vote"."""
    head = tree.words[noun].head
    if tree.words[noun].dep == "pobj" and head != verb:
        return tuple(
            word for word in prepositions(tree, [head]) if word in {"since", "than", "like", "unlike"}
        )
    return ()


def _only_opens(tree: Tree, at: int, way: list[int]) -> bool:
    """Tell whether a verb only says where a period begins ("Beginning in 1996, ...")."""
    word = tree.words[at]
    return (
        word.tag == "VBG"
        and tree.lemma(at) in _OPENING
        and word.dep in {"prep", "advcl", "pcomp", "acl"}
        and bool(way)
        and tree.child(at, {"dobj", "nsubj", "xcomp"}) < 0
    )


def _only_ends(tree: Tree, at: int, way: list[int]) -> bool:
    """Tell whether a verb only says how a time ended: "it rose 3%, to end the day at 40"."""
    word, above = tree.words[at], tree.words[at].head
    ended = len(way) == 1 and tree.words[way[0]].dep == "dobj" and tree.lemma(at) in RESULTS
    joined = word.dep in {"advcl", "xcomp"} and (word.tag == "VBG" or is_infinitive(tree, at))
    return ended and joined and above < at and is_verb(tree, above) and tree.words[above].tag == "VBD"


def _only_describes(tree: Tree, way: list[int], noun: int) -> bool:
    """Tell whether the date only describes a thing ("the 2003 model", "the Act of 2002")."""
    if not way or tree.lemma(noun) in _TIME_NOUNS or tree.words[noun].pos not in NOUNS:
        return False
    if _is_day_of(tree, way[-1], noun):
        return False
    below = tree.words[way[-1]]
    if below.dep in _BESIDE:
        return True
    if is_text(tree, noun) and below.dep in {"npadvmod", "appos", "prep"}:
        return True
    led = prepositions(tree, way)
    if led[-1:] == ("of",):
        # "adopted a package of sanctions on 5 May": a day beside the last noun of what was done
        return len(led) < 2 or led[0] not in {"on", "in"} or _verb_above(tree, noun) > way[0]
    return below.dep == "prep" and _is_figure(tree, noun)


def _is_day_of(tree: Tree, day: int, noun: int) -> bool:
    """Tell whether a number is a day of the month behind it: the "5" of "5/6 May", of "from 5 to 7 May"."""
    month = tree.words[noun].text.lower() in MONTHS and day < noun and tree.words[day].text[:1].isdigit()
    return month or (tree.words[noun].entity == "DATE" and tree.words[day].tag == "CD")


def _is_figure(tree: Tree, noun: int) -> bool:
    """Tell whether a noun under a preposition is a figure: "from 63 million barrels a day in 1980"."""
    word = tree.words[noun]
    return word.dep == "pobj" and (
        word.tag == "CD" or word.pos == "NUM" or tree.child(noun, {"nummod", "quantmod"}) >= 0
    )


def _verb_above(tree: Tree, at: int) -> int:
    """Return the verb of the clause that a word stands in, or the root."""
    for _ in range(FARTHEST):
        if is_verb(tree, at) or tree.words[at].head == at:
            return at
        at = tree.words[at].head
    return at
