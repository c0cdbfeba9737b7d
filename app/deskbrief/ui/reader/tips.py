"""Tooltips that hold words from a document."""

from __future__ import annotations


def tip_of(text: str) -> str:
    """Return `text` for use as a tooltip.

    Qt takes a tooltip that looks like HTML for HTML, so a document's words must never go there as they are.
    """
    from html import escape

    return f"<p>{escape(text)}</p>".replace("\n", "<br>")
