"""Direct speech without the language model: the name beside the verb that stands next to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deskbrief.document.outline import Quote
from deskbrief.document.spans import Span

_VERB = r"(?P<verb>said|says|told|wrote|added|warned|argued|noted|replied|explained|insisted|announced)"
_PART = r"(?:[A-Z]\.|[A-Z][\w’'-]{1,30})"
_NAME = (
    rf"(?!(?:He|She|They|It|We|I|You|The|A)\b)(?P<name>{_PART}(?:[ ](?:(?:of|de|van|von)[ ])?{_PART}){{0,4}})"
)
_BEHIND = (re.compile(rf"[”\"»’]?,?\s{_VERB}\s{_NAME}"), re.compile(rf"[”\"»’]?,?\s{_NAME}\s{_VERB}\b"))
_BEFORE = re.compile(rf"{_NAME}\s{_VERB}[,:]?\s[“\"«‘]$")
#: Code points looked at before a quotation.
_BACK = 90


def attributed_plainly(text: str, block: Span, quoted: Iterable[Span]) -> Iterator[Quote]:
    """Yield the quotations of a block with the speaker whose name stands right beside them, if any."""
    for span in quoted:
        found = _behind(text, span.end, block.end) or _before(
            text, max(span.start - _BACK, block.start), span
        )
        if found is None:
            yield Quote(speaker="", verb="", spans=(span,))
        else:
            yield Quote(
                speaker=found["name"], verb=found["verb"], spans=(span, Span(*found.span("verb"))), named=True
            )


def _behind(text: str, at: int, limit: int) -> re.Match[str] | None:
    return next((found for pattern in _BEHIND if (found := pattern.match(text, at, limit))), None)


def _before(text: str, start: int, span: Span) -> re.Match[str] | None:
    """Return the name and verb that end right before the quotation."""
    for at in range(start, span.start):
        if text[at].isupper() and (at == start or not text[at - 1].isalnum()):
            found = _BEFORE.match(text, at, span.start)
            if found:
                return found
    return None
