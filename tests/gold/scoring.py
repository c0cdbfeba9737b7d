"""Figures for the texts that ship with the tests: precision, recall and F1 of what matters most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

Record = dict[str, Any]


def f1(true: int, predicted: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1 from counts."""
    precision = true / predicted if predicted else 0.0
    recall = true / gold if gold else 0.0
    both = precision + recall
    return {"p": precision, "r": recall, "f1": 2 * precision * recall / both if both else 0.0}


def headings(golds: Iterable[Record], predictions: Iterable[Record]) -> dict[str, float]:
    """Score heading lines; lines that the gold marks as arguable, and titles, are left out on both sides."""
    counts: Counter[str] = Counter()
    for gold, prediction in zip(golds, predictions, strict=True):
        passed = {
            line["n"]
            for line in gold["lines"]
            if line.get("soft") or line.get("cont") or line["type"] == "title"
        }
        wanted = {line["n"] for line in gold["lines"] if line["type"] == "heading"} - passed
        found = {line["n"] for line in prediction["lines"] if line["type"] == "heading"} - passed
        counts.update(true=len(wanted & found), predicted=len(found), gold=len(wanted))
    return f1(counts["true"], counts["predicted"], counts["gold"])


def line_types(golds: Iterable[Record], predictions: Iterable[Record], kind: str) -> dict[str, float]:
    """Score the lines of one type, such as list items."""
    counts: Counter[str] = Counter()
    for gold, prediction in zip(golds, predictions, strict=True):
        passed = {line["n"] for line in gold["lines"] if line.get("soft")}
        wanted = {line["n"] for line in gold["lines"] if line["type"] == kind} - passed
        found = {line["n"] for line in prediction["lines"] if line["type"] == kind} - passed
        counts.update(true=len(wanted & found), predicted=len(found), gold=len(wanted))
    return f1(counts["true"], counts["predicted"], counts["gold"])


def time_values(golds: Iterable[Record], predictions: Iterable[Record]) -> dict[str, float]:
    """Score time expressions: a hit overlaps a gold one, not yet taken, and has its value."""
    counts: Counter[str] = Counter()
    for gold, prediction in zip(golds, predictions, strict=True):
        left = list(gold["timex"])
        for guess in prediction["timex"]:
            hit = next(
                (one for one in left if one["start"] < guess["end"] and guess["start"] < one["end"]), None
            )
            if hit is not None:
                left.remove(hit)
                counts["true"] += canonical(hit["value"]) == canonical(guess["value"])
        counts.update(predicted=len(prediction["timex"]), gold=len(gold["timex"]))
    return f1(counts["true"], counts["predicted"], counts["gold"])


def canonical(value: str) -> str:
    """Fold spelling variants of a TIMEX3 value: 2008-06-XX is 2008-06, 195X is 195."""
    folded = re.sub(r"(-XX)+$", "", (value or "").upper())
    return re.sub(r"^(\d{2,3})X{1,2}$", r"\1", folded)


def sentences(golds: Iterable[Record], predictions: Iterable[Record]) -> dict[str, float]:
    """Score recommendations by labelled sentence: half of one is covered, or half of a span lies in it."""
    counts: Counter[str] = Counter()
    for gold, prediction in zip(golds, predictions, strict=True):
        spans = [
            (item["start"], item["end"])
            for item in prediction.get("recommendations") or prediction.get("sentences") or ()
            if item.get("is_recommendation", True)
        ]
        for sentence in gold["sentences"]:
            if sentence["is_recommendation"] is None:
                continue
            hit = any(_meets(sentence, span) for span in spans)
            counts.update(
                true=hit and sentence["is_recommendation"], predicted=hit, gold=sentence["is_recommendation"]
            )
    return f1(counts["true"], counts["predicted"], counts["gold"])


def _meets(sentence: Record, span: tuple[int, int]) -> bool:
    shared = min(sentence["end"], span[1]) - max(sentence["start"], span[0])
    return 2 * shared >= min(sentence["end"] - sentence["start"], span[1] - span[0]) and shared > 0
