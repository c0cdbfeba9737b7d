"""What is asked of the index in SQL."""

from __future__ import annotations

import json

from deskbrief.library.expression import Asked
from deskbrief.library.named import needle

NOTES_FOUND = """
    SELECT j.document, j.note, hit.rank
    FROM (SELECT rowid AS id, bm25(notes) AS rank FROM notes
          WHERE notes MATCH ? ORDER BY rowid DESC LIMIT ?) AS hit
    JOIN jotting AS j ON j.id = hit.id LEFT JOIN text AS t ON t.document = j.document
    WHERE /*filters*/ ORDER BY hit.rank LIMIT ?
    """
NOTES_CHOSEN = """
    SELECT j.document, j.note, 0.0 FROM jotting AS j LEFT JOIN text AS t ON t.document = j.document
    WHERE /*filters*/ ORDER BY j.id DESC LIMIT ?
    """
TEXTS_FOUND = """
    SELECT p.document, p.starts, p.ends, hit.rank
    FROM (SELECT rowid AS id, bm25(texts, 4.0, 1.0) AS rank FROM texts
          WHERE texts MATCH ? ORDER BY rowid DESC LIMIT ?) AS hit
    JOIN piece AS p ON p.id = hit.id LEFT JOIN text AS t ON t.document = p.document
    WHERE /*filters*/ ORDER BY hit.rank LIMIT ?
    """
MATCHING = """
    SELECT DISTINCT p.document FROM texts JOIN piece AS p ON p.id = texts.rowid
    LEFT JOIN text AS t ON t.document = p.document WHERE texts MATCH ? AND /*filters*/
    """
DATED = "SELECT t.document FROM text AS t WHERE /*filters*/"
FILTERS = "/*filters*/"


def document_filters(wanted: Asked) -> tuple[str, tuple[str, ...]]:
    """Return the conditions on documents that a search makes, in place of `FILTERS`, and their values."""
    filters, values = ["1"], []
    if wanted.after:
        filters.append("t.published >= ?")
        values.append(wanted.after)
    if wanted.before:
        # What is dated by a year alone lies before each month of the next.
        filters.append("t.published <> '' AND substr(t.published, 1, ?) < ?")
        values += [str(len(wanted.before)), wanted.before]
    if wanted.name:
        filters.append(
            "EXISTS(SELECT 1 FROM naming AS m WHERE m.document = t.document AND instr(m.names, ?))"
        )
        values.append(needle(wanted.name))
    return " AND ".join(filters), tuple(values)


def note_filters(wanted: Asked) -> tuple[str, tuple[str, ...]]:
    """Return the conditions on notes and their documents, and their values."""
    filters, values = document_filters(wanted)
    if wanted.role:
        filters += " AND j.role = ?"
        values = (*values, wanted.role)
    if wanted.tag:
        filters += " AND instr(j.tags, ?)"
        values = (*values, json.dumps(wanted.tag))
    return filters, values
