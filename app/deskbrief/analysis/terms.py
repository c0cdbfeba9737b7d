"""Terms that a text defines for its own use, with the words of their definition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.document.outline import Term

_TERM = r"(?<![\w.,!?])[“\"‘](?P<term>\w[^“”\"‘’\n]{1,59})[”\"’]"
_MEANS = r"(?:shall\smean|means|mean|refers?\sto|(?:is|are)\sdefined\s(?:as|to\smean)|denotes?|stands\sfor)"
#: “Term” means …
_QUOTED = re.compile(rf"{_TERM}(?:\s\([^()\n]{{1,40}}\))?,?\s{_MEANS}\s(?=(?P<definition>[^\n]{{3,400}}))")
#: The term X refers to …; X is defined as …
_PLAIN = re.compile(
    r"\b(?:(?:[Tt]he|[Aa])\s(?:term|expression|word|phrase|concept|notion)s?\s(?:of\s)?)"
    rf"(?P<term>[^\W\d_][^\n.,;:“”\"()]{{1,50}}?)\s{_MEANS}\s(?P<definition>[^\n]{{3,400}})"
)
_DEFINED = re.compile(
    r"(?<![\w’'-])(?P<term>[^\W\d_][\w’'-]{1,30}(?:\s[\w’'-]{1,30}){0,3})\s(?:is|are)\sdefined\s(?:here\s|in\sthis\s\w{1,20}\s)?"
    r"(?:as|to\smean)\s(?P<definition>[^\n]{3,400})"
)
#: … (hereinafter the “Term”)
_BRACKETED = re.compile(
    rf"\((?:hereafter|hereinafter)?,?\s?(?:referred\sto\sas|called|known\sas)?\s?(?:together|collectively)?,?\s?"
    rf"(?:the|an?)?\s?{_TERM}\)"
)
_END = re.compile(r"[.;](?=\s|$)|[”\"](?=\s)")
#: Where the next term of the same sentence begins: … , and “Term” means …
_NEXT = re.compile(rf",?\s(?:and\s|or\s)?{_TERM},?\s{_MEANS}\s")
_MARKS = frozenset('“”"‘’«»')
_ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)
#: Words before a bracket that its term may stand for.
_WORDS_BEFORE = 12


def terms_in(text: str, start: int = 0) -> Iterator[Term]:
    """Yield the terms that `text` defines, in order; `start` is where it begins in the document."""
    found = [
        *(_behind(match, start) for match in _QUOTED.finditer(text) if not _is_translation(match)),
        *(_behind(match, start) for match in _PLAIN.finditer(text)),
        *(_behind(match, start) for match in (_DEFINED.finditer(text) if " defined" in text else ())),
        *(term for match in _BRACKETED.finditer(text) if (term := _before(text, match, start))),
    ]
    known: set[str] = set()
    for term in sorted(found, key=lambda one: (one.start, -one.end)):
        if term.term.lower() not in known:
            known.add(term.term.lower())
            yield term


def _is_translation(match: re.Match[str]) -> bool:
    """Tell whether words in another language are put into English: “…” means “…”."""
    return match["definition"][:1] in _MARKS


def _behind(match: re.Match[str], start: int) -> Term:
    """Return a term whose definition follows, up to the end of its sentence."""
    body = match["definition"]
    ends = [found.start() for found in (_END.search(body), _NEXT.search(body)) if found]
    definition = body[: min(ends, default=len(body))]
    term = (
        _ARTICLE.sub("", match["term"].strip(), count=1)
        if match["term"][:1].isupper()
        else match["term"].strip()
    )
    at = start + match.start("definition") + len(definition)
    return Term(term, " ".join(definition.split()), start + match.start(), at)


def _before(text: str, match: re.Match[str], start: int) -> Term | None:
    """Return a term in brackets, defined by the words before them."""
    low = max(
        text.rfind(mark, max(match.start() - 200, 0), match.start())
        for mark in (". ", "; ", ", ", "\n", ": ")
    )
    before = text[low + 1 if low >= 0 else max(match.start() - 200, 0) : match.start()]
    words = before.split()[-_WORDS_BEFORE:]
    if before.rstrip()[-1:] in _MARKS or match["term"].rstrip()[-1:] in {".", "!", "?"}:
        return None
    if not words or len(match["term"].split()) > 5:
        return None
    return Term(
        match["term"].strip(",. "), " ".join(words).lstrip(",;: "), start + match.start(), start + match.end()
    )
