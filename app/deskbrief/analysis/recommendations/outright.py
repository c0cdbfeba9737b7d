"""What a text asks for in so many words: "We recommend that …", "The fund should (1) publish …"."""

from __future__ import annotations

import re

from deskbrief.analysis.recommendations.addressees import addressee_of
from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.counting import counted_in
from deskbrief.analysis.recommendations.units import Unit, after_label
from deskbrief.document.outline import Strength

#: The beginnings of sentences that cannot be taken for anything but advice.
_OUTRIGHT = re.compile(
    r"(?:(?:and|so|thus|therefore|hence|finally|accordingly|in conclusion|in addition|additionally|"
    r"furthermore|moreover|further|overall|again|also|first|second|third|firstly|secondly|thirdly|lastly|"
    r"consequently|specifically|in particular),?\s+"
    r"|(?:to|for|based on|in light of|in view of|given)\s[^,.;:]{3,160},\s+)?"
    r"(?:(?:we|I)\s+(?:would\s+)?(?:(?:therefore|thus|also|further|strongly|hereby|respectfully)\s+)?"
    r"(?:(?:recommend|urge|implore|call\s+(?:on|upon))\b|"
    r"(?:encourage|request|ask|advise)\s+(?:that\s+)?(?:(?:all|every|both|each|our|your)\b|the\s+(?-i:[A-Z])|"
    r"(?-i:[A-Z])))"
    r"|(?:we|I)\s+(?:(?:also|therefore|strongly|firmly|would)\s+){0,2}(?:advise|recommend|urge)\s"
    r"(?:[^,.;:]{2,50}\s)?against\s"
    r"|(?:we|I)\s+(?:(?:also|therefore|strongly|firmly)\s+)?(?:believe|think|consider|"
    r"feel)\s+(?:that\s+)?it\s+is\s+"
    r"(?:(?:very|absolutely|therefore|also)\s+)?(?:essential|imperative|vital|crucial|important|necessary)\s+"
    r"(?:that|for\s+[^,.;:]{2,60}?\s+to)\b"
    r"|we(?:\s+would|['’]d)\s+(?:also\s+)?(?:like|want)\s+to\s+see\s+(?:the|all|every)\s"
    r"|(?-i:Directs|Instructs|Urges|Calls\s(?:up)?on|Requests|Encourages|Invites)\s"
    r"|it\s+is\s+(?:(?:therefore|thus|also|further|strongly|highly|hereby)\s+){0,2}recommended\s+that\b"
    r"|(?:its|their|the|this\s+(?:report|paper|study)['’]s)"
    r"(?:\s+(?:report|panel|committee|review|commission|study|paper|board|inquiry)['’]s)?"
    r"(?:\s+(?:main|first|key|central|chief|second|third|final|top|overall|"
    r"principal)){1,2}\s+recommendations?\s+"
    r"(?:is|are)\s+(?:that|to)\s"
    r"|there\s+is\s+(?:now\s+)?an?\s+(?:(?:very|most)\s+)?(?:urgent|pressing|clear|strong|critical|"
    r"immediate|dire|vital)\s+"
    r"need\s+(?:for\s+[^,.;:]{2,60}?\s+to|to)\b"
    r"|(?:\w{3,20}ing)\s[^.;:]{0,120}\sis\s(?:(?:strongly|highly|also|therefore)\s){0,2}recommended\b"
    r"|it\s+is\s+(?:(?:therefore|thus|also|now|absolutely)\s+)?(?:essential|imperative|vital|crucial)\s+"
    r"(?:that|for\s+[^,.;:]{2,60}?\s+to)\b(?!\s+(?:note|understand|know|remember|recogni[sz]e)\b))",
    re.IGNORECASE,
)
_OUTRIGHT_FORMS = frozenset({Form.VERB, Form.ADJECTIVE, Form.WISH})


def is_said_outright(text: str, unit: Unit) -> bool:
    """Tell whether the text itself asks for it in so many words ("We recommend that the ministry …")."""
    if _counts_deeds(text, unit) or _are_advised(unit):
        return True
    asks = any(one.main and one.form in _OUTRIGHT_FORMS and not one.negated for one in unit.advice)
    return asks and bool(_OUTRIGHT.match(text, after_label(text, unit), unit.sentence.end))


def _are_advised(unit: Unit) -> bool:
    """Tell whether somebody is advised in the passive, now: "Residents are advised not to draw water"."""
    asked, tree = best(unit.advice), unit.tree
    if asked is None or tree is None or asked.form is not Form.VERB or not asked.main or not asked.addressee:
        return False
    at = tree.sentence.word_at(asked.wording.start)
    if at < 0 or tree.lemma(at) not in {"advise", "urge"} or tree.child(at, {"agent"}) >= 0:
        return False
    return any(tree.words[c].tag in {"VBP", "VBZ"} for c in tree.kids(at, {"auxpass"}))


def _counts_deeds(text: str, unit: Unit) -> bool:
    """Tell whether the text counts what somebody should do: "The fund should (1) publish …; (2) train …"."""
    asked = best(unit.advice)
    if asked is None or asked.form is not Form.MODAL or asked.strength is not Strength.SHOULD:
        return False
    own = asked.main and asked.speaker is None and not asked.negated and asked.wording.end < unit.whole.end
    if not own or counted_in(text, asked.wording.end, unit.whole.end) is None:
        return False
    return bool(addressee_of(text, asked, unit.tree))
