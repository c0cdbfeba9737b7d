"""Quotations and statements of a document, each with its speaker as far as the text names one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deskbrief.analysis.grammar import Tree, place_of
from deskbrief.analysis.quotes.citations import is_cited, opens_a_bibliography
from deskbrief.analysis.quotes.marks import is_phrase, is_title, quoted_in
from deskbrief.analysis.quotes.plain import attributed_plainly
from deskbrief.analysis.quotes.saying import Saying, beliefs_in, labels_in, sayings_in, voices_in
from deskbrief.analysis.quotes.speakers import Persons, Speaker, several_in, speaker_of
from deskbrief.analysis.quotes.verbs import CLAIMS, DEMANDS, DIRECT_ALONE, LABELLING
from deskbrief.analysis.quotes.writers import writer_of
from deskbrief.analysis.sentences import is_prose
from deskbrief.analysis.stretches import after_dateline, trimmed
from deskbrief.analysis.turns import says_something, turns_of
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Quote, Speech
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

#: Quotations kept of one document.
MOST = 5000
#: What names the maker of a picture, right before its title.
_CREDIT, _BEFORE = re.compile(r"\b(?:credit|photo|source|image|attribution)s?:?\s?[“\"]$", re.IGNORECASE), 16
#: How far quoted words may stand behind a verb that gives them to something.
_CLOSE = 80
#: What parts two pieces of one quotation at most: a mark and a space.
_PARTED = 3
#: How far behind a quotation a verb of saying may stand that is of it for certain.
_RIGHT_BEHIND = 25
#: How far a wording that attributes may stand from the quotation, in code points.
_NEAR = 120


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution with the speaker whom it names (none: the writer) and the sentence that holds it."""

    saying: Saying
    speaker: Speaker | None
    sentence: Span
    other: bool = False  # the words of somebody else of whom a verb of judging tells


def quotes_of(document: Document, sentences: Mapping[int, Sequence[Sentence]]) -> Steps[tuple[Quote, ...]]:
    """Return what is said in the document's prose, in the order of the text.

    Words between quotation marks are direct speech; a clause that hangs on a verb of saying, or a sentence
    with "according to", is reported. What the writer says of himself is neither, but for the writer of a mail
    or letter whom the text names.
    """
    found: list[Quote] = []
    persons = Persons()
    last: Told | None = None
    listed = 0
    turns = turns_of(document)
    writer = writer_of(document)
    for number, block in enumerate(document.blocks):
        persons.turn_to(number)
        turn = turns.get(number)
        if turn is not None and says_something(document.text, turn) and len(found) < MOST:
            named, spans = turn.name is not None, (turn.words, turn.label)
            found.append(Quote(speaker=turn.speaker, verb="", spans=spans, named=named))
        if block.kind is BlockKind.HEADING:
            if not listed or (block.level or 1) <= listed:
                opens = opens_a_bibliography(document.text[block.start : block.end])
                listed = (block.level or 1) if opens else 0
            for sentence in sentences.get(number, ()):
                persons.saw(Tree(sentence))
        if is_prose(block) and len(found) < MOST:
            read = sentences.get(number)
            if read:
                persons.writer = writer if block.kind is not BlockKind.QUOTE else ""
                quotes, last = _in_block(document.text, block.span, read, persons, last)
                found.extend(quote for quote in quotes if quote.verb or not listed)
            else:
                found.extend(
                    attributed_plainly(document.text, block.span, quoted_in(document.text, block.span))
                )
        yield
    return tuple(found)


def _in_block(
    text: str, block: Span, sentences: Sequence[Sentence], persons: Persons, before: Told | None
) -> tuple[list[Quote], Told | None]:
    """Return what is said in a block, and its last attribution.

    `before` is the last one of the block before: a block that is quoted from its first word goes on with it.
    """
    quoted = list(quoted_in(text, block))
    phrases = [one for one in quoted_in(text, block, short=True) if " " in one.of(text)]
    labels: list[Told] = []
    told = list(_told(text, sentences, quoted, persons, labels, (*quoted, *phrases)))
    goes_on = bool(quoted) and quoted[0].start <= block.start + 1
    given = {span: label for span in quoted if (label := _label_of(text, span, labels, told))}
    direct = _direct(text, block, quoted, told, before if goes_on else None, given)
    quotes = [*direct, *_in_passing(text, phrases, labels, told), *_reported(text, quoted, told)]
    last = told[-1] if told else before if goes_on else None
    return sorted(quotes, key=lambda quote: quote.spans[0]), last


def _told(
    text: str,
    sentences: Sequence[Sentence],
    quoted: Sequence[Span],
    persons: Persons,
    labels: list[Told],
    marked: Sequence[Span],
) -> Iterator[Told]:
    """Yield the attributions that stand outside the quotations.

    Verbs that name or judge something in words that are `marked` are added to `labels`.
    """
    for sentence in sentences:
        tree = Tree(sentence)
        labels.extend(_labelled(text, tree, marked, persons))
        beliefs = beliefs_in(tree) if persons.writer else ()
        for saying in (*sayings_in(tree), *beliefs):
            if any(one.holds(saying.wording) for one in quoted):
                continue
            speaker: Speaker | None = Speaker("", named=False)
            subject = _outside(tree, saying, quoted)
            if subject >= 0:
                persons.saw(tree, subject)
                speaker = speaker_of(text, tree, subject, persons)
            yield Told(saying, speaker, sentence.span)
        persons.saw(tree)
        persons.heard(several_in(text, tree))


def _labelled(text: str, tree: Tree, quoted: Sequence[Span], persons: Persons) -> Iterator[Told]:
    """Yield the verbs before quoted words that name or judge something, with those who do."""
    if not any(tree.sentence.span.overlaps(span) for span in quoted):
        return
    for saying in labels_in(tree):
        subject = _outside(tree, saying, quoted)
        if subject < 0 or any(one.holds(saying.wording) for one in quoted):
            continue
        known = persons.apart()  # who judges is not thereby the one who speaks next
        known.saw(tree, subject)
        speaker = speaker_of(text, tree, subject, known)
        if speaker is not None and speaker.name:
            verb = tree.sentence.word_at(saying.wording.start)
            reach = Span(saying.wording.start, tree.words[tree.below(verb, {"conj"})[1]].end)
            yield Told(saying, speaker, reach)
            yield from _voices(text, tree, saying, reach, known)


def _voices(text: str, tree: Tree, label: Saying, reach: Span, known: Persons) -> Iterator[Told]:
    """Yield what gives words behind a verb of judging to somebody else, nobody where that is not plain."""
    for voice in voices_in(tree, label):
        whose = speaker_of(text, tree, voice.subject, known) if voice.subject >= 0 else None
        if whose is not None:
            whose = replace(whose, name=whose.name.removesuffix("'s").removesuffix("’s"))
        yield Told(voice, whose, reach, other=True)


_OPENS = r"(?:\s(?:an?|the|his|her|their|its))?[:,]?\s?[\"“‘']?"
#: What leads from what carries words to them, from a claim or a voice, and from a demand.
_CARRIED = re.compile(
    rf"(?:\s(?:reading|saying|entitled|titled|called|(?:that|which)\s(?:read|said)))?{_OPENS}"
)
_CLAIMED = re.compile(
    rf"(?:\s(?:in|to|about|by|from)\s[^,;:\"“]{{1,30}}?)?(?:\s(?:of|that(?:\s[^,;:\"“]{{1,40}}?)?))?{_OPENS}"
)
_VOICED = re.compile(rf"(?:\s[^,;:\"“]{{1,40}}?)?{_OPENS}")
_DEMANDED = re.compile(rf"\sfor(?:\s[^,;:\"“]{{1,30}}?)?{_OPENS}")
#: What says behind a claim that the words judge it, and what leads to words that are not of the judge.
_AS = re.compile(r"\bas(?:\s(?:an?|the|being))?\s[\"“‘']?$")
_OF_OTHERS = re.compile(r"\w\s(?:that|reads?|reading|saying|stating)[,:]?\s[\"“‘']?$")


def _gives(text: str, voice: Saying, opens: int) -> bool:
    """Tell whether words that open at `opens` are what a claim, a song or a voice gives to somebody else."""
    end, lemma = voice.wording.end, voice.lemma
    if opens - end > _CLOSE:
        return False
    between = (text, end, opens)
    if voice.wording.of(text).endswith("ing"):
        said = _AS.search(*between) is None or lemma in LABELLING
        return said and _VOICED.fullmatch(*between) is not None and (lemma != "tell" or opens - end > _PARTED)
    if _AS.search(*between) is not None:
        return False
    demanded = lemma in DEMANDS and _DEMANDED.fullmatch(*between) is not None
    lead = _CLAIMED if lemma in CLAIMS else _CARRIED
    return demanded or lead.fullmatch(*between) is not None


def _label_of(text: str, span: Span, labels: Sequence[Told], told: Sequence[Told]) -> Told | None:
    """Return the verb close before quoted words that gives them to something, if no verb of saying does."""
    before = [one for one in labels if one.saying.wording.end < span.start < one.sentence.end]
    before = [one for one in before if not one.other or _gives(text, one.saying, span.start)]
    if not before or span.start - before[-1].saying.wording.end > _CLOSE:
        return None
    if not before[-1].other and _OF_OTHERS.search(text, before[-1].saying.wording.end, span.start):
        return None
    places = [one.saying.wording for one in told]
    said = any(before[-1].saying.wording.end < place.start < span.end + _RIGHT_BEHIND for place in places)
    return None if said else before[-1]


def _in_passing(
    text: str, phrases: Sequence[Span], labels: Sequence[Told], told: Sequence[Told]
) -> Iterator[Quote]:
    """Yield the few words that somebody calls something: 'she called it "pure fantasy"'."""
    for span in phrases:
        label = _label_of(text, span, labels, told)
        if label is not None and label.speaker is not None and not is_title(span.of(text)):
            yield _by(label, label.speaker, span)


def _by(told: Told, speaker: Speaker, span: Span, *, inferred: bool = False) -> Quote:
    return Quote(
        speaker=speaker.name,
        verb=told.saying.lemma,
        spans=(span, told.saying.wording),
        named=speaker.named,
        inferred=speaker.inferred or inferred,
    )


def _outside(tree: Tree, saying: Saying, quoted: Sequence[Span]) -> int:
    """Return the subject of a verb of saying that stands in no quotation, -1 for none."""
    at = saying.subject
    if at < 0 or not any(one.holds(place_of(tree.words[at])) for one in quoted):
        return at
    verb = tree.sentence.word_at(saying.wording.start)
    others = tree.kids(verb, {"nsubj"}) if verb >= 0 else []
    return next(
        (kid for kid in others if not any(one.holds(place_of(tree.words[kid])) for one in quoted)), -1
    )


def _direct(
    text: str,
    block: Span,
    quoted: Sequence[Span],
    told: Sequence[Told],
    last: Told | None,
    given: Mapping[Span, Told],
) -> Iterator[Quote]:
    for span in quoted:
        label = given.get(span)
        if label is not None and label.speaker is not None:
            yield _by(label, label.speaker, span)
            continue
        whole = next((one for one in told if _holds_more(one.saying.clause, span)), None)
        if whole is not None or _CREDIT.search(text, max(span.start - _BEFORE, 0), span.start):
            last = whole or last
            continue
        near = _nearest(span, told)
        goes_on = last is not None and any(0 <= span.start - one.end <= _PARTED for one in quoted)
        if near is not None and not (goes_on and near.sentence.start >= span.end):
            last = near
        speaker = last.speaker if last else None
        if last is None or speaker is None:
            titled = is_title(span.of(text)) or is_cited(text, block, span)
            if not titled and "{" not in span.of(text) and not is_phrase(span.of(text)):
                yield Quote(speaker="", verb="", spans=(span,))
            continue
        yield _by(last, speaker, span, inferred=near is None)


def _holds_more(clause: Span | None, quoted: Span) -> bool:
    """Tell whether a quotation is only part of what a clause reports."""
    return clause is not None and clause.start + 4 < quoted.start and quoted.end <= clause.end + 2


def _nearest(span: Span, told: Sequence[Told]) -> Told | None:
    """Return the attribution nearest to a quotation; of two as near, the one behind it."""
    near: list[tuple[int, int, Told]] = []
    for one in told:
        place = one.saying.wording
        if place.start >= span.end:
            near.append((place.start - span.end, 0, one))
        elif place.end <= span.start:
            near.append((span.start - place.end, 1, one))
    beside = [pair for pair in near if pair[0] <= _NEAR and _belongs(pair[2], span)]
    return min(beside, key=lambda pair: pair[:2])[2] if beside else None


def _belongs(told: Told, span: Span) -> bool:
    """Tell whether the attribution's sentence is the quotation's own, or begins right behind it."""
    named = told.speaker is None or bool(told.speaker.name)
    return told.sentence.overlaps(span) or (named and 0 <= told.sentence.start - span.end <= 3)


def _reported(text: str, quoted: Sequence[Span], told: Sequence[Told]) -> Iterator[Quote]:
    for one in told:
        clause, lemma = one.saying.clause, one.saying.lemma
        if clause is None or one.speaker is None or lemma in DIRECT_ALONE:
            continue
        if any(span.overlaps(clause) and not _holds_more(clause, span) for span in quoted):
            continue
        span = _closed(text, clause)
        if span.start < span.end:
            yield Quote(
                speaker=one.speaker.name,
                verb=lemma,
                spans=(span, one.saying.wording),
                speech=Speech.REPORTED,
                named=one.speaker.named,
                inferred=one.speaker.inferred,
            )


def _closed(text: str, clause: Span) -> Span:
    """Return a clause without white space and punctuation at its ends, a quotation at its end closed."""
    start, end = trimmed(text, after_dateline(text, clause.start, clause.end), clause.end)
    if text[end : end + 1] == "." and end < clause.end:
        end += 1
    opened = text.count("“", start, end) > text.count("”", start, end)
    closing = text.find("”", end, end + 3) if opened else -1
    return Span(start, closing + 1 if closing >= 0 else end)
