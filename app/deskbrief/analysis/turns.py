"""Turns of a transcript: who has the word in a hearing, a sitting or a court."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span

#: Turns from which a text is a transcript; fewer are an interview told in an article, or chance.
FEWEST = 4
#: Words of the shortest turn that says something: "Thank you, Mr. Chairman." says nothing.
SHORTEST = 8
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Hon|Sir|Rep|Sen|Gen|Adm|Prof|Senator|Representative|Secretary|General|Chairman|"
    r"Chairwoman|Chair|Ambassador|Governor|Admiral|Judge|Justice|Commissioner|Director|Administrator|Professor|"
    r"Delegate|Councillor|Minister|MR|MRS|MS|DR|SIR|SENATOR|CHAIRMAN|JUSTICE|JUDGE)\.?"
)
_SURNAME = r"[A-Z][\w’'-]{1,20}"
#: "Mr. SMITH of Utah.", "Ms. Roe:", "The CHAIRMAN.", "THE COURT:", "Jane Roe:".
_TITLED = re.compile(
    rf"{_TITLE} (?P<name>(?:[A-Z]\. )?{_SURNAME}(?: {_SURNAME})?(?: {_SURNAME})?)"
    r"(?: (?:of|from) [A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?)?(?:\.|:)(?= |\n)"
)
_OFFICE = re.compile(
    r"(?:The|THE) (?:Acting |Vice |Lord |Prime |Deputy |ACTING |VICE |LORD |PRIME |DEPUTY )?"
    r"[A-Z][\w-]{3,15}(?: [A-Z][\w-]{3,15})?(?::|(?<=[A-Z])\.)(?= |\n)"
)
_PLAIN = re.compile(rf"(?P<name>[A-Z][a-z]{{1,15}} (?:[A-Z]\. )?{_SURNAME}):(?= |\n)")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its label, the name in it (none for an office), who speaks, and what is said.

    Where neither a title nor an office shows that the label is a speaker's, it is one if it comes again.
    """

    label: Span
    name: Span | None
    speaker: str
    words: Span
    titled: bool


def turns_of(document: Document) -> Mapping[int, Turn]:
    """Return the turns of a transcript by the number of the block that each begins; none of other texts."""
    found = {
        number: turn
        for number, block in enumerate(document.blocks)
        if block.kind is BlockKind.PARAGRAPH and (turn := _turn(document.text, block.span)) is not None
    }
    often = Counter(turn.speaker for turn in found.values())
    sure = {at: turn for at, turn in found.items() if turn.titled or often[turn.speaker] > 1}
    return sure if len(sure) >= FEWEST and len({turn.speaker for turn in sure.values()}) > 1 else {}


def _turn(text: str, block: Span) -> Turn | None:
    match = next(
        (hit for one in (_TITLED, _OFFICE, _PLAIN) if (hit := one.match(text, block.start, block.end))), None
    )
    if match is None:
        return None
    name = Span(*match.span("name")) if match.re is not _OFFICE else None
    label = Span(match.start(), match.end() - 1)
    speaker = with_one_capital(label.of(text))
    return Turn(label, name, speaker, Span(match.end() + 1, block.end), match.re is not _PLAIN)


def with_one_capital(label: str) -> str:
    """Return a name as it is said: "Ms. DE LA CRUZ" is "Ms. De La Cruz"."""
    words = label.split()
    return " ".join(word.title() if len(word) > 1 and word.isupper() else word for word in words)


def says_something(text: str, turn: Turn) -> bool:
    """Tell whether a turn is more than a courtesy."""
    return len(turn.words.of(text).split()) >= SHORTEST
