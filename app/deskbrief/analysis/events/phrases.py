"""Titles of events told in prose: who did what, cut out of the sentence."""

from __future__ import annotations

from deskbrief.analysis.actors import can_act, is_one_person
from deskbrief.analysis.events.cutting import closed, cut, splits
from deskbrief.analysis.events.doers import (
    actor,
    agent_of,
    closed_aside,
    is_deed_for,
    is_sequel,
    relative_object,
    with_the_other,
)
from deskbrief.analysis.events.gerunds import ends_clause, is_gerund_beside, past_of
from deskbrief.analysis.events.nounphrases import noun_phrase, noun_title
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.reach import end_of
from deskbrief.analysis.events.titles import LONGEST, short_title
from deskbrief.analysis.events.triggers import Trigger, verb_of_scene
from deskbrief.analysis.events.verbs import REPORTING, RESULTS, UNDONE, is_infinitive, is_past, is_undone_by
from deskbrief.analysis.grammar import FINITE, NOUNS, SUBJECTS, Tree
from deskbrief.analysis.stretches import after_dateline, words_of
from deskbrief.document.spans import Span

_BEFORE = frozenset({"aux", "auxpass", "neg"})
_LOOSE = frozenset({"relcl", "acl", "advcl", "appos", "punct"})


def title_of(text: str, tree: Tree, trigger: Trigger) -> str:
    """Return who did what, or the phrase of the event noun, in the words of the sentence without its date."""
    told_in = verb_of_scene(tree, trigger)
    if told_in is None and trigger.is_noun and not _is_told_of(tree, trigger):
        return noun_title(text, tree, trigger) or _scene_title(text, tree, trigger)
    if is_sequel(tree, trigger.verb):
        return f"{_who(text, tree, agent_of(tree, trigger.verb))} {tree.words[trigger.verb].text}"
    return _clause_title(text, tree, told_in or trigger, in_passing=told_in is not None)


def _clause_title(text: str, tree: Tree, trigger: Trigger, *, in_passing: bool) -> str:
    """Return who did what; `in_passing` says that the trigger's way leads over a happening in the clause."""
    verb, top = trigger.verb, _topmost(tree, trigger.verb)
    start = _with_prefix(tree, min([top, *(at for at in tree.kids(top, _BEFORE) if at < top)]))
    subject, (doer, start) = tree.subject(top), _doer(tree, top, start)
    doer = _agreeing(tree, top, doer, start)
    who = _who(text, tree, doer, start) if doer >= 0 and not start <= doer <= verb else ""
    longest = LONGEST - min(len(who), LONGEST // 2) + (MORE if is_deed_for(tree, verb) else 0)
    who = with_the_other(text, tree, top, doer, who) if who and doer < start else who
    told = words_of(text, cut(tree, start, end_of(tree, trigger), longest))
    told = _with_that(text, tree, verb, _with_object(text, tree, verb, told))
    if who and told == tree.words[verb].text and is_gerund_beside(tree, verb):
        main = _clause_title(text, tree, Trigger(top := tree.words[verb].head, top), in_passing=False)
        return f"{main}, {told}" if ends_clause(tree, verb) else f"{who} {past_of(tree, verb)}"
    if who and tree.lemma(verb) in REPORTING and _is_told_after(tree, verb, told, in_passing=in_passing):
        what = tree.child(verb, {"ccomp"})
        whole = what >= 0 and tree.subject(what) >= 0 and tree.words[tree.subject(what)].tag != "PRP"
        inner = _clause_title(text, tree, Trigger(what, what), in_passing=False) if whole else ""
        return inner or _said_before(text, tree, doer) or f"{who} {told}"
    said = _said_after(text, tree, trigger, who)
    if said:
        return said
    if 0 <= subject < start and tree.words[subject].dep == "expl":
        return f"{tree.words[subject].text} {told}"
    if not who:
        known = doer >= 0 or subject >= 0 or len(told.split()) > 2
        return told if known else _sentence_title(text, tree, told)
    return _joined(tree, who, doer, verb, start, told)


def _agreeing(tree: Tree, verb: int, doer: int, start: int) -> int:
    """Return the noun for who did it, or the plural right before the verb where "it are" would come out."""
    plural = any(tree.words[at].text.lower() in {"are", "were", "have"} for at in tree.kids(verb, _BEFORE))
    one = 0 <= doer < start and tree.words[doer].text.lower() in {"it", "he", "she", "this", "that"}
    near = start - 1
    if not plural or not one or near <= doer or tree.words[near].tag not in {"NNS", "NNPS"}:
        return doer
    return near


def _is_told_after(tree: Tree, verb: int, told: str, *, in_passing: bool) -> bool:
    """Tell whether what was said stands before the verb of saying."""
    what = tree.child(verb, {"ccomp"})
    if 0 <= what < verb and (_is_parted(tree, what, verb) or tree.words[tree.below(what)[0]].tag == "VBG"):
        return False
    alone = told == tree.words[verb].text or (in_passing and told.startswith(tree.words[verb].text))
    return what < verb and (what >= 0 or alone)


def _is_parted(tree: Tree, what: int, verb: int) -> bool:
    """Tell whether a dash parts a statement from a verb of saying, which then says something else."""
    return any(word.text in {"—", "–", ";", ":"} for word in tree.words[what:verb])


def _said_after(text: str, tree: Tree, trigger: Trigger, who: str) -> str:
    """Return who said what in short where the whole is too long for a title; "" where it is not."""
    verb, what = trigger.verb, tree.child(trigger.verb, {"ccomp"})
    low, high = (tree.words[verb].start, tree.words[end_of(tree, trigger)].end)
    if not who or what < verb or tree.subject(what) < 0 or high - low + len(who) < LONGEST:
        return ""
    if is_infinitive(tree, what):  # "found the arrangements to be unlawful"
        return ""
    if tree.lemma(verb) not in REPORTING | _TELLING and tree.child(verb, {"dobj"}) >= 0:
        return ""
    low, high = tree.below(what)
    speaker = tree.subject(what)
    if tree.words[speaker].tag == "PRP":
        inner = words_of(text, cut(tree, speaker, end_of(tree, Trigger(what, what))))
    else:
        inner = _clause_title(text, tree, Trigger(what, what), in_passing=False)
    that = "that " if tree.words[low].text.lower() == "that" else ""
    spoken = words_of(text, Span(tree.words[verb].start, tree.words[verb].end))
    helping = " ".join(tree.words[at].text for at in tree.kids(verb, _BEFORE) if at < verb)
    whom = tree.child(verb, {"dobj", "dative"})
    asked = _who(text, tree, whom) if verb < whom < what else ""
    said = " ".join(part for part in (who, helping, spoken, asked, f"{that}{inner}") if part)
    return said if len(said) <= LONGEST_SAID else inner


#: Code points by which a title may be longer that tells who did what for what.
MORE = 20
#: Code points of the longest title that tells who said what.
LONGEST_SAID = 140
#: Verbs of saying that name the hearer before what was said.
_TELLING = frozenset({"advise", "assure", "inform", "notify", "remind"})


def _with_that(text: str, tree: Tree, verb: int, told: str) -> str:
    """Return what was done with the beginning of the clause below it, where the verb alone would be left."""
    opens = verb + 1
    bare = told.endswith(tree.words[verb].text) and opens + 2 < len(tree.words)
    that = bare and tree.words[opens].text.lower() == "that" and tree.words[opens].tag == "IN"
    if not that and not (bare and tree.child(verb, {"ccomp"}) > opens and tree.words[opens].tag == "DT"):
        return told
    rest = Span(tree.words[opens].start, tree.sentence.end)
    if len(rest) > LONGEST_SAID - LONGEST // 3:
        rest = short_title(text, rest)
    return f"{told} {words_of(text, rest)}".rstrip(" .")


def _doer(tree: Tree, top: int, start: int) -> tuple[int, int]:
    """Return the noun for who did it, -1 for none, and where the title begins: at a pronoun that stays."""
    subject, doer = tree.subject(top), actor(tree, top)
    if not 0 <= subject < top or tree.words[subject].tag != "PRP":
        return doer, start
    doer = meant(tree, top, subject)
    if doer < 0 and tree.words[subject].head != top and not _may_be_passive(tree, top):
        doer = subject
    return doer, start if doer >= 0 else subject


def _joined(tree: Tree, who: str, doer: int, verb: int, start: int, told: str) -> str:
    """Return who and what was done as one title."""
    plain = tree.words[start].pos in {"VERB", "AUX"} and tree.words[start].text[1:].islower()
    told = told[:1].lower() + told[1:] if plain else told
    passive = told.startswith("being ") and tree.words[verb].tag == "VBN"
    several = tree.words[doer].tag in {"NNS", "NNPS"} or who.lower() in {"they", "we"}
    was = ("were " if several else "was ") if passive else ""
    told = f"{was}{told.removeprefix('being ')}"
    finite = start < verb or tree.words[verb].tag in FINITE or tree.subject(verb) == doer
    who = closed_aside(tree, who, doer) if finite else who
    if told[:1] in {"'", "’"}:
        return f"{who}{told}"
    if told.startswith("to ") and tree.words[doer].tag == "PRP":
        return told
    return " ".join([who, *_shared_helpers(tree, verb, start), told])


def _with_prefix(tree: Tree, start: int) -> int:
    """Return where a verb begins, its prefix before a hyphen included: "re-elected"."""
    return start - 2 if start > 1 and splits(tree, start - 1) and tree.words[start - 1].text == "-" else start


def _said_before(text: str, tree: Tree, doer: int) -> str:
    """Return what stands before "..., the minister said on Monday", "" where that is too little."""
    low = tree.below(doer)[0]
    if low < 3 or tree.words[low - 1].text not in {",", '"', "”"}:
        return ""
    if tree.words[0].pos == "ADP" and not any(word.tag in FINITE for word in tree.words[:low]):
        return ""  # "In that letter, the solicitors wrote": what they wrote stands below
    start = after_dateline(text, tree.sentence.start, tree.words[low].start)
    said = words_of(text, short_title(text, Span(start, tree.words[low - 1].start)))
    return said.strip('"“” ,')


def _with_object(text: str, tree: Tree, verb: int, told: str) -> str:
    """Return what was done with its object: "received an email" for "the email he received"."""
    noun = relative_object(tree, verb)
    named = noun >= 0 and tree.words[noun].pos in NOUNS and tree.lemma(noun) not in _MANNERS
    light = named and is_event_noun(tree, noun) and f" {tree.words[verb].text} " in f" {told}"
    if not named or not (light or told.endswith(tree.words[verb].text)):
        return told
    object_ = _who(text, tree, noun)
    if tree.words[tree.below(noun)[0]].pos == "DET":
        object_ = object_[:1].lower() + object_[1:]
    if light:  # "the talk that I had with you"
        before, _, after = f" {told}".partition(f" {tree.words[verb].text} ")
        return f"{before} {tree.words[verb].text} {object_} {after}".strip()
    return f"{told} {object_}" if len(told) + len(object_) < LONGEST and object_ not in told else told


#: Nouns whose relative clause leaves nothing out: "the day he died", "the way they did it".
_MANNERS = frozenset(
    """case day extent fact idea month moment night place reason season thing time way week year""".split()  # noqa: SIM905
)


def _may_be_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a joined verb without an object may share "was": "was tried, and in June executed"."""
    above = tree.words[verb].head
    shares = tree.words[verb].dep == "conj" and tree.child(above, {"auxpass"}) >= 0
    open_ended = tree.words[verb].tag == "VBD" and tree.child(verb, {"dobj", "prep", "advmod"}) < 0
    return shares and open_ended and tree.lemma(verb) not in _NEVER_PASSIVE


_NEVER_PASSIVE = frozenset({"die", "arrive", "resign", "return", "retire", "escape", "emerge", "appear"})


def _sentence_title(text: str, tree: Tree, told: str) -> str:
    """Return the beginning of the sentence, for a verb whose subject cannot be told."""
    whole = words_of(text, short_title(text, tree.sentence.span))
    return whole if told.partition(" ")[0] in whole or " " not in told else told


def _shared_helpers(tree: Tree, verb: int, start: int) -> list[str]:
    """Return the helping verbs that a joined participle shares: "were" in "were collected and audited"."""
    word = tree.words[verb]
    if start != verb or word.tag not in {"VBN", "VB", "VBG"} or word.dep != "conj":
        return []
    if tree.child(verb, SUBJECTS) >= 0:
        return []
    return [tree.words[at].text for at in tree.kids(word.head, {"aux", "auxpass"}) if at < word.head]


def _is_told_of(tree: Tree, trigger: Trigger) -> bool:
    """Tell whether a short clause says what became of the happening: "the summit was cancelled"."""
    word = tree.words[trigger.word]
    named_by = trigger.prepositions[:1] == ("of",)  # "the decision of 2 July was set aside"
    dated = bool(trigger.way) and tree.words[trigger.way[-1]].head == trigger.word
    own = dated and tree.words[trigger.way[-1]].dep == "prep" and tree.lemma(trigger.verb) not in UNDONE
    if is_undone_by(tree, trigger.word, trigger.verb):
        return True
    return word.dep == "nsubjpass" and word.head == trigger.verb and not named_by and not own


def _topmost(tree: Tree, verb: int) -> int:
    """Return the verb that an infinitive completes: "continued" for "continued to fall"."""
    for _ in range(4):
        word = tree.words[verb]
        infinitive = is_infinitive(tree, verb)
        result = tree.lemma(verb) in RESULTS and word.head < verb
        purpose = word.dep == "advcl" and infinitive and (word.head == verb - 2 or result)
        purpose = purpose or is_deed_for(tree, verb)
        completes = word.dep == "xcomp" or purpose or (word.dep == "ccomp" and infinitive)
        above = tree.words[word.head]
        if _is_gerund_of(tree, verb):  # "succeeded at taking it", "accused him of stealing it"
            verb = above.head
            continue
        if completes and above.pos == "ADJ" and above.dep == "acomp" and above.head < word.head < verb:
            verb = above.head  # "was due to visit"
            continue
        if not completes or word.head >= verb or tree.words[word.head].pos not in {"VERB", "AUX"}:
            return verb
        verb = word.head
    return verb


#: Prepositions whose gerund says what the verb before them is about.
_COMPLETING = frozenset({"at", "from", "in", "into", "of", "with"})
#: Words between a verb and the gerund that completes it.
_NEAR = 6


def _is_gerund_of(tree: Tree, verb: int) -> bool:
    """Tell whether a gerund completes the verb near before it: "succeeded at taking the town"."""
    word = tree.words[verb]
    preposition = tree.words[word.head]
    gerund = word.tag == "VBG" and word.dep == "pcomp" and preposition.dep == "prep" and word.head < verb
    above = preposition.head
    bare = preposition.lemma.lower() == "for" and tree.child(verb, {"dobj"}) < 0  # "came on for hearing"
    if (
        not gerund
        or not (bare or preposition.lemma.lower() in _COMPLETING)
        or tree.words[above].pos != "VERB"
    ):
        return False
    return 0 < word.head - above <= _NEAR and tree.words[above].dep != "pcomp"


#: What is done to bodies rather than to what they deal with: "the council bought it, but it was sued".
_DONE_TO_BODIES = frozenset(
    """accuse acquire blame charge criticise criticize disband dissolve fine found investigate merge
    nationalise nationalize privatise privatize prosecute reorganise reorganize sue take""".split()  # noqa: SIM905
)


def meant(tree: Tree, verb: int, pronoun: int) -> int:
    """Return the subject of a clause above that a pronoun stands for, -1 where it is not plain."""
    word, above = tree.words[pronoun], set()
    for _ in range(4):
        verb = tree.words[verb].head
        above.add(verb)
        subject = tree.subject(verb)
        passive = word.dep == "nsubjpass" and word.text.lower() == "it"
        of_a_thing = passive and tree.lemma(word.head) not in _DONE_TO_BODIES
        undergone = of_a_thing and tree.child(verb, {"dobj"}) >= 0
        if undergone:  # "he presented the cheque, but it was refused"
            return -1
        if subject in above:  # the pronoun stands within its phrase: "the day he left"
            return -1
        if 0 <= subject < pronoun and _is_noun(tree, subject):
            what = tree.child(verb, {"ccomp"})
            told = tree.subject(what) if 0 <= what < pronoun else -1
            nouns = [at for at in (subject, told) if 0 <= at < pronoun and _is_noun(tree, at)]
            return next((at for at in nouns if _fits(word.text.lower(), tree, at)), -1)
        if tree.words[verb].head == verb:
            return -1
    return -1


def _is_noun(tree: Tree, at: int) -> bool:
    return tree.words[at].pos in NOUNS


def _fits(pronoun: str, tree: Tree, noun: int) -> bool:
    """Tell whether a pronoun can stand for a noun, by number and kind."""
    word = tree.words[noun]
    if pronoun in {"he", "she"}:
        return word.entity == "PERSON" or (word.tag == "NN" and can_act(word))
    if pronoun == "it":
        thing = word.entity != "PERSON" and word.tag in {"NN", "NNP"}
        return word.entity == "ORG" or (thing and not is_one_person(word.lemma.lower()))
    return pronoun == "they" and (word.tag in {"NNS", "NNPS"} or word.entity in {"ORG", "NORP"})


#: Parts of speech that a phrase does not end with.
_OPEN = frozenset({"ADP", "CCONJ", "DET"})
#: What stands between a number and what is counted: "a fifth of", "two, the youngest,".
_PARTING = frozenset({",", "(", "of", "–", "-"})


def _who(text: str, tree: Tree, doer: int, until: int = -1) -> str:
    """Return who did it, without what is set beside it; a long phrase is shortened to its noun."""
    counted = _counted(tree, doer)
    if counted >= 0:
        low = tree.below(doer, {*_LOOSE, "prep"})[0]
        ends = next((at for at in range(doer, counted) if tree.words[at].text.lower() in _PARTING), counted)
        share = words_of(text, Span(tree.words[low].start, tree.words[ends - 1].end))
        of = "OF" if share.isupper() else "of"
        return f"{share} {of} {_who(text, tree, counted)}"
    for without in (_LOOSE, {*_LOOSE, "prep", "conj", "cc"}):
        low, high = tree.below(doer, without)
        name = _name_right_after(tree, doer)
        high = max(high, tree.below(name, _LOOSE)[1]) if name >= 0 else high
        beside = [at for at in tree.kids(doer, _LOOSE) if at > doer and tree.words[at].dep != "punct"]
        beside = [at for at in beside if at != name]
        high = min([high, *(tree.below(at)[0] - 1 for at in beside)])
        high = min(high, until - 1) if doer < until else high
        high = max(closed(tree, low, high), doer)
        while high > doer and tree.words[high].pos in _OPEN and tree.words[high].text != "due":
            high -= 1
        who = words_of(text, Span(tree.words[low].start, tree.words[high].end))
        if len(who) <= 60:
            break
    who = who.removeprefix("whose ")
    named = tree.kids(doer, {"conj"}) if "conj" in without else []
    return f"{who} and others" if named and tree.words[doer].pos == "PROPN" else who


def _name_right_after(tree: Tree, doer: int) -> int:
    """Return the name that stands right behind a noun: "the publishing group | Norden Media"; -1 for none."""
    name = tree.child(doer, {"appos"})
    if name <= doer or tree.words[name].pos != "PROPN":
        return -1
    return name if tree.words[tree.below(name, _LOOSE)[0] - 1].pos in NOUNS else -1


def _counted(tree: Tree, doer: int) -> int:
    """Return what a long phrase with a figure at its head counts: "21 per cent of the houses"; else -1."""
    word, (low, high) = tree.words[doer], tree.below(doer, {"relcl", "acl", "advcl"})
    if tree.words[high].end - tree.words[low].start <= 60:
        return -1
    if word.tag != "CD" and word.pos != "NUM" and tree.lemma(doer) not in _COUNTS:
        return -1
    of = next((at for at in tree.kids(doer, {"prep"}) if at > doer and tree.lemma(at) == "of"), -1)
    return tree.child(of, {"pobj"}) if of >= 0 else -1


_COUNTS = frozenset({"percent", "cent", "number", "total", "majority", "most", "share", "dozen", "thousand"})


def _scene_title(text: str, tree: Tree, trigger: Trigger) -> str:
    """Return who did what in a happening that a bare noun names: "nobody appeared at the hearing"."""
    noun, verb = trigger.word, trigger.verb
    word, above = tree.words[noun], tree.words[tree.words[noun].head]
    scene = word.dep == "pobj" and above.head == verb and above.lemma.lower() in {"at", "in", "during"}
    if not scene or not is_past(tree, verb) or tree.lemma(verb) in REPORTING or tree.subject(verb) < 0:
        return words_of(text, noun_phrase(tree, trigger))
    way = (*trigger.way, noun, word.head)
    return _clause_title(text, tree, Trigger(verb, verb, way, trigger.prepositions), in_passing=True)
