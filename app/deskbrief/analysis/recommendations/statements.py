"""Sentences that say in the words of advice how things are, how far they have come, or what a part tells."""

from __future__ import annotations

import re

#: How it is today: "Currently, owners have to apply in person", "Under current law boats must …".
_TODAY = re.compile(
    r"^\W{0,3}(?:currently|at present|presently|at the moment|as things stand|as it stands|"
    r"under (?:the )?(?:current|existing|present|prevailing) "
    r"(?:laws?|rules?|regulations?|system|scheme|arrangements?|legislation|regime|practice))\b"
    r"[^.;?!]{1,120}?\b(?:must|ha(?:s|ve) to|needs? to)\b"
    r"|\b(?:ha(?:s|ve) to|needs? to) be (?:\w{3,20} )?(?:manually|by hand)\b",
    re.IGNORECASE,
)
#: What has still to happen before something is done: "The plan still needs to be approved by the board".
_UNFINISHED = re.compile(
    r"\bstill (?:needs?|ha(?:s|ve)) to be (?:\w{3,20}ly )?(?:approved|ratified|signed|passed|finali[sz]ed|"
    r"confirmed|adopted|agreed|voted|cleared|authori[sz]ed|worked out|decided|determined|negotiated|seen)\b"
    r"(?!\s(?:before|within|now|soon|quickly|urgently|without|as soon|by (?:\d|the end|then|next|this|"
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october))\b)",
    re.IGNORECASE,
)
#: When something is to be expected, by a bare date: "The works should be completed in 2026".
_FORESEEN = re.compile(
    r"\bshould (?:now |also |all )?be (?:fully )?(?:completed?|finished|built|delivered|installed|"
    r"operational|up and running|open(?:ed)?|live|ready|rolled out) "
    r"(?:in|during|next|this|later|early|around|sometime|shortly|soon)"
    r"(?:[ -](?:in|on|the|of|early|late|later|mid|middle|next|this|first|second|third|fourth|last|half|"
    r"quarter|end|course|coming|spring|summer|autumn|fall|winter|year|month|week|(?:jan|febr)uary|march|"
    r"april|may|"
    r"june|july|august|(?:sept|nov|dec)ember|october|\d{4}|around|about)\b){0,6}\s?(?:[,.;:!)]|$)"
    r"|\bshould\b[^.;]{2,40}\bsometime (?:in|next|this|around|before|after|during)\b",
    re.IGNORECASE,
)
#: What somebody has to have or be to get something: "To apply, you must be over 18".
_TO_GET = re.compile(
    r"^\W{0,3}(?:in order )?to (?:apply|be eligible|qualify|enter|join|obtain|receive|register|vote)\b"
    r"[^,.;]{0,60},\s(?:you|one|they|applicants?|candidates?|owners?|users?|members?|people|"
    r"visitors?|students?|an? \w{3,20})\s(?:must|ha(?:s|ve) to|needs? to)\b",
    re.IGNORECASE,
)
#: How something strikes a writer ("It is odd that it should be so"), and what nobody should bear.
_STRIKES = re.compile(
    r"\bit (?:is|was|seems|seemed) (?:\w{2,12} ){0,2}"
    r"(?:interesting|surprising|strange|odd|curious|remarkable|"
    r"sad|ironic|natural|understandable|unthinkable|incredible|absurd|inconceivable|pity|shame|regrettable|"
    r"unsurprising|extraordinary|astonishing|shocking) that\b[^.;]{2,120}?\bshould\b"
    r"|\b(?:no one|nobody|no (?:child|family|mother|parent|person|man|woman|human being|worker|patient))\b"
    r"[^.;]{0,60}?\bshould (?:ever |have to )?(?:ever |have to )?"
    r"(?:die|suffer|lose|live|go (?:hungry|without)|fear|face|endure|experience|choose between)\b"
    r"|\bshould be of (?:\w{3,12} )?(?:interest|help|use|value|concern)\b"
    r"|\bno reason (?:why|that|for)\b[^.;]{2,160}?\bshould\b"
    r"|\b(?:this|that|it|which|they|these|those|news|results?|outcomes?|findings?|figures?|numbers?|answers?|"
    r"decisions?|facts?|reactions?) should(?: not|n['’]t) (?:really |greatly |much )?(?:surprise|shock|"
    r"astonish|"
    r"puzzle)\b"
    r"|\bshould(?: not|n['’]t) (?:really |greatly |much )?(?:surprise|shock|astonish|puzzle) (?:you|us|"
    r"anyone|"
    r"anybody|me|no one|nobody|(?:the |our )?readers?|observers)\b(?! (?:with|by)\b)"
    r"|^\W{0,3}(?:surely,? |clearly,? )?there must be (?:an?|some|another) (?:\w{3,12} )?(?:reason|mistake|"
    r"explanation|"
    r"misunderstanding|catch)\b"
    r"|\b(?:you|he|she|they) must be (?:very |so )?(?:tired|hungry|joking|kidding|mad|crazy|dreaming|"
    r"wondering|exhausted)\b"
    r"|\bshould (?:then |now |soon )?be (?:better able to\b|able to (?:easily )?(?:understand|guess|"
    r"appreciate|imagine) "
    r"(?:this|that|it|why)\b)",
    re.IGNORECASE,
)
#: A line that names what a part tells: "What Government should do now".
_TITLE = re.compile(
    r"\W{0,3}(?:what|how|why|where|when) (?:[\w’'-]{1,20} ){0,6}(?:should|must|needs? to|ha(?:s|ve) to) "
    r"[\w’'-]{1,20}(?: [\w’'-]{1,20}){0,7}:?",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|are|was|were)\b", re.IGNORECASE)
#: What a committee decides of its own papers: "That the Report be the Fourth Report of the Committee".
_PROCEDURE = re.compile(
    r"^\W{0,3}(?:\(?\w{1,3}\)\s)?(?:resolved|ordered)?\W{0,3}that (?:the|this|a) "
    r"(?:chair(?:man)?['’]?s? )?(?:draft )?(?:report|minutes|paragraphs?|chair(?:man)?|summary)\b"
    r"[^.;]{0,80}?\b(?:be (?:the \w{3,20} (?:special )?report|a report|read|adopted|agreed|reported|noted|"
    r"printed|embargoed|published|the chair)|do (?:make|report|take))\b",
    re.IGNORECASE,
)

#: Shown by what asks for something and is listed nowhere.
STATEMENTS = {
    "how it is today": _TODAY,
    "what is not done yet": _UNFINISHED,
    "what is needed to get something": _TO_GET,
    "how it strikes the writer": _STRIKES,
}
#: Shown by what asks for something and is listed only under a heading that announces advice.
FORESEEN = {"when it is to be expected": _FORESEEN}
#: Shown by sentences of every kind, none of which is listed.
PROCEDURES = {"a step of procedure": _PROCEDURE}


def is_title_of_part(sentence: str) -> bool:
    """Tell whether a line only names what is told below it: "What the ministry must do next"."""
    return _TITLE.fullmatch(sentence) is not None and _IS.search(sentence) is None
