"""The outline as Markdown, to read or to paste elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.edtf import display
from deskbrief.document.model import Coverage, Document
from deskbrief.document.outline import Event, Figure, Name, Outline, Quote, Recommendation, Section, Speech
from deskbrief.document.sizes import percent_read
from deskbrief.document.spans import Span
from deskbrief.services.references import locator
from deskbrief.services.titles import document_title

#: Wordings that name no point in time and are shown as examples.
MOST_WORDINGS = 6
#: Characters that would be mark-up; each gets a backslash.
SPECIAL = frozenset("\\`*_{}[]<>#|~")


def outline_markdown(file_name: str, document: Document, outline: Outline) -> str:
    """Return the outline of `document`: its headings and all items, each with its ¶."""
    parts = [f"# {escaped(document_title(document, file_name))}", ""]
    parts += _source_lines(document)
    parts += _group("Sections", (_section_lines(document, section) for section in outline.sections))
    parts += _group("Events", (_event_line(document, event) for event in outline.events))
    parts += _group("Recommendations", (_advice_line(document, advice) for advice in outline.recommendations))
    parts += _group("Unresolved times", _time_lines(document, outline))
    parts += _group("Names", (_name_line(name) for name in outline.names))
    parts += _group("Figures", (_figure_line(document, figure) for figure in outline.figures))
    parts += _group("Quotes and statements", (_quote_line(document, quote) for quote in outline.quotes))
    parts += _group("Terms", _term_lines(document, outline))
    parts += ["## What was read", "", *_coverage_lines(document.coverage, outline)]
    return "\n".join(parts).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return `text` on one line with everything that Markdown would take as mark-up escaped."""
    return "".join("\\" + char if char in SPECIAL else char for char in " ".join(text.split()))


def _group(title: str, lines: Iterator[str]) -> list[str]:
    body = list(lines)
    return [f"## {title} ({len(body)})", "", *body, ""] if body else []


def _name_line(name: Name) -> str:
    """Return a name with what else it is called, its kind, and how often it is mentioned."""
    also = f", also {', '.join(map(escaped, name.aliases))}" if name.aliases else ""
    return f"- {escaped(name.name)}{also} ({name.kind}, {len(name.mentions)})"


def _source_lines(document: Document) -> list[str]:
    """Return who wrote the document and when, as far as it says so."""
    known = document.metadata
    parts = [escaped(part) for part in dict.fromkeys((known.byline, known.publisher)) if part]
    if known.published and known.published.edtf:
        source = f" ({escaped(known.published.source)})" if known.published.source else ""
        parts.append(f"{display(known.published.edtf)}{source}")
    return [" · ".join(parts), ""] if parts else []


def _where(document: Document, span: Span) -> str:
    return locator(document, span)


def _section_lines(document: Document, section: Section) -> str:
    indent = "  " * (section.level - 1)
    where = _where(document, Span(section.start, section.end))
    gist = [f"{indent}  > {escaped(document.quote(span))}" for span in section.gist]
    return "\n".join([f"{indent}- {escaped(section.title)} ({where})", *gist])


def _event_line(document: Document, event: Event) -> str:
    detail = f": {escaped(event.detail)}" if event.detail else ""
    when = event.date.shown or "undated"
    told = [
        *(escaped(name) for name in event.who),
        *([f"in {escaped(event.where)}"] if event.where else []),
        event.status.value,
        _where(document, event.spans[0]),
    ]
    return f"- **{when}** {escaped(event.title)}{detail} ({'; '.join(told)})"


def _advice_line(document: Document, advice: Recommendation) -> str:
    title = f"**{escaped(advice.title)}:** " if advice.title else ""
    told = [
        escaped(advice.addressee) or "not stated who",
        advice.strength.value,
        escaped(advice.wording) if advice.wording != advice.strength.value else "",
        f"condition: {escaped(advice.condition)}" if advice.condition else "",
        f"deadline: {escaped(advice.deadline)}" if advice.deadline else "",
        f"says {escaped(advice.speaker)}" if advice.speaker else "",
        _where(document, advice.spans[0]),
    ]
    return f"- {title}{escaped(advice.action)} ({'; '.join(part for part in told if part)})"


def _figure_line(document: Document, figure: Figure) -> str:
    of = f" {escaped(figure.of)}" if figure.of else ""
    change = f", {figure.change}" if figure.change else ""
    about = f"{figure.about} " if figure.about else ""
    other = "; ".join(
        f"{escaped(document.quote(span))} in {_where(document, span)}" for span in figure.differs
    )
    told = f" — stated differently: {other}" if other else ""
    return f"- **{about}{escaped(figure.text)}**{of}{change} ({_where(document, figure.span)}){told}"


def _quote_line(document: Document, quote: Quote) -> str:
    words = escaped(document.quote(quote.spans[0]))
    said = f"“{words}”" if quote.speech is Speech.DIRECT else words
    source = "" if quote.named else " [no named source]"
    return f"- **{escaped(quote.speaker) or '?'}**: {said} ({_where(document, quote.spans[0])}){source}"


def _term_lines(document: Document, outline: Outline) -> Iterator[str]:
    for acronym in outline.acronyms:
        where = _where(document, Span(acronym.start, acronym.end))
        yield f"- **{escaped(acronym.short)}**: {escaped(acronym.long)} ({where})"
    for term in outline.terms:
        where = _where(document, Span(term.start, term.end))
        yield f"- **{escaped(term.term)}**: {escaped(term.definition)} ({where})"


def _time_lines(document: Document, outline: Outline) -> Iterator[str]:
    """Yield the times without a place on the calendar; those that can have none are one line together."""
    open_times = [time for time in outline.times if not time.edtf and time.type == "DATE"]
    vague = [document.quote(time.span).lower() for time in open_times if time.is_vague]
    if vague:
        said = ", ".join(f"“{escaped(wording)}”" for wording in list(dict.fromkeys(vague))[:MOST_WORDINGS])
        more = " and others" if len(set(vague)) > MOST_WORDINGS else ""
        yield f"- {said}{more}: {len(vague)} in all, which name no point in time"
    for time in open_times:
        if not time.is_vague:
            yield f"- “{escaped(document.quote(time.span))}”: {time.reason} ({_where(document, time.span)})"


def _coverage_lines(coverage: Coverage, outline: Outline) -> Iterator[str]:
    share = f"{percent_read(coverage.share)} of the text in this file."
    yield f"- {share if coverage.whole else 'Only a part of this file could be read.'}"
    for remark in coverage.remarks:
        yield f"- {escaped(remark)}"
    for part in coverage.left_out:
        yield f"- Left out: {escaped(part.reason)}, {part.chars:,} characters"
    for remark in outline.remarks:
        yield f"- {escaped(remark)}"
