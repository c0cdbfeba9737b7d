"""Texts with gold line types, for the scripts that work out and check the weights of plain text.

A gold record is `{"id", "text", "source", "style", "lines": [{"n", "type", "level", "soft"}]}`; `n` counts
lines from 1. Saved pages with gold blocks make such records too, and each can be had in other dress.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Gold = dict[str, Any]

#: Pages with fewer lines than this teach nothing.
FEWEST_LINES = 4
#: Types of lines between which no blank line stands.
TIED = ("list_item", "table_row", "code")


def read_golds(paths: Iterable[Path]) -> list[Gold]:
    """Return the records of all files, one a line."""
    return [
        json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()
    ]


def of_pages(pages: Iterable[Gold], known: Sequence[Gold]) -> Iterator[Gold]:
    """Yield records made of the gold blocks of saved pages, without pages that are among `known`."""
    seen = {gold["id"] for gold in known} | {gold.get("url") for gold in known}
    for page in pages:
        if page["id"] in seen or (page["url"] and page["url"] in seen) or not page["blocks"]:
            continue
        lines = [line for block in page["blocks"] for line in _lines_of(block)]
        if len(lines) >= FEWEST_LINES:
            airy = len(page["text"]) % 3 == 0
            yield {"id": page["id"], "source": page["source"], **laid_out(lines, "blank" if airy else "seed")}


def _lines_of(block: Gold) -> Iterator[Gold]:
    if block["type"] == "table":
        for row in block["rows"]:
            yield {"type": "table_row", "text": "| " + " | ".join(row) + " |"}
        return
    parts = block["text"].split("\n") if block["type"] == "code" else [" ".join(block["text"].split())]
    lead = "- " if block["type"] == "list_item" else ""
    kept = {key: block[key] for key in ("type", "level", "soft") if block.get(key)}
    for part in parts:
        if part.strip():
            yield {**kept, "text": lead + part}


def laid_out(lines: Iterable[Gold], style: str) -> Gold:
    """Return text, style and line labels of a record whose `lines` have a text each.

    The style "blank" sets blank lines between all blocks, "headblank" only above headings, "seed" none.
    """
    rows: list[str] = []
    labels: list[Gold] = []
    before = ""
    for line in lines:
        kind = line["type"]
        tied = kind == before and kind in TIED
        if rows and ((style == "blank" and not tied) or (style == "headblank" and kind == "heading")):
            rows.append("")
        rows.append(line["text"])
        labels.append({key: value for key, value in line.items() if key != "text"} | {"n": len(rows)})
        before = kind
    return {"style": style, "text": "\n".join(rows), "lines": labels}


def dressed(gold: Gold, rng: random.Random) -> Iterator[Gold]:
    """Yield the document twice more, with other blank lines and other headings."""
    style = gold["style"]
    if style.startswith("wrap"):
        return
    rows = gold["text"].split("\n")
    plain = style.split("|")[0] in ("seed", "blank", "headblank") and "|" not in style
    for _ in range(2):
        gap = rng.choice(("seed", "blank", "headblank"))
        look = rng.choice(("", "", "caps", "colon", "numbers")) if plain else ""
        yield gold | laid_out(_restyled(gold["lines"], rows, look), gap)


def _restyled(lines: Iterable[Gold], rows: Sequence[str], look: str) -> Iterator[Gold]:
    counts = [0] * 8
    for line in lines:
        text = rows[line["n"] - 1]
        if line["type"] == "heading" and not line.get("soft"):
            text = _restyle(text, look, min(line.get("level") or 1, 5), counts)
        yield line | {"text": text}


def _restyle(text: str, look: str, level: int, counts: list[int]) -> str:
    if look == "caps":
        return text.upper()
    if look == "colon" and text[-1:].isalnum():
        return text + ":"
    if look != "numbers" or text[:1].isdigit():
        return text
    counts[level] += 1
    counts[level + 1 :] = [0] * (len(counts) - level - 1)
    numbers = [str(max(count, 1)) for count in counts[1 : level + 1]]
    return ".".join(numbers) + ("." if level == 1 else "") + " " + text
