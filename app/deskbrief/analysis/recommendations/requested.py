"""What letters ask of their reader: "Please send it by Friday", "Could you …?", "Let me have your view"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

#: Who is spoken to first: "Kofi, please call", "Anna and Ben – could you".
_NAME = r"(?:(?P<whom>[A-Z][\w’'-]{1,20}(?:(?:,| and| &)? [A-Z][\w’'-]{1,20}){0,3})\s?[,:–—-]\s)?"
_BEFORE = (
    r"\W{0,3}(?:(?:[Aa]lso|[Aa]nd|[Ss]o|[Tt]hen|[Bb]ut|[Ff]inally|[Nn]ow|[Aa]gain|[Ii]n the meantime|"
    r"[Mm]eanwhile|"
    r"(?:[Ii]f|[Oo]nce|[Ww]hen|[Aa]fter|[Bb]efore|[Bb]y|[Tt]o|[Ff]or)\s[^,.;:?!]{2,80}),?\s)?"
)
_ASKS = re.compile(
    rf"{_BEFORE}{_NAME}(?P<wording>"
    r"(?:[Cc]ould|[Cc]an|[Ww]ould|[Ww]ill)\s(?:you|everyone|everybody|somebody|someone|all)(?:\s(?:all|both|"
    r"each))?"
    r"(?:\s(?:please|kindly|also|perhaps)){0,2}(?:\sbe\sso\skind\sas\sto)?"
    r"|[Pp]lease,?(?:\s(?:do|also|kindly|could you|can you|all)){0,2}|[Kk]indly"
    r"|(?:I|[Ww]e)(?:['’]d|\swould)\s(?:be\s(?:very\s)?(?:grateful|glad)|(?:much\s|"
    r"really\s)?appreciate\sit)\sif\syou\s"
    r"(?:could|would)"
    r"|(?:I|[Ww]e)(?:\swould\slike|['’]d\slike|\sneed|\swant)\s(?:you|everyone|all of you)\sto)"
    r",?\s(?P<not>not\s)?(?P<verb>[a-z]{2,20})\b"
)
_LET = re.compile(
    rf"{_BEFORE}{_NAME}(?:[Pp]lease,?\s|[Cc]ould you (?:please )?)?(?P<wording>[Ll]et\s(?:me|us))\s(?:have|"
    rf"know)\b"
)
#: By when: a time of day, a day, a date, or soon.
_WHEN = re.compile(
    r"\b(?:by|before|until|no later than|not later than|on or before)\s(?:\d|noon|midday|midnight|tomorrow|"
    r"tonight|today|"
    r"lunchtime|(?:the )?(?:end|close|start|beginning) of|cob\b|eod\b|this\b|next\b|the \d|"
    r"(?:the )?(?:coming |following )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:early|late|mid)\b|(?:jan|febr)uary\b|march\b|april\b|"
    r"may\b|june\b|july\b|"
    r"august\b|(?:sept|nov|dec)ember\b|october\b)|\bas soon as (?:you can|possible)\b|\basap\b",
    re.IGNORECASE,
)
#: What is no request: what is only said to be so, or politely.
_NO_REQUESTS_WORDS = (
    "find note see accept be excuse forgive remember feel bear visit click subscribe rsvp enjoy join follow "
    "imagine believe think say tell have do get"
)
_NO_REQUESTS = frozenset(_NO_REQUESTS_WORDS.split())
_MORE_VERBS_WORDS = (
    "reply return confirm forward circulate bring book email phone fill vote pay advise arrange attend inform"
)
_VERBS = (IMPERATIVES | frozenset(_MORE_VERBS_WORDS.split())) - _NO_REQUESTS
#: Whom a question asks that only has the form of a request, without "please": "Can you", "Will everyone".
_BARE = re.compile(r"(?:[Cc]ould|[Cc]an|[Ww]ould|[Ww]ill)\s(?:you|every|some|all)")
_POLITE = re.compile(r"\b(?:please|kindly|so\skind)\b", re.IGNORECASE)
#: What a writer holds against the reader, or only asks about: "Will you keep selling arms?".
_HELD_AGAINST = re.compile(
    r"(?:keep|stop\sat|go\son)\s(?:on\s)?\w{2,15}ing\b"
    r"|(?:continue|persist|dare|refuse|abandon|betray|sacrifice|deny|tolerate|starve|look\saway)\b"
    r"|(?:stand|sit|look)\s(?:by|idly|there|back|aside|on)\b|watch\s(?:them|it|as|while)\b"
    r"|wait\s(?:until|till|for)\s(?:another|more|some(?:body|one)|the\snext)\b"
    r"|ignore\s(?:the(?!\s(?:last|previous|first|earlier)\b)|them|us|our|their|those|these)\b"
    r"|(?:let|allow|permit)\s(?!(?:\w{2,15}\s){1,3}know\b)(?:them|it|this|these|those|an?|another|more|"
    r"our|his|"
    r"people|children|things)\b"
    r"|[^?.;]{0,60}\byour\sown\s(?:child(?:ren)?|sons?|daughters?|family|mother|father|parents|kids|brother|"
    r"sister|home|country|life)\b"
    r"|[^?.;]{0,60}\b(?:ever|honestly|seriously|one\s(?:single\s)?\w{3,15}\swho)\b",
    re.IGNORECASE,
)
#: How a letter begins, and code points of its beginning.
_GREETS = re.compile(
    r"^\W{0,3}(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^\n.!?]{0,60}[,:!–—-]?\s{0,2}$"
    r"|^(?:from|to):\s[^\n]{2,120}\n(?:[^\n]{0,120}\n){0,4}subject:\s",
    re.IGNORECASE | re.MULTILINE,
)
_BEGINNING = 1_500


def is_letter(text: str) -> bool:
    """Tell whether a text greets its reader where it begins, or has the head of a mail."""
    return _GREETS.search(text[:_BEGINNING]) is not None


def requested_in(text: str, span: Span, tree: Tree | None, *, letter: bool = False) -> Iterator[Advice]:
    """Yield what a sentence asks of its reader; only with a deadline where the text is no `letter`."""
    match = _asking(text, span, letter=letter)
    if match is None or not (letter or has_deadline(text, span)):
        return
    end = span.start + len(span.of(text).rstrip(" .;,!?\n"))
    asked = match.re is _ASKS
    start = (match.start("not") if match["not"] else match.start("verb")) if asked else match.start("wording")
    if start >= end:
        return
    yield Advice(
        form=Form.WISH,
        strength=Strength.SHOULD,
        wording=Span(*match.span("wording")),
        action=Span(start, end),
        addressee=_named(match, tree),
        negated=asked and match["not"] is not None,
    )


def _named(match: re.Match[str], tree: Tree | None) -> Span | None:
    """Return who is spoken to by name, none where the word before only joins."""
    if match["whom"] is None or tree is None:
        return None
    at = tree.sentence.word_at(match.start("whom"))
    named = at >= 0 and (tree.words[at].entity == "PERSON" or tree.words[at].tag == "NNP")
    return Span(*match.span("whom")) if named else None


def _asking(text: str, span: Span, *, letter: bool) -> re.Match[str] | None:
    match = _ASKS.match(text, span.start, span.end)
    if match is not None and match["verb"] in _VERBS:
        return None if _only_asks(text, span, match, letter=letter) else match
    return _LET.match(text, span.start, span.end)


def _only_asks(text: str, span: Span, match: re.Match[str], *, letter: bool) -> bool:
    """Tell whether a question wants an answer and no deed: "Will everyone pay?", "Will you let it sink?"."""
    if not _BARE.match(match["wording"]) or _POLITE.search(text, span.start, span.end):
        return False
    will = match["wording"].lower().startswith("will") and "you" not in match["wording"]
    return not letter or will or _HELD_AGAINST.match(text, match.start("verb"), span.end) is not None


def has_deadline(text: str, span: Span) -> bool:
    """Tell whether a sentence says by when something is to be done."""
    return _WHEN.search(text, span.start, span.end) is not None


def is_request(text: str, span: Span, *, letter: bool) -> bool:
    """Tell whether a sentence asks its reader for something with a deadline, or without one in a letter."""
    return _asking(text, span, letter=letter) is not None and (letter or has_deadline(text, span))
