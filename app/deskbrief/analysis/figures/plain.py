"""What an amount counts, told without the language model: the plain words that follow it."""

from __future__ import annotations

import re
from itertools import takewhile

from deskbrief.analysis.figures.amounts import Amount
from deskbrief.analysis.figures.counted import Counted
from deskbrief.document.outline import FigureKind
from deskbrief.document.spans import Span

_NOUNS = re.compile(r"[ -](?:(?:of|in)[ ](?:the[ ]|all[ ])?)?([a-z]{3,20}(?:[ -][a-z]{3,20})?)")
_PLURALS = frozenset(["people", "men", "women", "children", "police", "personnel"])
#: Words that end a noun phrase.
_STOP = frozenset(
    [
        *(
            "and",
            "the",
            "for",
            "with",
            "from",
            "that",
            "which",
            "who",
            "were",
            "was",
            "are",
            "have",
            "has",
            "had",
        ),
        *(
            "will",
            "would",
            "could",
            "should",
            "may",
            "might",
            "into",
            "over",
            "under",
            "after",
            "before",
            "since",
        ),
        *(
            "during",
            "while",
            "when",
            "where",
            "per",
            "than",
            "but",
            "or",
            "to",
            "by",
            "at",
            "on",
            "as",
            "this",
        ),
        *(
            "last",
            "next",
            "each",
            "every",
            "more",
            "less",
            "other",
            "killed",
            "according",
            "did",
            "does",
            "can",
        ),
    ]
)


def counted_plainly(text: str, sentence: Span, amount: Amount) -> Counted:
    """Return the one or two plain words behind `amount` as what it counts; a count needs a plural."""
    match = _NOUNS.match(text, amount.end, sentence.end)
    words = list(takewhile(lambda word: word not in _STOP, match[1].split())) if match else []
    plural = next((at for at, word in enumerate(words) if word.endswith("s") or word in _PLURALS), -1)
    if match is None or not words or (amount.kind is FigureKind.COUNT and plural < 0):
        return Counted(None, "", "")
    kept = words[: plural + 1] if plural >= 0 else words[:1]
    return Counted(Span(match.start(1), match.start(1) + len(" ".join(kept))), "", "")
