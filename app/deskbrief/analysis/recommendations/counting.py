"""Deeds that a sentence counts: "The fund should (1) publish its rules; (2) train its staff"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.conditions import deadline_in
from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES, NOUNS_TOO
from deskbrief.analysis.times.told import Time
from deskbrief.analysis.words import Word
from deskbrief.document.outline import Recommendation
from deskbrief.document.spans import Span

_COUNTED = re.compile(r"(?:\s(?:each|also|then))?(?:\sto)?\s?:?\s\(?(?:1|a|i)\)\s")
#: Names of bodies before the verb: "IHS, HRSA, and NIH".
_NAME = r"[A-Z][\w.&’'-]{0,30}(?: (?:of |for |the |and )?[A-Z][\w.&’'-]{0,30}){0,6}"
_NAMED = re.compile(rf"(?:the |The )?(?P<whom>{_NAME}(?:,? (?:and )?{_NAME}){{0,4}})\s{{0,3}}")
#: Who is named in small letters, with a word before that only joins: "Specifically, the ministry".
_PLAIN = re.compile(
    r"(?:[A-Z][a-z]{2,20},\s)?(?P<whom>(?:[Tt]he|[Aa]ll|[Ee]very|[Ee]ach|[Bb]oth|[Oo]ur|[Ii]ts)"
    r"(?:\s[\w’'&-]{2,30}){1,7})\s{0,3}"
)


def counted_in(text: str, start: int, end: int) -> Span | None:
    """Return the deeds counted between `start` and `end`, which a model reads wrongly, if there are any."""
    if _COUNTED.match(text, start, end) is None:
        return None
    whole = text[start:end]
    left, right = start + len(whole) - len(whole.lstrip(" :")), start + len(whole.rstrip(" .;\n"))
    return Span(left, right) if left < right else None


def named_before(text: str, start: int, end: int) -> str:
    """Return the bodies that are all that stands between `start` and `end`, "" when other words do."""
    match = _NAMED.fullmatch(text, start, end) or _PLAIN.fullmatch(text, start, end)
    return " ".join(match["whom"].split()) if match else ""


#: The numbers of counted deeds, and how each goes on.
_MARK = re.compile(r"(?<![\w)])\(?(?P<sign>\d{1,2}|[a-z]|[ivx]{1,4})\)\s")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SERIES = (
    tuple(str(number) for number in range(1, 30)),
    tuple("abcdefghijklmnopqrstuvwxyz"),
    _ROMAN,
)
#: What may stand between the wording and the first deed, beside who is asked.
_BETWEEN = frozenset(["", "also", "each", "following", "further", "should", "that", "the", "then", "to"])
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"(?:[,;]|\s(?:and|or|and/or)|\s){1,6}$", re.IGNORECASE)
#: Letters of the shortest deed.
_SHORTEST = 6


def by_deed(
    text: str,
    whole: Recommendation,
    advice: Advice | None,
    sentence: Span,
    times: Sequence[Time],
    words: Iterable[Word] = (),
) -> Iterator[Recommendation]:
    """Yield a recommendation for each deed that a sentence counts, or the whole where it counts none.

    So it does for each that semicolons set apart; `words` are those of the sentence, as the model read them.
    """
    marks = _marks(text, advice, sentence.end) if advice else ()
    if advice and not marks:
        verbs = {word.start for word in words if word.tag in {"VB", "VBP"}}
        yield from _by_semicolon(text, whole, advice, sentence, times, verbs)
        return
    ends = [*(mark.start() for mark in marks[1:]), sentence.end]
    deeds = [_deed(text, mark.end(), end) for mark, end in zip(marks, ends, strict=True)] if marks else []
    if len(deeds) < 2 or min(len(deed) for deed in deeds) < _SHORTEST:
        yield whole
        return
    head = Span(sentence.start, marks[0].start())
    for_all = deadline_in(text, head, _inside(times, head))
    for at, deed in enumerate(deeds):
        yield replace(
            whole,
            action=" ".join(deed.of(text).split()),
            spans=(Span(sentence.start, deed.end) if at == 0 else deed, *whole.spans[1:]),
            deadline=for_all or deadline_in(text, deed, _inside(times, deed)),
        )


#: A semicolon with the verb of the deed behind it: "; and train …", and the words of the shortest deed.
_PART = re.compile(
    r";\s(?:(?:and|or|and/or|then|also|further|finally|lastly)\s){0,2}(?P<deed>(?:not\s|[a-z]{2,15}ly\s)?"
    r"(?P<verb>[a-z]{2,20})\b(?!,))"
)
_FEWEST = 2
_LEADING = re.compile(r"[\s:]{1,4}")


def _by_semicolon(
    text: str,
    whole: Recommendation,
    advice: Advice,
    sentence: Span,
    times: Sequence[Time],
    verbs: AbstractSet[int],
) -> Iterator[Recommendation]:
    """Yield a recommendation for each deed that semicolons set apart: "should: publish …; train …"."""
    parts = list(_PART.finditer(text, advice.action.start, sentence.end)) if _asks(advice) else []
    first = _LEADING.match(text, advice.action.start, sentence.end)
    starts = [first.end() if first else advice.action.start, *(part.start("deed") for part in parts)]
    ends = [*(part.start() for part in parts), sentence.end]
    deeds = [_deed(text, start, end) for start, end in zip(starts, ends, strict=True)]
    told = text.count(";", advice.action.start, sentence.end) == len(parts)
    few = any(len(deed.of(text).split()) < _FEWEST for deed in deeds)
    verbal = all(_is_verb(text, part) or part.start("verb") in verbs for part in parts)
    if not parts or not told or few or not verbal:
        yield whole
        return
    for at, deed in enumerate(deeds):
        yield replace(
            whole,
            action=" ".join(deed.of(text).split()),
            spans=(Span(sentence.start, deed.end) if at == 0 else deed, *whole.spans[1:]),
            deadline=deadline_in(text, deed, _inside(times, deed)),
        )


#: What opens the object of a verb that is as often a noun: "; use | the lock".
_OBJECT = re.compile(
    r"\s(?:the|an?|all|any|each|every|both|its|their|his|her|our|your|these|those|more|new|\d)\b"
)


def _is_verb(text: str, part: re.Match[str]) -> bool:
    """Tell whether a word behind a semicolon is a verb by the words alone."""
    if part["verb"] in NOUNS_TOO:
        return _OBJECT.match(text, part.end("verb")) is not None
    return part["verb"] in IMPERATIVES


def _asks(advice: Advice) -> bool:
    """Tell whether somebody else is asked for deeds in the plain form: "should …", "recommends that X …"."""
    return advice.form in {Form.MODAL, Form.NEED, Form.VERB} and not advice.negated


def _inside(times: Sequence[Time], span: Span) -> list[Time]:
    return [time for time in times if span.start <= time.start < span.end]


def _marks(text: str, advice: Advice, end: int) -> tuple[re.Match[str], ...]:
    """Return the numbers of the deeds, in order, where the first follows right on the words that ask."""
    found = list(_MARK.finditer(text, advice.wording.end, end))
    if not found:
        return ()
    between = text[advice.wording.end : found[0].start()]
    named = advice.addressee
    if named is not None and advice.wording.end <= named.start and named.end <= found[0].start():
        between = f"{text[advice.wording.end : named.start]} {text[named.end : found[0].start()]}"
    if not _BETWEEN.issuperset(word.lower() for word in _WORD.findall(between)):
        return ()
    series = next((one for one in _SERIES if one[0] == found[0]["sign"]), ())
    marks: list[re.Match[str]] = []
    for match in found:
        if len(marks) < len(series) and match["sign"] == series[len(marks)]:
            marks.append(match)
    return tuple(marks)


def _deed(text: str, start: int, end: int) -> Span:
    words = text[start:end].rstrip(" .;:,\n")
    joint = _JOINT.search(words)
    return Span(start, start + (joint.start() if joint else len(words)))
