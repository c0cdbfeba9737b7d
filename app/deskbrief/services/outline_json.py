"""The outline as other programs read it: one object a file, schema `deskbrief.outline/1`."""

from __future__ import annotations

import json
from pathlib import Path

from deskbrief.document.encoding import encode
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Coverage, Document
from deskbrief.document.outline import Event, Figure, Outline, Quote, Recommendation
from deskbrief.document.shipped import shipped
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Json
from deskbrief.services.messages import message_for

SCHEMA = "deskbrief.outline/1"


def schema() -> Json:
    """Return the JSON Schema of the object that `outline_object` makes."""
    source = shipped("resources/schemas/outline-1.schema.json")
    return json.loads(source.read_text(encoding="utf-8"))


def outline_object(path: Path, document: Document, outline: Outline) -> dict[str, Json]:
    """Return what was found in the file at `path`; every span is `[start, end)` in code points of `text`."""
    return {
        "schema": SCHEMA,
        "source": _source(path, document),
        "text": document.text,
        "blocks": [
            {
                "kind": block.kind.value,
                "level": block.level,
                "start": block.start,
                "end": block.end,
                "paragraph": block.paragraph,
                **({"label": block.label} if block.label else {}),
                "page": block.page or None,
                **({"quotation": block.quotation} if block.quotation else {}),
            }
            for block in document.blocks
        ],
        "pages": [{"label": page.label, "start": page.offset} for page in document.pages],
        "coverage": _coverage(document.coverage),
        "sections": [
            {
                "title": section.title,
                "level": section.level,
                "start": section.start,
                "end": section.end,
                "gist": _pairs(section.gist),
            }
            for section in outline.sections
        ],
        "times": [
            {
                "start": time.start,
                "end": time.end,
                "type": time.type,
                "value": time.value,
                "edtf": time.edtf or None,
                "degree": time.degree.value,
                "reason": time.reason,
            }
            for time in outline.times
        ],
        "events": [_event(event) for event in outline.events],
        "recommendations": [_recommendation(advice) for advice in outline.recommendations],
        "names": [
            {
                "name": name.name,
                "kind": name.kind,
                "aliases": list(name.aliases),
                "mentions": _pairs(name.mentions),
            }
            for name in outline.names
        ],
        "figures": [_figure(figure) for figure in outline.figures],
        "quotes": [_quote(quote) for quote in outline.quotes],
        "acronyms": [encode(acronym) for acronym in outline.acronyms],
        "terms": [encode(term) for term in outline.terms],
        "model": outline.model or None,
        "remarks": list(outline.remarks),
    }


def error_object(path: Path, error: DeskbriefError) -> dict[str, Json]:
    """Return what stands in place of an outline when the file at `path` cannot be read."""
    message = message_for(error)
    return {
        "schema": SCHEMA,
        "source": {"path": str(path)},
        "error": {"what": message.text, "next_step": message.next_step},
    }


def _source(path: Path, document: Document) -> dict[str, Json]:
    meta = document.metadata
    return {
        "path": str(path),
        "sha256": document.sha256,
        "format": meta.format,
        "title": meta.title or None,
        "byline": meta.byline or None,
        "published": meta.published.edtf if meta.published else None,
        "language": meta.language or None,
        "words": document.words,
    }


def _coverage(coverage: Coverage) -> dict[str, Json]:
    return {
        "whole": coverage.whole,
        "kept": coverage.kept,
        "left_out": [
            {"reason": part.reason, "chars": part.chars, "sample": part.sample} for part in coverage.left_out
        ],
        "remarks": list(coverage.remarks),
    }


def _event(event: Event) -> dict[str, Json]:
    return {
        "date": {
            "edtf": event.date.edtf or None,
            "start": event.date.start,
            "end": event.date.end,
            "reason": event.date.reason,
            "degree": event.date.degree.value,
        },
        "title": event.title,
        "detail": event.detail,
        "who": list(event.who),
        "where": event.where or None,
        "status": event.status.value,
        "source": event.source.value,
        "spans": _pairs(event.spans),
        "rule": event.rule,
        "confidence": round(event.confidence, 4),
    }


def _recommendation(advice: Recommendation) -> dict[str, Json]:
    return {
        "addressee": advice.addressee or None,
        "title": advice.title or None,
        "action": advice.action,
        "strength": advice.strength.value,
        "wording": advice.wording,
        "condition": advice.condition or None,
        "deadline": advice.deadline or None,
        "speaker": advice.speaker or None,
        "source": advice.source.value,
        "spans": _pairs(advice.spans),
        "rule": advice.rule,
        "confidence": round(advice.confidence, 4),
    }


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        "text": figure.text,
        "kind": figure.kind.value,
        "start": figure.start,
        "end": figure.end,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "about": figure.about,
        "of": figure.of,
        "change": figure.change,
        "differs": _pairs(figure.differs),
    }


def _quote(quote: Quote) -> dict[str, Json]:
    return {
        "speaker": quote.speaker,
        "verb": quote.verb,
        "spans": _pairs(quote.spans),
        "speech": quote.speech.value,
        "named": quote.named,
        "inferred": quote.inferred,
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
