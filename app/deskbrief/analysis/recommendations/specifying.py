"""Requirements of a specification: "A client MUST …" asks nobody to act, it says what a thing is to be like.

The key words are those of Bradner, "Key words for use in RFCs to Indicate Requirement Levels" (BCP 14, 1997).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.actors import is_body
from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.units import Unit

#: Requirements of a specification, and their share of all that its modal verbs ask.
_MANY, _MOSTLY = 20, 0.6
#: The share of requirements of people and offices from which a text is a directive.
_PEOPLE = 0.4
_KEY = re.compile(r"(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED)(?: NOT)?\b")
#: Parts of machines whose names are made like those of people.
_PARTS_WORDS = (
    "client server sender receiver recipient endpoint peer proxy host intermediary gateway router controller "
    "parser relay browser agent resolver initiator responder encoder decoder reader writer application "
    "library node producer consumer publisher subscriber handler loader compiler interpreter processor "
    "validator generator manager provider driver implementation"
)
_PARTS = frozenset(_PARTS_WORDS.split())


def requirements_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the requirements of a specification, none for any other text."""
    found, others, of_people = [], 0, 0
    for at, unit in enumerate(units):
        asked = best(unit.advice)
        led = unit.lead is not None and _KEY.match(text, unit.lead.wording.start)
        if led and not _is_in_capitals(text, unit):
            found.append(at)
        elif asked is not None and asked.form in {Form.MODAL, Form.VERB}:
            if _KEY.match(text, asked.wording.start) and not _is_in_capitals(text, unit):
                found.append(at)
                of_people += asked.addressee is not None and _is_people(asked.addressee.of(text))
            elif asked.form is Form.MODAL and asked.main:
                others += 1
    if len(found) < _MANY or len(found) < _MOSTLY * (len(found) + others) or of_people > _PEOPLE * len(found):
        return frozenset()
    return frozenset(found)


def _is_in_capitals(text: str, unit: Unit) -> bool:
    """Tell whether most words of a sentence are in capitals, so that its "MUST" tells nothing."""
    words = [word for word in unit.whole.of(text).split() if any(sign.isalpha() for sign in word)]
    return 2 * sum(word.isupper() for word in words) > len(words)


def remark_on(number: int) -> tuple[str, ...]:
    """Return what is to be said of a text with so many requirements that are not listed."""
    if not number:
        return ()
    required = f"its {number} requirements (MUST, SHALL, SHOULD in capitals)"
    return (f"This text is a specification: {required} are not listed as recommendations.",)


def _is_people(addressee: str) -> bool:
    last = addressee.rsplit(maxsplit=1)[-1].lower()
    return is_body(last) and last.removesuffix("s") not in _PARTS
