"""Sentences that sound like advice and ask for no deed: lines of a poem, games of thought, bare words."""

from __future__ import annotations

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.vocabulary import NOUNS_TOO
from deskbrief.analysis.recommendations.zones import Zone

#: What readers are told to think of, which is nothing to be done.
_THINKING = frozenset({"imagine", "picture", "suppose"})
#: Words that are no deed without others: "must and must not".
_EMPTY_WORDS = "and be do it may must not or shall should so that the them they this to will you"
_EMPTY = frozenset(_EMPTY_WORDS.split())
#: Words of the longest line that calls to join in what is no deed of anybody: "Let's swim".
_SHORT = 4
#: Words after the name of a paper: "Report on the harbour", "Press under Scrutiny".
_TELLS_OF = frozenset({"on", "under", "and", "about", "within", "during"})
#: Letters of the shortest word, and words of the shortest title, that are told by their capitals.
_LONG_WORD, _LEAST = 4, 3
#: Words that open the label of a link or part of a page: "Complete Report", "Open Data".
LABELS = frozenset(
    {"complete", "open", "contact", "press", "report", "release", "support", "study", "search"}
)
_SMALL = frozenset({"from", "into", "over", "under", "with", "about", "between", "through", "within", "upon"})


def is_no_deed(unit: Unit, advice: Advice) -> bool:
    """Tell whether nothing is asked for; what a heading or a lead-in announces always is."""
    if unit.lead is not None or unit.zone.zone is Zone.STRONG:
        return False
    words = [word.text for word in unit.sentence.words if _is_in(advice, word.start)]
    spoken = [word for word in words if word[:1].isalnum()]
    if unit.sentence.words and all(word.lower() in _EMPTY for word in spoken):
        return True
    if advice.form is not Form.IMPERATIVE:
        return False
    opening = [word.text.lower() for word in unit.sentence.words[:2]]
    if not _THINKING.isdisjoint(opening[:1]) or _is_bare(unit, spoken) or _is_title(unit, spoken):
        return True
    called = opening in (["let", "'s"], ["let", "’s"])
    return called and sum(word.text[:1].isalnum() for word in unit.sentence.words) < _SHORT


def _is_bare(unit: Unit, spoken: list[str]) -> bool:
    """Tell whether one word is all, or all behind a label: "Pay.", "Marked TLP: CLEAR"."""
    labelled = unit.label is not None and unit.place == 0
    words = sum(word.text[:1].isalnum() for word in unit.sentence.words)
    return words == 1 or (labelled and len(spoken) == 1)


def _is_title(unit: Unit, spoken: list[str]) -> bool:
    """Tell whether the words are the name of a paper or link: "Report on the Harbour and its Cranes"."""
    if not unit.sentence.words or unit.sentence.words[-1].text in {"!", ";"}:
        return False
    if any(word.text == "|" for word in unit.sentence.words):
        return True
    if len(spoken) > 1 and spoken[0].lower() in NOUNS_TOO and spoken[1].lower() in _TELLS_OF:
        return True
    capital = all(word[:1].isupper() for word in spoken[1:])
    if 2 <= len(spoken) <= _SHORT and spoken[0].lower() in LABELS and capital:
        return unit.sentence.words[-1].text != "." or unit.sentence.end < unit.block.end
    long = [word for word in spoken if len(word) >= _LONG_WORD and word.isalpha() and word not in _SMALL]
    return len(long) >= _LEAST and all(word[:1].isupper() for word in long) and not _is_shouted(spoken)


def _is_shouted(spoken: list[str]) -> bool:
    """Tell whether everything stands in capitals, where they tell nothing."""
    return all(word.isupper() for word in spoken)


def _is_in(advice: Advice, place: int) -> bool:
    return advice.action.start <= place < advice.action.end
