"""A brief as Markdown in GitHub's flavour: references as footnotes, whatever looks like mark-up escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deskbrief.brief.flow.compose import composed, foot, listed, reference_runs
from deskbrief.brief.flow.content import (
    Block,
    Heading,
    Items,
    Kind,
    LineOfTime,
    Listing,
    Paragraph,
    Remark,
    Run,
    Runs,
    Table,
)
from deskbrief.brief.flow.wording import worded
from deskbrief.document.plan import BriefPlan, Logo

#: What is mark-up wherever it stands; the dollar sign begins a formula.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#A-Za-z])|(?<=[hHsSpP]):(?=//)|(?<=[wW][wW][wW])\.|@")
#: What is mark-up at the beginning of a line.
_LEADING = re.compile(r"\s{0,12}(?:(#|[-+=](?=\s|$|[-=]))|([0-9]{1,9})([.)]))")
_RUNS_OF_TICKS = re.compile("`{3,300}")


def written_markdown(plan: BriefPlan) -> bytes:
    """Return the text, the same bytes for the same plan."""
    blocks = list(composed(plan))
    # The title comes first, as the convention is.
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Heading))
    blocks.insert(0, blocks.pop(at))
    parts = list(_blocks(blocks))
    parts += _references(plan)
    parts += _block(foot(plan))
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _references(plan: BriefPlan) -> Iterator[str]:
    """Yield the footnotes; a reference that nothing cites would not be shown as one and stands as text."""
    notes = [(reference, cited) for reference, cited in listed(plan)]
    if notes:
        yield "## References"
    for reference, cited in notes:
        words = _runs(reference_runs(reference))
        yield f"[^{reference.number}]: {words}" if cited else f"{reference.number}\\. {words}"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks; a list right after a list has another mark, so that the two do not become one."""
    lists = 0
    for block in blocks:
        lists = lists + 1 if isinstance(block, Items) else 0
        yield from _block(block, other=lists % 2 == 0 and lists > 0)


def _block(block: Block, *, other: bool = False) -> Iterator[str]:
    match block:
        case Heading(level, runs):
            yield f"{'#' * level} {_runs(runs)}"
        case Items():
            yield _items(block, other=other)
        case Table():
            yield _table(block)
        case Remark():
            yield _remark(block)
        case Logo() | LineOfTime():
            # Text has no place for a picture.
            return
        case Paragraph(Kind.QUOTE, lines):
            yield _quoted("\\\n".join(_line(line) for line in lines))
        case Paragraph(Kind.CODE, lines):
            yield _fenced("\n".join("".join(worded(run.text) for run in line) for line in lines))
        case Paragraph(Kind.BOTTOM_LINE, (runs,)):
            yield _quoted(_line(runs))
        case Paragraph(_, lines):
            yield "\\\n".join(_line(line) for line in lines)


def _fenced(code: str) -> str:
    fence = max(("```", *(f"{run}`" for run in _RUNS_OF_TICKS.findall(code))), key=len)
    return f"{fence}\n{code}\n{fence}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _items(items: Items, *, other: bool) -> str:
    lines = []
    for number, runs in enumerate(items.items, start=items.start):
        numbered = items.listing is Listing.NUMBERS
        mark = f"{number}{')' if other else '.'}" if numbered else "*" if other else "-"
        lines.append(f"{mark} {_line(runs)}")
    return "\n".join(lines)


def _table(table: Table) -> str:
    head = table.head or ((Run(""),),) * len(table.shares)
    rows = [head, *table.rows]
    lines = [f"| {' | '.join(_runs(cell) for cell in row)} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * len(head)}", *lines[1:]])


def _remark(remark: Remark) -> str:
    parts = []
    if remark.quote:
        parts.append(_line((*remark.quote, Run(f" [{remark.role.letter}]", own=True))))
    parts += _blocks(remark.body)
    return _quoted("\n\n".join(parts))


def _line(runs: Runs) -> str:
    """Return runs as they stand at the beginning of a line."""
    text = _runs(runs).strip()
    found = _LEADING.match(text)
    if not found:
        return text
    at = found.start(1) if found[1] else found.start(3)
    return f"{text[:at]}\\{text[at:]}"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    words = worded(run.text).replace("\n", " ")
    text = f"`{words}`" if run.code else _SPECIAL.sub(r"\\\g<0>", words)
    if run.role:
        return f"{_emphasised(text, '**')} \\[{run.role.letter}\\]"
    mark = "*" * (run.emphasis + 2 * run.strong)
    text = _emphasised(text, mark) if mark else text
    return text + " ".join(f"[^{number}]" for number in run.cites)


def _emphasised(text: str, mark: str) -> str:
    """Return `text` in `mark`; white space stays outside, where a mark would not count."""
    inner = text.strip()
    if not inner:
        return text
    begin = text.index(inner)
    return f"{text[:begin]}{mark}{inner}{mark}{text[begin + len(inner) :]}"
