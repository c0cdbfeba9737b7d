"""The outline as Markdown, to read or to paste elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.edtf import display
from deskbrief.document.model import Document
from deskbrief.document.outline import Event, Outline, Recommendation, Section
from deskbrief.document.spans import Span
from deskbrief.services.planning import document_title
from deskbrief.services.references import locator

#: Characters that would be mark-up; each gets a backslash.
SPECIAL = frozenset("\\`*_{}[]<>#|~")


def outline_markdown(file_name: str, document: Document, outline: Outline) -> str:
    """Return the outline of `document`: headings, events, recommendations and names, each with its ¶."""
    parts = [f"# {escaped(document_title(document, file_name))}", ""]
    parts += _group("Sections", (_section_lines(document, section) for section in outline.sections))
    parts += _group("Events", (_event_line(document, event) for event in outline.events))
    parts += _group("Recommendations", (_advice_line(document, advice) for advice in outline.recommendations))
    parts += _group("Unresolved times", _time_lines(document, outline))
    parts += _group(
        "Names", (f"- {escaped(name.name)} ({name.kind}, {len(name.mentions)})" for name in outline.names)
    )
    return "\n".join(parts).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return `text` on one line with everything that Markdown would take as mark-up escaped."""
    return "".join("\\" + char if char in SPECIAL else char for char in " ".join(text.split()))


def _group(title: str, lines: Iterator[str]) -> list[str]:
    body = list(lines)
    return [f"## {title} ({len(body)})", "", *body, ""] if body else []


def _where(document: Document, span: Span) -> str:
    return locator(document, span)


def _section_lines(document: Document, section: Section) -> str:
    indent = "  " * (section.level - 1)
    where = _where(document, Span(section.start, section.end))
    gist = [f"{indent}  > {escaped(document.quote(span))}" for span in section.gist]
    return "\n".join([f"{indent}- {escaped(section.title)} ({where})", *gist])


def _event_line(document: Document, event: Event) -> str:
    detail = f": {escaped(event.detail)}" if event.detail else ""
    when = display(event.date.edtf) if event.date.edtf else "undated"
    return (
        f"- **{when}** {escaped(event.title)}{detail} "
        f"({event.status.value}, {_where(document, event.spans[0])})"
    )


def _advice_line(document: Document, advice: Recommendation) -> str:
    title = f"**{escaped(advice.title)}:** " if advice.title else ""
    who = escaped(advice.addressee) or "not stated who"
    return f"- {title}{escaped(advice.action)} ({who}; {advice.wording}; {_where(document, advice.spans[0])})"


def _time_lines(document: Document, outline: Outline) -> Iterator[str]:
    for time in outline.times:
        if not time.edtf and time.type == "DATE":
            yield f"- “{escaped(document.quote(time.span))}”: {time.reason} ({_where(document, time.span)})"
