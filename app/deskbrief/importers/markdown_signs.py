"""Telling Markdown that is called plain text, by several marks that plain texts do not have together."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: The share of the lines with a number sign in front that must be headings: elsewhere they are comments.
HEADING_SHARE = 0.8
#: The share of lines that end or begin as code does, above which a text with fewer fences is code.
MOST_CODE = 0.15
#: So many items make a list.
FEWEST_ITEMS = 2

_HEADING = re.compile(r"#{1,6} {1,3}[^\s#].{0,200}")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)]) {1,3}\S")
_FENCE = re.compile(r"```[\w+-]{0,20}\s*|~~~[\w+-]{0,20}\s*")
_RULE = re.compile(r"\|?[ :]{0,3}-{3}[ :-]{0,200}\|[ :|-]{0,400}")
_BOLD = re.compile(r"(?<![*\w])\*\*[^*\s][^*\n]{0,200}\*\*(?![*\w])")
_LINK = re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?:|mailto:|#|\.{0,2}/|[\w%-]{1,80}\.)[^\s)]{0,500}")
_CODE = re.compile(
    r"[;{}\\]$|^(?:import|from|def|class|function|var|let|const|return|if|for|#include|\$|<)\b"
)


def is_markdown(text: str) -> bool:
    """Tell whether a text of unknown kind is Markdown: it has headings, and marks that only Markdown has."""
    lines, fences = _outside_fences(text.split("\n"))
    heads = [at for at, line in enumerate(lines) if _HEADING.fullmatch(line) and _opens(lines, at)]
    signs = sum(line.startswith("#") for line in lines)
    if not heads or len(heads) < HEADING_SHARE * signs or _is_code(lines):
        return False
    if fences or any(_RULE.fullmatch(line) for line in lines):
        return True
    if any(_BOLD.search(line) or _LINK.search(line) for line in lines):
        return True
    items = sum(bool(_ITEM.match(line)) for line in lines)
    return items >= FEWEST_ITEMS and all(_closes(lines, at) for at in heads)


def _outside_fences(lines: Sequence[str]) -> tuple[list[str], int]:
    """Return the lines that stand outside of fenced code, and how many fences were closed."""
    kept, held, closed = list[str](), list[str](), 0
    fence = ""
    for line in (line.rstrip()[:2_000] for line in lines):
        if not fence and _FENCE.fullmatch(line):
            fence = line[:3]
        elif fence and line == fence:
            fence, held, closed = "", [], closed + 1
        else:
            (held if fence else kept).append(line)
    return kept + held, closed


def _opens(lines: Sequence[str], at: int) -> bool:
    return at == 0 or not lines[at - 1]


def _closes(lines: Sequence[str], at: int) -> bool:
    return at + 1 < len(lines) and not lines[at + 1]


def _is_code(lines: Sequence[str]) -> bool:
    filled = [line for line in lines if line]
    return sum(bool(_CODE.search(line.strip())) for line in filled) > MOST_CODE * len(filled)
