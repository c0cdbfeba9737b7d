"""What one verb tells of several days: "reached Bath on 17 April and York on 18 April"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.told import Time
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span

_PHRASE = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"})
#: A title shorter than this would say nothing.
_SHORTEST = 12
#: What stands between what is told and another date.
_BEFORE_DATE = re.compile(
    r"(?:\s(?:instead of|rather than|up from|down from|compared (?:with|to)))?"
    r"(?:,?\s(?:and|but|then|or))?(?:\s(?:on|in|by|from|at|since|until|between))?(?:\sthe)?\s?$"
)


def with_own_object(text: str, tree: Tree, event: Event, trigger: Trigger, before: Time, time: Time) -> Event:
    """Return the event with what the sentence names between `before` and `time` in place of the object."""
    if trigger.is_noun:
        return event
    span = _named_between(tree, before.end, time.start)
    verb = tree.words[trigger.verb].text
    head, found, rest = event.title.partition(f" {verb} ")
    if span is None or not found:
        return event
    own = words_of(text, span)
    who = tuple(one for one in event.who if one not in rest)
    return replace(event, title=f"{head} {verb} {own}", who=(*who, own))


def _named_between(tree: Tree, start: int, end: int) -> Span | None:
    """Return the one noun phrase between two dates, none where there is a verb or nothing named."""
    inside = [word for word in tree.words if start <= word.start < end]
    joined = [at for at, word in enumerate(inside) if word.tag == "CC"]
    inside = inside[joined[-1] :] if joined else inside
    while inside and (inside[0].pos in {"CCONJ", "PUNCT", "ADV"} or inside[0].tag == "CC"):
        inside.pop(0)
    while inside and inside[-1].pos in {"ADP", "PUNCT"}:
        inside.pop()
    if not inside or any(word.pos not in _PHRASE and word.text != "of" for word in inside):
        return None
    counted = inside[-1].text.lower() in _COUNTED and len(inside) < 3
    return Span(inside[0].start, inside[-1].end) if inside[-1].pos in NOUNS and not counted else None


#: What only counts of what has been named: "a second", "another".
_COUNTED = frozenset({"another", "one", "other", "second", "third"})
#: A preposition that leads to a date, with what may stand around it; the comma that opens an aside.
_TO_DATE = re.compile(
    r"(?:^|(?P<comma>,)?\s)(?:(?:late|early|later|earlier|back|roughly|only|as)\s)?"
    r"(?:from and including|on or (?:about|before|around)|no[t]? later than|with effect from|as of|"
    r"effective(?: from)?|on|in|at|by|during|from|since|of|for|between)"
    r"(?:\s(?:the|early|late))*\s$"
)
#: The same at the start of a title: "On | 10 July 2003, the firm wrote".
_OPENING = re.compile(r"(?:On|In|At|By|During)\s(?:the\s)?")
#: Days and weeks that need no preposition: "said Thursday", "fell last week".
_ADVERBIAL = re.compile(
    r"(?:(?:last|this|next|late|early|earlier this|later this|(?:earlier|later) in(?: the)?) \w{1,20}|"
    r"[\w-]{1,20} (?:day|week|month|year|decade)s? (?:ago|earlier|later)|today|yesterday|tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?)",
    re.IGNORECASE,
)
#: What a word of a date that only describes another follows: "the Friday meeting".
_DESCRIBED = re.compile(r"(?:\b(?:the|an?|its|their|his|her|our|this|that)|[’']s|s[’'])\s$")
#: How a statement opens right behind the date before it: "In 1945 | he was sent to India".
_GOES_ON = re.compile(r"(?:he|she|it|they|the|an?|his|her|its|their)\s\w[^,]{12}")
#: What is left of "quit the show earlier | in the week"; not of "a week earlier".
_EARLIER = re.compile(
    r"(?<=[a-z]{3})(?<!day)(?<!days)(?<!week)(?<!weeks)(?<!month)(?<!months)(?<!year)(?<!years) earlier$"
)
#: A noun that a date describes, and no word that leads on.
_DESCRIBES = re.compile(
    r"\s(?!(?:after|and|as|at|before|but|by|for|from|in|of|on|or|that|to|when|where|which|while|who|with)\b)"
    r"[a-z]{3}"
)
#: Words of the shortest phrase that says enough without the date before it.
_SAYS = 3
#: The sign that a date owns what follows: "Monday | 's meeting", and the same within its wording.
_OWNING = re.compile(r"(?:(?<=[’']s)|[’']s|(?<=s)[’'])\s(?=\w)")
#: Words that lead to a date, at the end of a title that has lost it.
_LOOSE_END = re.compile(r",?\s(?:later|earlier|only|just|shortly|exactly)$")


def without_own_date(title: str, wording: str) -> str:
    """Return the title without the date that stands beside it in the list anyway, where enough is left."""
    title = _without_its_beginning(title, wording)
    opened = _OPENING.match(title)
    rest = title[opened.end() :] if opened else ""
    if rest.startswith(f"{wording}, ") and len(rest) - len(wording) > _SHORTEST:
        return rest[len(wording) + 2 :]
    if rest.startswith(f"{wording} ") and _GOES_ON.match(rest, len(wording) + 1):
        title = rest[len(wording) + 1 :]
    at = title.find(wording)
    end = at + len(wording)
    owns = _OWNING.match(title, end) if at >= 0 else None
    if owns is not None and (at == 0 or title[at - 1] == " ") and len(title[owns.end() :].split()) >= _SAYS:
        return f"{title[:at]}the {title[owns.end() :]}"
    if at <= 0 or title[end : end + 1] not in {"", " ", ","}:
        return _EARLIER.sub("", title) if at < 0 else title
    before, after, led = title[:at], title[end:], _TO_DATE.search(title[:at])
    if led is not None and led[0].endswith("the ") and _DESCRIBES.match(after):
        before, after = title, ""  # "from the Christmas | period"
    elif led is not None:
        before = before[: led.start()]
        after = after.removeprefix(",") if led["comma"] else after
    elif not _ADVERBIAL.fullmatch(wording) or _DESCRIBED.search(before):
        return title
    left = _LOOSE_END.sub("", f"{before.rstrip()}{after}").strip(" ,;:")
    bare = led is not None and " of " in led[0] and len(left.split()) < _SAYS  # "the War | of 1812"
    return left if " " in left and len(left) >= _SHORTEST and not bare else title


def _without_its_beginning(title: str, wording: str) -> str:
    """Return the title without the first words of its date at its end: "left missing in the start".

    Nor does it begin with the last words of the date: "Oct 7 | troops crossed" of 2023 Oct 7.
    """
    words = wording.split()
    for count in range(len(words) - 1, 0, -1):
        tail = " ".join(words[-count:])
        if tail[-1:].isdigit() and title.startswith(f"{tail} "):
            return title[len(tail) + 1 :]
    for count in range(len(words) - 1, 0, -1):
        begun = " " + " ".join(words[:count])
        led = _TO_DATE.search(title[: 1 - len(begun)]) if title.endswith(begun) else None
        if led is not None and len(title[: led.start()]) >= _SHORTEST:
            return title[: led.start()]
    return title


def without_other_dates(title: str, others: Sequence[str], waiting: Collection[str] = ()) -> str:
    """Return the title cut before the first of the wordings of other dates, where enough is left.

    Behind one of the verbs that are `waiting` for more only the date itself is left out: "decided | in 2005 |
    to stay".
    """
    for wording in others:
        at = title.find(wording)
        if at > 0:
            cut = _BEFORE_DATE.sub("", title[:at]).rstrip(" ,;:(")
            led, rest = _TO_DATE.search(title[:at]), title[at + len(wording) :]
            if led is not None and not led["comma"] and rest[:1] == " " and cut.rpartition(" ")[2] in waiting:
                title = f"{title[: led.start()]}{rest}"
                continue
            first, _, last = cut.rpartition(" to ")
            cut = first if first and last in waiting else cut  # "invited his children | to spend"
            whole = _OWNED.search(cut) is None
            title = cut if whole and len(cut) >= _SHORTEST and " " in cut else title
    return title


#: What waits for its noun: "reported its" of "reported its first quarter".
_OWNED = re.compile(r"(?:\b(?:its|their|his|her|our|my|your|a|an|the|this|that)|[’']s)$")
