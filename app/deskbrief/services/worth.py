"""How much what was found in a document matters where there is no room for all of it.

Each feature that counts can be seen in the text: the part of the document in which a passage stands, whether
it speaks of what the title and the best sentences speak of, who is named and how often, how exactly an event
is dated and how near the document's own date it lies, who is asked to act and how strongly. The features of a
passage are added up, as in Edmundson ("New methods in automatic extracting", 1969); a sum has no unit and is
only compared with those of items of its own kind.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from types import MappingProxyType

from deskbrief.document.edtf import bounds
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import (
    Degree,
    Event,
    Figure,
    FigureKind,
    Outline,
    Recommendation,
    Status,
    Strength,
)
from deskbrief.document.spans import Span
from deskbrief.services.excerpts import sentence_about
from deskbrief.services.joining import alike, telling
from deskbrief.services.surroundings import Part, Surroundings

_STATUS = MappingProxyType(
    {
        Status.OCCURRED: 0.5,
        Status.PLANNED: 0.5,
        Status.ONGOING: 0.4,
        Status.NEGATED: 0.0,
        Status.HYPOTHETICAL: -1.0,
    }
)
_DEGREE = MappingProxyType(
    {Degree.EXPLICIT: 0.2, Degree.COMPLETED: 0.15, Degree.INFERRED: 0.0, Degree.UNRESOLVED: -0.3}
)
#: A date of these degrees is told by the text; others are worked out.
_SAID_SO = frozenset({Degree.EXPLICIT, Degree.COMPLETED})
_STRENGTH = MappingProxyType({Strength.MUST: 0.5, Strength.SHOULD: 0.25, Strength.COULD: 0.0})
#: What it counts to stand in a part of the document, for events and figures, for advice, for sentences.
_EVENT_IN = MappingProxyType(
    {Part.SUMMARY: 0.5, Part.LEAD: 0.4, Part.ADVICE: 0.3, Part.BODY: 0.2, Part.APPARATUS: -1.0}
)
_ADVICE_IN = MappingProxyType(
    {Part.ADVICE: 1.0, Part.SUMMARY: 0.3, Part.LEAD: 0.2, Part.BACKGROUND: -0.2, Part.APPARATUS: -0.8}
)
_SAID_IN = MappingProxyType(
    {
        Part.SUMMARY: 0.5,
        Part.LEAD: 0.4,
        Part.ADVICE: 0.2,
        Part.BODY: 0.1,
        Part.BACKGROUND: -0.1,
        Part.APPARATUS: -1.0,
    }
)
_FIGURE_KINDS = MappingProxyType(
    {FigureKind.MONEY: 0.3, FigureKind.PERCENT: 0.2, FigureKind.SHARE: 0.2, FigureKind.QUANTITY: 0.1}
)
#: An event so many years from the document's own date counts nothing for being near it.
FAR = 10.0
#: So many events after its date show that a document was written on after it.
MOST_LATER = 3
#: A passage that shares so many telling words with the subject is about it.
ABOUT = 3
#: A description of so many characters takes the room of two others.
LONG_DETAIL = 240
_DAY_OR_MONTH = re.compile(r"\{?\d{4}-\d\d")
#: A document that tells of its own making, and addresses.
_ITSELF = re.compile(
    r"\b(?:we|i|our)\b|\bthis (?:report|article|paper|document|page|website)\b|"
    r"\b(?:retrieved|downloaded|accessed|last updated)\b|https?://|www\.",
    re.IGNORECASE,
)
#: A document that points at its own tables and signs, or closes a letter.
_POINTS_AT = re.compile(
    r"\bcross-referenc|\breferences? noted\b|\bnoted as\b|\b(?:i am|we are) submitting\b|"
    r"\b(?:following|above|below|next) (?:table|figure|chart|list|section|page)s?\b|"
    r"\b(?:as|of|do|are|is) (?:one of )?(?:the )?following[.:]|\bclick (?:on|here)\b|"
    r"\b(?:table|figure|chart|appendix|exhibit) \w{1,4} (?:shows?|lists?|presents?|summari[sz]es)\b",
    re.IGNORECASE,
)
#: Words with which a document says what it has found.
_CONCLUDES = re.compile(
    r"\b(?:we|i|(?:this|the|our) (?:\w{1,12} )?(?:audit|review|report|study|investigation|inspection|"
    r"evaluation|inquiry|commission|committee|panel|analysis|survey)) (?:also |therefore |further )?"
    r"(?:found|finds?|concluded?s?|determined(?! (?:whether|if)\b)|believe|disclosed|showed|shows|"
    r"revealed)\b",
    re.IGNORECASE,
)
#: How a court or a board says what it decides; it does so at the end, in the last share of the text.
_DECIDES = re.compile(
    r"\b(?:appeal|claim|application|petition|complaint|challenge)s?\b[^.]{0,60}"
    r"\b(?:is|are|be) (?:(?:therefore|accordingly|also|hereby) )?"
    r"(?:dismissed|allowed|upheld|granted|refused|rejected|denied)\b|"
    r"\b(?:dismiss|allow|uphold|grant|refuse|reject|deny) (?:the|this|these|his|her|its|their|both) "
    r"(?:\w{1,20} )?(?:appeal|claim|application|petition|complaint|challenge)s?\b",
    re.IGNORECASE,
)
AT_END = 0.1
#: An item of a list, and what is quoted from elsewhere: both are pieces, and not the source's own conclusion.
_BORROWED = re.compile(r"^\W{0,3}(?:[a-zA-Z]{1,2}|[ivxIVX]{1,5}|\d{1,3})\)\s|^[\"“‘«„]")
#: How a whole sentence ends, and how many words one has at least and a conclusion under a title at most.
_STOP = re.compile(r"[.!?…。！？؟।][\"”’')\]]*\d{0,3}\Z")
FEWEST, MOST_UNDER_TITLE = 6, 40
#: How a piece of a sentence begins that cannot stand alone, and one that leans on what was said before.
_PIECE = re.compile(r"^(?:to|and|or|but|which|that|who|of|than|as|be|not)\b|^[^\w“\"'‘(]", re.IGNORECASE)
_LEANS = re.compile(
    r"^(?:to|this|that|these|those|it|they|he|she|such|however|therefore|thus|moreover|also|"
    r"in addition|for example|for instance|as a result|(?:we|i) also)\b",
    re.IGNORECASE,
)


#: Words that ask; a recommendation without one is a bare command.
_ASKS = re.compile(
    r"\b(?:must|shall|should|ought|could|might|needs?|ha(?:s|ve) to|recommend\w*|urg\w+|advis\w+|"
    r"suggest\w*|propos\w+|encourag\w+|call\w*|ask\w*|request\w*|invit\w+|imperative|essential|vital|crucial|critical|necessary|"
    r"important|advisable|let)\b",
    re.IGNORECASE,
)


class Worth:
    """Weighs the items of one document against those of their kind."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self._document = document
        self._outline = outline
        self._key = outline.key_sentences
        self._surroundings = Surroundings(document, outline)
        self._subject = _subject(document, outline)
        self._published = _published(document, outline)
        mentions = sorted(
            (span.start, len(name.mentions)) for name in outline.names for span in name.mentions
        )
        self._named_at = [start for start, _ in mentions]
        self._named = [count for _, count in mentions]
        self._most_named = math.log1p(max(self._named, default=1))

    def part(self, span: Span) -> Part:
        """Return the part of the document in which `span` begins."""
        return self._surroundings.part(span.start)

    def event(self, event: Event) -> float:
        """Return what an event counts."""
        span, title = event.spans[0], event.title
        exact = 0.3 if _DAY_OR_MONTH.match(event.date.edtf) and event.date.degree in _SAID_SO else 0.1
        return _sum(
            _STATUS[event.status],
            _DEGREE[event.date.degree],
            exact if bounds(event.date.edtf) else -0.5,
            _EVENT_IN.get(self.part(span), 0.0),
            0.6 * self._about(f"{title} {event.detail}"),
            0.4 * self._is_key(span),
            0.5 * self._near(event.date.edtf),
            0.2 * self._renown(span),
            0.3 * self._early(span),
            0.4 * event.confidence,
            -1.2 * bool(_ITSELF.search(title)),
            -0.4 * bool(_PIECE.match(title)),
            -0.2 * (len(event.detail) > LONG_DETAIL),
        )

    def advice(self, advice: Recommendation) -> float:
        """Return what a recommendation counts."""
        span = advice.spans[0]
        return _sum(
            _STRENGTH[advice.strength],
            _ADVICE_IN.get(self.part(span), 0.0),
            0.6 * bool(advice.addressee),
            0.3 * bool(advice.title),
            _said_of(advice.wording),
            -0.6 * bool(advice.wording and not advice.addressee and not _ASKS.search(advice.wording)),
            0.4 * self._about(f"{advice.title} {advice.action}"),
            0.4 * self._is_key(span),
            0.1 * self._early(span),
            0.5 * advice.confidence,
            -0.2 * bool(advice.speaker),
            -0.3 * (len(advice.action.split()) < 4 and not advice.title),
            -0.4 * bool(_PIECE.match(advice.action)),
        )

    def sentence(self, span: Span) -> float:
        """Return what a sentence counts as one that stands for the whole document."""
        words = self._document.quote(span)
        concludes = bool(_CONCLUDES.search(words))
        return _sum(
            _SAID_IN[self.part(span)],
            0.3 * (span in self._key),
            0.6 * self._about(words),
            0.3 * self._early(span),
            0.1 * self._renown(span),
            -0.5 * (bool(_ITSELF.search(words)) and not concludes),
            0.1 * concludes,
            1.6 * (span in self._decided),
            -0.9 * _is_borrowed(words),
            0.8 * (span in self._under_title),
            -0.9 * (not _is_sentence(words)),
            -0.3 * bool(_LEANS.match(words)),
            -0.1 * (len(words.split()) > 30),
            -0.2 * (len(words.split()) > 45),
        )

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that stand for the document and its summaries, the best first."""
        summaries = [
            span
            for section in self._outline.sections
            if self._surroundings.part(section.start) in {Part.SUMMARY, Part.LEAD}
            for span in section.gist
        ]
        every = {*self._key, *summaries, *self._under_title, *self._concluding, *self._decided}
        told = {span for span in every if self.part(span) is not Part.APPARATUS}
        whole = {span for span in told if _is_sentence(self._document.quote(span))}
        own = {span for span in whole if not _is_borrowed(self._document.quote(span))}
        found = sorted(own or whole or told or every, key=lambda span: (-self.sentence(span), span.start))
        chosen: list[Span] = []
        for span in found:
            words = self._document.quote(span)
            if not any(alike(words, self._document.quote(other)) for other in chosen):
                chosen.append(span)
        return tuple(chosen)

    @cached_property
    def _under_title(self) -> tuple[Span, ...]:
        """The paragraphs before the first heading that are a sentence each: what a cover says in short."""
        return tuple(
            block.span
            for block in self._document.blocks
            if block.kind is BlockKind.PARAGRAPH
            and self.part(block.span) is Part.LEAD
            and self._is_short(self._document.quote(block.span))
        )

    @cached_property
    def _concluding(self) -> tuple[Span, ...]:
        """The sentences of summaries and conclusions that say what was found."""
        text = self._document.text
        found = (Span(*match.span()) for match in _CONCLUDES.finditer(text))
        told = (span for span in found if self.part(span) in {Part.SUMMARY, Part.LEAD})
        return tuple(dict.fromkeys(map(self._whole, told)))

    @cached_property
    def _decided(self) -> tuple[Span, ...]:
        """The sentences at the end of the text that say what was decided."""
        text = self._document.text
        found = _DECIDES.finditer(text, int(len(text) * (1 - AT_END)))
        return tuple(dict.fromkeys(self._whole(Span(*match.span())) for match in found))

    def _whole(self, span: Span) -> Span:
        """Return the sentence about `span` without the space after it."""
        sentence = sentence_about(self._document, span)
        return Span(sentence.start, sentence.start + len(self._document.quote(sentence).rstrip()))

    def _is_short(self, words: str) -> bool:
        """Tell whether a paragraph is one sentence that can stand alone."""
        few = FEWEST <= len(words.split()) <= MOST_UNDER_TITLE
        whole = bool(_STOP.search(words)) and not re.search(r"[.!?] [A-Z]", words)
        return few and whole and not _ITSELF.search(words) and not _LEANS.match(words)

    def figure(self, figure: Figure) -> float:
        """Return what a figure counts."""
        return _sum(
            _FIGURE_KINDS.get(figure.kind, 0.0),
            _EVENT_IN.get(self.part(figure.span), 0.0),
            0.4 * bool(figure.of),
            0.4 * bool(figure.differs),
            0.2 * bool(figure.change),
            0.4 * self._about(figure.of),
            0.4 * self._is_key(figure.span),
            0.1 * self._early(figure.span),
        )

    def _about(self, words: str) -> float:
        """Return from 0 to 1 how much `words` speak of the subject."""
        return min(len(telling(words) & self._subject) / ABOUT, 1.0)

    def _is_key(self, span: Span) -> bool:
        return any(map(span.overlaps, self._key))

    def _near(self, edtf: str) -> float:
        """Return from 0 to 1 how near a date lies to the document's own."""
        year = _year(edtf)
        if year is None or self._published is None:
            return 0.0
        return max(1 - abs(year - self._published) / FAR, 0.0)

    def _renown(self, span: Span) -> float:
        """Return from 0 to 1 how often the most named of those is named that stand in `span`."""
        first, last = bisect_left(self._named_at, span.start), bisect_left(self._named_at, span.end)
        return math.log1p(max(self._named[first:last], default=0)) / self._most_named

    def _early(self, span: Span) -> float:
        """Return 1 for the beginning of the text, 0 for its end."""
        return 1 - span.start / max(len(self._document.text), 1)


def _said_of(wording: str) -> float:
    """Return what it counts that a text says "recommend", and that it was recommended before."""
    words = wording.casefold()
    return 0.0 if "recommend" not in words else -0.3 if words.endswith("recommended") else 0.3


def _is_sentence(words: str) -> bool:
    """Tell whether words are a whole sentence that says more than where in the document something stands."""
    return bool(_STOP.search(words)) and not _POINTS_AT.search(words)


def _subject(document: Document, outline: Outline) -> frozenset[str]:
    """Return the telling words of the title, and those that chief headings and best sentences share."""
    titles = [section.title for section in outline.sections if section.level == 1]
    said = [document.quote(span) for span in outline.key_sentences]
    counts = Counter(word for words in (*titles, *said) for word in telling(words))
    return telling(document.metadata.title) | {word for word, count in counts.items() if count > 1}


def _published(document: Document, outline: Outline) -> float | None:
    """Return the year of the document, unless it tells of later events: it was written on after it."""
    date = document.metadata.published
    year = _year(date.edtf) if date else None
    if year is None:
        return None
    told = [_year(event.date.edtf) for event in outline.events if event.status is Status.OCCURRED]
    later = sum(one is not None and one > year + 1 for one in told)
    return None if later >= MOST_LATER else year


def _is_borrowed(words: str) -> bool:
    """Tell whether a sentence is an item of a list, or a piece of a quotation."""
    return bool(_BORROWED.match(words)) or words.count("“") != words.count("”")


def _year(edtf: str) -> float | None:
    found = bounds(edtf)
    return next((year for year in found if math.isfinite(year)), None) if found else None


def _sum(*features: float) -> float:
    return round(sum(features), 3)
