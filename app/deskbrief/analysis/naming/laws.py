"""Laws, agreements and documents by name: told by their last or first word, or by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.analysis.naming.candidates import Candidate, capitalised
from deskbrief.document.spans import Span

_LAW = "act law laws treaty convention agreement accord accords protocol directive charter constitution code"
_LAW += " regulation"
_LAW += " statute bill amendment covenant pact decree ordinance concordat armistice compact"
_DOCUMENT = (
    "report strategy paper review study index statement communiqué communique memorandum guidelines plan"
)
_DOCUMENT += " framework declaration roadmap assessment survey handbook manual bulletin outlook"
_DOCUMENT += " testimony guide doctrine"
LAW_WORDS, DOCUMENT_WORDS = frozenset(_LAW.split()), frozenset(_DOCUMENT.split())
#: Words that a name of a law begins with: "Treaty of Rome", "Convention on the Rights of the Child".
_OPENING = frozenset(["treaty", "convention", "agreement", "protocol", "charter", "covenant", "act"])
_NUMBERED = re.compile(
    r"\b(?:Security[ ]Council[ ]|UN[ ]|Council[ ]|Commission[ ]|Human[ ]Rights[ ]Council[ ])?"
    r"(?:Resolution|Regulation|Directive|Decision|Executive[ ]Order|Public[ ]Law|Law|Decree|Act|Bill)[ ]"
    r"(?:\((?:EU|EC|EEC|Euratom)\)[ ])?(?:No\.?[ ])?[A-Z/]{0,8}\d{1,6}(?:[/.-]\d{1,6}){0,4}(?:/[A-Z]{2,7})?"
    r"(?:[ ]\((?:19|20)\d\d\))?"
)
_DATED = re.compile(r"[ ]of[ ](?:1[6-9]|20)\d\d\b|[ ]\((?:1[6-9]|20)\d\d\)")
#: What a law is about, behind its name.
_ABOUT = re.compile(
    r"[ ](?:on|against|for|concerning)(?:[ ]the)?[ ][A-Z][\w’'-]{0,30}"
    r"(?:(?:[ ](?:of|the|and|in|for)){0,2}[ ][A-Z][\w’'-]{0,30}){0,8}"
)
#: What is a title before a name and a part of it before a law.
_GENERAL, _GENERAL_LAWS = "General ", ("Regulation", "Act", "Law", "Agreement", "Code")
_ASKING = ("why ", "what ", "how ", "who ", "when ", "where ")
#: The part of a law before its name: "VI of the Transport Act".
_OF_A_LAW = re.compile(r"(?:[IVXLC]{1,6}|\d{1,3})[ ]of[ ](?:the[ ])?(?=[A-Z])")
_AND = re.compile(r"[ ]and[ ](?:the[ ])?")


def laws_in(text: str, span: Span, runs: Sequence[Candidate] | None = None) -> Iterator[Candidate]:
    """Yield the laws, agreements and documents named in a stretch of prose, in order.

    `runs` are its capitalised words, where they have been looked for before.
    """
    at = span.start
    runs = list(capitalised(text, span)) if runs is None else runs
    for one in sorted(
        [*_numbered(text, span), *_worded(text, span, runs)], key=lambda one: (one.start, -one.end)
    ):
        if one.start >= at:
            yield one
            at = one.end


def _numbered(text: str, span: Span) -> Iterator[Candidate]:
    for match in _NUMBERED.finditer(text, span.start, span.end):
        yield Candidate(match[0], match.start(), match.end(), "law", sure=True)


def _worded(text: str, span: Span, runs: Sequence[Candidate]) -> Iterator[Candidate]:
    for run in runs:
        for written in _parts(text, Span(run.start, run.end)):
            part = _with_general(text, written)
            words = part.of(text).lower().split()
            if _is_heading(part.of(text)):
                continue
            about = _ABOUT.match(text, part.end, span.end) if words and words[-1] in _OPENING else None
            kind = "law" if about else _kind(words)
            if kind:
                end = (
                    _dated(text, about.end() if about else part.end, span.end) if kind == "law" else part.end
                )
                yield Candidate(" ".join(text[part.start : end].split()), part.start, end, kind, sure=True)


def _with_general(text: str, part: Span) -> Span:
    """Return a name with the "General" before it, which is no general's title before a law."""
    low = part.start - len(_GENERAL)
    opens = text[max(low, 0) : part.start] == _GENERAL and (low == 0 or not text[low - 1].isalpha())
    return Span(low, part.end) if low >= 0 and opens and part.of(text).endswith(_GENERAL_LAWS) else part


def _is_heading(written: str) -> bool:
    """Tell whether words in capitals are a heading or a line of print rather than a name."""
    return (written.isupper() and " " in written) or written.lower().startswith(_ASKING)


def _parts(text: str, run: Span) -> Iterator[Span]:
    """Yield a run of capitals, cut at each "and" behind what is a name by itself."""
    opened = _OF_A_LAW.match(text, run.start, run.end)
    start = opened.end() if opened else run.start
    for cut in _AND.finditer(text, start, run.end):
        before = text[start : cut.start()]
        if _kind(before.lower().split()) or (before.isupper() and " " not in before):
            yield Span(start, cut.start())
            start = cut.end()
    yield Span(start, run.end)


def _dated(text: str, end: int, limit: int) -> int:
    """Return the end of a law's name with its year."""
    dated = _DATED.match(text, end, limit)
    return dated.end() if dated else end


def kind_by_words(written: str) -> str:
    """Return "law" for a name that ends with a word for laws, its year left out; "" for any other."""
    plain = _DATED.sub("", written).split()
    return "law" if len(plain) > 1 and plain[-1].lower() in LAW_WORDS and plain[-1][:1].isupper() else ""


def _kind(words: Sequence[str]) -> str:
    """Return what the words of a name tell: a law, a document, or "" for neither."""
    if len(words) < 2:
        return ""
    if words[-1] in LAW_WORDS or (words[0] in _OPENING and words[1] in {"of", "for", "between"}):
        return "law"
    return "document" if words[-1] in DOCUMENT_WORDS else ""
