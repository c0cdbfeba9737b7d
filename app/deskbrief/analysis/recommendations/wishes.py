"""Wishes and suggestions in fixed expressions, which no single verb tells: "I would like to see …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.vocabulary import ADVISING, IMPERATIVES
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

_WISHES = (
    re.compile(
        r"\b(?:I|we)(?: would|['’]d) (?:also |really |very much |still |personally |certainly )?"
        r"(?:like|love|prefer|want)(?: for)? (?!to (?:thank|say|know|comment|add|point|note|talk|"
        r"begin|start|"
        r"make|share|tell|hear|express|congratulate|ask|address))(?:to see |there to be )?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:I|we) want (?:to see |there to be )?(?=(?:a|an|the|more|some|all|new) )", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:my|our|one) (?:own |only |main |first |other )?(?:suggestion|recommendation|proposal|advice|"
        r"request)s? (?:is|are|would be)(?: that| to)? ",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W{0,3}(?:its|their|the|this (?:report|paper|study)['’]s)"
        r"(?: (?:report|panel|committee|review|commission|study|paper|board|inquiry)['’]s)?"
        r"(?: (?:main|first|key|central|chief|second|third|final|top|overall|"
        r"principal)){1,2} recommendations? "
        r"(?:is|are) (?:that|to) (?!not )",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|, )(?:instead, )?the (?:suggestion|recommendation|proposal|advice)(?: here)? is "
        r"(?:to |that )(?!not )",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bit(?: is|['’]s) (?:also |now |high |about |past )?time (?:to|that|for|we|the|they|you)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bI (?:would |also |strongly |highly |do |therefore |just )?"
        r"(?:suggest|recommend|propose|urge|advocate|submit|ask that|request that) ",
        re.IGNORECASE,
    ),
)
#: What the writers expect of somebody else: "We hope that the inquiry will ask why …".
_HOPES = re.compile(
    r"\bwe (?:also |would |do |very much |sincerely |therefore ){0,3}(?:hope|expect)(?: that)? "
    r"(?P<whom>(?:the|all|every|each|both|its|your|[A-Z])[^,;.:]{1,60}?) "
    r"(?:will|would|to)(?: now| also| fully)? (?P<verb>[a-z]{2,15})\b",
)
_WISE = re.compile(
    r"^\W{0,3}(?P<whom>[^,;.:]{2,60}?) (?:would (?:be (?:wise|well[- ]advised)|do well)|had better) (?:to )?",
    re.IGNORECASE,
)
#: "What we should do is …", "What needs to happen is …", "The next thing that boards need to do is …".
_CLEFT = re.compile(
    r"^\W{0,3}(?:and |but |so |instead, )?"
    r"(?:what|the (?:(?:very )?(?:first|second|third|next|last|best|main|other|one|only) )?thing(?: that)?) "
    r"(?:(?P<whom>[^;.:]{2,90}?) )?"
    r"(?P<modal>should|must|ought to|needs? to|ha(?:s|ve) to) (?:really |also |now |urgently )?"
    r"(?:do|happen|be done|change)(?: now| next| instead| first)? is (?:to )?",
    re.IGNORECASE,
)
#: Whose turn it is: "the onus is on the port to …", "now is the time for Congress to …".
_TURN = re.compile(
    r"\b(?:(?:the )?(?:onus|burden|duty|responsibility) (?:is|lies|rests|falls|now falls) (?:up)?on|"
    r"it is (?:now )?(?:up to(?! [^,;.:]{2,80}? to (?:decide|choose|judge|say)\b)|incumbent (?:up)?on)|"
    r"(?:now is the (?:time|moment)|the (?:time|moment) (?:(?:has|is) (?:now )?come|"
    r"is (?:now|right|ripe))) for|"
    r"there (?:is|remains) (?:now |still )?an? (?:very )?(?:urgent|pressing|clear|strong|critical|immediate|"
    r"dire|vital) "
    r"need for) "
    r"(?P<whom>[^,;.:]{2,80}?) to (?=[a-z]{2,20}\b)",
    re.IGNORECASE,
)
_PLEASE = re.compile(r"\bplease,? (?:do not |don['’]t |do |also )?(?P<verb>[a-z]{2,15})\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:]\s|,? (?:because|since|although|unless)\b")


#: Verbs for what is only looked forward to: "we hope the talks will go well".
_BE_WORDS = "be have become remain go come get find enjoy grow help"
_BE = frozenset(_BE_WORDS.split())

_CALLS = re.compile(
    r"^\W{0,3}(?:(?:also|further|strongly|again|once again|urgently|solemnly)\s+)?"
    r"(?P<verb>calls\s+(?:up)?on|urges|demands(?:\s+that)?|requests(?!\s(?:or|and|for|from|in|of|with)\b)|"
    r"encourages|invites|"
    r"recommends(?:\s+that)?|appeals\s+to|"
    r"implores|exhorts|advises|(?P<resolved>directs|instructs|authori[sz]es|charges|tasks))"
    r"\s+(?P<whom>[^,;.]{2,120}?)(?:,[^,;.]{2,80},)?\s+(?P<to>to|should|must|shall):?\s",
    re.IGNORECASE,
)
#: What a resolution says before what it directs, and how far before in code points.
_FAR = 5_000
_RESOLVED = re.compile(r"\b(?:RESOLVED|Resolved|RESOLVES|Resolves|ORDERED)\b")


def calls_in(text: str, span: Span, after: int = 0) -> Iterator[Advice]:
    """Yield the advice of "Calls upon Member States to …", as resolutions put it without a subject."""
    led = text[span.start : after].rstrip(": ").endswith(" to")  # "Directs the office to: a. …"
    low = span.start if led else max(span.start, after)
    clause = text[low : span.end]
    match = _CALLS.match(clause)
    if match is None or (match["resolved"] and not _RESOLVED.search(text, max(low - _FAR, 0), low)):
        return
    end = low + len(clause.rstrip(" .;,:"))
    lemma = match["verb"].lower().split()[0].rstrip("s")
    yield Advice(
        form=Form.VERB,
        strength=ADVISING.get(lemma, Strength.SHOULD),
        wording=Span(low + match.start("verb"), low + match.end("verb")),
        action=Span(low + match.end(), max(end, low + match.end() + 1)),
        addressee=Span(low + match.start("whom"), low + match.end("whom")),
    )


def wishes_in(text: str, span: Span) -> Iterator[Advice]:
    """Yield the wishes that the clause at `span` of `text` puts in so many words."""
    clause = span.of(text)
    for pattern in _WISHES:
        match = pattern.search(clause)
        if match:
            wish = _wish(clause, match.start(), match.end(), span.start)
            named = "recommendation" in match[0].lower()
            yield replace(wish, strength=Strength.SHOULD) if named else wish
    match = _HOPES.search(clause[:1].lower() + clause[1:])
    if match and match["verb"] not in _BE:
        whom = Span(match.start("whom") + span.start, match.end("whom") + span.start)
        yield replace(_wish(clause, match.start(), match.start("verb"), span.start), addressee=whom)
    match = _WISE.search(clause)
    if match:
        whom = Span(match.start("whom") + span.start, match.end("whom") + span.start)
        yield replace(_wish(clause, match.end("whom") + 1, match.end(), span.start), addressee=whom)
    match = _TURN.search(clause)
    if match:
        whom = Span(match.start("whom") + span.start, match.end("whom") + span.start)
        turn = _wish(clause, match.start(), match.end(), span.start)
        wording = Span(match.start() + span.start, whom.start - 1)
        yield replace(turn, addressee=whom, wording=wording, strength=Strength.SHOULD)
    match = _PLEASE.search(clause)
    if match and match["verb"].lower() in IMPERATIVES:
        yield _wish(clause, match.start(), match.start("verb"), span.start)


def clefts_in(text: str, span: Span) -> Iterator[Advice]:
    """Yield the advice of "What boards should do is …", whose verb "do" stands for what follows."""
    clause = span.of(text)
    match = _CLEFT.match(clause)
    if match:
        yield _cleft(clause, match, span.start)


def _cleft(clause: str, match: re.Match[str], offset: int) -> Advice:
    whom = match["whom"] and match["whom"].lower() not in {"we", "you", "i"}
    asked = Span(match.start("whom") + offset, match.end("whom") + offset) if whom else None
    must = match["modal"].lower() in {"must", "has to", "have to"}
    found = _wish(clause, match.start("modal"), match.end(), offset)
    return replace(
        found,
        form=Form.MODAL,
        strength=Strength.MUST if must else Strength.SHOULD,
        wording=Span(match.start("modal") + offset, match.end("modal") + offset),
        addressee=asked,
    )


def _wish(clause: str, start: int, after: int, offset: int) -> Advice:
    end = _CLAUSE_END.search(clause, after)
    action = clause[after : end.start() if end else len(clause)]
    left = after + len(action) - len(action.lstrip())
    right = after + len(action.rstrip(" .!?,;:"))
    wording = len(clause[:after].rstrip())
    return Advice(
        form=Form.WISH,
        strength=Strength.COULD,
        wording=Span(start + offset, wording + offset),
        action=Span(left + offset, max(right, left + 1) + offset),
    )
