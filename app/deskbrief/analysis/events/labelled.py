"""Events told by lines with a label before their date: "Next meeting: 23 October", "Launched: 3 May 1941"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from deskbrief.analysis.events.nouns import names_happening
from deskbrief.analysis.events.status import dated, worded
from deskbrief.analysis.stretches import trimmed, words_of
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ranges import date_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.outline import Event, Origin, Status
from deskbrief.document.spans import Span

_LABEL = re.compile(r"[\s*_]{0,4}(?P<label>[A-Z][^:\n.;,]{2,60}?)[\s*_]{0,3}:[\s*_]{0,4}(?:on\s|from\s)?")
#: What may stand behind the date of such a line: where and at what hour, in a few words.
_BEHIND = re.compile(r"[\s*_]{0,3}(?:[.,;(–—-]|$|(?:at|in|by|from|to|until)\b)[^\n]{0,90}")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[.!?]\s{1,3}|\n")
RULE = "a line with a label and a date"
#: Lines with one label from which it is a field of a form.
_FORM = 2
#: Words of the longest label, and code points of the longest heading that says whose line it is.
_MOST, _LONGEST = 8, 60
#: What is done once with a ship, a case, a law or a building, when it stands alone before a date.
_DEEDS = listed(
    """abolished acquired adopted argued authorised authorized awarded began built closed commenced
    commissioned completed converted decided decommissioned delivered demolished destroyed disbanded
    dismantled dissolved effective enacted established executed filed finished formed founded heard
    inaugurated incorporated installed introduced launched lost opened ordered promulgated ratified
    recommissioned refitted renamed reopened repealed scrapped scuttled signed sold stricken struck submitted
    sunk terminated withdrawn wrecked"""
)
_OF_SHIPS = frozenset({"laid down", "broken up", "entered service", "entry into force", "in force"})
#: Words that make of the words beside them the day of something: "closing date", "start date", "deadline".
_SET = listed("""closing commencement completion delivery due effective end expiry launch move moving opening
    start target""")
#: Labels of the text itself, and of its making, which are no events of it.
_SERVICE = listed("""accessed archived document edition issue last modified period posted printed publication
    published release report retrieved revised revision reviewed updated version""")
#: What says that the day is yet to come when the text was written.
_AHEAD = listed("""closing deadline due forthcoming next target upcoming""")


def labelled_events(
    document: Document, times: Times, written: Moment | None, told: Collection[int]
) -> Iterator[Event]:
    """Yield the events of lines that are a label and its date; blocks that begin in `told` are passed.

    A label that comes again and again is a field of a form, which tells nothing without what it is of.
    """
    found = list(_found(document, times, written, told))
    often = Counter(event.trigger.of(document.text) for event in found if event.trigger)
    yield from (event for event in found if event.trigger and often[event.trigger.of(document.text)] <= _FORM)


def _found(
    document: Document, times: Times, written: Moment | None, told: Collection[int]
) -> Iterator[Event]:
    over = ""
    for block in document.blocks:
        if block.kind in {BlockKind.TITLE, BlockKind.HEADING}:
            named = words_of(document.text, block.span)
            over = "" if ":" in named else named
        elif block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and block.start not in told:
            for line in _lines(document.text, block, times):
                event = _event(document.text, line, times, written, over)
                if event is not None:
                    yield event


def _lines(text: str, block: Block, times: Times) -> Iterator[Span]:
    """Yield the lines of a block that open with a label and its date, also those that were put together."""
    starts = [block.start, *(one.end() for one in _ENDS.finditer(text, block.start, block.end))]
    starts.extend(
        time.end + 1 for time in times.within(block.span) if text[time.end : time.end + 1].isspace()
    )
    found = [start for start in sorted(set(starts)) if _opens_line(text, start, block, times)]
    for start, end in pairwise([*found, block.end]):
        yield Span(*trimmed(text, start, end))


def _opens_line(text: str, start: int, block: Block, times: Times) -> bool:
    label = _LABEL.match(text, start, block.end)
    return label is not None and _time_at(times, label.end(), block.end) is not None


def _event(text: str, line: Span, times: Times, written: Moment | None, over: str) -> Event | None:
    label = _LABEL.match(text, line.start, line.end)
    time = _time_at(times, label.end(), line.end) if label else None
    if label is None or time is None or _BEHIND.fullmatch(text, _end(time, times, line), line.end) is None:
        return None
    words = [word.lower() for word in _WORD.findall(label["label"])]
    if not _tells(words):
        return None
    date = date_of(text, time, times)
    heads = written is not None and "date" in words and date.edtf == written.edtf()
    if not date.edtf or heads:  # "Decision date: 11 October 2017" over a decision of that day
        return None
    ahead = not _AHEAD.isdisjoint(words)
    said = worded(line.of(text)) or _by_label(words, ahead=ahead, known=written is not None)
    status, wording = said or (dated(date.edtf, written), "")
    short = _title(label["label"], words, over)
    whole = words_of(text, line)
    return Event(
        date=date,
        title=short,
        detail=whole if whole != short else "",
        spans=(line, Span(date.start, date.end)),
        status=status,
        status_wording=wording,
        source=Origin.LIST,
        trigger=Span(*label.span("label")),
        rule=RULE,
        confidence=0.75,
    )


def _time_at(times: Times, start: int, end: int) -> Time | None:
    """Return the day or month that begins at `start`, none for another time."""
    found = next((one for one in times.within(Span(start, end)) if one.start - start <= _OPENING), None)
    fine = found is not None and found.concrete and bool(found.mention.recipe.month)
    return found if fine else None


#: Code points that may open a date and are none of its own: "the ".
_OPENING = 4


def _end(time: Time, times: Times, line: Span) -> int:
    """Return where the dates of a line end: those that stand close behind the first one are of it."""
    end = time.end
    for one in times.within(Span(time.start, line.end)):
        end = max(end, one.end) if one.start - end <= _OPENING + 4 else end
    return end


def _tells(words: list[str]) -> bool:
    """Tell whether a label names what happens, or what is set for a day."""
    if not 0 < len(words) <= _MOST or not _SERVICE.isdisjoint(words):
        return False
    whole = " ".join(words)
    if (len(words) == 1 and words[0] in _DEEDS) or whole in _OF_SHIPS:
        return True
    happening = any(names_happening(word) or word == "deadline" for word in words)
    day = "date" in words and len(words) > 1
    return happening or (day and not _SET.isdisjoint(words)) or whole in {"due", "effective from"}


def _by_label(words: list[str], *, ahead: bool, known: bool) -> tuple[Status, str] | None:
    """Return what a label says by itself: "launched" has happened, "next" is to come.

    The latter only where the day of writing is not known, which tells better.
    """
    if len(words) == 1 and words[0] in _DEEDS - {"effective"}:
        return Status.OCCURRED, words[0]
    if not ahead or known:
        return None
    return Status.PLANNED, next(word for word in words if word in _AHEAD)


def _title(label: str, words: list[str], over: str) -> str:
    """Return the label, with what stands over it where it only says what was done."""
    alone = len(words) == 1 and words[0] in _DEEDS
    bare = alone or " ".join(words) in _OF_SHIPS
    if bare and over and len(over) <= _LONGEST:
        return f"[{over}] {label.lower() if label.isupper() else label[:1].lower() + label[1:]}"
    return label
