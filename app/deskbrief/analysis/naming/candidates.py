"""Stretches that may be names: entities that the model found, and capitalised words that come again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deskbrief.analysis.actors import is_thing
from deskbrief.analysis.naming.known import (
    FULL,
    JOINING,
    KINDS,
    NOT_ALONE,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    TITLES,
)
from deskbrief.analysis.naming.persons import PARTICLES, is_like_a_person
from deskbrief.analysis.naming.spelling import folded, is_cut_short, is_strange, without_footnotes
from deskbrief.analysis.words import Sentence, Word
from deskbrief.document.spans import Span

#: The kinds of name that the model's entity types stand for.
ENTITY_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "LAW": "law",
    "EVENT": "other",
}
#: Words of the longest name, and its code points.
LONGEST, LONGEST_CHARS = 8, 90

#: A letter with a number is a code, so is the symbol of a paper ("A/HRC/43/15"), and words of standards in
#: capitals are no names.
_CODE = re.compile(
    r"[A-Z]{1,2}\d{1,4}(?:[-–][A-Z]{0,2}\d{1,4})?|[A-Z]{2,6}(?:[-–]\d{2,7}){1,3}"
    r"|[A-Z]{1,8}(?:/[A-Z0-9.-]{1,14}){2,6}"
)
#: Collections of law as they are cited, and the lines of an address: no bodies.
_CITED = re.compile(
    r"(?:C\.\s?F\.\s?R|U\.\s?S\.\s?C|Fed\.\s?Reg|Pub\.\s?L)\.?|CFR|USC|(?:\d{4}\s)?Rev\.?\sEd\.?"
)
_ADDRESS = re.compile(
    r"(?:[NS]\.?[EW]\.?,?\s)?(?:Suite|Room|Floor|Apartment|P\.?\s?O\.?\sBox)(?:\s[A-Z]?\d{1,5}[A-Z]?)?"
)
_TIME = re.compile(r"\b(?:Standard|Daylight|Summer|Mean) Time$")
#: A long word in small letters within a name: the sentence goes on there.
_SENTENCE_GOES_ON = re.compile(r"(?<=\w) (?!without |between |against |under )[a-z]{5,20}(?= |$)")
#: What makes of a name a description of something else: "Acme-owned", "Oslo-based".
_OWNED = re.compile(
    r"[-‑](?:owned|led|based|backed|born|built|controlled|funded|held|linked|made|occupied|run|style)$"
)
#: Verbs of standards in capitals behind a name, and small words that no person's name holds.
_CAPITALS_BEHIND = re.compile(r"(?: (?:SHALL|SHOULD|MUST|MAY|NOT|RECOMMENDED|REQUIRED))+$")
_ASIDE = re.compile(r" (?:to|from|at|by|with|in|on|as|is|was|has|and) ")
#: What a model reads on to behind a place: "Batticaloa on Easter Sunday".
_ON_A_DAY = re.compile(r" on (?=[^ ]+(?: [^ ]+){0,2}$)")
#: A body that a report does not name: "Reseller D", also where the model reads on past the full stop.
_DISGUISED = re.compile(
    r"(?:Agency|Bank|Bidder|Company|Contractor|Customer|Distributor|Firm|Fund|Hospital|Lender|Manufacturer|"
    r"Offeror|Reseller|School|Supplier|Vendor) [A-HJ-Z](?![\w’'-])"
)
_INITIAL = re.compile(r"[A-Z]\.")
#: A rank or post in capitals: "DCI", "SSSgt", "CEO".
_RANK = re.compile(r"[A-Z]{2,5}|S{1,2}Sgt")
#: What a parliament prints between who speaks and the words: "J. MARSH.- Absolutely".
_SPEECH = re.compile(r"(?<=[A-Z]{3})\.(?:[-–—].{0,80})?$")
#: Who speaks for somebody in court, before the name.
_SPEAKS_FOR = re.compile(r"(?:Counsel|Lawyers?|Attorneys?|Solicitors?)\s(?:for|of)\s(?:the\s)?")
#: What stands behind a person's name: ranks, orders, degrees, seats.
_BEHIND_WORDS = "KC QC SC OBE CBE MBE KBE DBE MP MEP MSP MLA MD M.D. PhD Ph.D. Esq Esq. LJ JP FRS"
_BEHIND = frozenset(_BEHIND_WORDS.split())
#: Words for things that are surnames as often.
_SURNAMES_WORDS = (
    "bond lane page law price land field seal fish street path case bill day road bridge way wall floor link "
    "key mark song stock rate rule wood stone weight speed test trial fund course power box bush bell"
)
_SURNAMES = frozenset(_SURNAMES_WORDS.split())
#: Commands before a name at the start of a sentence: "See Harbour Commission".
_REFERRING = frozenset({"see", "visit", "access", "contact", "ask", "join", "read", "meet", "call", "use"})
_PART = re.compile(
    r"(?:Appendix|Annex|Table|Figure|Fig\.|Chapter|Section|Part|Page|Box|Exhibit|Volume|Title|Article|Phase)\s"
    r"(?:[A-Z]?-?\d{1,4}[A-Z]?|[IVXLC]{1,6}|[A-Z])\.?"
)
_CAPITALS = frozenset(
    ["SHALL", "SHOULD", "MUST", "MAY", "NOT", "REQUIRED", "OPTIONAL", "RECOMMENDED", "RESTRICTED"]
)
#: Names of happenings begin so.
_HAPPENINGS = ("Battle of ", "Siege of ", "Campaign of ", "War of ", "Fall of ")
#: Titles that only persons have.
_RANKS_WORDS = (
    "rt hon mr mrs ms sir dame lady dr general gen colonel captain lieutenant admiral senator archbishop "
    "brigadier brig constable corporal cpl inspector insp reverend rev superintendent supt tsar czar ssgt "
    "sssgt sgt sergeant councillor cllr alderman"
)
RANKS = frozenset(_RANKS_WORDS.split())
#: Titles that names of bodies begin with as well.
_ALSO_IN_NAMES_WORDS = (
    "general foreign defense defence first prime justice chief king queen prince princess lord director "
    "governor commander secretary chancellor president judge deputy vice"
)
_ALSO_IN_NAMES = frozenset(_ALSO_IN_NAMES_WORDS.split())
_HYPHENS = frozenset("-‑")
#: Tags of words that name something; others in capitals only open a sentence.
_NAMING = frozenset({"NNP", "NNPS", "FW"})
#: What a name that begins with a small letter begins with: "al-Qaeda", "von Braun".
_SMALL = re.compile(
    r"(?:al|el|as|ad|ar|an)[-‑][A-Z]|d['’][A-Z]|(?:von|van|bin|ibn|de|al|el)(?:[ ][a-z]{2,3})?[ ][A-Z]"
)
#: Small words that open a sentence before a name.
_OPENING_WORDS = (
    "under in on at by from for with to since after before during see as of and but if when where "
    "although while because however"
)
_OPENING = frozenset(_OPENING_WORDS.split())
_WORD = re.compile(r"(?:[A-Z]\.){2,5}|[^\W\d_][\w’'&-]*|[^\w\s]|\d+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name, and its kind ("" when that is open); `sure` when a model found it.

    `titled` tells that a person's title stands before it, `located` that something is told to be in it.
    """

    text: str
    start: int
    end: int
    kind: str
    sure: bool
    titled: bool = False
    located: bool = False


def entities(text: str, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """Yield the names that the model found, without articles, titles and possessive endings."""
    for sentence in sentences:
        before: list[int] = []
        for run in _runs(sentence):
            if [(sentence.words[at].tag, sentence.words[at].entity) for at in run] == [("JJ", "GPE")]:
                continue  # "Ukrainian cities" names no place "Ukrainian"
            if before and _are_one(sentence.words, before, run):
                before = [*before, *run]
                continue
            if before:
                yield from _entity(text, sentence, before)
            before = run
        if before:
            yield from _entity(text, sentence, before)


def _runs(sentence: Sentence) -> Iterator[list[int]]:
    """Yield the words of each entity of a sentence."""
    run: list[int] = []
    for at, word in enumerate(sentence.words):
        if run and (not word.entity or word.begins):
            yield run
            run = []
        if word.entity:
            run.append(at)
    if run:
        yield run


def _are_one(words: Sequence[Word], first: list[int], second: list[int]) -> bool:
    """Tell whether the model has cut one name in two, though the first half only describes the second."""
    last, opens = words[first[-1]], words[second[0]]
    if second[0] != first[-1] + 1 or opens.start != last.end + 1 or last.dep != "compound":
        return False
    named = all(word.pos == "PROPN" and word.entity in ENTITY_KINDS for word in (last, opens))
    return named and last.head in second and opens.text.lower().strip(".") not in TITLES


def _entity(text: str, sentence: Sentence, run: list[int]) -> Iterator[Candidate]:
    words = sentence.words
    if [words[at].text for at in run[-2:]] == ["Rev", "Ed"]:
        return  # "2008 Rev Ed": an edition of laws
    kinds = {ENTITY_KINDS.get(words[at].entity, "") for at in run}
    kind = kinds.pop() if len(kinds) == 1 else "organisation"
    if _is_member(words[run[0] : run[0] + 2]) and len(run) > 2:
        run, kind = run[2:], "person"
    before = run[0] - 1
    titled = before >= 0 and (
        words[before].text.lower().strip(".") in RANKS or _is_member(words[max(before - 1, 0) : before + 1])
    )
    named = kind == "organisation" and _is_named_for_an_office(words, run)
    titled = titled and not named
    while run and (words[run[0]].pos in {"DET", "PUNCT"} or (not named and _is_title(words[run[0]]))):
        titled = titled or words[run[0]].text.lower().strip(".") in RANKS
        run = run[1:]
    if titled and run and (kind in {"organisation", "place"} or words[run[0]].entity == "NORP"):
        kind = "person"
    elif run and kind == "person" and not titled:
        kind = _kind_of_thing(words, run) or kind
    run, kind = _without_rank(words, *_bare(words, run, kind))
    run, kind = _with_first_name(words, run, kind)
    if run and kind:
        run = _with_particles(words, run, person=kind == "person")
    if run and kind == "person" and len(run) == 2 and _INITIAL.fullmatch(words[run[1]].text):
        # "Ruiz, Ana M." of a list of references: the model has cut the name.
        return
    if run and kind and len(run) <= LONGEST:
        sure = not (len(run) == 1 and run[0] == 0 and words[0].tag not in _NAMING)
        span = Span(words[run[0]].start, words[run[-1]].end)
        for one in _candidate(text, span, kind, sure=sure):
            yield replace(one, titled=titled, located=_is_located(words, run))


def _bare(words: Sequence[Word], run: list[int], kind: str) -> tuple[list[int], str]:
    """Return a name without what stands around it, and its kind, which the rank of "Ana Ruiz KC" tells."""
    while run and (words[run[-1]].tag in {"POS", "HYPH"} or words[run[-1]].pos == "PUNCT"):
        run = run[:-1]
    if len(run) > 1 and run[0] == 0 and words[0].text.lower() in _REFERRING:
        run = run[1:]
    while len(run) > 1 and kind in {"person", "organisation"} and words[run[-1]].text in _BEHIND:
        run, kind = run[:-1], "person"
    return run, kind


def _without_rank(words: Sequence[Word], run: list[int], kind: str) -> tuple[list[int], str]:
    """Return a person's name without the rank in capitals before it: "DCI Jane Marsh"."""
    rank = words[run[0]].text if len(run) > 2 else ""
    if not _RANK.fullmatch(rank) or kind in {"law", "place"}:
        return run, kind
    named = is_like_a_person(" ".join(words[at].text for at in run[1:]))
    return (run[1:], "person") if named else (run, kind)


def _with_first_name(words: Sequence[Word], run: list[int], kind: str) -> tuple[list[int], str]:
    """Return a name of one word with the first name that the model has left before it: "Ana | Ruelle"."""
    first = run[0] - 1 if len(run) == 1 else -1
    if first < 0 or words[first].entity or words[first].pos != "PROPN" or words[first].head != run[0]:
        return run, kind
    whole = f"{words[first].text} {words[run[0]].text}"
    return ([first, *run], "person") if is_like_a_person(whole) else (run, kind)


def _is_located(words: Sequence[Word], run: Sequence[int]) -> bool:
    """Tell whether "in" or the like stands right before a name of one or two words."""
    before = words[run[0] - 1].text.lower() if run[0] else ""
    return before in {"in", "near", "throughout", "across", "outside"} and len(run) <= 2


def _is_thing(words: Sequence[Word], run: Sequence[int]) -> bool:
    """Tell whether words held for a person are none: "Exchange Servers", "OTP Device"."""
    first, last = words[run[0]].text, words[run[-1]]
    if len(run) < 2 or is_like_a_person(" ".join(words[at].text for at in run)):
        return False
    thing = is_thing(last.lemma.lower()) and last.lemma.lower() not in _SURNAMES
    if thing and not last.text.endswith(("ing", "ity", "ure")):
        return True
    capitals = first.isalpha() and first.isupper() and len(first) > 2 and not last.text.isupper()
    return last.tag == "NNPS" or capitals


def _kind_of_thing(words: Sequence[Word], run: Sequence[int]) -> str:
    """Return the kind of what was held for a person and is none, "" for a person."""
    if _is_building(words, run):
        return "place"
    return "other" if _is_thing(words, run) else ""


#: Buildings whose names are made like those of persons.
_BUILDINGS = frozenset(
    ["abbey", "aerodrome", "airfield", "airport", "castle", "cathedral", "harbour", "palace"]
)


def _is_building(words: Sequence[Word], run: Sequence[int]) -> bool:
    """Tell whether words held for a person name a building: "Lympne Castle", not "Barbara Castle"."""
    named = len(run) > 1 and words[run[-1]].text.lower() in _BUILDINGS
    return named and not is_like_a_person(" ".join(words[at].text for at in run))


def _is_member(before: Sequence[Word]) -> bool:
    return " ".join(word.text for word in before) in {"Council Member", "Board Member", "Committee Member"}


def _is_title(word: Word) -> bool:
    return word.text.lower().strip(".") in TITLES


def _is_named_for_an_office(words: Sequence[Word], run: Sequence[int]) -> bool:
    """Tell whether a body's name only begins like a title: "General Motors", "Justice Department"."""
    inside = [words[at] for at in run if words[at].pos != "DET"]
    if len(inside) < 2 or inside[0].text.lower() not in _ALSO_IN_NAMES or inside[-1].entity != "ORG":
        return False
    return not is_like_a_person(" ".join(word.text for word in inside[1:]))


def _with_particles(words: Sequence[Word], run: list[int], *, person: bool) -> list[int]:
    """Return the words of a name with "al-", "bin", "van" before it, and within a person's behind it too."""
    low, high = run[0], run[-1]
    if low > 1 and words[low - 1].text in _HYPHENS and words[low - 2].text.lower() in {"al", "el"}:
        low -= 2 if words[low - 2].end == words[low - 1].start else 0
    while person and low > 0 and words[low - 1].text in PARTICLES and not words[low - 1].entity:
        low -= 1
    while person and high + 2 < len(words) and words[high + 1].text in PARTICLES:
        joined = words[high + 2].text in _HYPHENS and high + 3 < len(words)
        after = high + (3 if joined else 2)
        if not words[after].text[:1].isupper():
            break
        high = after
    return list(range(low, high + 1))


def _candidate(text: str, span: Span, kind: str, *, sure: bool) -> Iterator[Candidate]:
    written = " ".join(span.of(text).split())
    for ending in ("'s", "’s", "'", "’"):
        written = written.removesuffix(ending)
    written = _OWNED.sub("", without_footnotes(written)).rstrip("/-–")
    written = _CAPITALS_BEHIND.sub("", written)
    written = _SPEECH.sub("", written)
    speaks = _SPEAKS_FOR.match(text, span.start, span.end)
    if speaks and written.startswith(speaks[0]):
        written, span = written[len(speaks[0]) :], Span(speaks.end(), span.end)
    cut = _SENTENCE_GOES_ON.search(written) or (_ASIDE.search(written) if kind == "person" else None)
    if cut is None and kind == "place" and written.rpartition(" on ")[2].lower() in NOT_NAMES:
        cut = _ON_A_DAY.search(written)
    if cut:
        written, span = written[: cut.start()], Span(span.start, min(span.start + cut.start(), span.end))
    disguised = _DISGUISED.match(text, span.start)
    if disguised:
        written, kind, span = disguised[0], "organisation", Span(*disguised.span())
    if is_name(written) and not is_cut_short(text, written, span.end):
        yield Candidate(written, span.start, span.end, kind, sure)


def is_name(written: str) -> bool:
    """Tell whether the words can be a name by their form: no number of a part, code, citation or address."""
    words = written.split()
    if is_strange(written) or any(one.fullmatch(written) for one in (_PART, _CITED, _ADDRESS)):
        return False
    if _CODE.fullmatch(written) and folded(written) not in FULL:
        return False
    if _TIME.search(written) or all(word in _CAPITALS for word in words):
        return False
    if not words or len(written) > LONGEST_CHARS or written.lower() in NOT_NAMES | NOT_ALONE:
        return False
    begins = words[0][:1].isupper() or _SMALL.match(written)
    return len(written) > 1 and bool(begins) and (words[-1][:1].isupper() or bool(_SMALL.match(words[-1])))


def capitalised(text: str, span: Span) -> Iterator[Candidate]:
    """Yield runs of capitalised words in a stretch of prose; one that only opens a sentence is not sure."""
    run: list[re.Match[str]] = []
    opens = True
    run_opens = False
    for match in _WORD.finditer(text, span.start, span.end):
        word = match[0]
        if word[0].isupper():
            if not run:
                run_opens = opens
            run.append(match)
        elif not (run and word in JOINING and len(run) < LONGEST):
            yield from _run(text, run, opens=run_opens)
            run = []
        else:
            run.append(match)
        opens = word in {".", "!", "?", ":", "“", '"'}
    yield from _run(text, run, opens=run_opens)


def _run(text: str, run: list[re.Match[str]], *, opens: bool) -> Iterator[Candidate]:
    while run and run[-1][0] in JOINING:
        run = run[:-1]
    while len(run) > 1 and opens and run[0][0].lower() in _OPENING:
        run = run[1:]
    while run and (run[0][0].lower() in NOT_NAMES or run[0][0].lower() in TITLES):
        run, opens = run[1:], False
    while run and run[0][0] in JOINING:
        run = run[1:]
    if not run or (opens and len(run) == 1 and folded(run[0][0]) not in FULL):
        return
    written = text[run[0].start() : run[-1].end()]
    yield from _candidate(text, Span(run[0].start(), run[-1].end()), kind_of(written), sure=False)


def kind_of(written: str) -> str:
    """Return the kind that the words of a name tell, "" when they do not tell it."""
    full = FULL.get(folded(written))
    if full:
        return KINDS.get(full, "")
    if written.startswith(_HAPPENINGS):
        return "other"
    words = {word.lower().strip(".") for word in written.split()}
    if words & ORGANISATION_WORDS:
        return "organisation"
    return "place" if len(words) > 1 and words & PLACE_WORDS else ""
