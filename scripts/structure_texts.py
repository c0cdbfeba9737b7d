"""Make texts with gold line types of Markdown files: the mark-up is taken out and kept beside the text.

    python -m scripts.structure_texts FOLDER --source NAME --out TEXTS.jsonl [--most 90]

Front matter, short codes, pictures and notes are dropped; every block becomes one line. Lines in bold and
lines beside a picture are marked soft, for they may be read either way.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from scripts.structure_gold import Gold, laid_out

#: Files with fewer blocks than this, or more, are passed over.
FEWEST, MOST = 8, 250
#: Files with more blocks of HTML than this are passed over.
MOST_HTML = 3
#: How many of those texts that have a title begin with it.
TITLED = 0.6

_FRONT = re.compile(r"(---|\+\+\+)\n(.*?)\n\1\s*\n", re.DOTALL)
_TITLE = re.compile(r"^title\s*[:=]\s*(.+)$", re.MULTILINE)
_DROPPED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}|<!--.*?-->|\[\^[^\]]+\](?::.*)?", re.DOTALL)


def gold_of(text: str, name: str, source: str, rng: random.Random) -> Gold | None:
    """Return the gold record of a Markdown text, or None when it is too short, too long or mostly HTML."""
    front = _FRONT.match(text)
    title = _TITLE.search(front[2]) if front else None
    body = text[front.end() :] if front else text
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(_DROPPED.sub("", body))
    lines = list(_lines(tokens))
    if sum(token.type == "html_block" for token in tokens) > MOST_HTML or not FEWEST <= len(lines) <= MOST:
        return None
    if title and rng.random() < TITLED:
        lines.insert(0, {"type": "title", "text": title[1].strip().strip("\"'")})
    style = rng.choice(("seed", "seed", "blank", "headblank"))
    return {"id": f"{source}:{name}", "source": source, **laid_out(lines, style)}


def _lines(tokens: list[Token]) -> Iterator[Gold]:
    reader = _Reader()
    for before, token in zip([None, *tokens], tokens, strict=False):
        reader.note(token)
        if token.type == "tr_close":
            yield {"type": "table_row", "text": "| " + " | ".join(reader.cells) + " |"}
            reader.cells = []
        elif token.type in ("fence", "code_block"):
            yield from ({"type": "code", "text": row} for row in token.content.split("\n") if row.strip())
        elif token.type == "inline" and reader.in_table:
            reader.cells.append(_words(token))
        elif token.type == "inline" and before is not None and _words(token):
            yield reader.line(token, before)


@dataclass
class _Reader:
    """Where in lists, quotes and tables the reading of a Markdown text is."""

    lists: list[int] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    fresh: bool = False
    quoted: bool = False
    in_table: bool = False

    def note(self, token: Token) -> None:
        """Note where `token` leads."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(int(token.attrs.get("start", 1)) if token.type[0] == "o" else 0)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            self.fresh = True
        elif token.type.startswith("blockquote"):
            self.quoted = token.nesting > 0
        elif token.type in ("table_open", "table_close"):
            self.in_table = token.nesting > 0

    def line(self, token: Token, before: Token) -> Gold:
        """Return the line that `token`, after the token `before`, makes."""
        text = _words(token)
        if before.type == "heading_open":
            return {"type": "heading", "level": int(before.tag[1]), "text": text}
        if self.lists and self.fresh:
            self.fresh = False
            marker = f"{self.lists[-1]}. " if self.lists[-1] else "- "
            self.lists[-1] += bool(self.lists[-1])
            return {"type": "list_item", "text": marker + text}
        if self.quoted:
            return {"type": "quote", "soft": 1, "text": text}
        soft = _is_bold(token) or any(child.type == "image" for child in token.children or ())
        return {"type": "paragraph", "text": text} | ({"soft": 1} if soft and not self.lists else {})


def _words(token: Token) -> str:
    found = (
        child.content if child.type in ("text", "code_inline") else " "
        for child in token.children or ()
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    return " ".join("".join(found).split())


def _is_bold(token: Token) -> bool:
    kinds = [child.type for child in token.children or () if child.type != "text" or child.content.strip()]
    edges = kinds[:1] + kinds[-1:]
    return edges == ["strong_open", "strong_close"] and kinds.count("strong_open") == 1


def main() -> None:
    """Read the Markdown files under a folder in random order and write the gold records."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=90)
    choice = parser.parse_args()
    rng = random.Random(3)
    paths = sorted(choice.folder.rglob("*.md"))
    rng.shuffle(paths)
    records: list[Gold] = []
    for path in paths:
        name = path.relative_to(choice.folder).as_posix()
        record = gold_of(path.read_text("utf-8", errors="replace"), name, choice.source, rng)
        if record and len(records) < choice.most:
            records.append(record)
    choice.out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), "utf-8")
    print(f"{choice.out}: {len(records)} texts")


if __name__ == "__main__":
    main()
