"""Named features of a short line: what it looks like, and what stands around it.

Each function returns names such as "end:question" or "next:paragraph-long". A weight for each name
stands in `resources/rules/structure.json`, made by `scripts/train_structure.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress

from deskbrief.document.model import BlockKind
from deskbrief.importers import plain_words as words
from deskbrief.importers.dates import find_date
from deskbrief.importers.plain_units import Unit

#: The most words and characters a heading can have.
MOST_WORDS, MOST_CHARS = 32, 260
#: The most characters of a heading in a script that has no spaces.
MOST_WIDE = 50
#: A line with so many tabs is a row of data.
FIELDS = 3
#: The most lines of a hard-wrapped text that a heading can have.
MOST_LINES = 3
#: A line is asked about by those around it: the answers about so many are kept.
NEARBY = 64

_CLOSERS = "\"'”’)]»*_」』）】"
_OPENERS = "\"'“‘([«*_「『（【"
_CASELESS = _OPENERS + _CLOSERS + ".,:;?!-–—"
_MARKS = _OPENERS + _CLOSERS + ".,:;?!"


def is_candidate(unit: Unit) -> bool:
    """Tell whether `unit` is short and plain enough to be a heading."""
    if unit.kind is BlockKind.LIST_ITEM:
        if not unit.marker or not unit.marker[:-1].strip("(").isalnum():
            return False
    elif unit.kind is not BlockKind.PARAGRAPH:
        return False
    if len(unit.text) > MOST_CHARS or unit.last - unit.first >= MOST_LINES or _is_record(unit.text):
        return False
    return unit.text.count(" ") < MOST_WORDS and not _is_wide_prose(unit.text)


def _is_record(text: str) -> bool:
    """Tell whether `text` is a row of data, its fields parted by tabs, or by commas with nothing between."""
    return text.count("\t") >= FIELDS or (text.count(",") >= FIELDS and ", " not in text)


def _is_wide_prose(text: str) -> bool:
    """Tell whether `text` is in a script without spaces, and too long for a heading or a sentence."""
    if text.isascii():
        return False
    wide = sum(character > "\u2e80" for character in text)
    return 2 * wide > len(text) and (len(text) > MOST_WIDE or text[-1] in "。．！；，、")


def bucket(number: float, edges: Sequence[float]) -> int:
    """Return how many of `edges`, which rise, lie at or below `number`."""
    return bisect_right(edges, number)


_WORD_EDGES = (2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 26)
_CHAR_EDGES = (8, 16, 25, 35, 45, 60, 80, 110, 150)


def own_features(text: str, marker: str) -> list[str]:
    """Return the features of a line by itself; `marker` is its list number, if it has one."""
    tokens = text.split()
    size = bucket(len(tokens), _WORD_EDGES)
    end = end_of(text)
    case = case_of(text)
    lead = _lead(tokens)
    names = [
        f"words:{size}",
        f"chars:{bucket(len(text), _CHAR_EDGES)}",
        f"end:{end}",
        f"case:{case}",
        f"lead:{lead}",
        f"case+end:{case}+{end}",
        f"case+words:{case}+{min(size, 9)}",
        f"end+words:{end}+{min(size, 9)}",
        f"lead+end:{lead}+{end}",
        f"numbering:{numbering(text, marker)}",
    ]
    skipped = _SENTENCE_FLAGS if case == "caps" else frozenset()
    names += [name for name in _flags(text, tokens) if name not in skipped]
    return names


#: End marks of Chinese and Japanese, and those that they stand for.
_NARROW = {"。": ".", "．": ".", "！": "!", "？": "?", "：": ":", "；": ";", "，": ",", "、": ","}


@lru_cache(NEARBY)
def end_of(text: str) -> str:
    """Return the class of the end of `text`: its end mark, or what else it ends with."""
    core = text.rstrip(_CLOSERS)
    last = _NARROW.get(core[-1:], core[-1:])
    if last == "." and (core.endswith(("..", "…")) or words.ABBREVIATION.search(core[-8:])):
        return "dots" if core.endswith("..") else "abbreviation"
    classes = {".": "stop", "?": "question", "!": "exclamation", ":": "colon", ";": "comma", ",": "comma"}
    if last in classes:
        return classes[last]
    if last == "…":
        return "dots"
    if core != text:
        return "closer"
    return "digit" if last.isdigit() else "letter" if last.isalpha() else "other"


@lru_cache(NEARBY)
def case_of(text: str) -> str:
    """Return how the words of `text` are capitalised: caps, title, mixed, sentence, single or lower."""
    bodies = [token.strip(_CASELESS) for token in text.split()]
    wordy = [body for body in bodies if body[:1].isalpha()]
    if not wordy:
        return "none"
    letters = "".join(wordy)
    if letters.isupper() and len(letters) > 3:
        return "caps"
    if wordy[0][0].islower():
        return "lower"
    rest = [body for body in wordy[1:] if body.casefold() not in words.SMALL]
    if not rest:
        return "single"
    share = sum(not body[0].islower() for body in rest) / len(rest)
    return "title" if share >= 0.75 else "mixed" if share >= 0.34 else "some" if share > 0 else "sentence"


@lru_cache(NEARBY)
def numbering(text: str, marker: str) -> str:
    """Return the kind of number that a line begins with: how deep it is, or what it counts."""
    if marker:
        return "marker-number" if marker.strip("().").isdigit() else "marker-letter"
    dotted = words.DOTTED.match(text)
    if dotted:
        parts = [part for part in dotted[0].split(".") if part]
        if len(parts) == 1:
            return "year" if len(parts[0]) == 4 else "number" if parts[0].isdigit() else "letter"
        return f"depth-{min(len(parts), 4)}" if all(len(part) < 4 for part in parts) else "none"
    if words.NAMED.match(text):
        return "named"
    return "roman" if words.ROMAN.match(text) and not text.startswith("I ") else "none"


def _lead(tokens: Sequence[str]) -> str:
    first = tokens[0] if tokens else ""
    word = first.strip(_OPENERS + ".,:;?!").casefold()
    for name, members in _LEADS:
        if word in members:
            return name
    if first[:1] in _OPENERS:
        return "opener"
    if first[:1].isdigit():
        return "digit"
    if not first[:1].isalnum():
        return "symbol"
    if word.endswith("ing") and len(word) > 5:
        return "gerund"
    return "lower" if first[:1].islower() else "other"


_LEADS = (
    ("determiner", words.DETERMINERS),
    ("pronoun", words.PRONOUNS),
    ("question", words.QUESTIONS),
    ("link", words.LINKS),
    ("verb", words.VERBS),
)


_OURS = frozenset({"our", "we", "us", "we'll", "we're", "we've"})
_YOURS = frozenset({"you", "your", "you're", "you'll"})
#: What tells a sentence from a heading says little where everything is in capitals.
_SENTENCE_FLAGS = frozenset({"verb", "pronoun", "possessive-we", "you", "small-words"})


#: What may be told of a line, in the order in which `_told` tells it.
_FLAGS = (
    *("known", "outermost", "verb", "pronoun", "small-words", "sentences", "comma", "commas", "semicolon"),
    *("label", "colon-inside", "dash", "bracket", "square", "quoted", "quote-inside", "digits"),
    *("some-digits", "year", "date", "url", "caption", "credit", "greeting", "sign-off", "pointer"),
    *("speaker", "asks", "in-brackets", "handle", "wordless", "button", "pipe", "formula"),
    *("possessive-we", "you", "ends-open", "given-name"),
)
_FORMULA = re.compile(r"[=<>{}\\^~×∑∫≤≥±$#]")


def _flags(text: str, tokens: Sequence[str]) -> Iterator[str]:
    """Yield what holds of a line, of what the weights know."""
    return compress(_FLAGS, _told(text, tokens))


def _told(text: str, tokens: Sequence[str]) -> tuple[bool, ...]:
    lower = [token.strip(_MARKS) for token in tokens]
    lower = " ".join(lower).replace("’", "'").casefold().split(" ") if lower else []
    name = words.bare(text)
    label, colon, rest = text.partition(": ")
    labelled = len(label.split()) if colon and rest else 0
    digits = sum(map(str.isdigit, text))
    first, end, last = text[:1], text[-1:], lower[-1] if lower else ""
    known = frozenset(lower)
    return (
        name in words.KNOWN,
        name in words.OUTERMOST,
        not known.isdisjoint(words.VERBS),
        not known.isdisjoint(words.PRONOUNS),
        not known.isdisjoint(words.SMALL),
        ". " in text and ". " in text.strip("0123456789. ") and not text.startswith(("St. ", "Dr. ", "Mr. ")),
        ", " in text,
        text.count(", ") > 1,
        ";" in text,
        0 < labelled <= 3,
        labelled > 3,
        " – " in text or " — " in text or " - " in text or "—" in text,
        "(" in text,
        first == "[",
        first in "\"“‘'" and end in "\"”’'",
        '"' in text[1:] or "“" in text[1:],
        digits * 3 > len(text),
        digits > 0,
        digits > 3 and bool(words.YEAR.search(text)),
        digits > 3 and find_date(text) is not None,
        ("." in text[:-1] or "@" in text or "/" in text) and bool(words.URL.search(text)),
        bool(words.CAPTION.match(text)),
        _may_credit(text) and bool(words.CREDIT.search(text)),
        bool(words.GREETING.match(text)),
        bool(words.SIGN_OFF.match(text)),
        bool(words.POINTER.match(text)),
        ": " in text and bool(words.SPEAKER.match(text)),
        text.startswith(("Q: ", "Q. ", "Q – ", "Q — ")),
        first in "([" and end in ")]",
        "@" in text,
        not any(len(word) > 2 and word.isalpha() for word in lower),
        bool(words.BUTTON.match(text)),
        "|" in text or " / " in text or " • " in text or " · " in text,
        bool(_FORMULA.search(text)),
        not known.isdisjoint(_OURS),
        not known.isdisjoint(_YOURS),
        bool(lower) and (last in words.SMALL or last in words.VERBS or last in words.OPEN_ENDS),
        len(lower) in (2, 3) and lower[0] in words.GIVEN_NAMES,
    )


def _may_credit(text: str) -> bool:
    folded = text.casefold()
    return any(hint in folded for hint in words.CREDIT_HINTS)


def kind_size(unit: Unit | None) -> str:
    """Return the kind of a neighbour and, for text, how long it is."""
    if unit is None:
        return "edge"
    if unit.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
        return f"text-{bucket(len(unit.text), (30, 60, 100, 160, 260, 450))}"
    if unit.kind is BlockKind.LIST_ITEM:
        return "number" if unit.marker[:-1].strip("(").isalnum() else "bullet"
    return str(unit.kind)


@lru_cache(NEARBY)
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words of `text`, in lower case."""
    found = (word.strip(_MARKS).casefold() for word in text.split())
    return frozenset(word[:5] for word in found if len(word) > 3 and word not in words.SMALL)
