"""Wishes and suggestions in fixed expressions, which no single verb tells: "I would like to see …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

_WISHES = (
    re.compile(
        r"\b(?:I|we)(?: would|['’]d) (?:also |really |very much |still |personally |certainly )?"
        r"(?:like|love|prefer|want)(?: for)? (?!to (?:thank|say|know|comment|add|point|note|talk|begin|start|"
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
        r"\bit(?: is|['’]s) (?:also |now |high |about |past )?time (?:to|that|for|we|the|they|you)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bI (?:would |also |strongly |highly |do |therefore |just )?"
        r"(?:suggest|recommend|propose|urge|advocate|submit|ask that|request that) ",
        re.IGNORECASE,
    ),
)
_PLEASE = re.compile(r"\bplease,? (?:do not |don['’]t |do |also )?(?P<verb>[a-z]{2,15})\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:]\s|,? (?:because|since|although|unless)\b")


def wishes_in(text: str, span: Span) -> Iterator[Advice]:
    """Yield the wishes that the clause at `span` of `text` puts in so many words."""
    clause = span.of(text)
    for pattern in _WISHES:
        match = pattern.search(clause)
        if match:
            yield _wish(clause, match.start(), match.end(), span.start)
    match = _PLEASE.search(clause)
    if match and match["verb"].lower() in IMPERATIVES:
        yield _wish(clause, match.start(), match.start("verb"), span.start)


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
