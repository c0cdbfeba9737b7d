"""What minutes give out and decide: "ACTION: the clerk to book the hall", "RESOLVED: That …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from deskbrief.analysis.actors import can_act, is_body
from deskbrief.analysis.grammar import NOUNS, TIMES, Tree
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES, NOUNS_TOO
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

#: The number of an item, and what leads to a task with who is to do it.
_NUMBER = r"\W{0,3}(?:\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s)?"
_TASK = re.compile(
    _NUMBER + r"(?P<wording>(?:ACTION|Action)(?:\s(?:POINT|ITEM|point|item))?[Ss]?"
    r"(?:\s[A-Z]?\d{1,3}(?:[./]\d{1,3})?)?)\s?[:–—-]\s"
    r"(?:(?P<whom>(?:[A-Z]|the\s|all\s|each\s|both\s)[^,;:!?\n]{0,60}?)\s"
    r"(?:(?:is|are)\sto|to|will|shall|should|must)\s|(?P<handle>@?[a-z][\w-]{1,20})\s(?:will|shall)\s)"
    r"(?P<not>not\s)?(?=[a-z]{2,20}\b)"
)
#: Who is to do what, where a heading says that tasks are given out: "The clerk to book the hall".
_GIVEN = re.compile(
    _NUMBER + r"(?:\[[ xX]?\]\s)?(?P<whom>(?:[A-Z]|the\s|all\s|each\s|both\s)[^,;:!?.\n]{0,60}?)\s"
    r"(?P<wording>(?:is|are)\sto|to|will|shall)\s(?P<not>not\s)?(?=[a-z]{2,20}\b)"
)
#: What a meeting has decided, in the fixed words of minutes.
_DECIDED = re.compile(
    _NUMBER + r"(?:IT WAS |It was (?=[A-Z]{3}))?"
    r"(?P<wording>(?:UNANIMOUSLY )?(?:RESOLVED|AGREED)(?: [Uu]nanimously)?|Resolved(?=,? That\b))"
    r"\s?[,:–—-]?\s(?:[Tt]hat|[Tt]o|THAT|TO)\s(?=\w)"
)
#: Code points of a label that was read as a sentence of its own.
_LABEL = 40
#: How a text begins that is the minutes of a meeting, and code points of its beginning.
_MINUTES = re.compile(r"\bminutes\b(?! (?:later|ago|before|after|past|to|and))", re.IGNORECASE)
_BEGINNING = 400
#: Lines near its beginning that name those who came to a meeting, or did not.
_PRESENT = re.compile(
    r"^\W{0,3}(?:attendees|attendance|apologies(?: for absence)?|in attendance|present|members present|"
    r"those present)\b(?=\s{0,2}(?:[:\n]|\([^()\n]{1,20}\)))",
    re.IGNORECASE | re.MULTILINE,
)
#: How minutes tell what those who met did, and how often where only their end names who was there.
_MET = re.compile(
    r"(?:^|[.!?*:]\s)\W{0,3}(?:The|This)\s(?:board|committee|group|council|panel|meeting|members?|"
    r"chair(?:man|woman)?|"
    r"trustees|governors|working\sgroup|cabinet)\s(?:also\s|then\s|unanimously\s)?(?:agreed|noted|discussed|"
    r"considered|approved|recommended|requested|asked|received|resolved|thanked|welcomed|adopted)\b",
    re.IGNORECASE | re.MULTILINE,
)
_AT_LEAST = 3
_NUMERAL = re.compile(r"(?:\d|\b(?:few|many|some|several|five|ten|twenty|thirty|sixty))\s?$", re.IGNORECASE)
#: The label of a task that was read as a sentence of its own.
_ALONE = re.compile(_NUMBER + r"(?:ACTION|Action|RESOLVED|AGREED)[^\n:]{0,20}:")


def minuted_in(text: str, span: Span, tree: Tree | None) -> Iterator[Advice]:
    """Yield the task or decision that a clause of minutes begins with."""
    match = _begun(text, span)
    if match is None:
        return
    task = match.re is _TASK
    if task and match["whom"] and _is_bidden(match["whom"]):
        yield from _bidden(match, span, text)
        return
    end = span.start + len(span.of(text).rstrip(" .;,\n"))
    start = match.start("not") if task and match["not"] else match.end()
    if end <= start:
        return
    whom = Span(*match.span("whom" if match["whom"] else "handle")) if task else None
    if whom is None and tree is not None:
        whom, start = _subject(tree, start)
    yield Advice(Form.MODAL, Strength.SHOULD, Span(*match.span("wording")), Span(start, end), addressee=whom)


def _is_bidden(whom: str) -> bool:
    """Tell whether words before "to" say what is to be done, and not who: "Send letters | to members"."""
    words = whom.lower().split()
    return words[0] in IMPERATIVES - NOUNS_TOO and len(words) > 1 and not is_body(words[-1])


def _bidden(match: re.Match[str], span: Span, text: str) -> Iterator[Advice]:
    """Yield the task of "Action: Send letters to members", which names nobody before it."""
    end = span.start + len(span.of(text).rstrip(" .;,\n"))
    yield Advice(Form.MODAL, Strength.SHOULD, Span(*match.span("wording")), Span(match.start("whom"), end))


def given_in(text: str, span: Span, tree: Tree | None) -> Iterator[Advice]:
    """Yield the task that a clause gives to somebody, under a heading that announces tasks."""
    match = _GIVEN.match(text, span.start, span.end)
    if match is None or tree is None or not _is_somebody(tree, Span(*match.span("whom"))):
        return
    end = span.start + len(span.of(text).rstrip(" .;,\n"))
    start = match.start("not") if match["not"] else match.end()
    yield Advice(
        Form.MODAL,
        Strength.SHOULD,
        Span(*match.span("wording")),
        Span(start, end),
        addressee=Span(*match.span("whom")),
    )


def _is_somebody(tree: Tree, whom: Span) -> bool:
    """Tell whether the words name who can act, and do not begin with a verb: "Ask the clerk to write"."""
    words = [word for word in tree.words if whom.start <= word.start < whom.end]
    if not words:
        return False
    first, last = words[0], words[-1]
    verb = first.tag in {"VB", "VBP", "VBD", "VBN", "VBG", "VBZ"}
    verb = verb or (first.text.lower() in IMPERATIVES and first.tag not in {"NNP", "NNPS"})
    named = last.pos == "PROPN" and first.text[:1].isupper() and first.entity not in TIMES
    return not verb and last.pos in NOUNS and (can_act(last) or named)


def _begun(text: str, span: Span) -> re.Match[str] | None:
    """Return how a clause begins, with the label before it where that was read as a sentence: "ACTION:"."""
    line = text.rfind("\n", max(span.start - _LABEL, 0), span.start) + 1
    near = line if line or span.start <= _LABEL else span.start
    for start in dict.fromkeys((span.start, near)):
        for pattern in (_TASK, _DECIDED):
            match = pattern.match(text, start, span.end)
            if match and match.end() > span.start:
                return match
    return None


def _subject(tree: Tree, start: int) -> tuple[Span | None, int]:
    """Return who is to do what was decided, and where what he is to do begins: "the clerk | write to …".

    What is done to somebody or something is told whole: "the fees be frozen".
    """
    for at, word in enumerate(tree.words):
        if word.dep == "nsubj" and word.start >= start and word.head > at:
            phrase, verb = tree.phrase(at), tree.words[word.head]
            acts = verb.tag in {"VB", "VBP"} and verb.lemma != "be" and can_act(word)
            if acts and phrase.start == start and 0 <= verb.start - phrase.end <= 1:
                return phrase, verb.start
            break
    return None, start


def is_minuted(text: str, span: Span) -> bool:
    """Tell whether a clause begins with the words by which minutes give out tasks or tell decisions."""
    return _begun(text, span) is not None


def is_only_label(text: str, span: Span) -> bool:
    """Tell whether a sentence is no more than the label of the task or decision after it."""
    return _ALONE.fullmatch(text, span.start, span.end) is not None


def are_minutes(text: str) -> bool:
    """Tell whether a text calls itself minutes where it begins, or names there who was present.

    So is one that names at its end who was present, and tells again and again what those who met did.
    """
    head = text[:_BEGINNING]
    if _PRESENT.search(head) is not None or any(
        not _NUMERAL.search(head[: match.start()]) for match in _MINUTES.finditer(head)
    ):
        return True
    return (
        _PRESENT.search(text) is not None and len(list(islice(_MET.finditer(text), _AT_LEAST))) == _AT_LEAST
    )
