"""Events told in prose: what a date dates, what is announced, and the main event of a piece of news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from deskbrief.analysis.anchoring import Basis
from deskbrief.analysis.events import leads
from deskbrief.analysis.events.accounts import is_caption
from deskbrief.analysis.events.announced import announcements, undated
from deskbrief.analysis.events.apart import blocks_apart
from deskbrief.analysis.events.building import event_of
from deskbrief.analysis.events.changes import with_own_amount
from deskbrief.analysis.events.cutting import lacks_more
from deskbrief.analysis.events.dating import dated_words, dates_of, grouped_dates
from deskbrief.analysis.events.entries import entry_event, lead_of
from deskbrief.analysis.events.gapping import with_own_object, without_other_dates, without_own_date
from deskbrief.analysis.events.garden import straightened
from deskbrief.analysis.events.givers import with_own_giver
from deskbrief.analysis.events.lives import lives_of
from deskbrief.analysis.events.mending import mended
from deskbrief.analysis.events.noted import noted_event
from deskbrief.analysis.events.plain import plain_events
from deskbrief.analysis.events.polishing import polished
from deskbrief.analysis.events.signings import signing
from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.telling import telling
from deskbrief.analysis.events.terms import of_the_term
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.trueness import quoting_truly
from deskbrief.analysis.events.verbs import is_past_alone
from deskbrief.analysis.grammar import FINITE, Tree
from deskbrief.analysis.mishaps import Mishaps
from deskbrief.analysis.quotes.speakers import Persons, entity_at
from deskbrief.analysis.sentences import block_sentences, is_prose
from deskbrief.analysis.stretches import after_dateline, words_of
from deskbrief.analysis.times.ranges import date_of_all
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.outline import Degree, Event, Status
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

#: What stands over the words of another letter: "On 10 May Tom wrote:".
_REPLY = re.compile(r">?\s{0,3}On\s[^\n]{4,160}\swrote\s?:?\s{0,3}")
#: The number of a note before its text: "3 Chifley replied".
_NOTE_NUMBER = re.compile(r"^\d{1,3}\s(?=[A-Z][a-z]+\b)")
#: How a title begins that has lost who did it.
_NO_DOER = re.compile(r"(?:if|was|were|is|are|has|had|have|said|says|states|will|would)\s|[a-z]{1,20}ed$")
#: Such titles that still say more than the beginning of their sentence.
_SPOKEN = re.compile(r"(?:have|said|says|will|would)\s")
#: What a change starts from, and how far before its year that is looked for.
_FROM, _FROM_REACH = re.compile(r"\bfrom\b(?:(?!\bto\b)[^;])*$"), 90
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ANNOUNCING = frozenset({"will", "'ll", "’ll", "to"})
By = Mapping[int, Sequence[Sentence]]


class Prose:
    """The prose of one document, read sentence by sentence."""

    def __init__(self, document: Document, times: Times, basis: Basis, mishaps: Mishaps) -> None:
        self._document = document
        self._text = document.text
        self._times = times
        self._written = basis.written
        self._tale = basis.tale
        self._mishaps = mishaps
        self._persons = Persons()
        self._before = ""

    def events(self, sentences: By, taken: Mapping[int, int]) -> Steps[list[Event]]:
        """Return the events told in prose.

        Of a block that begins at one of the offsets `taken`, what stands before the other offset is left out.
        """
        events: list[Event] = []
        apart = blocks_apart(self._document)
        for number, block in enumerate(self._document.blocks):
            if not is_prose(block) or number in apart:
                continue
            begins = taken.get(block.start, block.start)
            self._persons.turn_to(number)
            for sentence in sentences.get(number) or block_sentences(self._document, number):
                told = sentence.start >= begins and not _only_cites(block, sentence)
                events.extend(self._spared(sentence) if told else ())
                self._meet(sentence)
            yield
        news = None if self._tale else leads.news_of(self._document, sentences, self._written)
        return self._with_main(news, events) if news else events

    def _spared(self, sentence: Sentence) -> list[Event]:
        return self._mishaps.spared("events", partial(self._of_sentence, sentence))

    def _of_sentence(self, sentence: Sentence) -> Iterator[Event]:
        if self._is_reply(sentence.span) or is_caption(self._text, sentence.span):
            return
        lead = lead_of(self._text, sentence.span)
        begins = after_dateline(self._text, sentence.start, sentence.end)
        begins = max(begins, lead[1].end) if lead else begins
        dates = self._dates(Span(begins, sentence.end))
        one = self._whole(sentence, lead, dates)
        if one is not None:
            yield one
            return
        lives = [] if not dates else list(lives_of(self._text, sentence, self._times, self._written))
        yield from (event for _, event in lives)
        dates = [time for time in dates if not any(time is told for told, _ in lives)]
        if not sentence.words:
            yield from plain_events(self._text, sentence, dates, self._times, self._written)
        elif dates:
            tree = mended(straightened(Tree(sentence)), dates)
            noted = self._noted(tree, dates)
            yield from self._dated(tree, dates) if noted is None else (noted,)
        elif not self._tale and any(word.text.lower() in _ANNOUNCING for word in sentence.words):
            tree = Tree(sentence)
            for trigger in announcements(tree):
                event = event_of(self._text, tree, trigger, undated(tree, trigger), self._written)
                yield replace(event, rule="an announcement without a date", confidence=0.5)

    def _whole(
        self, sentence: Sentence, lead: tuple[str, Span] | None, dates: Sequence[Time]
    ) -> Event | None:
        """Return what a sentence tells as a whole: the entry of a report, the clause that ends a treaty."""
        if lead and not dates:
            return entry_event(self._text, sentence.span, lead, self._times, self._written)
        return signing(self._document, sentence.block, sentence.span, dates, self._times) if dates else None

    def _noted(self, tree: Tree, dates: Sequence[Time]) -> Event | None:
        """Return what an item of a list notes of its one day; none of other text."""
        if self._document.blocks[tree.sentence.block].kind is not BlockKind.LIST_ITEM:
            return None
        return noted_event(self._text, tree, dates, self._times, self._written)

    def _dates(self, span: Span) -> list[Time]:
        """Return the times that can date an event; in a tale none that has no place on the calendar."""
        found = dates_of(self._text, span, self._times)
        return [time for time in found if not self._tale or time.worked.degree is not Degree.UNRESOLVED]

    def _meet(self, sentence: Sentence) -> None:
        """Take in the persons that a sentence names, for the pronouns of those that follow."""
        persons = [at for at, word in enumerate(sentence.words) if word.begins and word.entity == "PERSON"]
        if persons:
            tree = Tree(sentence)
            self._persons.saw(tree)
            last = {entity_at(tree, at).rpartition(" ")[2] for at in persons}
            self._before = sentence.span.of(self._text) if len(last) == 1 else ""
        elif not any(word.tag == "PRP" and word.text.lower() in {"he", "she"} for word in sentence.words):
            self._before = ""

    def _named(self, tree: Tree, trigger: Trigger, event: Event) -> Event:
        """Return the event with the person named, in brackets, whom the pronoun at its head stands for.

        That is somebody named in the sentence before, or before others that go on with the same pronoun. A
        person named earlier in its own sentence may be meant as well as not, and so nobody is.
        """
        pronoun, _, rest = event.title.partition(" ")
        unsure = any(word.entity == "PERSON" for word in tree.words[: trigger.word])
        if pronoun.lower() not in {"he", "she"} or unsure:
            return event
        person = self._persons.meant_by(pronoun.lower())
        known = person is not None and person.name.rpartition(" ")[2] in self._before
        return replace(event, title=f"[{person.name}] {rest}") if person and known and rest else event

    def _is_reply(self, sentence: Span) -> bool:
        """Tell whether a sentence only says who wrote the words below."""
        closed = self._text[sentence.start : sentence.end + 1].rstrip()
        return closed.endswith(":") and _REPLY.fullmatch(closed) is not None

    def _dated(self, tree: Tree, dates: Sequence[Time]) -> Iterator[Event]:
        found = dated_words(self._text, tree, dates, undated=self._written is None and not self._tale)
        last: dict[int, Time] = {}
        for trigger, group in grouped_dates(self._text, found, self._times):
            event = self._event(tree, trigger, group)
            before = last.get(trigger.word)
            if before is not None:
                event = with_own_object(self._text, tree, event, trigger, before, group[0])
            last[trigger.word] = group[-1]
            others = [self._wording(time) for time in dates if time not in group]
            waiting = _waiting(tree) if any(one in event.title for one in others) else ()
            title = without_own_date(without_other_dates(event.title, others, waiting), self._said(event))
            title = telling(self._text, tree, trigger, title, alone=not others)
            title = _NOTE_NUMBER.sub("", title) + '"' * (title.count('"') % 2)
            title += "”" * (title.count("“") > title.count("”"))
            if title.count("(") > title.count(")"):
                title = title[: title.rindex("(")].rstrip(" ,") or title
            if _NO_DOER.match(title):
                whole = words_of(self._text, short_title(self._text, tree.sentence.span))
                left = without_other_dates(whole, others)
                has = tree.words[trigger.word].text in left
                holds = has or " " not in title or (left == whole and not _SPOKEN.match(title))
                title = (without_own_date(left, self._said(event)) if holds else "") or title
            if _LETTERS.search(title) is None or self._is_start_of_change(event):
                continue
            event = with_own_amount(self._text, replace(event, title=title), dates)
            event = of_the_term(self._text, tree, trigger, event, self._written)
            told = polished(self._text, tree, trigger, event)
            if told is not None:
                of_verb = [time for other, time in found if other.word == trigger.word]
                told = with_own_giver(self._text, tree, told, trigger, group[-1], of_verb)
                title = quoting_truly(told.title, tree.sentence.span.of(self._text))
                yield self._named(tree, trigger, replace(told, title=title))

    def _is_start_of_change(self, event: Event) -> bool:
        """Tell whether a plan tells what it starts from: "will grow from 3,900 in 2005 to 5,500 in 2030"."""
        if event.status is not Status.PLANNED or self._written is None or not event.date.edtf.isdigit():
            return False
        before = self._text[max(event.date.start - _FROM_REACH, event.spans[0].start) : event.date.start]
        return int(event.date.edtf) < self._written.year and _FROM.search(before) is not None

    def _said(self, event: Event) -> str:
        return words_of(self._text, Span(event.date.start, event.date.end))

    def _wording(self, time: Time) -> str:
        return words_of(self._text, Span(time.start, time.end))

    def _event(self, tree: Tree, trigger: Trigger, group: Sequence[Time]) -> Event:
        date = date_of_all(self._text, group, self._times)
        event = event_of(self._text, tree, trigger, date, self._written)
        ahead = not date.edtf and group[0].mention.recipe.sign > 0
        if ahead and event.status is Status.OCCURRED and not is_past_alone(tree, trigger.verb):
            event = replace(event, status=Status.PLANNED)
        if trigger.is_noun and event.status is Status.PLANNED and group[0].mention.recipe.tense == "past":
            event = replace(event, status=dated(date.edtf, self._written), status_wording="")
        rule = f"the {'noun' if trigger.is_noun else 'verb'} that the date belongs to"
        return replace(event, rule=rule, confidence=_confidence(tree, trigger, group[0]))

    def _with_main(self, news: leads.News, events: Sequence[Event]) -> list[Event]:
        """Return the events with the main one of the news, which headline and lead tell."""
        main = leads.main_event(news)
        if main is None:
            return list(events)
        word = news.lead.words[main.word].start
        known = next((event for event in events if event.trigger and event.trigger.start == word), None)
        headline = news.headline.sentence.span
        if known is not None:
            both = replace(known, spans=(*known.spans, headline))
            return [both if event is known else event for event in events]
        event = event_of(
            self._text, news.lead, main, leads.date_of_writing(self._written, word), self._written
        )
        title, spans = words_of(self._text, headline), (*event.spans, headline)
        return [*events, replace(event, title=title, spans=spans, rule=leads.RULE, confidence=leads.SURE)]


def _waiting(tree: Tree) -> frozenset[str]:
    """Return the verbs that say nothing without what stands behind them."""
    return frozenset(word.text for at, word in enumerate(tree.words) if lacks_more(tree, at))


def _confidence(tree: Tree, trigger: Trigger, time: Time) -> float:
    sure = 0.75 if time.mention.recipe.year else 0.65
    sure -= 0 if time.worked.edtf else 0.25
    if tree.in_main_clause(trigger.verb):
        sure += 0.1
    return round(sure - 0.1 if trigger.is_noun else sure, 2)


def _only_cites(block: Block, sentence: Sentence) -> bool:
    """Tell whether a note names a source, with its day, and tells nothing: it has no finite verb."""
    note = block.kind is BlockKind.FOOTNOTE and bool(sentence.words)
    return note and not any(word.tag in FINITE for word in sentence.words)
