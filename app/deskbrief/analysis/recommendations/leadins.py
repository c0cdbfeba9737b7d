"""Sentences that announce a list or table of things to do, and pass on who should do them and how firmly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.vocabulary import ACTIONS, NOT_ACTIONS
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

_WORD = re.compile(r"[^\W\d_]+")
_SAYS_WHO = "an item under a lead-in that says who should act"
UNDER_NAME = "an item under the name of the addressee"
ANNOUNCED = "an item under announced recommendations"
_OFFERS = re.compile(
    r"\b(?P<modal>could|might|may|can|should|would)\s+(?:also\s+|then\s+)?"
    r"(?:include|(?<!can )(?<!may )be(?! (?:balanced|supported|complemented|accompanied|combined|matched|"
    r"followed)\b)|involve|comprise|consist of|entail|encompass)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:recommended|proposed|suggested|needed|necessary|required|possible|urgent|key policy|"
    r"practical|concrete)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:following|these|several|two|three|four|five|six|seven|eight|nine|ten|"
    r"\d{1,2})\s+(?:\w{1,20}\s+)?recommendations?\b"
    r"|\brecommendations?\s+(?:to|for|are|include|follow)\b|\brecommends?\s+(?:that|the following)\b"
    r"|\brecommends?(?:\s+to\s+[^,;:]{2,40})?$",
    re.IGNORECASE,
)
_TO = re.compile(r"^[Tt]o\s+(?P<whom>(?:[Tt]he\s+)?[A-Z][^,;.]{2,80})$")
_FOR = re.compile(r"^For\s+(?P<whom>(?:[Tt]he\s+)?(?!example|instance|more|further)[^\W\d_][^,;.:\d]{2,60})$")
_THAT = re.compile(
    r"\b(?i:recommends?|urges?|calls? (?:up)?on|propose[sd]?|advises?|asks?|requests?|invites?|"
    r"encourages?|directs?|instructs?|orders)\s+"
    r"(?:that\s+|that,\s[^,;:]{3,80},\s)?(?P<whom>(?:the\s+)?[A-Z][^,;:]{1,80}?)(?:\s+to|\s+should)?$"
)
#: Who is to decide what follows, as papers for a council put it: "That Cabinet:", "That the Committee:".
_THAT_BODY = re.compile(
    r"^(?:RESOLVED,? |Recommended,? |\d{1,2}[.)] )?[Tt]hat (?P<whom>(?:[Tt]he\s+)?"
    r"(?:[A-Z][\w’'-]{1,20} ){0,4}(?:Cabinet|Council|Committee|Board|Panel|Executive|Assembly|Authority|"
    r"Commission|Trust|Members|Governors|"
    r"Trustees))$"
)
_RECOMMENDATIONS_TO = re.compile(r"\brecommendations?\s+(?:to|for)\s+(?P<whom>(?:the\s+)?[A-Za-z].{1,70})$")
#: Imperatives that ask the reader to mind or fetch the things that follow: "Don't forget: …".
_MINDING_WORDS = (
    "forget remember bring pack note see read visit check use watch imagine recall compare choose pick "
    "try ask look meet get click contact consult select enter type run say share explain mention tell "
    "remind discuss answer ask complete fill gather prepare download install open learn dig talk discover "
    "browse explore"
)
_MINDING = frozenset(_MINDING_WORDS.split())
_MINDS_TO = re.compile(
    r"\bconsider\s(?:also\s)?(?:reading|visiting|watching|checking|looking|asking|meeting|contacting)\b",
    re.IGNORECASE,
)
_DO_NOT = re.compile(r"(?:please )?(?:do not|don['’]ts?|never)", re.IGNORECASE)
#: Characters of the longest lead-in that a word in it tells.
_SHORT = 60
#: What only announces the items.
_FOLLOWING = re.compile(
    r"(?:^|\s)(?:(?:at least|all|each|one|any|either) (?:of )?)?"
    r"(?:the|these) (?:following|\w{3,6})(?: \w{1,20}){0,2}$"
    r"|(?:^|\s)as follows$"
)
#: How a lead-in ends whose items say which things are meant: "nominate assets that", and its words at most.
_RELATIVE, MOST_RELATED = (
    re.compile(r"\s(?:that|which|who|where|whose)(?: (?:are|is|have|has|can|may|will))?$", re.IGNORECASE),
    12,
)
#: The items say what something else does that was named before: "It advises the minister, so that it: …".
_OF_ANOTHER = re.compile(r"\bthat (?:it|they|he|she)$", re.IGNORECASE)
#: Small words with a capital, which stand where the heads of two columns were read as one line.
HEADS = re.compile(r"\s(?:In|Of|To|For|By|On|With|From|Under|At)\s")
#: What makes "have to" a supposition: "they would have to".
_SUPPOSED = re.compile(r"\b(?:would|might|could|may|did)(?:\sthen|\salso)?\s$", re.IGNORECASE)
#: Words of the longest verb that items complete.
MOST_COMPLETED = 6
_PAST = re.compile(
    r"\b(?:included|taken so far|were|was|had|have been|has been|adopted|implemented)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in passes on to the items that follow it.

    `addressee` is empty when the lead-in does not say who should act; `wording` carries the strength;
    `each` tells that every item begins with who should act ("We call on: - the Council to …"), `commands`
    that it is itself an imperative, and `command` its words, which items that are no clause go on from
    ("Require reviews: - of all offers"). `verb` is the verb that items without one complete ("include", of
    "the report should include:"), "" when each item says by itself what is to be done; `against` tells that
    the items are not to be done, `deeds` that they name what is to be done ("Testing the pumps").
    """

    span: Span
    addressee: str
    strength: Strength
    wording: Span
    rule: str
    firm: bool = True
    each: bool = False
    commands: bool = False
    command: str = ""
    verb: str = ""
    against: bool = False
    deeds: bool = False

    @property
    def related(self) -> bool:
        """Tell whether the items say which things are meant: "nominate assets that: - are in use"."""
        return _RELATIVE.search(self.verb) is not None


def lead_of(text: str, span: Span, advice: list[Advice]) -> Lead | None:
    """Return what the sentence at `span`, which ends with a colon, announces; none when it is not advice.

    `advice` is what the sentence itself asks for.
    """
    sentence = " ".join(span.of(text).split()).rstrip(": ")
    if not sentence or _announces_something_else(sentence) or _is_told_of_others(text, advice):
        return None
    if _OF_ANOTHER.search(sentence):
        return None
    return (
        _against(span, sentence)
        or _asked(text, span, advice)
        or _called(text, span, sentence)
        or _left_open(text, span)
        or _given(text, span, sentence)
        or _offered(text, span, sentence)
    )


def _is_told_of_others(text: str, advice: Sequence[Advice]) -> bool:
    """Tell whether a lead-in reports what somebody suggested once, which asks for nothing now."""
    return any(one.speaker is not None and one.wording.of(text).lower() == "suggested" for one in advice)


def _against(span: Span, sentence: str) -> Lead | None:
    """Build the lead of "Don't:"."""
    if not _DO_NOT.fullmatch(sentence):
        return None
    return Lead(
        span, "", Strength.SHOULD, span, "an item under an imperative lead-in", commands=True, against=True
    )


def _announces_something_else(sentence: str) -> bool:
    """Tell whether the noun that the sentence announces names reasons, risks or facts."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    announced = [word for word in words if word in ACTIONS or word in NOT_ACTIONS]
    if not announced:
        return False
    if "following" in words:
        after = words[words.index("following") + 1 :][:4]
        named = [word for word in after if word in ACTIONS or word in NOT_ACTIONS]
        if named:
            return named[-1] in NOT_ACTIONS
    return announced[0] in NOT_ACTIONS


def _asked(text: str, span: Span, advice: list[Advice]) -> Lead | None:
    """Build the lead of "The U.S. should consider the following initiatives:"."""
    for one in advice:
        if one.form is Form.NEED and _SUPPOSED.search(text, span.start, one.wording.start):
            return None
        if one.form in {Form.MODAL, Form.NEED, Form.VERB, Form.ADJECTIVE} and one.main and not one.negated:
            addressee = one.addressee.of(text) if one.addressee else _named(text, span)
            return Lead(
                span, addressee, one.strength, one.wording, _SAYS_WHO, verb=_completed(text, span, one)
            )
    if advice and advice[0].form is Form.IMPERATIVE:
        rule = "an item under an imperative lead-in"
        verb = advice[0].wording.of(text).split()[-1].lower()
        minds = verb in _MINDING or _MINDS_TO.search(span.of(text)) is not None
        firm = not minds or any(word.lower() in ACTIONS for word in _WORD.findall(span.of(text)))
        command = words_of(text, advice[0].wording.start, span.end)
        if _is_titled(command):
            return None
        related = command if _RELATIVE.search(command) else ""
        return Lead(
            span,
            "",
            advice[0].strength,
            advice[0].wording,
            rule,
            firm=firm,
            commands=True,
            command=command,
            verb=related,
        )
    return None


def _is_titled(command: str) -> bool:
    """Tell whether a lead-in is the head of a column and no command: "Review Authorities In response to"."""
    return HEADS.search(command) is not None and not command.isupper()


def _completed(text: str, span: Span, advice: Advice) -> str:
    """Return the verb of a lead-in that its items complete: a few words up to the colon."""
    asked = words_of(text, advice.action.start, span.end)
    if _RELATIVE.search(asked) and len(asked.split()) <= MOST_RELATED:
        return asked
    if advice.form not in {Form.MODAL, Form.NEED} or advice.wording.end >= span.end:
        return ""
    words = " ".join(text[advice.wording.end : span.end].split()).rstrip(": ")
    words = _FOLLOWING.sub("", words)
    return words if 0 < len(words.split()) <= MOST_COMPLETED and words[:1].islower() else ""


def words_of(text: str, start: int, end: int) -> str:
    """Return a stretch on one line, without the colon at its end."""
    return " ".join(text[start:end].split()).rstrip(": ")


#: A lead-in that breaks off behind the words that ask: "The ministry should:", "Banks are urged to:".
_OPEN_END = re.compile(
    r"(?P<who>[^\n:;]{2,120}?),?\s(?:also\s|in particular,?\s|therefore\s|now\s|then\s|urgently\s)?"
    r"(?P<wording>must|should|ought to|needs? to|ha(?:s|ve) to|will (?:need|have) to|"
    r"(?:is|are) (?:urged|encouraged|advised|recommended|invited|requested|asked|called (?:up)?on) to)"
    r"(?:\s(?:also|therefore|in particular))?\s?:?\s*",
    re.IGNORECASE,
)
_FIRM = re.compile(r"must|need|have|has", re.IGNORECASE)
#: Who is meant there only within the text, and what such a lead-in is a condition of.
_NOBODY = frozenset({"he", "i", "it", "she", "that", "they", "this", "we", "which", "who", "you"})
_TO_GET = re.compile(
    r"(?:in order )?to (?:apply|be|become|enter|get|join|obtain|open|qualify|receive|register|use)\b",
    re.IGNORECASE,
)


def _left_open(text: str, span: Span) -> Lead | None:
    """Build the lead of "The ministry in particular needs to:", which no verb completes."""
    match = _OPEN_END.fullmatch(text, span.start, span.end)
    if match is None or _TO_GET.match(match["who"]) or _PAST.search(match["who"]):
        return None
    who = " ".join(match["who"].rpartition(", ")[2].split())
    who = "" if who.lower() in _NOBODY else who
    strength = Strength.MUST if _FIRM.match(match["wording"]) else Strength.SHOULD
    return Lead(span, who, strength, Span(*match.span("wording")), _SAYS_WHO)


_CALLS = re.compile(
    r"\b(?i:recommends?|urges?|calls? (?:up)?on|encourages?|invites?|advises?|directs|instructs|requests|"
    r"orders)\s+"
    r"(?:that\s+|that,\s[^,;:]{3,80},\s)?"
    r"(?:the\s+)?[A-Z][^,;:]{1,80}?(?:\s+to|\s+should)?$"
)


_EACH = re.compile(r"\b(?:calls? (?:up)?on|urges?|encourages?)(?: the following)?$", re.IGNORECASE)


def _called(text: str, span: Span, sentence: str) -> Lead | None:
    """Build the lead of "It calls on Member States to:", however the model has read it."""
    match = _CALLS.search(sentence)
    each = _EACH.search(sentence)
    match = match or each
    if match is None or _PAST.search(sentence):
        return None
    verb = match[0].split()[0]
    start = text.find(verb, span.start, span.end)
    wording = Span(start, start + len(verb))
    whom = "" if each else _named(text, span)
    return Lead(span, whom, Strength.SHOULD, wording, _SAYS_WHO, each=each is not None)


#: "It is proposed that:", "The board proposes:".
_PROPOSES = re.compile(
    r"\b(?:proposes?|demands?|(?<=is )proposed|(?<=hereby )proposed)(?: that| the following)?$", re.IGNORECASE
)


def _puts_forward(sentence: str) -> re.Match[str] | None:
    """Return the words of a short lead-in that put something forward, none for any other."""
    if len(sentence) >= _SHORT:
        return None
    return re.search("recommend", sentence, re.IGNORECASE) or _PROPOSES.search(sentence)


def _named(text: str, span: Span) -> str:
    """Return X of "We recommend that X:"."""
    match = _THAT.search(" ".join(span.of(text).split()).rstrip(": "))
    return match["whom"] if match else ""


def _given(text: str, span: Span, sentence: str) -> Lead | None:
    """Build the lead of "We make the following two recommendations to State:" and "To the Secretary:"."""
    body = _THAT_BODY.match(sentence)
    if body:
        return Lead(span, body["whom"], Strength.SHOULD, span, _SAYS_WHO)
    whom = _TO.match(sentence) or _FOR.match(sentence)
    if whom:
        return Lead(span, whom["whom"], Strength.SHOULD, span, UNDER_NAME, firm=False)
    match = _GIVES.search(sentence) or _puts_forward(sentence)
    if match is None or _PAST.search(sentence):
        return None
    to = _RECOMMENDATIONS_TO.search(sentence)
    said = "recommend" if "recommend" in sentence.lower() else match[0].split()[0].lower()
    start = span.start + text[span.start : span.end].lower().find(said)
    wording = Span(start, start + len(said))
    while wording.end < span.end and text[wording.end].isalpha():
        wording = Span(wording.start, wording.end + 1)
    return Lead(
        span,
        to["whom"].strip() if to else "",
        Strength.SHOULD,
        wording,
        ANNOUNCED,
    )


def _offered(text: str, span: Span, sentence: str) -> Lead | None:
    """Build the lead of "A practical approach might include:"."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    if not any(word in ACTIONS for word in words) or _PAST.search(sentence):
        return None
    match = _OFFERS.search(text, span.start, span.end)
    if match:
        firm = match["modal"].lower() in {"should", "would"}
        strength = Strength.SHOULD if firm else Strength.COULD
        return Lead(
            span,
            "",
            strength,
            Span(match.start(), match.end()),
            "an item under a lead-in that offers actions",
        )
    proposed = _PROPOSED.search(text, span.start, span.end)
    if proposed and len(words) < 14:
        return Lead(
            span,
            "",
            Strength.SHOULD,
            Span(proposed.start(), proposed.end()),
            "an item under proposed actions",
        )
    return None


#: What names the steps of something that was asked for: "Key steps include:".
_STEPS = re.compile(
    r"(?:(?:some|the|our|other|these|its)\s)?(?:(?:most\s)?[a-z-]{3,15}\s){0,2}"
    r"(?:steps|measures|actions|solutions|reforms|priorities|interventions|initiatives|strategies|policies|"
    r"proposals|options|changes|recommendations)"
    r"(?:\s(?:to|for|in|towards|that|which|of)\s[^:.;]{2,80})?\s"
    r"(?P<wording>(?:would\s)?(?:include|involve|be|are))(?:\sthe\sfollowing)?",
    re.IGNORECASE,
)


def steps_of(text: str, span: Span) -> Lead | None:
    """Return what "Key steps include:" announces, where the text before asks for what has these steps."""
    sentence = " ".join(span.of(text).split()).rstrip(": ")
    match = _STEPS.fullmatch(sentence)
    if match is None or _PAST.search(sentence) or _announces_something_else(sentence):
        return None
    start = text.find(match["wording"], span.start, span.end)
    wording = Span(start, start + len(match["wording"])) if start >= 0 else span
    return Lead(span, "", Strength.SHOULD, wording, "an item under the steps of what is asked", deeds=True)
