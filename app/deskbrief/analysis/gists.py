"""Sentences of the text that stand for a section, and for the whole document.

Sentences are ranked by their likeness to the centroid of the text that they stand for, with a bonus for
standing early, as in MEAD (Radev, Jing, Styś and Tam, "Centroid-based summarization of multiple
documents", 2004). The sentences for the whole document are chosen one by one, each the best that says
something new, by maximal marginal relevance (Carbonell and Goldstein, 1998).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskbrief.document.spans import Span

#: Sentences for the whole document: so many, or one for each `WORDS_FOR_ONE` words if that is more.
FEWEST_KEY, MOST_KEY, WORDS_FOR_ONE = 3, 5, 400
#: Words in a sentence that can stand for others.
SHORTEST, LONGEST = 6, 60
#: How much of a sentence's rank is owed to its place, and how much likeness to chosen ones costs.
_PLACE, _REPEATS = 0.35, 0.7
#: Sentences looked at for the whole document.
_POOL = 200

_WORD = re.compile(r"[^\W\d_]{3,}")
#: Words that tell nothing of what a sentence is about.
STOP = frozenset(
    [
        "about",
        "above",
        "after",
        "again",
        "against",
        "all",
        "also",
        "among",
        "and",
        "another",
        "any",
        "are",
        "around",
        "because",
        "been",
        "before",
        "being",
        "between",
        "both",
        "but",
        "can",
        "could",
        "did",
        "does",
        "doing",
        "done",
        "down",
        "during",
        "each",
        "even",
        "ever",
        "every",
        "few",
        "first",
        "for",
        "from",
        "further",
        "get",
        "had",
        "has",
        "have",
        "her",
        "here",
        "him",
        "his",
        "how",
        "however",
        "into",
        "its",
        "itself",
        "just",
        "least",
        "less",
        "like",
        "many",
        "may",
        "might",
        "more",
        "most",
        "much",
        "must",
        "near",
        "nor",
        "not",
        "now",
        "off",
        "often",
        "one",
        "only",
        "onto",
        "other",
        "our",
        "out",
        "over",
        "own",
        "per",
        "rather",
        "same",
        "shall",
        "she",
        "should",
        "since",
        "some",
        "still",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "through",
        "thus",
        "too",
        "under",
        "until",
        "upon",
        "very",
        "was",
        "well",
        "were",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "within",
        "without",
        "would",
        "yet",
        "you",
        "your",
        "two",
        "three",
        "said",
        "says",
        "according",
    ]
)
#: How a sentence begins that leans on what stands before it.
_LEANS = re.compile(
    r"\W{0,3}(?:(?:however|therefore|thus|hence|moreover|furthermore|nevertheless|nonetheless|instead|also|yet|"
    r"still|besides|consequently|accordingly|similarly|likewise|meanwhile|otherwise|additionally|finally|again|"
    r"indeed|specifically|overall|in addition|in contrast|in turn|in this (?:case|way|context|regard)|"
    r"as such|"
    r"as a result|as (?:noted|discussed|described|mentioned) (?:above|earlier|previously|before)|"
    r"for (?:example|instance)|on the other hand|at the same time|given this|because of this|after that|"
    r"since then|alternatively|for this reason|of (?:those|these)|and|but|or|so|then)\b|"
    r"\w{1,20}(?: \w{1,20})?, however,|"
    r"(?:this|these|that|those|it|its|they|their|he|his|she|her|such|both|another|"
    r"the (?:former|latter|same))\b|"
    # How a text was made, and what stands before its findings.
    r"(?:for this, )?we (?:next |then |also |first )?(?:relied on|used|cleaned|turned to|took|collected|"
    r"interviewed|surveyed|reviewed|obtained|merged|excluded)\b|(?:background|context|methodology|scope)\s?:)",
    re.IGNORECASE,
)
#: What points out a picture or another place of the text, and lines for service.
_SHOWS = re.compile(
    r"\b(?:see|shown in|listed in|as (?:figure|table|appendix)) (?:also )?(?:the )?"
    r"(?:figure|fig\.|table|appendix|chapter|section|box)\b|^\W{0,3}(?:figure|fig\.|table|source|note|photo|image|credit)s?\b[\s:.]|"
    r"\{[%{:]|@\w|https?://|www\.|\bisbn\b|©|(?:\(\d{3}\) |\b\d{3}-)\d{3}-\d{4}|"
    r"^\W{0,3}(?:see (?:also |e\.g\.|generally )|thank you\b|ibid\b)|(?:\b\w{3,20}: [^:]{1,80}){3}",
    re.IGNORECASE,
)
#: What leads through a text and says nothing of what it is about (frame markers and endophoric markers in
#: Hyland, "Metadiscourse", 2005).
_SIGNPOST = re.compile(
    r"\b(?:paragraphs?|sections?|chapters?|parts?|appendix) [\w.()]{1,12}(?: (?:and|to) [\w.()]{1,12})? "
    r"(?:above|below)\b|"
    r"\b(?:I|[Ww]e) (?:(?:now|then|next|first|also|will|shall|have|already|(?:propose|intend) to) ){0,3}"
    r"(?:turn|return|come|deal|look|consider|describe|discuss|address|examine|explain|summari[sz]e|set out)"
    r"(?:e?d)?\b[^.]{0,80}\b(?:above|below|later|next|in turn|first|elsewhere|"
    r"in (?:the|this) (?:next |following |previous )?(?:section|chapter|part|volume|report|paper|article)|"
    r"in (?:section|chapter|part|paragraph)s? [\dIVX])|"
    r"\b(?:[Tt]his|[Tt]he (?:next|following|previous|preceding|present|remaining)) "
    r"(?:section|chapter|part|paragraph|appendix|annex|volume)s? (?:[a-z]{1,12} ){0,2}"
    r"(?:describ|discuss|examin|consider|set|deal|provid|present|look|review|explain|cover|address|outlin|summari|"
    r"turn|begin|explor|contain|is organi[sz]ed)|"
    r"\b[Tt]he (?:rest|remainder) of (?:this|the) (?:report|paper|article|chapter|section|brief|study)\b"
)
#: What a text tells of its own writer.
_WRITER = re.compile(
    r"(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w'’-]{1,20} is (?:an?|the|currently|also) [^.]{0,60}\b(?:"
    r"researcher|professor|fellow|editor|author|columnist|writer|journalist|correspondent|scientist|analyst|lecturer|contributor|"
    r"founder|attorney|lawyer|economist|reporter|student)\b[^.]{0,120}\b(?:at|of|for|with|who)\b"
)
#: What the pages before a report tell of the body that puts it out.
_BODY = re.compile(
    r"(?:The |Our )?(?:[A-Z][\w&’'-]{1,20} ){0,5}(?:Office|Department|Bureau|Division|Institute|"
    r"Cent(?:re|er)|Foundation|Agency|Commission|Council|Service|Association|Program(?:me)?)"
    r"(?: (?:of|for|on) [^,.;()]{3,60}?)?(?: \([A-Z]\w{1,10}\))?,? "
    r"(?:conducts|provides|promotes|serves|supports|advises|is responsible for|is an? (?:independent|"
    r"not-for-profit|non-?profit|non-?partisan|bipartisan|leading))\b"
)
#: What speakers and writers say to be polite, or of themselves.
_GREETS = re.compile(
    r"\b(?:thanks?|grateful|congratulat\w{1,5}|honou?red|delighted|privileged?) (?:to|for|you|all|the|that)\b"
    r"|\b(?:would like|want|wish|begin) (?:to thank|by (?:thank|congratulat)ing)\b"
    r"|\blooks? forward to\b|\bappreciates? the opportunity\b|\bgood (?:morning|afternoon|evening)\b"
    r"|^\W{0,3}my name is\b|\bfor inviting (?:me|us)\b|\bI am (?:pleased|glad|happy) to\b",
    re.IGNORECASE,
)
#: How many signs the end of a sentence has at most: a stop, and what closes quotes and brackets behind it.
LAST_SIGNS = 6
#: The point of a number, "room 4.12", is no stop.
_ENDS = re.compile(r"(?:[!?…]|(?<!\d)\.|\.(?!\d))[\"'”’)\]\d]{0,4}$")
#: What minutes and letters say of a meeting and who was there, before they tell anything.
_HEAD = re.compile(
    r"(?:present|apologies|in attendance|attend(?:ance|ees)|participants|absent|venue|place|room|date|time"
    r"|chair(?:ed by)?|minutes(?: taken)?(?: by)?|distribution|subject|from|to|cc)\s?:"
    r"|(?:minutes|meeting|record) of [^.]{0,80}\d{1,2}[.:]\d\d",
    re.IGNORECASE,
)
#: What leaning on others and being long cost, and words from which a sentence is long.
_LEANING, _LONG, _LENGTHY = 0.4, 45, 0.1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with its content words, and its place among the sentences of its section."""

    span: Span
    words: Counter[str]
    place: int
    length: int
    leans: bool = False
    fit: bool = True


def candidate(text: str, span: Span, place: int) -> Candidate:
    """Return the candidate for the sentence at `span` of `text`."""
    written = span.of(text)
    words = [word.lower() for word in _WORD.findall(written)]
    counts = Counter(_stem(word) for word in words if word not in STOP)
    leans = _LEANS.match(written) is not None
    return Candidate(span, counts, place, len(written.split()), leans, _is_whole(written))


def _is_whole(written: str) -> bool:
    """Tell whether a sentence can stand alone: begun with a capital, ended with a stop, no row or pointer."""
    first = next((sign for sign in written if sign.isalnum()), "")
    begins = first.isupper() or first.isdigit()
    if not begins or "\t" in written or not _ENDS.search(written[-LAST_SIGNS:]):
        return False
    leads_on = _SHOWS.search(written) or _SIGNPOST.search(written)
    heads = _WRITER.match(written) or _HEAD.match(written) or _BODY.match(written)
    return not leads_on and not heads and not _GREETS.search(written)


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def rarity(sections: Iterable[Iterable[Candidate]]) -> dict[str, float]:
    """Return for each word how much it tells one sentence from another (inverse document frequency)."""
    seen: Counter[str] = Counter()
    total = 0
    for section in sections:
        for sentence in section:
            total += 1
            seen.update(sentence.words.keys())
    return {word: math.log(1 + total / count) for word, count in seen.items()}


class Centroid:
    """The weighted bag of words of a text, which sentences are likened to."""

    def __init__(self, sentences: Iterable[Candidate], weights: dict[str, float]) -> None:
        counts: Counter[str] = Counter()
        for sentence in sentences:
            counts.update(sentence.words)
        self.weights = weights
        self._bag = {word: count * weights[word] for word, count in counts.items()}
        self._length = math.sqrt(sum(value**2 for value in self._bag.values())) or 1.0

    def likeness(self, sentence: Candidate) -> float:
        """Return the cosine of the angle between the sentence's bag of words and this one."""
        product = square = 0.0
        for word, count in sentence.words.items():
            value = count * self.weights[word]
            product += value * self._bag.get(word, 0.0)
            square += value**2
        return product / (self._length * math.sqrt(square)) if square else 0.0


def gist(sentences: Sequence[Candidate], weights: dict[str, float]) -> tuple[Span, ...]:
    """Return the one or two sentences that stand best for a section, in text order."""
    ranked = _ranked(sentences, Centroid(sentences, weights))
    wanted = 2 if sum(sentence.length for sentence in sentences) > 2 * LONGEST else 1
    return tuple(sorted(sentence.span for _, sentence in ranked[:wanted]))


def key_sentences(
    sections: Sequence[Sequence[Candidate]], weights: dict[str, float], words: int
) -> tuple[Span, ...]:
    """Return the three to five sentences that stand best for the whole text, in text order."""
    centroid = Centroid((sentence for section in sections for sentence in section), weights)
    pool = [ranked for section in sections for ranked in _ranked(section, centroid)[:3]]
    pool = [pair for pair in pool if pair[1].fit] or pool
    pool = sorted(pool, key=lambda pair: (-pair[0], pair[1].span.start))[:_POOL]
    wanted = min(max(FEWEST_KEY, words // WORDS_FOR_ONE), MOST_KEY)
    chosen: list[Candidate] = []
    closest = [0.0] * len(pool)
    while pool and len(chosen) < wanted:
        scored = [rank - _REPEATS * near for (rank, _), near in zip(pool, closest, strict=True)]
        at = max(range(len(pool)), key=lambda one: (scored[one], -pool[one][1].span.start))
        best = pool.pop(at)[1]
        closest.pop(at)
        chosen.append(best)
        if len(chosen) < wanted:
            said = Centroid((best,), weights)
            closest = [max(near, said.likeness(one)) for near, (_, one) in zip(closest, pool, strict=True)]
    return tuple(sorted(sentence.span for sentence in chosen))


def _ranked(sentences: Sequence[Candidate], centroid: Centroid) -> list[tuple[float, Candidate]]:
    """Return the sentences that can stand for others with their ranks, best first."""
    sized = [sentence for sentence in sentences if SHORTEST <= sentence.length <= LONGEST]
    fit = [sentence for sentence in sized if sentence.fit] or sized
    ranked = [(_rank(sentence, centroid, len(sentences)), sentence) for sentence in fit]
    return sorted(ranked, key=lambda pair: (-pair[0], pair[1].span.start))


def _rank(sentence: Candidate, centroid: Centroid, of: int) -> float:
    place = 1 - sentence.place / of if of else 0
    costs = _LEANING * sentence.leans + _LENGTHY * (sentence.length > _LONG)
    return (1 - _PLACE) * centroid.likeness(sentence) + _PLACE * place - costs
