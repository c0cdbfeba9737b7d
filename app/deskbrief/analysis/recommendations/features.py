"""The named properties of a sentence that speak for or against its being a recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.vocabulary import ADVISING
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.model import BlockKind
from deskbrief.document.outline import Strength

_ATTRIBUTION = re.compile(
    r"\baccording to\b|\b(?:officials|guidance|standards?|criteria|orders?|protocols?|polic(?:y|ies)|"
    r"manuals?|regulations?|laws?|acts?|"
    r"statutes?|rules?|practices|principles|reports?|memorand(?:um|a)|agreements?|requirements?|circulars?|plans?|bills?)\b[^.]{0,60}?\b"
    r"(?:states?|stated|says?|said|requires?|required|dictates?|indicates?|indicated|calls? for|"
    r"called for|notes?|noted|specif(?:y|ies)|direct(?:s|ed)?|"
    r"recommends?|recommended|provides? that|establish(?:es)?|identif(?:y|ies|ied))\b|\bunder (?:the|"
    r"an?|this|these|federal|state|ESEA)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|stated|told|noted|reported|explained|decided|agreed|testified|asked|described|argued)\b",
    re.IGNORECASE,
)
_HAVE = re.compile(
    r"\b(?:should|must|could|ought to)(?: not|n['’]t)? have (?!to\b)[a-z]{1,12}(?:ed|en|own|ne|ught|ade|"
    r"id|un|et)\b",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\bshould (?:not )?(?:be able to|have the (?:right|option|ability|opportunity)|be allowed to|"
    r"be permitted to)\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:should|must|need to|needs to)(?: also| not| only)? be (?:required|limited|prohibited|barred|"
    r"banned|held|made|given|provided|notified|removed|forced|obligated|subject)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere (?:should|must|needs? to|ought to|has to|have to) be\b|\bthere (?:needs?|shall)\b",
    re.IGNORECASE,
)
_NEGATED_NEED = re.compile(
    r"\b(?:do|does|did|would|is|was) ?(?:not|n['’]t) (?:need|have|require|believe|think|feel)|"
    r"\bno need\b|\bneed not\b",
    re.IGNORECASE,
)
_I_THINK = re.compile(
    r"\bI (?:also |strongly |do |just |really |would |truly |firmly )?(?:think|believe|feel|agree|"
    r"suggest|propose|recommend|would|hope|urge)\b|\bin my opinion\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\bplease\b|\blet['’]?s\b|^\W{0,3}let\b|\bwould like to see\b|\bwhy not\b|\bhow about\b|\bI hope\b|"
    r"\bcan (?:there|we|you)\b|\bwould be (?:nice|better|helpful|great|good|wise|best)\b|\bwant to see\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"^\W{0,3}(?:no|stop|enough|do not|don['’]t|never)\b", re.IGNORECASE)
_CONDITION_FIRST = re.compile(
    r"^\W{0,3}(?:if|when|once|unless|until|before|after|where|in order)\b", re.IGNORECASE
)
_CONTRAST_FIRST = re.compile(
    r"^\W{0,3}(?:and|but|or|so|then|also|however|therefore|thus|additionally|furthermore|finally|"
    r"instead|in addition|moreover)\b",
    re.IGNORECASE,
)
_SUBORDINATE_FIRST = re.compile(
    r"^\W{0,3}(?:because|since|which|who|that|although|while|whereas|as)\b", re.IGNORECASE
)
_EVALUATION = re.compile(
    r"\bshould(?: not|n['’]t)? (?:be (?:illegal|legal|ashamed|noted|concern\w{0,4}|aware|clear|easy|"
    r"obvious|enough|fine|ok|okay|fair|hard|"
    r"difficult|burdensome|simple|a problem|no problem|surprised|surprising)|have no (?:problem|trouble|"
    r"reason)|want to|already|know|come as)\b",
    re.IGNORECASE,
)
_EPISTEMIC = re.compile(
    r"\bmust be (?:a |an |the |some )?(?:mistake|reason|kidding|nice|one|someone|crazy)\b|"
    r"\bmust (?:admit|say|confess)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\b(?:why|how|what) (?:should|must|would|do|does)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"\b(?:please note|(?:important|necessary|essential|crucial|vital) to (?:note|remember|recognise|"
    r"recognize|understand|know)|keep in mind|bear in mind)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:by law|is required by|are required to|is required to|required under|must comply)\b", re.IGNORECASE
)
_MARKED = re.compile(
    r"\brecommendations?\s*[#(]?\s?\d|^\W{0,3}recommendations?\s?:|\(recommendation", re.IGNORECASE
)
_QUOTED = re.compile(r"^\W{0,2}[“\"][^”\"]{3,300}[”\"]\W{0,3}$")
_MODEL = re.compile(r"\b(?:should|must)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:my|me|I|I['’]m|I['’]ve)\b")
_NUMBER = re.compile(r"\d")
_OFFICES = frozenset(
    [
        "secretary",
        "administrator",
        "commissioner",
        "director",
        "congress",
        "assistant",
        "minister",
        "government",
        "president",
        "attorney",
        "under",
        "chief",
        "council",
        "commission",
        "department",
        "office",
        "board",
        "agency",
        "parliament",
        "ministry",
        "governor",
        "committee",
    ]
)
_ASKING = frozenset({"should", "must", "needs", "need", "ought", "shall"})
_SMALL = frozenset({"of", "for", "the", "and", "to", "&", "on", "all"})


def features(text: str, unit: Unit) -> set[str]:
    """Return the names of the properties that a sentence has."""
    sentence = " ".join(unit.sentence.span.of(text).split())
    found = set(_of_form(unit))
    found.update(_of_place(unit))
    found.update(name for name, pattern in _PATTERNS.items() if pattern.search(sentence))
    found.update(_of_words(sentence))
    found.update(_of_opening(sentence.split()[:14]))
    found.update(_of_parse(unit))
    if unit.advice and any(one.form is not Form.WEAK for one in unit.advice):
        found.update(f"{name}, asking" for name in ("attributed", "speech") if name in found)
    return found


_PATTERNS = {
    "attributed": _ATTRIBUTION,
    "speech": _SAID,
    "perfect infinitive": _HAVE,
    "should be able to": _ABLE,
    "should be required to": _REQUIRED,
    "there should be": _THERE,
    "need denied": _NEGATED_NEED,
    "the writer's opinion": _I_THINK,
    "a wish": _WISH,
    "a ban in few words": _NO_MORE,
    "a condition first": _CONDITION_FIRST,
    "joined to the sentence before": _CONTRAST_FIRST,
    "a subordinate clause": _SUBORDINATE_FIRST,
    "a judgement": _EVALUATION,
    "a guess": _EPISTEMIC,
    "asks why": _WHY,
    "only asks to take note": _NOTE,
    "tells a rule of law": _LAW,
    "marked as a recommendation": _MARKED,
    "only a quotation": _QUOTED,
    "about the writer": _FIRST,
}


def _of_form(unit: Unit) -> Iterator[str]:
    for one in unit.advice:
        yield f"{one.form.value} wording"
        if one.main:
            yield f"{one.form.value} wording in the main clause"
        if one.negated:
            yield f"negated {one.form.value} wording"
        if one.speaker is not None:
            yield "somebody else's advice"
        if one.addressee is not None and one.main and one.form is not Form.WEAK:
            yield "says who should act"
        if one.strength is Strength.MUST and one.form is Form.MODAL:
            yield "must"
        if one.form is Form.VERB and one.main and one.speaker is None and not one.negated:
            yield "the text's own advice"
    if not unit.advice:
        yield "no asking wording"
    if unit.advice and unit.advice[0].main and unit.advice[0].form is not Form.WEAK:
        yield "asks first of all"


def _of_zone(unit: Unit) -> Iterator[str]:
    zone = unit.zone.zone
    if zone is Zone.STRONG:
        yield "under a heading for recommendations"
        if unit.place == 0:
            yield "first in a block under such a heading"
        if unit.block.kind is BlockKind.LIST_ITEM:
            yield "a list item under such a heading"
    elif zone is Zone.WEAK:
        yield "under a heading for conclusions"
    elif zone is Zone.AGAINST:
        yield "under a heading for background"


def _of_place(unit: Unit) -> Iterator[str]:
    yield from _of_zone(unit)
    if unit.block.kind is BlockKind.LIST_ITEM:
        yield "a list item"
    if unit.place == 0:
        yield "first in its block"
    if unit.lead is not None:
        yield "under a lead-in"
        yield "first under a lead-in" if unit.place == 0 else "later under a lead-in"
    if unit.alike >= 0.5:
        yield "beside others of its kind"
    if unit.label is not None and unit.place == 0:
        yield "a labelled item"


def _of_opening(words: list[str]) -> Iterator[str]:
    """Yield what the words before the first modal verb say of who is to act."""
    at = next((at for at, word in enumerate(words) if word.lower() in _ASKING), 0)
    if not 0 < at <= 12:
        return
    subject = [word.strip(",()") for word in words[:at]]
    if at <= 5:
        yield "somebody should"
    named = [word for word in subject if word.lower() not in _SMALL]
    if named and all(word[:1].isupper() for word in named):
        yield "an institution should"
    if words[at].lower() == "should" and any(
        word.lower() in _OFFICES and word[:1].isupper() for word in subject
    ):
        yield "an office should"


def _of_words(sentence: str) -> Iterator[str]:
    words = len(sentence.split())
    if sentence.endswith("?"):
        yield "a question"
    if sentence.endswith("!"):
        yield "an exclamation"
    if words < 5:
        yield "very short"
    elif words > 45:
        yield "very long"
    elif words > 28:
        yield "long"
    if _NUMBER.search(sentence):
        yield "has figures"


def _of_parse(unit: Unit) -> Iterator[str]:
    if unit.tree is None or not unit.tree.words:
        return
    tree = unit.tree
    root = tree.words[tree.root]
    if root.tag in {"VBD", "VBN"} and not any(tree.words[c].tag == "MD" for c in tree.children[tree.root]):
        yield "told in the past"
    if root.tag in {"VBZ", "VBP"}:
        yield "told in the present"
    subject = tree.child(tree.root, {"nsubj", "nsubjpass"})
    if subject >= 0:
        who = tree.words[subject].text.lower()
        if who in {"we", "i"} and root.lemma.lower() not in ADVISING:
            yield "the writer acts"
        if who in {"you", "they", "he", "she", "it", "this", "that"}:
            yield f"about {who if who in {'you', 'they', 'it'} else 'somebody'}"
    elif root.pos in {"NOUN", "PROPN"}:
        yield "no verb"


def has_asking(advice: tuple[Advice, ...]) -> bool:
    """Tell whether there is a wording among `advice` that asks with more than "could"."""
    return any(one.form is not Form.WEAK for one in advice)
