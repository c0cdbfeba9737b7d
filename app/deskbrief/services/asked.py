"""How strongly a recommendation is put, in the words of its source."""

from __future__ import annotations

import re

from deskbrief.document.model import Document
from deskbrief.document.outline import Recommendation
from deskbrief.document.spans import Span
from deskbrief.services.curation import Item

#: What a recommendation is called that is a bare command, such as "Report on time".
IMPERATIVE = "imperative"
#: Words that tell how strongly something is asked where a sentence begins with them.
_STRONG = re.compile(
    r"\b(?:must|shall|should|ought|could|might|may|can|need\w*|let|better|imperative|essential|vital|crucial|"
    r"critical|necessary|important|urgent|advisable|recommend\w*|urg(?:e[sd]?|ing)|advis\w+|suggest\w*|"
    r"propos\w+|encourag\w+|consider\w*|calls? (?:on|upon|for)|(?:is|are|has|have) to)\b",
    re.IGNORECASE,
)
#: Verbs with which a source asks for something, in the forms in which it does: "we are recommending".
_BENT = re.compile(r"\b(recommend|suggest|call|ask|request|urg|advis|propos|encourag)(?:es|ed|ing|s|e)\b")
_BASES = {"urg": "urge", "advis": "advise", "propos": "propose", "encourag": "encourage"}
#: What may stand before the first word of an item of a list.
_MARKERS = " \t\n-–—•*·"


def strength_of(item: Item[Recommendation], document: Document) -> str:
    """Return the words that tell how strongly it is asked; a command has only its verb, and is called so."""
    advice, words = item.value, item.value.wording
    said = (advice.action, document.quote(item.span).lstrip(_MARKERS))
    begins = any(text.casefold().startswith(words.casefold()) for text in said)
    if words and begins and not _STRONG.search(words):
        return IMPERATIVE
    if _STRONG.match(words):
        words = words[:1].lower() + words[1:]
    return _BENT.sub(lambda verb: _BASES.get(verb[1], verb[1]), words) or advice.strength


def core_of(item: Item[Recommendation], document: Document) -> Span | None:
    """Return the words that recommend, unless the passage begins with what is to be done."""
    advice, passage = item.value, document.quote(item.span)
    begin = passage.find(advice.wording) if advice.wording else -1
    if begin < 0 or passage.casefold().startswith(advice.action[:begin].casefold()):
        return None
    return Span(item.span.start + begin, item.span.start + begin + len(advice.wording))
