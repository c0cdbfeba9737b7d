"""Advice found by patterns alone, for use before a model has read the text and without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.imperatives import starts_imperative
from deskbrief.analysis.recommendations.vocabulary import ADJECTIVES, ADVISING, MODALS, OWN_VOICE
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

_MODAL = re.compile(
    r"\b(?P<modal>must|should|shall|ought to|needs to|need to|has to|have to|could|might|may|can)\b"
    r"(?P<neg> not\b|n['’]t\b)?(?P<soft> consider\b| explore\b)?",
    re.IGNORECASE,
)
#: Forms of "should" and "needs to" that are slips of the pen, or that a model has not understood.
_SLIPS = re.compile(
    r"\b(?P<modal>must|should|shoud|shold|shoudl|shuld|ought to|needs? to|ha(?:s|ve) to)"
    r"(?P<neg> not\b|n['’]t\b)?(?= (?:[a-z]{2,15}ly |also |always |never |only )?[a-z]{2,15}\b)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\bit (?:is|becomes|remains) (?:also |therefore |thus |clearly |especially |"
    r"particularly )?(?P<adjective>[a-z]{4,13}) "
    r"(?:for (?P<whom>[^,.;:]{2,60}?) to|to|that (?P<who>[^,.;:]{2,60}?)(?= (?:be|have|do|take|make|"
    r"keep|work|act)\b)) ",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?P<who>[A-Za-z]{1,20}) (?:also |strongly |therefore |further |would |do |hereby )?"
    r"(?P<verb>recommend|urge|propose|suggest|advise|encourage|advocate|call on|call for)s? ",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"[,;:—–(]\s|\b(?:and|but|that|because|so|then|as|while|which|who)\s")
_CLAUSE_END = re.compile(r"[;:]\s|,? (?:because|since|although|unless)\b")
_SUBORDINATE = re.compile(
    r"\b(?:if|whether|unless|when|what|how|why|which|who|where|because|although|until)\b", re.IGNORECASE
)
#: After "should", a subject: "should the talks fail" is a condition.
_INVERTED = re.compile(r" (?:the|a|an|they|it|he|she|we|i|you|this|that|these|those|any|such|[A-Z][a-z.]+)\b")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")
_NO_SUBJECTS = frozenset({"it", "there", "this", "that", "which", "who", "what", "these", "those", "and", ""})


def advice_in(text: str, span: Span, after: int = 0) -> Iterator[Advice]:
    """Yield what the sentence at `span` of `text` seems to ask for; `after` is where a label ends."""
    sentence = span.of(text)
    for match in _MODAL.finditer(sentence):
        yield _modal(sentence, match, span.start)
    for match in _ADJECTIVE.finditer(sentence):
        if match["adjective"].lower() in ADJECTIVES:
            yield _adjective(sentence, match, span.start)
    for match in _VERB.finditer(sentence):
        if match["who"].lower() in OWN_VOICE:
            yield _verb(sentence, match, span.start)
    low = max(span.start, after)
    yield from _imperative(text[low : span.end], low)


def slips_in(text: str, span: Span) -> Iterator[Advice]:
    """Yield what is asked for by words that a model has not taken for a modal verb."""
    sentence = span.of(text)
    for match in _SLIPS.finditer(sentence):
        advice = _modal(sentence, match, span.start)
        if advice.main and (advice.addressee is not None or match.start() < 25):
            yield advice


def _modal(sentence: str, match: re.Match[str], offset: int) -> Advice:
    written = match["modal"].lower()
    subject = _subject(sentence, match.start())
    strength = (
        MODALS.get(written.partition(" ")[0])
        or (Strength.SHOULD if written[:2] == "sh" else None)
        or (Strength.MUST if written in {"has to", "have to"} else None)
    )
    form = Form.MODAL if strength else Form.WEAK
    if written in {"needs to", "need to", "has to", "have to"}:
        form, strength = Form.NEED, strength or Strength.SHOULD
    low = subject.start if subject else match.start()
    main = _SUBORDINATE.search(sentence[max(low - 25, 0) : match.start()]) is None
    return Advice(
        form=form,
        strength=strength or Strength.COULD,
        wording=Span(match.start() + offset, match.end() + offset),
        action=_to_clause_end(
            sentence, match.start("neg") + 1 if match["neg"] else match.end("modal"), offset
        ),
        addressee=subject.shifted(offset) if subject else None,
        main=main and not (written == "should" and _INVERTED.match(sentence, match.end("modal"))),
        negated=match["neg"] is not None,
    )


def _subject(sentence: str, at: int) -> Span | None:
    low = max(at - 70, 0)
    start = low
    for match in _CLAUSE_START.finditer(sentence, low, at):
        if match.end() < at - 1:
            start = match.end()
    words = sentence[start:at].strip()
    if words.lower() in _NO_SUBJECTS or len(words.split()) > 8 or (start == low and low > 0):
        return None
    left = start + len(sentence[start:at]) - len(sentence[start:at].lstrip())
    return Span(left, left + len(words))


def _to_clause_end(sentence: str, start: int, offset: int) -> Span:
    match = _CLAUSE_END.search(sentence, start)
    end = match.start() if match else len(sentence)
    while end > start and sentence[end - 1] in " .!?,;:":
        end -= 1
    while start < end and sentence[start] == " ":
        start += 1
    return Span(start + offset, end + offset)


def _adjective(sentence: str, match: re.Match[str], offset: int) -> Advice:
    name = "whom" if match["whom"] else "who"
    addressee = Span(match.start(name) + offset, match.end(name) + offset) if match[name] else None
    return Advice(
        form=Form.ADJECTIVE,
        strength=ADJECTIVES[match["adjective"].lower()],
        wording=Span(match.start("adjective") + offset, match.end("adjective") + offset),
        action=_to_clause_end(sentence, match.end(), offset),
        addressee=addressee,
        main=_SUBORDINATE.search(sentence[max(match.start() - 12, 0) : match.start()]) is None,
    )


def _verb(sentence: str, match: re.Match[str], offset: int) -> Advice:
    lemma = match["verb"].lower().partition(" ")[0]
    return Advice(
        form=Form.VERB,
        strength=ADVISING[lemma],
        wording=Span(match.start("verb") + offset, match.end("verb") + offset),
        action=_to_clause_end(sentence, match.end(), offset),
        main=True,
    )


def _imperative(sentence: str, offset: int) -> Iterator[Advice]:
    words = list(_WORD.finditer(sentence[:120]))[:8]
    at = starts_imperative([word[0] for word in words])
    if at < 0:
        return
    yield Advice(
        form=Form.IMPERATIVE,
        strength=Strength.SHOULD,
        wording=Span(offset, words[at].end() + offset),
        action=_to_clause_end(sentence, 0, offset),
        negated=at > 0 and words[0][0].lower() in {"do", "don't", "don’t", "never"},
    )
