"""Advice that the text only reports is given back to those who gave it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.document.outline import Name, Quote, Recommendation
from deskbrief.document.spans import Span

#: Quotations looked at before a wording.
_NEAR = 8
#: Code points up to which somebody's advice is gone on with.
_FAR = 400
#: Bodies called by what they are once they have been named, and how far before in code points.
_CALLED = re.compile(
    r"(?:the|this|that|these)\s(?:(?:same|said|latter)\s)?"
    r"(?P<head>committee|subcommittee|commission|council|court|group|panel|board|agency|rapporteur|tribunal)",
    re.IGNORECASE,
)
_NAMED_BEFORE = 2_500
#: Speakers that only the sentences before name.
_PRONOUNS = frozenset({"it", "they", "he", "she", "this", "these", "those", "some", "others"})


def with_speakers(
    text: str, found: Sequence[Recommendation], quotes: Sequence[Quote]
) -> tuple[Recommendation, ...]:
    """Return the recommendations, each whose wording somebody is quoted with under that speaker."""
    told = sorted((quote for quote in quotes if quote.speaker), key=lambda quote: quote.spans[0])
    starts = [quote.spans[0].start for quote in told]
    result: list[Recommendation] = []
    for one in found:
        place = _wording(text, one)
        last = bisect_right(starts, place.start)
        around = [quote for quote in told[max(last - _NEAR, 0) : last] if quote.spans[0].holds(place)]
        if one.speaker.lower() in _PRONOUNS:
            spoke = around[-1].speaker if around else _before(result, told[:last], one)
            result.append(replace(one, speaker=spoke))
        elif around and not one.speaker:
            result.append(replace(one, speaker=around[-1].speaker))
        else:
            result.append(one)
    return tuple(result)


def _before(found: Sequence[Recommendation], told: Sequence[Quote], one: Recommendation) -> str:
    """Return who spoke or gave advice right before, whom "it also recommends" goes on with; "" for nobody."""
    start = one.spans[0].start
    spoke = [(other.spans[0], other.speaker) for other in found[-1:]]
    spoke += [(other.spans[0], other.speaker) for other in told[-1:]]
    near = [(span.start, speaker) for span, speaker in spoke if span.start < start < span.end + _FAR]
    return max(near)[1] if near else ""


def _wording(text: str, one: Recommendation) -> Span:
    """Return where the wording of a recommendation stands, the start of its sentence when it has none."""
    sentence = one.spans[0]
    at = text.find(one.wording, sentence.start, sentence.end) if one.wording else -1
    return Span(at, at + len(one.wording)) if at >= 0 else Span(sentence.start, sentence.start + 1)


def under_bodies(found: Sequence[Recommendation], names: Sequence[Name]) -> tuple[Recommendation, ...]:
    """Return the recommendations, "the Committee" that makes one led back to the one named last before it."""
    if not any(_CALLED.fullmatch(one.speaker) for one in found):
        return tuple(found)
    told = sorted((span.start, name.name) for name in names if " " in name.name for span in name.mentions)
    starts = [start for start, _ in told]
    return tuple(replace(one, speaker=_body_before(one, told, starts) or one.speaker) for one in found)


def _body_before(one: Recommendation, told: Sequence[tuple[int, str]], starts: Sequence[int]) -> str:
    """Return the full name of the body that speaks, "" where none of that kind is near."""
    match, at = _CALLED.fullmatch(one.speaker), one.spans[0].start
    if match is None:
        return ""
    for start, name in reversed(told[: bisect_right(starts, at)]):
        if at - start > _NAMED_BEFORE:
            return ""
        if match["head"].lower() in name.lower().split():
            return name
    return ""
